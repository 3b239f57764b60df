#include "bm25.h"

// Adds up four rows of four in the fixed order.
static inline f32x4 sums(f32x4 a, f32x4 b, f32x4 c, f32x4 d) {
  f32x4 ab01 = __builtin_shufflevector(a, b, 0, 4, 1, 5), ab23 = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  f32x4 cd01 = __builtin_shufflevector(c, d, 0, 4, 1, 5), cd23 = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  f32x4 zero = __builtin_shufflevector(ab01, cd01, 0, 1, 4, 5), one = __builtin_shufflevector(ab01, cd01, 2, 3, 6, 7);
  f32x4 two = __builtin_shufflevector(ab23, cd23, 0, 1, 4, 5), three = __builtin_shufflevector(ab23, cd23, 2, 3, 6, 7);
  return (zero + one) + (two + three);
}

// How many postings ahead memory is asked for.
enum { AHEAD = 16 };

// Asks for what the postings i + AHEAD … need: those of a term that is not common lie far apart, and waiting for each
// in turn takes longer than everything else.
static inline void prefetch(const assay_postings *p, size_t i, assay_window window, const float *scores) {
  if (i + AHEAD + 4 > p->count) return;
  for (int j = 0; j < 4; j++) {
    uint32_t at = slot(p->items[i + AHEAD + j], window);
    __builtin_prefetch(scores + at, 1);
    for (size_t g = 0; g < p->groups; g++) __builtin_prefetch(p->factors[g] + 4 * ((size_t)window.first + at));
  }
}

// The scores of the postings i … i + 3 and their slots.
static inline f32x4 score_four(const assay_postings *p, size_t i, assay_window window, float k1, float weight,
                               uint32_t slots[4]) {
  for (int j = 0; j < 4; j++) slots[j] = slot(p->items[i + j], window);
  f32x4 tf = {0};
  for (size_t g = 0; g < p->groups; g++) {
    const uint32_t *counts = p->counts + g * p->stride + i;
    const float *factors = p->factors[g] + 4 * (size_t)window.first;
    f32x4 group = sums(products(counts[0], factors + 4 * (size_t)slots[0]),
                       products(counts[1], factors + 4 * (size_t)slots[1]),
                       products(counts[2], factors + 4 * (size_t)slots[2]),
                       products(counts[3], factors + 4 * (size_t)slots[3]));
    tf = g == 0 ? group : tf + group;
  }
  return scores_of(tf, k1, weight);
}

static inline void add(const assay_postings *p, assay_window window, float k1, float weight, float *scores) {
  size_t i = 0;
  uint32_t slots[4];
  for (; i + 4 <= p->count; i += 4) {
    prefetch(p, i, window, scores);
    f32x4 four = score_four(p, i, window, k1, weight, slots);
    for (int j = 0; j < 4; j++) scores[slots[j]] += four[j];
  }
  for (; i < p->count; i++) {
    float one = score_one(p, i, window, k1, weight, slots);
    scores[slots[0]] += one;
  }
}

static inline void best(const assay_postings *p, assay_window window, float k1, float weight, float *scores) {
  size_t i = 0;
  uint32_t slots[4];
  for (; i + 4 <= p->count; i += 4) {
    prefetch(p, i, window, scores);
    f32x4 four = score_four(p, i, window, k1, weight, slots);
    for (int j = 0; j < 4; j++) {
      float old = scores[slots[j]];
      scores[slots[j]] = four[j] > old ? four[j] : old;
    }
  }
  for (; i < p->count; i++) {
    float one = score_one(p, i, window, k1, weight, slots);
    if (one > scores[slots[0]]) scores[slots[0]] = one;
  }
}

void assay_bm25_add(assay_postings postings, assay_window window, float k1, float weight, float *scores) {
  if (postings.groups == 1) {
    postings.groups = 1;  // the common case, compiled without the loop over groups
    add(&postings, window, k1, weight, scores);
  } else {
    add(&postings, window, k1, weight, scores);
  }
  scores[window.span] = 0;
}

