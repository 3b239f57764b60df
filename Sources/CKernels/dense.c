#include "assay_dense.h"

#include <math.h>
#include <string.h>

// Function multiversioning by the dynamic linker: one body, three instruction sets.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define CLONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONED
#endif

// A fused multiply-add rounds once where a product and a sum round twice: with it, results would depend on the
// instruction set.
#pragma STDC FP_CONTRACT OFF

enum { LANES = 16 };

// Sixteen sums side by side, as wide as any register the clones use.
typedef float lanes_f32 __attribute__((vector_size(LANES * sizeof(float))));

static inline __attribute__((always_inline)) float sum_of_lanes(const lanes_f32 *lanes) {
  float sums[LANES];
  memcpy(sums, lanes, sizeof sums);
  for (size_t half = LANES / 2; half > 0; half /= 2)
    for (size_t lane = 0; lane < half; lane++) sums[lane] += sums[lane + half];
  return sums[0];
}

static inline __attribute__((always_inline)) float dot_f32(const float *left, const float *right, size_t count) {
  lanes_f32 sums = {0}, a, b;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    memcpy(&a, left + i, sizeof a);
    memcpy(&b, right + i, sizeof b);
    sums += a * b;
  }
  if (i < count) {
    a = b = (lanes_f32){0};
    memcpy(&a, left + i, (count - i) * sizeof(float));
    memcpy(&b, right + i, (count - i) * sizeof(float));
    sums += a * b;
  }
  return sum_of_lanes(&sums);
}

CLONED void assay_prefix_dots_f32(const float *matrix, size_t rows, size_t dimensions, const float *query,
                                  const size_t *stops, size_t stop_count, float *dots) {
  for (size_t row = 0; row < rows; row++) {
    const float *vector = matrix + row * dimensions;
    float total = 0;
    size_t start = 0;
    for (size_t stop = 0; stop < stop_count; stop++) {
      total += dot_f32(vector + start, query + start, stops[stop] - start);
      dots[stop * rows + row] = total;
      start = stops[stop];
    }
  }
}

CLONED void assay_blend(const float *left, double left_weight, const float *right, double right_weight,
                        size_t count, double *blend) {
  for (size_t i = 0; i < count; i++) blend[i] = left_weight * (double)left[i] + right_weight * (double)right[i];
}

CLONED double assay_quantise_i8(const double *vector, size_t count, int8_t *codes) {
  double largest = 0;
  for (size_t i = 0; i < count; i++) {
    double magnitude = fabs(vector[i]);
    largest = magnitude > largest ? magnitude : largest;
  }
  double scale = largest > 0 ? 127 / largest : 0;
  for (size_t i = 0; i < count; i++) {
    double scaled = vector[i] * scale;
    codes[i] = (int8_t)(int32_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  }
  return largest / 127;
}

void assay_signs(const double *vector, size_t count, uint64_t *words) {
  for (size_t word = 0; word * 64 < count; word++) {
    uint64_t bits = 0;
    for (size_t bit = 0; bit < 64 && word * 64 + bit < count; bit++)
      bits |= (uint64_t)(vector[word * 64 + bit] > 0) << bit;
    words[word] = bits;
  }
}

CLONED void assay_dots_i8(const int8_t *matrix, size_t rows, size_t dimensions, const int8_t *query,
                          int32_t *dots) {
  for (size_t row = 0; row < rows; row++) {
    const int8_t *vector = matrix + row * dimensions;
    int32_t total = 0;
    for (size_t i = 0; i < dimensions; i++) total += (int32_t)vector[i] * (int32_t)query[i];
    dots[row] = total;
  }
}

CLONED void assay_hamming(const uint64_t *matrix, size_t rows, size_t words, const uint64_t *query,
                          uint32_t *distances) {
  for (size_t row = 0; row < rows; row++) {
    uint32_t total = 0;
    for (size_t i = 0; i < words; i++)
      total += (uint32_t)__builtin_popcountll(matrix[row * words + i] ^ query[i]);
    distances[row] = total;
  }
}
