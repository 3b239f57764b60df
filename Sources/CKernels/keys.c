#include "keys.h"

#include <stddef.h>

INLINE void swap(uint64_t *keys, size_t i, size_t j) {
  const uint64_t key = keys[i];
  keys[i] = keys[j];
  keys[j] = key;
}

INLINE uint64_t median(uint64_t a, uint64_t b, uint64_t c) {
  const uint64_t low = a < b ? a : b, high = a < b ? b : a;
  return c < low ? low : c > high ? high : c;
}

// Hoare's quickselect; the pivot is the median of the first, the middle and the last key.
void assay_partition_keys(uint64_t *keys, size_t count, size_t wanted) {
  size_t first = 0, last = count;  // the border lies within first ≤ wanted ≤ last
  while (wanted > first && wanted < last && last - first > 1) {
    const uint64_t pivot = median(keys[first], keys[first + (last - first) / 2], keys[last - 1]);
    size_t i = first, j = last - 1;
    for (;; i++, j--) {
      while (keys[i] < pivot) i++;
      while (keys[j] > pivot) j--;
      if (i >= j) break;
      swap(keys, i, j);
    }
    if (wanted <= j)  // keys up to j are at most the pivot
      last = i == j ? j : j + 1;
    else  // keys from i on are at least the pivot
      first = i == j ? i + 1 : i;
  }
}

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, MOST_DIGITS = 6 };

// Where a digit lies in a key.
typedef struct {
  unsigned shift, bits;
} place;

INLINE size_t digit_of(uint64_t key, place place) { return key >> place.shift & ((1u << place.bits) - 1); }

// Moves keys to where their digit's next key belongs; `sizes` says how many keys have each digit.
static void distribute(const uint64_t *from, uint64_t *to, size_t count, place place, const uint32_t *sizes) {
  uint32_t next[DIGITS], start = 0;
  for (size_t digit = 0; digit < (size_t)1 << place.bits; digit++) {
    next[digit] = start;
    start += sizes[digit];
  }
  for (size_t i = 0; i < count; i++) to[next[digit_of(from[i], place)]++] = from[i];
}

// The bits in which keys differ, from `low_bit` up: the scores of a list often share their first.
static uint64_t difference(const uint64_t *keys, size_t count, unsigned low_bit) {
  uint64_t bits = 0;
  for (size_t i = 0; i < count; i++) bits |= keys[i] ^ keys[0];
  return bits >> low_bit;
}

void assay_radix_sort(uint64_t *keys, uint64_t *scratch, size_t count, unsigned low_bit) {
  const uint64_t differing = difference(keys, count, low_bit);
  if (!differing) return;
  const unsigned bits = 64 - (unsigned)__builtin_clzll(differing), digits = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
  const unsigned width = (bits + digits - 1) / digits;
  uint32_t sizes[MOST_DIGITS][DIGITS];
  place places[MOST_DIGITS];
  for (unsigned digit = 0; digit < digits; digit++) {
    places[digit] = (place){low_bit + digit * width, width};
    memset(sizes[digit], 0, sizeof *sizes);
  }
  for (size_t i = 0; i < count; i++)
    for (unsigned digit = 0; digit < digits; digit++) sizes[digit][digit_of(keys[i], places[digit])]++;
  uint64_t *from = keys, *to = scratch;
  for (unsigned digit = 0; digit < digits; digit++) {
    distribute(from, to, count, places[digit], sizes[digit]);
    uint64_t *const sorted = to;
    to = from;
    from = sorted;
  }
  if (from != keys) memcpy(keys, from, count * sizeof *keys);
}
