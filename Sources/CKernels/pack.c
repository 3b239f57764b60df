#include "CKernels.h"
#include "cloned.h"

#include <string.h>

// A group of components of sixteen rows is turned into columns first, so that every step works on sixteen rows side
// by side while each row's sums still run in component order.

typedef struct {
  const float *rows[ASSAY_ROWS];  // NULL for padding
} tile_rows;

static const float TINIEST = 0x1p-100f;  // below it, 1 / step could overflow

INLINE tile_rows rows_of(const float *matrix, size_t dimensions, size_t rows, size_t tile) {
  tile_rows result;
  for (size_t row = 0; row < ASSAY_ROWS; row++) {
    const size_t index = tile * ASSAY_ROWS + row;
    result.rows[row] = index < rows ? matrix + index * dimensions : NULL;
  }
  return result;
}

INLINE void load_columns(const tile_rows *tile, size_t component, size_t count,
                         float columns[ASSAY_GROUP][ASSAY_ROWS]) {
  memset(columns, 0, ASSAY_GROUP * sizeof *columns);
  for (size_t row = 0; row < ASSAY_ROWS; row++)
    if (tile->rows[row])
      for (size_t i = 0; i < count; i++) columns[i][row] = tile->rows[row][component + i];
}

INLINE void find_steps(const tile_rows *tile, size_t dimensions, float *steps, float *inverses) {
  for (size_t row = 0; row < ASSAY_ROWS; row++) {
    float largest = 0;
    for (size_t i = 0; tile->rows[row] && i < dimensions; i++) {
      const float magnitude = __builtin_fabsf(tile->rows[row][i]);
      largest = magnitude > largest ? magnitude : largest;
    }
    steps[row] = largest < TINIEST ? 0 : largest / 127;
    inverses[row] = largest < TINIEST ? 0 : 1 / steps[row];
  }
}

typedef struct {
  double squares[ASSAY_ROWS], residuals[ASSAY_ROWS];
} tile_sums;

INLINE void pack_group(float columns[ASSAY_GROUP][ASSAY_ROWS], const float *steps, const float *inverses,
                       uint8_t *codes, tile_sums *sums) {
  const float integers = 0x1.8p23f;  // adding it rounds to the nearest integer, halves to even
  for (size_t i = 0; i < ASSAY_GROUP; i++)
    for (size_t row = 0; row < ASSAY_ROWS; row++) {
      const float value = columns[i][row], code = value * inverses[row] + integers - integers;
      codes[row * ASSAY_GROUP + i] = (uint8_t)((int32_t)code + 128);
      const double error = (double)value - (double)code * (double)steps[row];
      sums->squares[row] += (double)value * (double)value;
      sums->residuals[row] += error * error;
    }
}

CLONED static void pack_tile(assay_layout layout, const float *matrix, size_t rows, size_t tile,
                             assay_packed packed) {
  const tile_rows from = rows_of(matrix, layout.dimensions, rows, tile);
  float steps[ASSAY_ROWS], inverses[ASSAY_ROWS], columns[ASSAY_GROUP][ASSAY_ROWS];
  find_steps(&from, layout.dimensions, steps, inverses);
  memcpy(packed.scales + tile * ASSAY_ROWS, steps, sizeof steps);

  const size_t all = layout.tiles * ASSAY_ROWS;
  tile_sums sums = {{0}, {0}};
  uint8_t *block = packed.codes;
  size_t component = 0;
  for (size_t stop = 0; stop < layout.stop_count; stop++) {
    const size_t end = layout.stops[stop];
    const size_t width = (end - component + ASSAY_GROUP - 1) / ASSAY_GROUP * ASSAY_GROUP;
    uint8_t *codes = block + tile * ASSAY_ROWS * width;
    for (; component < end; component += ASSAY_GROUP, codes += ASSAY_ROWS * ASSAY_GROUP) {
      load_columns(&from, component, end - component < ASSAY_GROUP ? end - component : ASSAY_GROUP, columns);
      pack_group(columns, steps, inverses, codes, &sums);
    }
    component = end;
    block += all * width;
    for (size_t row = 0; row < ASSAY_ROWS; row++) {
      packed.squares[stop * all + tile * ASSAY_ROWS + row] = (float)sums.squares[row];
      const double step = steps[row], residual = step > 0 ? sums.residuals[row] / (step * step) : 0;
      if (!(residual <= packed.residual[stop])) packed.residual[stop] = residual;
    }
  }
}

void assay_pack(assay_layout layout, const float *matrix, size_t rows, size_t first, size_t last,
                assay_packed packed) {
  for (size_t tile = first; tile < last; tile++) pack_tile(layout, matrix, rows, tile, packed);
}

CLONED static void cross_tile(assay_layout layout, const tile_rows *left, const tile_rows *right, size_t tile,
                              float *products) {
  float a[ASSAY_GROUP][ASSAY_ROWS], b[ASSAY_GROUP][ASSAY_ROWS];
  double sums[ASSAY_ROWS] = {0};
  size_t component = 0;
  for (size_t stop = 0; stop < layout.stop_count; stop++) {
    const size_t end = layout.stops[stop];
    for (; component < end; component += ASSAY_GROUP) {
      const size_t count = end - component < ASSAY_GROUP ? end - component : ASSAY_GROUP;
      load_columns(left, component, count, a);
      load_columns(right, component, count, b);
      for (size_t i = 0; i < ASSAY_GROUP; i++)
        for (size_t row = 0; row < ASSAY_ROWS; row++) sums[row] += (double)a[i][row] * (double)b[i][row];
    }
    component = end;
    for (size_t row = 0; row < ASSAY_ROWS; row++)
      products[(stop * layout.tiles + tile) * ASSAY_ROWS + row] = (float)sums[row];
  }
}

void assay_pack_crosses(assay_layout layout, const float *left, const float *right, size_t rows, size_t first,
                        size_t last, float *products) {
  for (size_t tile = first; tile < last; tile++) {
    const tile_rows a = rows_of(left, layout.dimensions, rows, tile);
    const tile_rows b = rows_of(right, layout.dimensions, rows, tile);
    cross_tile(layout, &a, &b, tile, products);
  }
}
