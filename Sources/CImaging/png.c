#include "decoders.h"

#include <png.h>
#include <string.h>

assay_picture_status assay_plan_png(const uint8_t *bytes, size_t count, assay_picture_plan *plan) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes, count)) return ASSAY_PICTURE_DAMAGED;
  int width = (int)image.width, height = (int)image.height;
  int has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  png_image_free(&image);
  if (width <= 0 || height <= 0) return ASSAY_PICTURE_DAMAGED;
  *plan = (assay_picture_plan){width, height, width, height, has_alpha ? 4 : 3};
  return ASSAY_PICTURE_OK;
}

assay_picture_status assay_decode_png(const uint8_t *bytes, size_t count, const assay_picture_plan *plan,
                                      uint8_t *pixels) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes, count)) return ASSAY_PICTURE_DAMAGED;
  if ((int)image.width != plan->decoded_width || (int)image.height != plan->decoded_height) {
    png_image_free(&image);
    return ASSAY_PICTURE_DAMAGED;
  }
  image.format = plan->bytes_per_pixel == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  // Without this, 16 bits a sample that say nothing of their gamma are taken for linear light and come out pale.
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  int ok = png_image_finish_read(&image, NULL, pixels, 0, NULL);
  png_image_free(&image);
  return ok ? ASSAY_PICTURE_OK : ASSAY_PICTURE_DAMAGED;
}
