#ifndef ASSAY_CODES_H
#define ASSAY_CODES_H

#include <stddef.h>
#include <stdint.h>

// Vectors rounded to bytes, in the order in which a scan reads them.
//
// Rows are padded to a multiple of ASSAY_ROWS with rows of zeros; ASSAY_ROWS rows are a tile. Components are cut
// into blocks at the prefix lengths that can be compared (`stops`), each padded to a multiple of ASSAY_GROUP
// components with zeros. So the components of a short prefix lie together:
//
//   [block][tile][group of 4 components][16 rows][4 bytes]
//
// A byte is its signed code xor 0x80, because the fastest multiply-adds take unsigned bytes on one side.

enum { ASSAY_ROWS = 16, ASSAY_GROUP = 4 };

// How a side's rows are packed.
typedef struct {
  size_t tiles;           // rows / ASSAY_ROWS, rounded up
  size_t dimensions;      // components of a row
  const uint32_t *stops;  // ascending prefix lengths, the last is `dimensions`; a block ends at each
  size_t stop_count;
} assay_layout;

// Where packed rows are written. The memory is that of the whole side.
typedef struct {
  uint8_t *codes;    // as above
  float *scales;     // [row]: the value of one code step
  float *squares;    // [stop][row]: the squared length of the prefix, summed in double precision
  double *residual;  // [stop]: raised to the largest squared distance of a packed row's prefix from its codes, in steps
} assay_packed;

// Packs the tiles first ≤ tile < last of `rows` row-major rows of finite floats. Rows from `rows` on count as zeros.
//
// A row's step is max|x| / 127, its codes are x / step rounded to the nearest, halves to even. A row whose largest
// component is below 2^-100 gets step 0 and codes 0.
void assay_pack(assay_layout layout, const float *matrix, size_t rows, size_t first, size_t last, assay_packed packed);

// products[stop][row] = the inner product of the two rows' prefixes, summed in double precision in component order,
// for the rows of the same tiles of two row-major matrices.
void assay_pack_crosses(assay_layout layout, const float *left, const float *right, size_t rows, size_t first,
                        size_t last, float *products);

// A run of blocks of a side's codes.
typedef struct {
  const uint8_t *codes;    // of the whole side
  size_t tiles;            // of the whole side
  const uint32_t *widths;  // padded components of every block
  size_t first, last;      // the blocks first ≤ block < last
} assay_blocks;

// Adds the inner products of the query's codes and the rows' codes over a run of blocks.
//
// The query's codes lie in the padded component order of the layout's blocks, from the first block of all on.
// `sums` holds the sums of the rows of the tiles first ≤ tile < last, from 0; they are continued, so a shorter
// prefix can be extended. Where `kept` is not NULL, the sums at the end of each block are also stored at
// kept[block - blocks.first][row], rows of the whole side. Exact as long as the final sums fit in 32 bits.
void assay_scan(assay_blocks blocks, const int8_t *query, size_t first, size_t last, int32_t *sums, int32_t *kept);

// The same for the listed tiles alone: `sums` holds the sums of the rows of the first listed tile, then the second's.
void assay_scan_listed(assay_blocks blocks, const int8_t *query, const uint32_t *tiles, size_t count, int32_t *sums);

#endif
