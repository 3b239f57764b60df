#ifndef ASSAY_CKERNELS_H
#define ASSAY_CKERNELS_H

// The numeric inner loops that decide how fast Assay answers. Every function is pure, needs no initialisation
// and may be called from any thread.

#include <stddef.h>

#include "assay_area.h"
#include "assay_convolution.h"
#include "assay_dense.h"
#include "assay_half.h"

// The inner product of two float32 vectors of `count` components, accumulated in sixteen fixed lanes so that the
// result does not depend on the instruction set.
float assay_dot_f32(const float *left, const float *right, size_t count);

#endif
