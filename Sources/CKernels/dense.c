#include "assay_dense.h"

#include <math.h>

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

CLONED void assay_prefix_dots_f32(const float *matrix, size_t rows, size_t dimensions, const float *query,
                                  const size_t *stops, size_t stop_count, float *dots) {
  for (size_t row = 0; row < rows; row++) {
    const float *vector = matrix + row * dimensions;
    float total = 0;
    size_t i = 0;
    for (size_t stop = 0; stop < stop_count; stop++) {
      float lanes[LANES] = {0};
      for (; i + LANES <= stops[stop]; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++) lanes[lane] += vector[i + lane] * query[i + lane];
      for (size_t lane = 0; i < stops[stop]; i++, lane++) lanes[lane] += vector[i] * query[i];
      for (size_t half = LANES / 2; half > 0; half /= 2)
        for (size_t lane = 0; lane < half; lane++) lanes[lane] += lanes[lane + half];
      total += lanes[0];
      dots[stop * rows + row] = total;
    }
  }
}

double assay_quantise_i8(const double *vector, size_t count, int8_t *codes) {
  double largest = 0;
  for (size_t i = 0; i < count; i++)
    if (fabs(vector[i]) > largest) largest = fabs(vector[i]);
  for (size_t i = 0; i < count; i++) {
    double scaled = largest > 0 ? vector[i] / largest * 127 : 0;
    codes[i] = (int8_t)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  }
  return largest / 127;
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
