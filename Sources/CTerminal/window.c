#include "CTerminal.h"

#include <sys/ioctl.h>

assay_window_size assay_get_window_size(int descriptor) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return (assay_window_size){0};
  return (assay_window_size){size.ws_col, size.ws_row, size.ws_xpixel, size.ws_ypixel};
}