void assay_bm25_best(assay_postings postings, assay_window window, float k1, float weight, float *scores) {
  if (postings.groups == 1) {
    postings.groups = 1;
    best(&postings, window, k1, weight, scores);
  } else {
    best(&postings, window, k1, weight, scores);
  }
  scores[window.span] = 0;
}

void assay_bm25_drain(const uint32_t *items, size_t count, assay_window window, float times, float *best,
                      float *scores) {
  for (size_t i = 0; i < count; i++) {
    uint32_t at = slot(items[i], window);
    scores[at] += times * best[at];
    best[at] = 0;
  }
  scores[window.span] = 0;
}

void assay_bm25_drain_all(assay_window window, float times, float *best, float *scores) {
  for (uint32_t i = 0; i <= window.span; i++) {
    scores[i] += times * best[i];
    best[i] = 0;
  }
}

// Reads one LEB128 number; nothing beyond the end.
static inline uint32_t leb128(const uint8_t *bytes, size_t size, size_t *offset) {
  uint32_t number = 0;
  for (unsigned shift = 0; *offset < size; shift += 7) {
    uint8_t byte = bytes[(*offset)++];
    if (shift < 32) number |= (uint32_t)(byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return number;
}

size_t assay_positions_skip(const uint8_t *bytes, size_t size, size_t offset, size_t count) {
  while (count > 0 && offset < size) count -= bytes[offset++] < 0x80;
  return offset;
}

size_t assay_positions_read(const uint8_t *bytes, size_t size, size_t offset, size_t count, uint64_t field,
                            uint64_t *places) {
  uint32_t position = 0;
  for (size_t i = 0; i < count; i++) {
    position += leb128(bytes, size, &offset);
    places[i] = field << 32 | position;
  }
  return offset;
}

float assay_bm25_factors(const uint32_t *lengths, size_t count, double weight, double b, double average,
                         float *factors) {
  double base = 1 - b, slope = average > 0 ? b / average : 0;
  float most = 0;
  for (size_t i = 0; i < count; i++) {
    double norm = base + slope * lengths[i];
    float factor = lengths[i] == 0 ? 0 : (float)(weight / norm);
    factors[4 * i] = factor;
    most = factor > most ? factor : most;
  }
  return most;
}

// Sets the scores of items that are not eligible to 0; `word` has a bit for each of at most 64.
static void drop(float *scores, uint32_t count, uint64_t word) {
  if (word == UINT64_MAX) return;
  for (uint32_t j = 0; j < count; j++) scores[j] = word >> j & 1 ? scores[j] : 0;
}

size_t assay_bm25_take(float *scores, assay_window window, const uint64_t *eligible, uint32_t *next, float threshold,
                       uint32_t *positions, float *found, size_t capacity, size_t *matched) {
  size_t written = 0;
  uint32_t i = *next;
  while (i < window.span && written + 64 <= capacity) {
    uint32_t count = window.span - i < 64 ? window.span - i : 64;
    if (eligible) drop(scores + i, count, eligible[(window.first + i) / 64]);
    uint32_t positive = 0, above = 0;
    for (uint32_t j = i; j < i + count; j++) {
      positive += scores[j] > 0;
      above += scores[j] > threshold;
    }
    if (above > 0) {
      for (uint32_t j = i; j < i + count; j++) {
        positions[written] = j;
        found[written] = scores[j];
        written += scores[j] > threshold;
      }
    }
    if (positive > 0) memset(scores + i, 0, count * sizeof *scores);
    *matched += positive;
    i += count;
  }
  *next = i;
  return written;
}

size_t assay_bm25_take_items(float *scores, assay_window window, const uint64_t *eligible, const uint32_t *items,
                             size_t count, size_t *next, float threshold, uint32_t *positions, float *found,
                             size_t capacity, size_t *matched) {
  size_t written = 0, i = *next;
  for (; i < count && written < capacity; i++) {
    uint32_t at = slot(items[i], window);
    float score = scores[at];
    scores[at] = 0;
    if (score > 0 && eligible && !(eligible[(window.first + at) / 64] >> (window.first + at) % 64 & 1)) continue;
    *matched += score > 0;
    positions[written] = at;
    found[written] = score;
    written += score > threshold;
  }
  *next = i;
  return written;
}
