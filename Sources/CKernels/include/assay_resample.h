#ifndef ASSAY_RESAMPLE_H
#define ASSAY_RESAMPLE_H

#include <stddef.h>
#include <stdint.h>

#include "assay_area.h"

// Resampling of 8-bit pictures in fixed point, bit for bit as Pillow does it.

// How many bits of a weight are fraction.
enum { ASSAY_RESAMPLE_BITS = 22 };

// How one axis is resampled: a span for each of `count` target positions into a list of fixed-point weights.
typedef struct {
  const assay_span *spans;
  const int32_t *weights;
  size_t count;
} assay_fixed_axis;

// Resamples the columns of a picture: each of `rows` rows of `source_columns` RGB pixels becomes `columns.count` RGB
// pixels, rounded to bytes.
void assay_resample_columns(const uint8_t *pixels, size_t rows, size_t source_columns, assay_fixed_axis columns,
                            uint8_t *output);

// Resamples rows of `width` bytes: output row y is the weighted sum, rounded to bytes, of the input rows of span y.
void assay_resample_rows(const uint8_t *input, size_t width, assay_fixed_axis rows, uint8_t *output);

#endif
