#ifndef ASSAY_DENSE_H
#define ASSAY_DENSE_H

// Scans over the vectors of a catalogue: `rows` vectors of `dimensions` components, row-major and contiguous.
// Plain C that the compiler vectorises, cloned for the instruction sets worth having; every clone gives the same
// bits.

#include <stddef.h>
#include <stdint.h>

// Inner products of one query with every row at several prefix lengths in one pass.
//
// `stops` are `stop_count` ascending prefix lengths, the last at most `dimensions`. `dots[s * rows + r]` becomes
// the inner product of the first `stops[s]` components of the query with those of row `r`.
void assay_prefix_dots_f32(const float *matrix, size_t rows, size_t dimensions, const float *query,
                           const size_t *stops, size_t stop_count, float *dots);

// A weighted sum of two float32 vectors in double precision:
// `blend[i] = left_weight · left[i] + right_weight · right[i]`.
void assay_blend(const float *left, double left_weight, const float *right, double right_weight, size_t count,
                 double *blend);

// Rounds a vector to signed bytes: `codes[i] = round(127 · vector[i] / max|vector|)`, halves away from zero.
//
// Returns the value of one code step, max|vector| / 127; all zeros give zero codes and 0.
double assay_quantise_i8(const double *vector, size_t count, int8_t *codes);

// Keeps one bit of each component, set when it is positive: component `i` is bit `i % 64` of word `i / 64`; the
// spare bits of the last word are 0.
void assay_signs(const double *vector, size_t count, uint64_t *words);

// The inner products of one byte vector with every row; exact for up to 131,072 dimensions.
void assay_dots_i8(const int8_t *matrix, size_t rows, size_t dimensions, const int8_t *query, int32_t *dots);

// The Hamming distances of one bit vector of `words` 64-bit words from every row.
void assay_hamming(const uint64_t *matrix, size_t rows, size_t words, const uint64_t *query, uint32_t *distances);

#endif
