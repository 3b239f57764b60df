#ifndef ASSAY_CKERNELS_H
#define ASSAY_CKERNELS_H

// The numeric inner loops that decide how fast Assay answers. Every function is pure, needs no initialisation
// and may be called from any thread.

#include <stddef.h>

#include "assay_area.h"
#include "assay_bits.h"
#include "assay_blend.h"
#include "assay_bounds.h"
#include "assay_bm25.h"
#include "assay_codes.h"
#include "assay_convolution.h"
#include "assay_dot.h"
#include "assay_half.h"
#include "assay_paths.h"
#include "assay_product.h"
#include "assay_resample.h"
#include "assay_select.h"

#endif
