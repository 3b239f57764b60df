#ifndef ASSAY_PRODUCT_H
#define ASSAY_PRODUCT_H

#include <stddef.h>
#include <stdint.h>

#include "assay_codes.h"

// Product quantisation: a vector is cut into parts of ASSAY_PART components, and each part is replaced by the nearest
// of ASSAY_CENTROIDS centroids of that part's own codebook. A last, shorter part is filled up with zeros.
//
// A codebook is stored with its centroids side by side: [ASSAY_PART components][ASSAY_CENTROIDS]. Codes lie in tiles
// of ASSAY_ROWS rows: [tile][part][16 rows].

enum { ASSAY_PART = 8, ASSAY_CENTROIDS = 256 };

// The centroid of least squared distance from a part, the first of them where several are; `distance`, where not
// NULL, becomes that squared distance. Differences are squared and added in component order in float32.
uint8_t assay_nearest_centroid(const float *codebook, const float *part, float *distance);

// table[c] = the inner product of a part of the query and centroid c.
void assay_centroid_table(const float *codebook, const float *part, float *table);

// sums[r] = Σ tables[part][code of row r's part], added in order of the parts in float32.
void assay_table_sums(const uint8_t *codes, size_t tiles, size_t parts, const float *tables, float *sums);

#endif
