#include "CKernels.h"
#include "cloned.h"

#include <math.h>

typedef struct {
  double weights[2], square, uncorrelated;  // uncorrelated: the squared length if the sides were orthogonal
} blended_row;

INLINE blended_row blended(const assay_blend_rows *blend, const float *const squares[2], const float *crosses,
                           size_t row) {
  blended_row result = {{1, 0}, 0, 0};
  if (blend->side_count == 1) {
    result.square = result.uncorrelated = squares[0][row];
    return result;
  }
  const int has_first = blend->sides[0].whole[row] > 0, has_second = blend->sides[1].whole[row] > 0;
  const double first = has_second ? blend->sides[0].share : 1, second = has_first ? blend->sides[1].share : 1;
  result.weights[0] = has_first ? first : 0;
  result.weights[1] = has_second ? second : 0;
  result.uncorrelated = result.weights[0] * result.weights[0] * (double)squares[0][row] +
                        result.weights[1] * result.weights[1] * (double)squares[1][row];
  result.square = result.uncorrelated + 2 * result.weights[0] * result.weights[1] * (double)crosses[row];
  return result;
}

INLINE double length_of(blended_row row) {
  return row.square > ASSAY_CANCELLED * row.uncorrelated ? sqrt(row.square) : __builtin_nan("");
}

CLONED void assay_blend_factors(assay_blend_rows blend, size_t rows, float *const factors[2], float *margins) {
  const float *const squares[2] = {blend.sides[0].squares, blend.sides[1].squares};
  float *const first = factors[0], *const second = factors[1];
  for (size_t row = 0; row < rows; row++) {
    const blended_row x = blended(&blend, squares, blend.crosses, row);
    const double inverse = 1 / length_of(x);
    first[row] = (float)(x.weights[0] * (double)blend.sides[0].scales[row] * inverse);
    if (blend.side_count > 1) second[row] = (float)(x.weights[1] * (double)blend.sides[1].scales[row] * inverse);
    if (margins) margins[row] = blend.side_count > 1 ? first[row] + second[row] : first[row];
  }
}

CLONED void assay_blend_rests(assay_blend_rows blend, size_t rows, float *rests) {
  const float *const squares[2] = {blend.sides[0].squares, blend.sides[1].squares};
  const float *const shorter[2] = {blend.sides[0].shorter, blend.sides[1].shorter};
  // Stored squares and products are rounded to float32, each by at most 2^-24 of itself; a product is at most half
  // the sum of the squares.
  const double rounding = 0x1p-21;
  for (size_t row = 0; row < rows; row++) {
    const blended_row x = blended(&blend, squares, blend.crosses, row);
    const double rest = x.square - blended(&blend, shorter, blend.shorter_crosses, row).square;
    const double length = sqrt((rest > 0 ? rest : 0) + rounding * x.uncorrelated);
    rests[row] = (float)(length / length_of(x) * (1 + 0x1p-23));
  }
}
