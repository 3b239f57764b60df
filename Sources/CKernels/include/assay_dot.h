#ifndef ASSAY_DOT_H
#define ASSAY_DOT_H

#include <stddef.h>
#include <stdint.h>

// Inner products of float32 vectors, with one definition for every machine.
//
// Component i is added to lane i % 16 by a fused multiply-add, in ascending order of i; a last group of fewer than
// sixteen is filled up with zeros. Then the lanes are added pairwise: lane l + 8 to lane l, l + 4 to l, l + 2 to l
// and l + 1 to l. So a scan, a rescored shortlist and an explanation agree to the bit, whatever the instruction set.

// The inner product of two vectors of `count` components.
float assay_dot_f32(const float *left, const float *right, size_t count);

// dots[r] = the inner product of the first `count` components of row r with `query`, for `rows` rows that lie
// `stride` floats apart.
void assay_dots_f32(const float *matrix, size_t rows, size_t stride, const float *query, size_t count, float *dots);

// The same for the `rows` rows named by `ordinals`, in any order: dots[i] belongs to row ordinals[i].
void assay_gathered_dots_f32(const float *matrix, const uint32_t *ordinals, size_t rows, size_t stride,
                             const float *query, size_t count, float *dots);

#endif
