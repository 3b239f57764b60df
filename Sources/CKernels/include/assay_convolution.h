#ifndef ASSAY_CONVOLUTION_H
#define ASSAY_CONVOLUTION_H

#include <stddef.h>

// Layers of small neural networks over float32.
//
// A feature map is stored row by row, channels innermost, inside a border of zeros one position wide:
// (rows + 2) × (columns + 2) × channels. The border is the zero padding of the convolution, so that no inner loop
// has to ask where the picture ends.

enum { ASSAY_PANEL = 8 };

// A 3×3 convolution with zero padding 1, bias and ReLU, whose output position (y, x) is centred on the input
// position (stride·y, stride·x).
typedef struct {
  const float *weights;  // panels of ASSAY_PANEL outputs: [outputs / 8][3 rows][3 columns × inputs][8]
  const float *bias;     // [outputs]
  size_t inputs;         // channels of the input map
  size_t outputs;        // channels of the output map, a multiple of ASSAY_PANEL
  size_t stride;         // 1 or 2
  int adds_input;        // whether the input is added after the ReLU; needs stride 1 and inputs == outputs
} assay_convolution;

// Fills the inside of `output` (output_rows × output_columns within its border) from `input`. The input map has at
// least stride·(output_rows − 1) + 1 rows and as many columns for its columns; `input_columns` is its width without
// the border. The output's border is not touched. The maps must not overlap.
//
// Sums are formed in a fixed order, so the result depends on the instruction set only through fused multiply-adds.
void assay_convolve(const assay_convolution *layer, const float *input, size_t input_columns, float *output,
                    size_t output_rows, size_t output_columns);

// The same on any machine, without instructions that only some have; `assay_convolve` falls back to it.
void assay_convolve_baseline(const assay_convolution *layer, const float *input, size_t input_columns, float *output,
                             size_t output_rows, size_t output_columns);

// output[r] = weights[r] · input + (bias ? bias[r] : 0) for a row-major matrix of rows × columns.
void assay_linear(const float *weights, const float *bias, size_t rows, size_t columns, const float *input,
                  float *output);

#endif
