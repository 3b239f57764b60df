#include "CKernels.h"
#include "cloned.h"

#include <string.h>

INLINE void distances(const float *codebook, const float *part, float *squares) {
  memset(squares, 0, ASSAY_CENTROIDS * sizeof *squares);
  for (size_t i = 0; i < ASSAY_PART; i++, codebook += ASSAY_CENTROIDS)
    for (size_t c = 0; c < ASSAY_CENTROIDS; c++) {
      const float difference = part[i] - codebook[c];
      squares[c] += difference * difference;
    }
}

CLONED uint8_t assay_nearest_centroid(const float *codebook, const float *part, float *distance) {
  float squares[ASSAY_CENTROIDS];
  distances(codebook, part, squares);
  float least = squares[0];
  for (size_t c = 1; c < ASSAY_CENTROIDS; c++) least = squares[c] < least ? squares[c] : least;
  if (distance) *distance = least;
  size_t nearest = 0;
  while (nearest + 1 < ASSAY_CENTROIDS && squares[nearest] > least) nearest++;
  return (uint8_t)nearest;
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
