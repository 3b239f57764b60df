#include "CKernels.h"
#include "cloned.h"

typedef int32_t quad __attribute__((vector_size(16)));

enum { HALF = 1 << (ASSAY_RESAMPLE_BITS - 1), BLOCK = 128 };

INLINE uint8_t rounded(int32_t sum) {
  const int32_t value = sum >> ASSAY_RESAMPLE_BITS;
  return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

void assay_resample_columns(const uint8_t *pixels, size_t rows, size_t source_columns, assay_fixed_axis columns,
                            uint8_t *output) {
  for (size_t y = 0; y < rows; y++, pixels += 3 * source_columns) {
    for (size_t x = 0; x < columns.count; x++, output += 3) {
      const assay_span span = columns.spans[x];
      const int32_t *weights = columns.weights + span.weight;
      const uint8_t *pixel = pixels + 3 * (size_t)span.first;
      quad sum = {HALF, HALF, HALF, 0};
      for (size_t i = 0; i < span.count; i++, pixel += 3) sum += weights[i] * (quad){pixel[0], pixel[1], pixel[2], 0};
      for (int channel = 0; channel < 3; channel++) output[channel] = rounded(sum[channel]);
    }
  }
}

CLONED void assay_resample_rows(const uint8_t *restrict input, size_t width, assay_fixed_axis rows,
                                uint8_t *restrict output) {
  int32_t sums[BLOCK];
  for (size_t y = 0; y < rows.count; y++, output += width) {
    const assay_span span = rows.spans[y];
    const int32_t *weights = rows.weights + span.weight;
    for (size_t start = 0; start < width; start += BLOCK) {
      const size_t length = width - start < BLOCK ? width - start : BLOCK;
      const uint8_t *row = input + span.first * width + start;
      for (size_t x = 0; x < length; x++) sums[x] = HALF;
      for (size_t i = 0; i < span.count; i++, row += width) {
        const int32_t weight = weights[i];
        for (size_t x = 0; x < length; x++) sums[x] += weight * row[x];
      }
      for (size_t x = 0; x < length; x++) output[start + x] = rounded(sums[x]);
    }
  }
}
