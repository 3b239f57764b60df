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

INLINE size_t digit_of(uint64_t key, unsigned shift) { return key >> shift & (DIGITS - 1); }

// Moves keys to where their digit's next key belongs; `next` is where each digit's keys begin.
static void distribute(const uint64_t *from, uint64_t *to, size_t count, unsigned shift, const uint32_t *sizes) {
  uint32_t next[DIGITS], start = 0;
  for (size_t digit = 0; digit < DIGITS; digit++) {
    next[digit] = start;
    start += sizes[digit];
  }
  for (size_t i = 0; i < count; i++) to[next[digit_of(from[i], shift)]++] = from[i];
}

void assay_radix_sort(uint64_t *keys, uint64_t *scratch, size_t count, unsigned low_bit) {
  uint32_t sizes[MOST_DIGITS][DIGITS] = {{0}};
  for (size_t i = 0; i < count; i++)
    for (unsigned shift = low_bit, digit = 0; shift < 64; shift += DIGIT_BITS, digit++)
      sizes[digit][digit_of(keys[i], shift)]++;
  uint64_t *from = keys, *to = scratch;
  for (unsigned shift = low_bit, digit = 0; shift < 64; shift += DIGIT_BITS, digit++) {
    if (count == 0 || sizes[digit][digit_of(from[0], shift)] == count) continue;
    distribute(from, to, count, shift, sizes[digit]);
    uint64_t *const sorted = to;
    to = from;
    from = sorted;
  }
  if (from != keys) memcpy(keys, from, count * sizeof *keys);
}
