#ifndef ASSAY_HALF_H
#define ASSAY_HALF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// IEEE 754 half precision as stored in weight files: widened exactly, without hardware support.

// sums[i] += factor · row[i] for `count` finite half-precision values; in double precision, because thousands of
// rows may be added.
void assay_add_scaled_f16(double *sums, const uint16_t *row, size_t count, float factor);

// Whether none of `count` values is infinite or not a number.
bool assay_all_finite_f16(const uint16_t *values, size_t count);
bool assay_all_finite_f32(const float *values, size_t count);

#endif
