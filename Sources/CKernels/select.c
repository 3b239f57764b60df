#include "CKernels.h"
#include "keys.h"
#include "passing.h"

#include <math.h>
#include <stdlib.h>

INLINE void score_side(const assay_summand *side, float scale, size_t rows, float *restrict scores) {
  for (size_t row = 0; row < rows; row++) scores[row] = (float)side->sums[row] * side->factors[row] * scale;
}

CLONED void assay_score(const assay_summand *summands, size_t summand_count, float scale, const float *margins,
                        float slack, size_t rows, float *scores) {
  if (summand_count > 0) score_side(summands, scale, rows, scores);
  for (size_t side = 1; side < summand_count; side++) {
    const int32_t *sums = summands[side].sums;
    const float *factors = summands[side].factors;
    for (size_t row = 0; row < rows; row++) scores[row] += (float)sums[row] * factors[row] * scale;
  }
  if (margins)
    for (size_t row = 0; row < rows; row++) scores[row] += slack * margins[row];
}

static void make_room(assay_selection *selection) {
  assay_partition_keys(selection->keys, selection->count, selection->wanted);
  selection->count = selection->wanted;
  uint64_t worst = 0;
  for (size_t i = 0; i < selection->count; i++) worst = selection->keys[i] > worst ? selection->keys[i] : worst;
  selection->worst = worst;
  selection->threshold = score_of(worst);
}

INLINE void keep(assay_selection *selection, uint64_t key) {
  if (key < selection->worst) selection->keys[selection->count++] = key;
}

CLONED void assay_select(assay_selection *selection, const float *scores, size_t rows, uint32_t first,
                         const uint64_t *eligible) {
  if (selection->wanted == 0) return;
  for (size_t row = 0; row < rows; row += SCORES) {
    const uint32_t ordinal = first + (uint32_t)row;
    uint32_t bits = passing(scores + row, rows - row, selection->threshold, eligible, ordinal);
    if (!bits) continue;
    if (selection->count + SCORES > selection->capacity) make_room(selection);
    for (; bits; bits &= bits - 1) {
      const uint32_t i = (uint32_t)__builtin_ctz(bits);
      keep(selection, key_of(scores[row + i], ordinal + i));
    }
  }
}

void assay_select_keys(assay_selection *selection, const uint64_t *keys, size_t count) {
  if (selection->wanted == 0) return;
  for (size_t i = 0; i < count; i++) {
    if (selection->count == selection->capacity) make_room(selection);
    keep(selection, keys[i]);
  }
}

static int by_bits(const void *left, const void *right) {
  const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
  return (a > b) - (a < b);
}

void assay_finish_selection(assay_selection *selection) {
  if (selection->count > selection->wanted) make_room(selection);
  qsort(selection->keys, selection->count, sizeof *selection->keys, by_bits);
}

CLONED size_t assay_count(const float *scores, size_t rows, uint32_t first, const uint64_t *eligible,
                          float threshold) {
  size_t count = 0;
  for (size_t row = 0; row < rows; row += SCORES)
    count += (size_t)__builtin_popcount(passing(scores + row, rows - row, threshold, eligible, first + (uint32_t)row));
  return count;
}

CLONED size_t assay_collect(const float *scores, size_t rows, uint32_t first, const uint64_t *eligible,
                            float threshold, uint64_t *keys) {
  size_t count = 0;
  for (size_t row = 0; row < rows; row += SCORES) {
    const uint32_t ordinal = first + (uint32_t)row;
    uint32_t bits = passing(scores + row, rows - row, threshold, eligible, ordinal);
    for (; bits; bits &= bits - 1) {
      const uint32_t i = (uint32_t)__builtin_ctz(bits);
      keys[count++] = key_of(scores[row + i], ordinal + i);
    }
  }
  return count;
}

void assay_sort_ascending_ordinals(uint64_t *keys, uint64_t *scratch, size_t count) {
  assay_radix_sort(keys, scratch, count, 32);
}

CLONED void assay_split_keys(const uint64_t *keys, size_t count, uint32_t *restrict ordinals,
                             float *restrict scores) {
  for (size_t i = 0; i < count; i++) {
    ordinals[i] = (uint32_t)keys[i];
    scores[i] = score_of(keys[i]);
  }
}
