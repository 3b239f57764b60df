#ifndef ASSAY_BOUNDS_H
#define ASSAY_BOUNDS_H

#include <stddef.h>
#include <stdint.h>

#include "assay_codes.h"
#include "assay_select.h"

// Upper bounds of cosines from the sums over a prefix of the codes, for tiles that can still matter.
//
//   bound[r] = scale · Σ sums[r] · factors[r] + slack · margins[r] + rest · rests[r]
//
// Rounded in float32 at each step, in the same way on every machine. A row whose bound is NaN has no score.

// The sums of every row over a prefix, and what they are worth.
typedef struct {
  size_t side_count;       // 1 or 2
  assay_summand sides[2];  // by row
  const float *margins;    // by row
  float scale;
  size_t rows;              // the items; rows from here on are padding and don't count
  const uint64_t *eligible;  // the rows that count, as in assay_select.h; NULL for all
} assay_prefix;

// How far cosines can lie above the estimates from a prefix.
typedef struct {
  float slack, rest;
  const float *rests;  // by row; NULL where nothing lies beyond the prefix
} assay_allowance;

// tops[tile] = the greatest bound of a row that counts, −infinity where a tile has none, for first ≤ tile < last.
void assay_tile_tops(const assay_prefix *prefix, assay_allowance allowance, size_t first, size_t last, float *tops);

// A part of the way from a shorter prefix to the whole one.
typedef struct {
  size_t first, last;  // the blocks first ≤ block < last are added to the sums
  assay_allowance allowance;
  float threshold;  // a tile without a row whose bound is at least this is not read any further
} assay_leg;

// How tiles are read on.
typedef struct {
  assay_prefix known;       // where every row stands
  assay_blocks codes[2];    // by side; which blocks is said by the legs
  const int8_t *query;
  const assay_leg *legs;
  size_t leg_count;
} assay_reading;

// Reads the listed tiles leg by leg and writes the keys of the rows that count and whose bound after the last leg is
// at least its threshold, with that bound, in the order of the list. Returns how many there are; `keys` has room for
// ASSAY_ROWS · count.
size_t assay_read_tiles(const assay_reading *reading, const uint32_t *tiles, size_t count, uint64_t *keys);

#endif
