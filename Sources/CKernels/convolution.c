#include <stdint.h>

#include "CKernels.h"

// The product is computed as a matrix multiplication whose left rows are never copied: with channels innermost,
// the three columns under a kernel row are 3 × inputs consecutive floats. One tile holds the sums of several
// neighbouring output positions for one or two panels of outputs in registers; six positions by two panels fill
// the sixteen registers of AVX2, and six divides every width of the default encoder.

typedef float panel __attribute__((vector_size(ASSAY_PANEL * sizeof(float)), aligned(sizeof(float))));

typedef int32_t lane_bits __attribute__((vector_size(sizeof(panel))));

enum { KERNEL = 3, TILE_POSITIONS = 6 };

typedef struct {
  const assay_convolution *layer;
  const float *input;  // where the kernel's first row begins for the tile's first position
  size_t input_row;    // floats from one row of the input to the next
  float *output;       // the tile's first position
} tile;

#define INLINE static inline __attribute__((always_inline))

INLINE void convolve_tile(tile at, size_t first_panel, const size_t positions, const size_t panels) {
  const assay_convolution *layer = at.layer;
  const size_t run = KERNEL * layer->inputs, step = layer->stride * layer->inputs;
  const size_t panel_size = KERNEL * run * ASSAY_PANEL;
  const float *weights = layer->weights + first_panel * panel_size;
  panel sums[TILE_POSITIONS][2];
  for (size_t p = 0; p < positions; p++)
    for (size_t half = 0; half < panels; half++)
      sums[p][half] = *(const panel *)(layer->bias + (first_panel + half) * ASSAY_PANEL);

  for (size_t row = 0; row < KERNEL; row++) {
    const float *values = at.input + row * at.input_row;
    for (size_t i = 0; i < run; i++, weights += ASSAY_PANEL)
      for (size_t half = 0; half < panels; half++) {
        const panel weight = *(const panel *)(weights + half * panel_size);
        for (size_t p = 0; p < positions; p++) sums[p][half] += weight * values[p * step + i];
      }
  }

  for (size_t p = 0; p < positions; p++)
    for (size_t half = 0; half < panels; half++) {
      const size_t channel = (first_panel + half) * ASSAY_PANEL;
      const panel sum = sums[p][half], zero = {0};
      panel result = (panel)((sum > zero) & (lane_bits)sum);  // ReLU
      if (layer->adds_input)  // stride 1: the position under the kernel's centre
        result += *(const panel *)(at.input + at.input_row + (p + 1) * layer->inputs + channel);
      *(panel *)(at.output + p * layer->outputs + channel) = result;
    }
}

INLINE void convolve_row(tile at, size_t first_panel, size_t columns, const size_t panels) {
  const assay_convolution *layer = at.layer;
  const size_t step = layer->stride * layer->inputs;
  size_t column = 0;
  for (; column + TILE_POSITIONS <= columns; column += TILE_POSITIONS) {
    convolve_tile(at, first_panel, TILE_POSITIONS, panels);
    at.input += TILE_POSITIONS * step;
    at.output += TILE_POSITIONS * layer->outputs;
  }
  for (; column < columns; column++) {
    convolve_tile(at, first_panel, 1, panels);
    at.input += step;
    at.output += layer->outputs;
  }
}

INLINE void convolve(const assay_convolution *layer, const float *input, size_t input_columns, float *output,
                     size_t rows, size_t columns) {
  const size_t input_row = (input_columns + 2) * layer->inputs, output_row = (columns + 2) * layer->outputs;
  const size_t panels = layer->outputs / ASSAY_PANEL;
  for (size_t first = 0; first < panels; first += 2)
    for (size_t row = 0; row < rows; row++) {
      const tile at = {layer, input + row * layer->stride * input_row, input_row,
                       output + (row + 1) * output_row + layer->outputs};
      if (first + 2 <= panels)
        convolve_row(at, first, columns, 2);
      else
        convolve_row(at, first, columns, 1);
    }
}

void assay_convolve_baseline(const assay_convolution *layer, const float *input, size_t input_columns, float *output,
                             size_t output_rows, size_t output_columns) {
  convolve(layer, input, input_columns, output, output_rows, output_columns);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) static void convolve_avx2(const assay_convolution *layer, const float *input,
                                                             size_t input_columns, float *output, size_t rows,
                                                             size_t columns) {
  convolve(layer, input, input_columns, output, rows, columns);
}
#endif

void assay_convolve(const assay_convolution *layer, const float *input, size_t input_columns, float *output,
                    size_t output_rows, size_t output_columns) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    convolve_avx2(layer, input, input_columns, output, output_rows, output_columns);
    return;
  }
#endif
  assay_convolve_baseline(layer, input, input_columns, output, output_rows, output_columns);
}
