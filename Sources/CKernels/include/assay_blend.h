#ifndef ASSAY_BLEND_H
#define ASSAY_BLEND_H

#include <stddef.h>

// The lengths of blended vectors, for many rows at once.
//
// A row's vector is share₁ · x₁ + share₂ · x₂ of its sides, or the one side it has with weight 1. A side is missing
// where the squared length of its whole row is 0. The squared length of a blended prefix follows from those of the
// sides and from their inner product; a prefix has a direction where that square is more than ASSAY_CANCELLED of what
// it would be if the sides were orthogonal: below, what is left is mostly rounding.

#define ASSAY_CANCELLED 0x1p-16

typedef struct {
  double share;
  const float *whole;    // [row]: squared lengths of whole rows
  const float *squares;  // [row]: squared lengths of prefixes
  const float *shorter;  // [row]: those of a shorter prefix, for assay_blend_rests
  const float *scales;   // [row]: values of a code step, for assay_blend_factors
} assay_blended_side;

typedef struct {
  size_t side_count;      // 1 or 2
  assay_blended_side sides[2];
  const float *crosses;   // [row]: inner products of the two sides' prefixes; NULL with one side
  const float *shorter_crosses;
} assay_blend_rows;

// factors[side][r] = weight · step / length: what one unit of an integer inner product with the side's codes adds to
// the cosine, before the query's scale. NaN for a row without a direction. margins[r] = the sum over the sides;
// NULL where not wanted.
void assay_blend_factors(assay_blend_rows blend, size_t rows, float *const factors[2], float *margins);

// rests[r] = an upper bound of |x − shorter prefix of x| / |x| for blended prefixes x; NaN without a direction.
void assay_blend_rests(assay_blend_rows blend, size_t rows, float *rests);

#endif
