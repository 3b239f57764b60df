#include "scan.h"

#if defined(__x86_64__)
#include <immintrin.h>

// One instruction multiplies and adds four unsigned by four signed bytes for each of sixteen rows. The bytes stand
// 128 too high, so the sums begin that much too low.

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))

enum { TILES = 4, LINE = ASSAY_ROWS * ASSAY_GROUP };

INLINE VNNI __m512i spread(const int8_t *components) {
  int32_t group;
  memcpy(&group, components, sizeof group);
  return _mm512_set1_epi32(group);
}

INLINE VNNI void scan_tiles(const uint8_t *codes, const int8_t *low, const int8_t *high, size_t width, int32_t excess,
                            const size_t tiles, int32_t *sums) {
  __m512i lows[TILES], highs[TILES];
  for (size_t tile = 0; tile < tiles; tile++) {
    const __m512i before = _mm512_loadu_si512(sums + tile * ASSAY_ROWS);
    lows[tile] = _mm512_sub_epi32(before, _mm512_set1_epi32(excess));
    highs[tile] = _mm512_setzero_si512();
  }
  for (size_t group = 0; group < width; group += ASSAY_GROUP, codes += LINE) {
    const __m512i low_group = spread(low + group), high_group = high ? spread(high + group) : low_group;
    // Four places are read at once, and a fifth is asked for: more than the processor foresees, and measured faster
    // than reading straight on.
    _mm_prefetch((const char *)codes + tiles * width * ASSAY_ROWS, _MM_HINT_T0);
    for (size_t tile = 0; tile < tiles; tile++) {
      const __m512i rows = _mm512_loadu_si512(codes + tile * width * ASSAY_ROWS);
      lows[tile] = _mm512_dpbusd_epi32(lows[tile], rows, low_group);
      if (high) highs[tile] = _mm512_dpbusd_epi32(highs[tile], rows, high_group);
    }
  }
  for (size_t tile = 0; tile < tiles; tile++) {
    const __m512i total = _mm512_add_epi32(lows[tile], _mm512_slli_epi32(highs[tile], 7));
    _mm512_storeu_si512(sums + tile * ASSAY_ROWS, total);
  }
}

INLINE VNNI void scan_all(const uint8_t *codes, const int8_t *low, const int8_t *high, size_t width, int32_t excess,
                          size_t tiles, int32_t *sums) {
  size_t tile = 0;
  for (; tile + TILES <= tiles; tile += TILES)
    scan_tiles(codes + tile * ASSAY_ROWS * width, low, high, width, excess, TILES, sums + tile * ASSAY_ROWS);
  for (; tile < tiles; tile++)
    scan_tiles(codes + tile * ASSAY_ROWS * width, low, high, width, excess, 1, sums + tile * ASSAY_ROWS);
}

VNNI static void scan_block_vnni(const uint8_t *codes, assay_byte_query query, size_t width, size_t tiles,
                                 int32_t *sums) {
  const int32_t excess = excess_of(query.codes, width);
  if (query.high)
    scan_all(codes, query.low, query.high, width, excess, tiles, sums);
  else
    scan_all(codes, query.low, NULL, width, excess, tiles, sums);
}

SCAN(vnni) { scan_blocks(blocks, query, first, last, sums, kept, scan_block_vnni); }
#endif
