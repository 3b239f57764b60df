#ifndef ASSAY_CTERMINAL_H
#define ASSAY_CTERMINAL_H

// Terminal facts and guards that need C: state, signals, ioctl.

typedef struct {
  int columns, rows;
  int pixel_width, pixel_height;  // 0 when the terminal does not say
} assay_window_size;

// Asks the kernel for the size of the terminal behind `descriptor`; all zeros when there is none.
assay_window_size assay_get_window_size(int descriptor);

#endif
