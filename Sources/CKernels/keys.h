#ifndef ASSAY_KEYS_H
#define ASSAY_KEYS_H

#include <stdint.h>
#include <string.h>

#include "cloned.h"

// The key of a scored item; see assay_select.h.
INLINE uint64_t key_of(float score, uint32_t ordinal) {
  uint32_t bits;
  score += 0;  // turns −0 into 0
  memcpy(&bits, &score, sizeof bits);
  const uint32_t ascending = bits >> 31 ? ~bits : bits | 0x80000000;
  return (uint64_t)~ascending << 32 | ordinal;
}

INLINE float score_of(uint64_t key) {
  const uint32_t ascending = ~(uint32_t)(key >> 32);
  const uint32_t bits = ascending >> 31 ? ascending & 0x7fffffff : ~ascending;
  float score;
  memcpy(&score, &bits, sizeof score);
  return score;
}

// Moves the `wanted` smallest of `count` distinct keys to the front, in no order.
void assay_partition_keys(uint64_t *keys, size_t count, size_t wanted);

// Sorts keys: a radix sort by the bits from `low_bit` up to the last one in which they differ.
void assay_radix_sort(uint64_t *keys, uint64_t *scratch, size_t count, unsigned low_bit);

#endif
