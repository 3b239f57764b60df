#include "CKernels.h"

typedef float quad __attribute__((vector_size(16), aligned(sizeof(float))));

static void average_row(const uint8_t *pixels, assay_axis columns, float *output) {
  for (size_t x = 0; x < columns.count; x++) {
    const assay_span span = columns.spans[x];
    const float *weights = columns.weights + span.weight;
    const uint8_t *pixel = pixels + 3 * (size_t)span.first;
    quad sum = {0};
    for (size_t i = 0; i < span.count; i++, pixel += 3)
      sum += weights[i] * (quad){pixel[0], pixel[1], pixel[2], 0};
    *(quad *)(output + 4 * x) = sum;
  }
}

void assay_average_columns(const uint8_t *pixels, size_t rows, size_t source_columns, assay_axis columns,
                           float *output) {
  for (size_t y = 0; y < rows; y++)
    average_row(pixels + 3 * source_columns * y, columns, output + 4 * columns.count * y);
}

void assay_average_rows(const float *restrict input, size_t width, assay_axis rows, float *restrict output) {
  for (size_t y = 0; y < rows.count; y++, output += width) {
    const assay_span span = rows.spans[y];
    const float *source = input + span.first * width;
    for (size_t x = 0; x < width; x++) output[x] = 0;
    for (size_t i = 0; i < span.count; i++, source += width) {
      const float weight = rows.weights[span.weight + i];
      for (size_t x = 0; x < width; x++) output[x] += weight * source[x];
    }
  }
}
