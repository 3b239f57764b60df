#ifndef ASSAY_BM25_ONE_H
#define ASSAY_BM25_ONE_H

#include <float.h>
#include <string.h>

#include "assay_bm25.h"

// A fused multiply-add rounds once where a product and a sum round twice.
#pragma STDC FP_CONTRACT OFF

typedef float f32x4 __attribute__((vector_size(16)));
typedef uint8_t u8x4 __attribute__((vector_size(4)));

// Where an item's score is; the spare slot for an item that is not in the window, as in a damaged file.
static inline uint32_t slot(uint32_t item, assay_window window) {
  uint32_t position = item - window.first;
  return position < window.span ? position : window.span;
}

static inline f32x4 products(uint32_t count, const float *factors) {
  u8x4 bytes;
  f32x4 row;
  memcpy(&bytes, &count, sizeof bytes);
  memcpy(&row, factors, sizeof row);
  return __builtin_convertvector(bytes, f32x4) * row;
}

// tf / (tf + k1) with 0 / 0 as 0: the smallest normal number vanishes beside every tf that is not 0.
static inline f32x4 scores_of(f32x4 tf, float k1, float weight) {
  return weight * (tf / (tf + k1 + FLT_MIN));
}

// The score of one posting and its slot.
static inline float score_one(const assay_postings *p, size_t i, assay_window window, float k1, float weight,
                              uint32_t *at) {
  *at = slot(p->items[i], window);
  f32x4 tf = {0};
  for (size_t g = 0; g < p->groups; g++) {
    f32x4 row = products(p->counts[g * p->stride + i], p->factors[g] + 4 * ((size_t)window.first + *at));
    float group = (row[0] + row[1]) + (row[2] + row[3]);
    tf[0] = g == 0 ? group : tf[0] + group;
  }
  return scores_of(tf, k1, weight)[0];
}

#endif
