#ifndef ASSAY_AREA_H
#define ASSAY_AREA_H

#include <stddef.h>
#include <stdint.h>

// Area averaging of 8-bit RGB pictures.

// One target position of one axis: the `count` weights of the source positions from `first`, starting at `weight`
// in the axis's list of weights.
typedef struct {
  uint32_t first, count, weight;
} assay_span;

// How one axis is averaged: a span for each of `count` target positions.
typedef struct {
  const assay_span *spans;
  const float *weights;
  size_t count;
} assay_axis;

// Averages the columns of a picture: for each of `rows` rows of `source_columns` RGB bytes, `columns.count` positions
// of four floats (red, green, blue, zero) on the 0…255 scale, row by row.
void assay_average_columns(const uint8_t *pixels, size_t rows, size_t source_columns, assay_axis columns,
                           float *output);

// Averages rows of `width` floats: output row y is the weighted sum of the input rows of span y.
void assay_average_rows(const float *input, size_t width, assay_axis rows, float *output);

#endif
