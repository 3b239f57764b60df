#include "CKernels.h"

enum { LANES = 16 };

float assay_dot_f32(const float *left, const float *right, size_t count) {
  float lanes[LANES] = {0};
  size_t i = 0;
  for (; i + LANES <= count; i += LANES)
    for (size_t lane = 0; lane < LANES; lane++) lanes[lane] += left[i + lane] * right[i + lane];
  for (size_t lane = 0; i < count; i++, lane++) lanes[lane] += left[i] * right[i];
  for (size_t half = LANES / 2; half > 0; half /= 2)
    for (size_t lane = 0; lane < half; lane++) lanes[lane] += lanes[lane + half];
  return lanes[0];
}
