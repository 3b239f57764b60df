#include "CImaging.h"

#include <png.h>
#include <string.h>

size_t assay_encode_png(const uint8_t *pixels, int width, int height, int channels, uint8_t *file, size_t capacity) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = (png_uint_32)width;
  image.height = (png_uint_32)height;
  image.format = channels == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  png_alloc_size_t count = capacity;
  int ok = png_image_write_to_memory(&image, file, &count, 0, pixels, 0, NULL);
  png_image_free(&image);
  return ok ? count : 0;
}
