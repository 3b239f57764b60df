#include "CKernels.h"
#include "paths.h"

#include <string.h>

enum { TILE_BYTES = ASSAY_ROWS * ASSAY_GROUP };

static void scan_tile(const uint8_t *codes, const int16_t *query, uint32_t width, int32_t *sums) {
  for (uint32_t group = 0; group < width; group += ASSAY_GROUP, codes += TILE_BYTES)
    for (size_t row = 0; row < ASSAY_ROWS; row++)
      for (size_t i = 0; i < ASSAY_GROUP; i++)
        sums[row] += ((int32_t)codes[row * ASSAY_GROUP + i] - 128) * query[group + i];
}

SCAN(plain) {
  const uint8_t *codes = blocks.codes;
  const size_t rows = blocks.tiles * ASSAY_ROWS;
  for (size_t block = 0; block < blocks.last; block++) {
    const uint32_t width = blocks.widths[block];
    if (block >= blocks.first) {
      for (size_t tile = first; tile < last; tile++)
        scan_tile(codes + tile * ASSAY_ROWS * width, query.codes, width, sums + (tile - first) * ASSAY_ROWS);
      if (kept)
        memcpy(kept + (block - blocks.first) * rows + first * ASSAY_ROWS, sums,
               (last - first) * ASSAY_ROWS * sizeof *sums);
    }
    codes += rows * width;
    query.codes += width;
  }
}

void assay_scan(assay_blocks blocks, assay_byte_query query, size_t first, size_t last, int32_t *sums, int32_t *kept) {
  assay_best_path()->scan(blocks, query, first, last, sums, kept);
}
