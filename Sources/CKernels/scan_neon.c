#include "scan.h"

#if defined(__aarch64__)
#include <arm_neon.h>

// The dot-product instruction multiplies and adds four signed bytes for each of four rows.

#define DOTPROD __attribute__((target("dotprod")))

enum { QUARTERS = 4, QUARTER = ASSAY_ROWS / QUARTERS * ASSAY_GROUP };

INLINE DOTPROD int8x16_t spread(const int8_t *components) {
  int32_t group;
  memcpy(&group, components, sizeof group);
  return vreinterpretq_s8_s32(vdupq_n_s32(group));
}

INLINE DOTPROD void scan_tile(const uint8_t *codes, const int8_t *query, size_t width, int32_t *sums) {
  const uint8x16_t sign = vdupq_n_u8(0x80);
  int32x4_t totals[QUARTERS];
  for (size_t quarter = 0; quarter < QUARTERS; quarter++)
    totals[quarter] = vld1q_s32(sums + quarter * ASSAY_ROWS / QUARTERS);
  for (size_t group = 0; group < width; group += ASSAY_GROUP) {
    const int8x16_t components = spread(query + group);
    for (size_t quarter = 0; quarter < QUARTERS; quarter++, codes += QUARTER) {
      const int8x16_t rows = vreinterpretq_s8_u8(veorq_u8(vld1q_u8(codes), sign));
      totals[quarter] = vdotq_s32(totals[quarter], rows, components);
    }
  }
  for (size_t quarter = 0; quarter < QUARTERS; quarter++)
    vst1q_s32(sums + quarter * ASSAY_ROWS / QUARTERS, totals[quarter]);
}

DOTPROD static void scan_block_neon(const uint8_t *codes, const int8_t *query, size_t width, size_t tiles,
                                    int32_t *sums) {
  for (size_t tile = 0; tile < tiles; tile++, codes += ASSAY_ROWS * width, sums += ASSAY_ROWS)
    scan_tile(codes, query, width, sums);
}

SCAN(neon) { scan_blocks(blocks, query, first, last, sums, kept, scan_block_neon); }
SCAN_LISTED(neon) { scan_listed_blocks(blocks, query, tiles, count, sums, scan_block_neon); }
#endif
