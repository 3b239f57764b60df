#include <string.h>

#include "CKernels.h"

// Moving the exponent and fraction of a half to where a float has them gives the value times 2^-112, the difference
// of the exponent biases, for subnormal halves too; the product restores it exactly.
static inline float widened(uint16_t half) {
  const uint32_t shifted = (uint32_t)(half & 0x7fff) << 13;
  float value;
  memcpy(&value, &shifted, sizeof value);
  value *= 0x1p112f;
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  bits |= (uint32_t)(half & 0x8000) << 16;
  memcpy(&value, &bits, sizeof value);
  return value;
}

void assay_add_scaled_f16(double *restrict sums, const uint16_t *restrict row, size_t count, float factor) {
  for (size_t i = 0; i < count; i++) sums[i] += (double)factor * widened(row[i]);
}

bool assay_all_finite_f16(const uint16_t *values, size_t count) {
  uint16_t specials = 0;
  for (size_t i = 0; i < count; i++) specials |= (values[i] & 0x7c00) == 0x7c00;
  return specials == 0;
}

bool assay_all_finite_f32(const float *values, size_t count) {
  uint32_t specials = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t bits;
    memcpy(&bits, &values[i], sizeof bits);
    specials |= (bits & 0x7f800000) == 0x7f800000;
  }
  return specials == 0;
}
