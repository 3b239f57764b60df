#include "paths.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

enum { WORD = 32, ENTRIES = 16, HALF = ASSAY_ROWS / 2 };

// The number of bits of every byte, looked up by half bytes.
AVX2 static inline __m256i bits_of_bytes(__m256i bytes) {
  const __m256i counts = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,  //
                                          0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(0x0f);
  const __m256i lower = _mm256_shuffle_epi8(counts, _mm256_and_si256(bytes, low));
  const __m256i upper = _mm256_shuffle_epi8(counts, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low));
  return _mm256_add_epi8(lower, upper);
}

AVX2 static void distances_of_half(const uint32_t *bits, size_t words, const uint32_t *query, uint32_t *distances) {
  __m256i total = _mm256_setzero_si256();
  for (size_t word = 0; word < words; word++, bits += ASSAY_ROWS) {
    const __m256i rows = _mm256_loadu_si256((const __m256i *)bits);
    const __m256i bytes = bits_of_bytes(_mm256_xor_si256(rows, _mm256_set1_epi32((int32_t)query[word])));
    const __m256i pairs = _mm256_maddubs_epi16(bytes, _mm256_set1_epi8(1));
    total = _mm256_add_epi32(total, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
  }
  _mm256_storeu_si256((__m256i *)distances, total);
}

AVX2 BIT_DISTANCES(avx2) {
  for (size_t tile = 0; tile < tiles; tile++, bits += ASSAY_ROWS * words, distances += ASSAY_ROWS) {
    distances_of_half(bits, words, query, distances);
    distances_of_half(bits + HALF, words, query, distances + HALF);
  }
}

// Entries 0 to 7 and 8 to 15 of a table are looked up apart; bit 3 of the index, moved to the sign, chooses.
AVX2 static void sums_of_half(const uint32_t *bits, size_t words, const float *tables, float *sums) {
  __m256 total = _mm256_setzero_ps();
  for (size_t word = 0; word < words; word++, bits += ASSAY_ROWS) {
    __m256i index = _mm256_loadu_si256((const __m256i *)bits);
    for (size_t group = 0; group < WORD / ASSAY_GROUP; group++, tables += ENTRIES) {
      const __m256 lower = _mm256_permutevar8x32_ps(_mm256_loadu_ps(tables), index);
      const __m256 upper = _mm256_permutevar8x32_ps(_mm256_loadu_ps(tables + ENTRIES / 2), index);
      const __m256 choice = _mm256_castsi256_ps(_mm256_slli_epi32(index, 28));
      total = _mm256_add_ps(total, _mm256_blendv_ps(lower, upper, choice));
      index = _mm256_srli_epi32(index, ASSAY_GROUP);
    }
  }
  _mm256_storeu_ps(sums, total);
}

AVX2 BIT_SUMS(avx2) {
  for (size_t tile = 0; tile < tiles; tile++, bits += ASSAY_ROWS * words, sums += ASSAY_ROWS) {
    sums_of_half(bits, words, tables, sums);
    sums_of_half(bits + HALF, words, tables, sums + HALF);
  }
}
#endif
