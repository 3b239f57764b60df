#ifndef ASSAY_BM25_H
#define ASSAY_BM25_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of BM25F. Scores are float32 in a fixed order of operations, never fused, so that one item scored
// alone has the bits it has in a scan:
//
//     tf    = Σ over groups of ((o0·f0 + o1·f1) + (o2·f2 + o3·f3))     o: occurrences in a field, f: its factor
//     score = weight · (tf / (tf + k1))                                 0 where tf is 0

// Postings of one term or phrase that lie together.
typedef struct {
  const uint32_t *items;          // ascending; one that is not in the window is scored into the window's spare slot
  const uint32_t *counts;         // four occurrences a number; `stride` apart from group to group
  size_t count;
  size_t stride;
  const float *const *factors;    // for each group four factors for each item, and for one item more
  size_t groups;
} assay_postings;

// The items that are scored: first, …, first + span − 1. Arrays of scores have span + 1 elements.
typedef struct {
  uint32_t first;
  uint32_t span;
} assay_window;

// scores[item − first] += score of every posting.
void assay_bm25_add(assay_postings postings, assay_window window, float k1, float weight, float *scores);

// best[item − first] = the larger of itself and the score of every posting.
void assay_bm25_best(assay_postings postings, assay_window window, float k1, float weight, float *best);

// scores[item − first] += times · best[item − first], and best[item − first] = 0, for every item.
void assay_bm25_drain(const uint32_t *items, size_t count, assay_window window, float times, float *best,
                      float *scores);

// The same for every item of the window, which is faster when most have a posting.
void assay_bm25_drain_all(assay_window window, float times, float *best, float *scores);

// factors[4 · item] = weight / (1 − b + b · length / average), 0 where the length is 0. Returns the largest.
float assay_bm25_factors(const uint32_t *lengths, size_t count, double weight, double b, double average,
                         float *factors);

// Finds scores of eligible items above a threshold, from `*next` on: writes their positions in the window and their
// scores, sets them and all others on the way to 0, adds the number of those above 0 to `*matched`, and stops at the
// window's end or when fewer than 64 places are left; `*next` is then where to go on. `eligible` has a bit for every
// item, not only the window's, or is null for all; `first` is a multiple of 64. Returns how many were written.
size_t assay_bm25_take(float *scores, assay_window window, const uint64_t *eligible, uint32_t *next, float threshold,
                       uint32_t *positions, float *found, size_t capacity, size_t *matched);

// The same over the given items in any order, of which some may be given twice, one place being enough to go on.
size_t assay_bm25_take_items(float *scores, assay_window window, const uint64_t *eligible, const uint32_t *items,
                             size_t count, size_t *next, float threshold, uint32_t *positions, float *found,
                             size_t capacity, size_t *matched);

// What bounds the scores of a term: scale · (tf / (tf + k1)), rounded up, for the largest tf that its occurrences can
// amount to in any item.
typedef struct {
  float k1;
  float scale;
} assay_ceiling;

// Bounds of scores, a byte each: marks[item − first] += the bound of every posting before the window's end, from the
// first one on. For each group, `factors` are the four that no item's exceed. Returns how many postings those are; a
// list that is not in order ends where it is not.
size_t assay_bm25_mark(assay_postings postings, assay_window window, assay_ceiling ceiling, uint8_t *marks);

// Finds eligible items marked with `least` or more, which is not 0: writes their positions in the window in rising
// order, sets all marks to 0, and adds the number of eligible items with any mark to `*matched`. There are marks for
// the window's items rounded up to a multiple of 64. `eligible` is as for `assay_bm25_take`. Returns how many were
// written.
size_t assay_bm25_marked(uint8_t *marks, assay_window window, const uint64_t *eligible, uint8_t least,
                         uint32_t *positions, size_t *matched);

// scores[i] += the score of the posting of the item at positions[i] of the window, where there is one. The positions
// ascend.
void assay_bm25_add_listed(assay_postings postings, assay_window window, const uint32_t *positions, size_t listed,
                           float k1, float weight, float *scores);

// Positions are differences in LEB128: skips `count` numbers from an offset, or as many as there are, and returns where
// the next begins.
size_t assay_positions_skip(const uint8_t *bytes, size_t size, size_t offset, size_t count);

// Reads `count` differences into places: the field above 32 bits of position. Beyond the end differences are 0.
// Returns where the next number begins.
size_t assay_positions_read(const uint8_t *bytes, size_t size, size_t offset, size_t count, uint64_t field,
                            uint64_t *places);

#endif
