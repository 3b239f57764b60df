#ifndef ASSAY_BITS_H
#define ASSAY_BITS_H

#include <stddef.h>
#include <stdint.h>

#include "assay_codes.h"

// Vectors rounded to one bit for each component, set when it is positive, in tiles of ASSAY_ROWS rows:
//
//   [tile][word of 32 components][16 rows]
//
// Component i is bit i % 32 of word i / 32; the spare bits of the last word are 0.

// Writes one row's bits: its words lie ASSAY_ROWS apart.
void assay_pack_bits(const float *vector, size_t count, uint32_t *words);

// Writes a query's bits: its words are contiguous.
void assay_query_bits(const float *vector, size_t count, uint32_t *words);

// The Hamming distances of a query of `words` words from the rows of `tiles` tiles.
void assay_bit_distances(const uint32_t *bits, size_t tiles, size_t words, const uint32_t *query, uint32_t *distances);

// Fills `words` × 8 × 16 table entries for assay_bit_sums: entry [g][n] is the sum of those components of group g of
// four for which n has a bit; components from `count` on are 0.
void assay_bit_tables(const float *query, size_t count, float *tables);

// sums[r] = the sum of the query's components at which row r has a bit, added group by group of four components in
// float32; the same on every machine.
void assay_bit_sums(const uint32_t *bits, size_t tiles, size_t words, const float *tables, float *sums);

#endif
