#include "paths.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512vpopcntdq")))

enum { WORD = 32, ENTRIES = 16 };

AVX512 BIT_DISTANCES(avx512) {
  for (size_t tile = 0; tile < tiles; tile++, distances += ASSAY_ROWS) {
    __m512i total = _mm512_setzero_si512();
    for (size_t word = 0; word < words; word++, bits += ASSAY_ROWS) {
      const __m512i differing = _mm512_xor_si512(_mm512_loadu_si512(bits), _mm512_set1_epi32((int32_t)query[word]));
      total = _mm512_add_epi32(total, _mm512_popcnt_epi32(differing));
    }
    _mm512_storeu_si512(distances, total);
  }
}

// A table of sixteen entries fills one register, and the permutation reads only the four low bits of an index.
AVX512 BIT_SUMS(avx512) {
  for (size_t tile = 0; tile < tiles; tile++, sums += ASSAY_ROWS) {
    __m512 total = _mm512_setzero_ps();
    const float *table = tables;
    for (size_t word = 0; word < words; word++, bits += ASSAY_ROWS) {
      __m512i index = _mm512_loadu_si512(bits);
      for (size_t group = 0; group < WORD / ASSAY_GROUP; group++, table += ENTRIES) {
        total = _mm512_add_ps(total, _mm512_permutexvar_ps(index, _mm512_loadu_ps(table)));
        index = _mm512_srli_epi32(index, ASSAY_GROUP);
      }
    }
    _mm512_storeu_ps(sums, total);
  }
}
#endif
