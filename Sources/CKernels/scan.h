#ifndef ASSAY_SCAN_H
#define ASSAY_SCAN_H

#include <string.h>

#include "cloned.h"
#include "paths.h"

// Adds one block of `width` components to the sums of `tiles` neighbouring tiles, whose codes follow each other.
typedef void scan_block(const uint8_t *codes, const int8_t *query, size_t width, size_t tiles, int32_t *sums);

// What every path does around its own `scan_block`.
INLINE void scan_blocks(assay_blocks blocks, const int8_t *query, size_t first, size_t last, int32_t *sums,
                        int32_t *kept, scan_block *scan_block) {
  const size_t rows = blocks.tiles * ASSAY_ROWS, start = first * ASSAY_ROWS, count = (last - first) * ASSAY_ROWS;
  const uint8_t *codes = blocks.codes;
  for (size_t block = 0; block < blocks.last; block++) {
    const size_t width = blocks.widths[block];
    if (block >= blocks.first) {
      scan_block(codes + start * width, query, width, last - first, sums);
      if (kept) memcpy(kept + (block - blocks.first) * rows + start, sums, count * sizeof *sums);
    }
    codes += rows * width;
    query += width;
  }
}

enum { TILES_AHEAD = 4, LINE_BYTES = 64 };

// The same for listed tiles. No processor foresees where the next one lies, so it is asked for in time.
INLINE void scan_listed_blocks(assay_blocks blocks, const int8_t *query, const uint32_t *tiles, size_t count,
                               int32_t *sums, scan_block *scan_block) {
  const uint8_t *codes = blocks.codes;
  for (size_t block = 0; block < blocks.last; block++) {
    const size_t width = blocks.widths[block], size = ASSAY_ROWS * width;
    for (size_t i = 0; i < count && block >= blocks.first; i++) {
      const uint8_t *ahead = codes + tiles[i + TILES_AHEAD < count ? i + TILES_AHEAD : i] * size;
      for (size_t byte = 0; byte < size; byte += LINE_BYTES) __builtin_prefetch(ahead + byte);
      scan_block(codes + tiles[i] * size, query, width, 1, sums + i * ASSAY_ROWS);
    }
    codes += blocks.tiles * size;
    query += width;
  }
}

// What the unsigned bytes add to every sum by standing 128 too high; it may wrap around.
INLINE int32_t excess_of(const int8_t *query, size_t width) {
  uint32_t total = 0;
  for (size_t i = 0; i < width; i++) total += (uint32_t)(int32_t)query[i];
  return (int32_t)(128 * total);
}

#endif
