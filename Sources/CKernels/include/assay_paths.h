#ifndef ASSAY_PATHS_H
#define ASSAY_PATHS_H

#include "assay_codes.h"

// The bodies of the scans that exist for particular instructions. All of them give the same bits; tests compare
// every one that this machine can run.
typedef struct {
  const char *name;
  // `ordinals` may be NULL: all rows in order.
  void (*dots_f32)(const float *matrix, const uint32_t *ordinals, size_t rows, size_t stride, const float *query,
                   size_t count, float *dots);
  void (*scan)(assay_blocks blocks, const int8_t *query, size_t first, size_t last, int32_t *sums, int32_t *kept);
  void (*scan_listed)(assay_blocks blocks, const int8_t *query, const uint32_t *tiles, size_t count, int32_t *sums);
  void (*bit_distances)(const uint32_t *bits, size_t tiles, size_t words, const uint32_t *query,
                        uint32_t *distances);
  void (*bit_sums)(const uint32_t *bits, size_t tiles, size_t words, const float *tables, float *sums);
} assay_path;

enum { ASSAY_MOST_PATHS = 4 };

// Every path that this machine can run, the slowest first; returns how many there are.
size_t assay_paths(const assay_path *paths[ASSAY_MOST_PATHS]);

// The fastest of them.
const assay_path *assay_best_path(void);

#endif
