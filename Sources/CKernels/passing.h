#ifndef ASSAY_PASSING_H
#define ASSAY_PASSING_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "cloned.h"

enum { SCORES = 16 };

typedef float score_group __attribute__((ext_vector_type(SCORES)));
typedef _Bool score_mask __attribute__((ext_vector_type(SCORES)));

// A bit for each of the next up to sixteen scores that is at least `threshold` and whose item is eligible.
INLINE uint32_t passing(const float *scores, size_t count, float threshold, const uint64_t *eligible, uint32_t first) {
  score_group group = __builtin_nanf("");
  if (count >= SCORES)
    memcpy(&group, scores, sizeof group);
  else
    memcpy(&group, scores, count * sizeof(float));
  const score_mask at_least = __builtin_convertvector(group >= threshold, score_mask);
  uint16_t bits;
  memcpy(&bits, &at_least, sizeof bits);
  return eligible ? bits & (uint32_t)(eligible[first / 64] >> first % 64) : bits;
}

#endif
