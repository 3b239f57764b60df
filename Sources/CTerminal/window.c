#include "CTerminal.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>

assay_window_size assay_get_window_size(int descriptor) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return (assay_window_size){0};
  return (assay_window_size){size.ws_col, size.ws_row, size.ws_xpixel, size.ws_ypixel};
}

int assay_set_window_size(int descriptor, assay_window_size size) {
  struct winsize window = {(unsigned short)size.rows, (unsigned short)size.columns,
                           (unsigned short)size.pixel_width, (unsigned short)size.pixel_height};
  return ioctl(descriptor, TIOCSWINSZ, &window) == 0 ? 0 : errno;
}

int assay_event_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
