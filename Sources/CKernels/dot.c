#include "CKernels.h"
#include "cloned.h"
#include "paths.h"

#include <string.h>

enum { LANES = 16, ROWS_AHEAD = 4, FLOATS_AHEAD = 256 };

typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));

INLINE void add_products(const float *left, const float *right, size_t count, lanes *totals) {
  lanes a = {0}, b = {0};
  memcpy(&a, left, count * sizeof(float));
  memcpy(&b, right, count * sizeof(float));
  *totals = __builtin_elementwise_fma(a, b, *totals);
}

INLINE float sum(const lanes *totals) {
  float sums[LANES];
  memcpy(sums, totals, sizeof sums);
  for (size_t half = LANES / 2; half > 0; half /= 2)
    for (size_t lane = 0; lane < half; lane++) sums[lane] += sums[lane + half];
  return sums[0];
}

INLINE float dot(const float *left, const float *right, size_t count) {
  lanes totals = {0};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES)
    add_products(left + i, right + i, LANES, &totals);
  if (i < count) add_products(left + i, right + i, count - i, &totals);
  return sum(&totals);
}

// The beginning of a row that no prefetching by the processor can foresee; it foresees the rest.
INLINE void ask_for(const float *row, size_t count) {
  for (size_t i = 0; i < count && i < FLOATS_AHEAD; i += LANES) __builtin_prefetch(row + i);
}

INLINE void dots(const float *matrix, const uint32_t *ordinals, size_t rows, size_t stride, const float *query,
                 size_t count, float *results) {
  for (size_t row = 0; row < rows; row++) {
    if (ordinals && row + ROWS_AHEAD < rows) ask_for(matrix + ordinals[row + ROWS_AHEAD] * stride, count);
    results[row] = dot(matrix + (ordinals ? ordinals[row] : row) * stride, query, count);
  }
}

void assay_dots_f32_plain(const float *matrix, const uint32_t *ordinals, size_t rows, size_t stride,
                          const float *query, size_t count, float *results) {
  dots(matrix, ordinals, rows, stride, query, count, results);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) void assay_dots_f32_avx2(const float *matrix, const uint32_t *ordinals,
                                                            size_t rows, size_t stride, const float *query,
                                                            size_t count, float *results) {
  dots(matrix, ordinals, rows, stride, query, count, results);
}

__attribute__((target("avx512f"))) void assay_dots_f32_avx512(const float *matrix, const uint32_t *ordinals,
                                                             size_t rows, size_t stride, const float *query,
                                                             size_t count, float *results) {
  dots(matrix, ordinals, rows, stride, query, count, results);
}
#endif

float assay_dot_f32(const float *left, const float *right, size_t count) {
  float result;
  assay_best_path()->dots_f32(left, NULL, 1, count, right, count, &result);
  return result;
}

void assay_dots_f32(const float *matrix, size_t rows, size_t stride, const float *query, size_t count, float *dots) {
  assay_best_path()->dots_f32(matrix, NULL, rows, stride, query, count, dots);
}

void assay_gathered_dots_f32(const float *matrix, const uint32_t *ordinals, size_t rows, size_t stride,
                             const float *query, size_t count, float *dots) {
  assay_best_path()->dots_f32(matrix, ordinals, rows, stride, query, count, dots);
}
