#ifndef ASSAY_SELECT_H
#define ASSAY_SELECT_H

#include <stddef.h>
#include <stdint.h>

// From scores to ranked items.
//
// A key is one item's place in the total order of a ranking, score descending, then ordinal ascending: the score
// mapped to 32 bits so that a better score is a smaller integer, above the 32 bits of the ordinal. −0 counts as 0.
//
// `eligible` is a bit set of ordinals, ordinal i in bit i % 64 of word i / 64, or NULL for all. A score of NaN means
// that the item has none: it is never counted or kept. Rows come in order; `first`, the ordinal of the first of
// them, is a multiple of 16.

// One side's share of a score.
typedef struct {
  const int32_t *sums;   // integer inner products by row
  const float *factors;  // what one step of them is worth by row; NaN where the item has no vector
} assay_summand;

// scores[r] = scale · Σ sums[r] · factors[r] + slack · margins[r]; `margins` may be NULL.
//
// Rounded in float32 at each step, in the same way on every machine.
void assay_score(const assay_summand *summands, size_t summand_count, float scale, const float *margins, float slack,
                 size_t rows, float *scores);

// The best `wanted` keys of all that were offered; independent of the order of the offers.
typedef struct {
  uint64_t *keys;
  size_t capacity;  // of `keys`, at least wanted + ASSAY_OFFER
  size_t wanted;
  size_t count;     // keys held, 0 at first
  uint64_t worst;   // no greater key can be among the best; UINT64_MAX at first
  float threshold;  // no smaller score can; −infinity at first
} assay_selection;

enum { ASSAY_OFFER = 16 };

// Offers the scores of `rows` rows from ordinal `first`.
void assay_select(assay_selection *selection, const float *scores, size_t rows, uint32_t first,
                  const uint64_t *eligible);

// Offers keys made elsewhere.
void assay_select_keys(assay_selection *selection, const uint64_t *keys, size_t count);

// Drops all but the best `wanted` keys and sorts them.
void assay_finish_selection(assay_selection *selection);

// How many scores are at least `threshold`.
size_t assay_count(const float *scores, size_t rows, uint32_t first, const uint64_t *eligible, float threshold);

// Writes the keys of all scores of at least `threshold` in ordinal order and returns how many there are. `keys` has
// room for as many keys as there are rows.
size_t assay_collect(const float *scores, size_t rows, uint32_t first, const uint64_t *eligible, float threshold,
                     uint64_t *keys);

// Sorts keys whose ordinals ascend already, best first: a stable radix sort over the score half. The result is in
// `keys`; `scratch` has the same size.
void assay_sort_ascending_ordinals(uint64_t *keys, uint64_t *scratch, size_t count);

// Takes keys apart.
void assay_split_keys(const uint64_t *keys, size_t count, uint32_t *ordinals, float *scores);

#endif
