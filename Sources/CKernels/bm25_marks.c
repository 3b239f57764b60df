#include "bm25.h"
#include "cloned.h"

enum { LANES = 16 };

typedef uint32_t count_lanes __attribute__((ext_vector_type(LANES)));
typedef int32_t mark_lanes __attribute__((ext_vector_type(LANES)));
typedef float bound_lanes __attribute__((ext_vector_type(LANES)));
typedef uint8_t byte_lanes __attribute__((ext_vector_type(LANES)));

// Adds what occurrences in four fields amount to at most, in the order of operations of a score.
INLINE void add_bound(const count_lanes *counts, const float *most, bound_lanes *tf) {
  const bound_lanes zero = __builtin_convertvector(*counts & 0xff, bound_lanes) * most[0];
  const bound_lanes one = __builtin_convertvector(*counts >> 8 & 0xff, bound_lanes) * most[1];
  const bound_lanes two = __builtin_convertvector(*counts >> 16 & 0xff, bound_lanes) * most[2];
  const bound_lanes three = __builtin_convertvector(*counts >> 24, bound_lanes) * most[3];
  *tf += (zero + one) + (two + three);
}

// Leaves the marks of the next `count` postings, at most LANES; returns how many there are before the window's end.
INLINE size_t mark_next(const assay_postings *p, size_t i, size_t count, assay_window window, assay_ceiling ceiling,
                        uint8_t *marks) {
  bound_lanes tf = 0;
  for (size_t g = 0; g < p->groups; g++) {
    count_lanes counts = 0;
    memcpy(&counts, p->counts + g * p->stride + i, count * sizeof(uint32_t));
    add_bound(&counts, p->factors[g], &tf);
  }
  const bound_lanes bound = ceiling.scale * (tf / (tf + ceiling.k1 + FLT_MIN));
  const mark_lanes whole = __builtin_convertvector(bound, mark_lanes);
  // A comparison is −1 where it holds: rounds up.
  const mark_lanes raised = whole - (__builtin_convertvector(whole, bound_lanes) < bound);
  const byte_lanes lanes = __builtin_convertvector(raised, byte_lanes);
  uint8_t bytes[LANES];
  memcpy(bytes, &lanes, sizeof bytes);
  for (size_t j = 0; j < count; j++) {
    const uint32_t position = p->items[i + j] - window.first;
    if (position >= window.span) return j;
    marks[position] += bytes[j];
  }
  return count;
}

CLONED size_t assay_bm25_mark(assay_postings postings, assay_window window, assay_ceiling ceiling, uint8_t *marks) {
  size_t i = 0;
  while (i + LANES <= postings.count && postings.items[i] - window.first < window.span) {
    const size_t marked = mark_next(&postings, i, LANES, window, ceiling, marks);
    i += marked;
    if (marked < LANES) return i;
  }
  if (i + LANES > postings.count) i += mark_next(&postings, i, postings.count - i, window, ceiling, marks);
  return i;
}

enum { MARKS = 64 };

typedef uint8_t mark_group __attribute__((ext_vector_type(MARKS)));
typedef _Bool mark_mask __attribute__((ext_vector_type(MARKS)));

// A bit for each of the next 64 marks that is `least` or more.
INLINE uint64_t reaching(const uint8_t *marks, uint8_t least) {
  mark_group group;
  memcpy(&group, marks, sizeof group);
  const mark_mask at_least = __builtin_convertvector(group >= least, mark_mask);
  uint64_t bits;
  memcpy(&bits, &at_least, sizeof bits);
  return bits;
}

CLONED size_t assay_bm25_marked(uint8_t *marks, assay_window window, const uint64_t *eligible, uint8_t least,
                                uint32_t *positions, size_t *matched) {
  size_t written = 0, counted = 0;
  for (uint32_t i = 0; i < window.span; i += MARKS) {
    const uint64_t any = reaching(marks + i, 1);
    if (!any) continue;
    const uint64_t wanted = eligible ? eligible[(window.first + i) / 64] : UINT64_MAX;
    counted += (size_t)__builtin_popcountll(any & wanted);
    for (uint64_t bits = reaching(marks + i, least) & wanted; bits; bits &= bits - 1)
      positions[written++] = i + (uint32_t)__builtin_ctzll(bits);
    memset(marks + i, 0, MARKS);
  }
  *matched += counted;
  return written;
}

// The first posting from `from` on whose item does not come before `item`: in steps that double, then by halves.
static inline size_t seek(const uint32_t *items, size_t count, size_t from, uint32_t item) {
  if (from >= count || items[from] >= item) return from;
  size_t low = from, step = 1;
  for (; low + step < count && items[low + step] < item; step *= 2) low += step;
  size_t rest = (low + step < count ? low + step : count) - low;  // the border is among the next `rest`
  while (rest > 1) {
    const size_t half = rest / 2;
    low = items[low + half] < item ? low + half : low;
    rest -= half;
  }
  return low + 1;
}

void assay_bm25_add_listed(assay_postings postings, assay_window window, const uint32_t *positions, size_t listed,
                           float k1, float weight, float *scores) {
  size_t at = 0;
  for (size_t i = 0; i < listed; i++) {
    const uint32_t item = window.first + positions[i];
    at = seek(postings.items, postings.count, at, item);
    if (at == postings.count) return;
    uint32_t position;
    if (postings.items[at] == item) scores[i] += score_one(&postings, at, window, k1, weight, &position);
  }
}
