#include "scan.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Bytes are widened to 16 bits before they are multiplied: the instruction that multiplies bytes directly saturates.
// Every row has two sums, of the even and the odd pairs of its components, until the end.

#define AVX2 __attribute__((target("avx2")))

enum { QUARTERS = 4, QUARTER = ASSAY_ROWS / QUARTERS * ASSAY_GROUP };

AVX2 static void scan_tile(const uint8_t *codes, const int8_t *query, size_t width, __m256i excess, int32_t *sums) {
  __m256i pairs[QUARTERS];
  for (size_t quarter = 0; quarter < QUARTERS; quarter++) pairs[quarter] = _mm256_setzero_si256();
  for (size_t group = 0; group < width; group += ASSAY_GROUP) {
    int32_t components;
    memcpy(&components, query + group, sizeof components);
    const __m256i spread = _mm256_broadcastq_epi64(_mm_cvtepi8_epi16(_mm_cvtsi32_si128(components)));
    for (size_t quarter = 0; quarter < QUARTERS; quarter++, codes += QUARTER) {
      const __m256i rows = _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)codes));
      pairs[quarter] = _mm256_add_epi32(pairs[quarter], _mm256_madd_epi16(rows, spread));
    }
  }
  for (size_t half = 0; half < QUARTERS; half += 2, sums += ASSAY_ROWS / 2) {
    const __m256i halves = _mm256_hadd_epi32(pairs[half], pairs[half + 1]);  // rows 0 1, 4 5, 2 3, 6 7
    const __m256i added = _mm256_permute4x64_epi64(halves, 0xd8);
    const __m256i before = _mm256_sub_epi32(_mm256_loadu_si256((const __m256i *)sums), excess);
    _mm256_storeu_si256((__m256i *)sums, _mm256_add_epi32(before, added));
  }
}

AVX2 static void scan_block_avx2(const uint8_t *codes, const int8_t *query, size_t width, size_t tiles,
                                 int32_t *sums) {
  const __m256i excess = _mm256_set1_epi32(excess_of(query, width));
  for (size_t tile = 0; tile < tiles; tile++, codes += ASSAY_ROWS * width, sums += ASSAY_ROWS)
    scan_tile(codes, query, width, excess, sums);
}

SCAN(avx2) { scan_blocks(blocks, query, first, last, sums, kept, scan_block_avx2); }
SCAN_LISTED(avx2) { scan_listed_blocks(blocks, query, tiles, count, sums, scan_block_avx2); }
#endif
