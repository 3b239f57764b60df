#ifndef ASSAY_PATHS_PRIVATE_H
#define ASSAY_PATHS_PRIVATE_H

#include "include/assay_paths.h"

#define DOTS_F32(path)                                                                                      \
  void assay_dots_f32_##path(const float *matrix, const uint32_t *ordinals, size_t rows, size_t stride,     \
                             const float *query, size_t count, float *dots)
#define SCAN(path)                                                                                          \
  void assay_scan_##path(assay_blocks blocks, const int8_t *query, size_t first, size_t last,               \
                         int32_t *sums, int32_t *kept)
#define SCAN_LISTED(path)                                                                                   \
  void assay_scan_listed_##path(assay_blocks blocks, const int8_t *query, const uint32_t *tiles,            \
                                size_t count, int32_t *sums)
#define BIT_DISTANCES(path)                                                                                 \
  void assay_bit_distances_##path(const uint32_t *bits, size_t tiles, size_t words, const uint32_t *query,  \
                                  uint32_t *distances)
#define BIT_SUMS(path)                                                                                      \
  void assay_bit_sums_##path(const uint32_t *bits, size_t tiles, size_t words, const float *tables, float *sums)

DOTS_F32(plain);
DOTS_F32(avx2);
DOTS_F32(avx512);
SCAN(plain);
SCAN(avx2);
SCAN(vnni);
SCAN(neon);
SCAN_LISTED(plain);
SCAN_LISTED(avx2);
SCAN_LISTED(vnni);
SCAN_LISTED(neon);
BIT_DISTANCES(plain);
BIT_DISTANCES(avx2);
BIT_DISTANCES(avx512);
BIT_SUMS(plain);
BIT_SUMS(avx2);
BIT_SUMS(avx512);

#endif
