#ifndef ASSAY_CTESTPICTURES_H
#define ASSAY_CTESTPICTURES_H

// Writes small picture files for tests, by the libraries that define the formats.

#include <stddef.h>
#include <stdint.h>

typedef enum {
  ASSAY_TEST_JPEG,
  ASSAY_TEST_JPEG_PROGRESSIVE,
  ASSAY_TEST_JPEG_GREY,
  ASSAY_TEST_JPEG_INKS,  // input is four bytes a pixel, stored inverted: 255 is no ink
  ASSAY_TEST_PNG,
  ASSAY_TEST_PNG_ALPHA,  // input is four bytes a pixel
  ASSAY_TEST_WEBP,       // lossless
  ASSAY_TEST_WEBP_LOSSY,
  ASSAY_TEST_WEBP_ALPHA,  // input is four bytes a pixel; lossless
} assay_test_picture;

// Writes a picture of three (or four, see above) bytes a pixel; returns the length, or 0 when it failed or
// `capacity` is too small.
size_t assay_test_write(assay_test_picture kind, const uint8_t *pixels, int width, int height, uint8_t *file,
                        size_t capacity);

#endif
