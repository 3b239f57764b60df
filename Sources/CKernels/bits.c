#include "CKernels.h"
#include "paths.h"

#include <string.h>

enum { WORD = 32, ENTRIES = 16 };

static void pack(const float *vector, size_t count, uint32_t *words, size_t step) {
  for (size_t word = 0; word * WORD < count; word++) {
    uint32_t bits = 0;
    for (size_t bit = 0; bit < WORD && word * WORD + bit < count; bit++)
      bits |= (uint32_t)(vector[word * WORD + bit] > 0) << bit;
    words[word * step] = bits;
  }
}

void assay_pack_bits(const float *vector, size_t count, uint32_t *words) { pack(vector, count, words, ASSAY_ROWS); }

void assay_query_bits(const float *vector, size_t count, uint32_t *words) { pack(vector, count, words, 1); }

void assay_bit_tables(const float *query, size_t count, float *tables) {
  const size_t groups = (count + WORD - 1) / WORD * (WORD / ASSAY_GROUP);
  for (size_t group = 0; group < groups; group++, tables += ENTRIES)
    for (size_t entry = 0; entry < ENTRIES; entry++) {
      float sum = 0;
      for (size_t bit = 0; bit < ASSAY_GROUP; bit++) {
        const size_t component = group * ASSAY_GROUP + bit;
        if (entry >> bit & 1 && component < count) sum += query[component];
      }
      tables[entry] = sum;
    }
}

BIT_DISTANCES(plain) {
  for (size_t tile = 0; tile < tiles; tile++, distances += ASSAY_ROWS) {
    memset(distances, 0, ASSAY_ROWS * sizeof *distances);
    for (size_t word = 0; word < words; word++, bits += ASSAY_ROWS)
      for (size_t row = 0; row < ASSAY_ROWS; row++)
        distances[row] += (uint32_t)__builtin_popcount(bits[row] ^ query[word]);
  }
}

BIT_SUMS(plain) {
  for (size_t tile = 0; tile < tiles; tile++, sums += ASSAY_ROWS) {
    memset(sums, 0, ASSAY_ROWS * sizeof *sums);
    const float *table = tables;
    for (size_t word = 0; word < words; word++, bits += ASSAY_ROWS)
      for (size_t shift = 0; shift < WORD; shift += ASSAY_GROUP, table += ENTRIES)
        for (size_t row = 0; row < ASSAY_ROWS; row++) sums[row] += table[bits[row] >> shift & (ENTRIES - 1)];
  }
}

void assay_bit_distances(const uint32_t *bits, size_t tiles, size_t words, const uint32_t *query,
                         uint32_t *distances) {
  assay_best_path()->bit_distances(bits, tiles, words, query, distances);
}

void assay_bit_sums(const uint32_t *bits, size_t tiles, size_t words, const float *tables, float *sums) {
  assay_best_path()->bit_sums(bits, tiles, words, tables, sums);
}
