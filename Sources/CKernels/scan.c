#include "scan.h"

#include "CKernels.h"

static void scan_block_plain(const uint8_t *codes, const int8_t *query, size_t width, size_t tiles, int32_t *sums) {
  for (size_t tile = 0; tile < tiles; tile++, sums += ASSAY_ROWS)
    for (size_t group = 0; group < width; group += ASSAY_GROUP, codes += ASSAY_ROWS * ASSAY_GROUP)
      for (size_t row = 0; row < ASSAY_ROWS; row++)
        for (size_t i = 0; i < ASSAY_GROUP; i++)
          sums[row] += ((int32_t)codes[row * ASSAY_GROUP + i] - 128) * query[group + i];
}

SCAN(plain) { scan_blocks(blocks, query, first, last, sums, kept, scan_block_plain); }
SCAN_LISTED(plain) { scan_listed_blocks(blocks, query, tiles, count, sums, scan_block_plain); }

void assay_scan(assay_blocks blocks, const int8_t *query, size_t first, size_t last, int32_t *sums, int32_t *kept) {
  assay_best_path()->scan(blocks, query, first, last, sums, kept);
}

void assay_scan_listed(assay_blocks blocks, const int8_t *query, const uint32_t *tiles, size_t count, int32_t *sums) {
  assay_best_path()->scan_listed(blocks, query, tiles, count, sums);
}
