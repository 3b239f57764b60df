#include "CKernels.h"
#include "cloned.h"

#include <string.h>

enum { SIDE_BY_SIDE = 16 };

typedef float lanes __attribute__((vector_size(SIDE_BY_SIDE * sizeof(float))));
typedef int32_t indices __attribute__((vector_size(SIDE_BY_SIDE * sizeof(int32_t))));

// The squared distances of a part from sixteen neighbouring centroids.
INLINE void distances(const float *codebook, const float *part, lanes *squares) {
  lanes sum = {0}, components;
  for (size_t i = 0; i < ASSAY_PART; i++, codebook += ASSAY_CENTROIDS) {
    memcpy(&components, codebook, sizeof components);
    const lanes difference = part[i] - components;
    sum += difference * difference;
  }
  *squares = sum;
}

CLONED uint8_t assay_nearest_centroid(const float *codebook, const float *part, float *distance) {
  lanes least, squares;
  indices nearest = {0}, first = {0};  // by lane: where the sixteen begin that hold its least
  distances(codebook, part, &least);
  for (size_t centroid = SIDE_BY_SIDE; centroid < ASSAY_CENTROIDS; centroid += SIDE_BY_SIDE) {
    first += SIDE_BY_SIDE;
    distances(codebook + centroid, part, &squares);
    const indices is_nearer = squares < least;
    nearest = (is_nearer & first) | (~is_nearer & nearest);
    least = (lanes)((is_nearer & (indices)squares) | (~is_nearer & (indices)least));
  }
  size_t best = 0;
  for (size_t lane = 1; lane < SIDE_BY_SIDE; lane++) {
    const int is_first = nearest[lane] + (int32_t)lane < nearest[best] + (int32_t)best;
    if (least[lane] < least[best] || (least[lane] == least[best] && is_first)) best = lane;
  }
  if (distance) *distance = least[best];
  return (uint8_t)(nearest[best] + (int32_t)best);
}

CLONED void assay_centroid_table(const float *codebook, const float *part, float *table) {
  memset(table, 0, ASSAY_CENTROIDS * sizeof *table);
  for (size_t i = 0; i < ASSAY_PART; i++, codebook += ASSAY_CENTROIDS)
    for (size_t c = 0; c < ASSAY_CENTROIDS; c++) table[c] += part[i] * codebook[c];
}

void assay_table_sums(const uint8_t *codes, size_t tiles, size_t parts, const float *tables, float *sums) {
  for (size_t tile = 0; tile < tiles; tile++, sums += ASSAY_ROWS) {
    float totals[ASSAY_ROWS] = {0};
    for (size_t part = 0; part < parts; part++, codes += ASSAY_ROWS)
      for (size_t row = 0; row < ASSAY_ROWS; row++) totals[row] += tables[part * ASSAY_CENTROIDS + codes[row]];
    memcpy(sums, totals, sizeof totals);
  }
}
