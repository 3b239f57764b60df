#include "CKernels.h"

void assay_linear(const float *weights, const float *bias, size_t rows, size_t columns, const float *input,
                  float *output) {
  for (size_t row = 0; row < rows; row++)
    output[row] = assay_dot_f32(weights + row * columns, input, columns) + (bias ? bias[row] : 0);
}
