#ifndef ASSAY_CIMAGING_H
#define ASSAY_CIMAGING_H

// Decoding of untrusted pictures, one adapter over libturbojpeg, libpng and libwebp.
//
// The caller reads a plan, checks its extents against its limits, allocates `assay_plan_bytes` and decodes into them.
// Nothing is kept between calls and nothing is allocated for the caller.

#include <stddef.h>
#include <stdint.h>

typedef enum {
  ASSAY_FORMAT_UNKNOWN = 0,
  ASSAY_FORMAT_JPEG,
  ASSAY_FORMAT_PNG,
  ASSAY_FORMAT_WEBP,
} assay_format;

typedef enum {
  ASSAY_PICTURE_OK = 0,
  ASSAY_PICTURE_PARTIAL,      // a JPEG that ends early: what is missing is grey
  ASSAY_PICTURE_DAMAGED,      // nothing usable
  ASSAY_PICTURE_UNSUPPORTED,  // well formed, but not decodable here (animation)
} assay_picture_status;

typedef struct {
  int width, height;                  // as stored in the file, before any orientation
  int decoded_width, decoded_height;  // what decoding produces
  int bytes_per_pixel;                // while decoding: 4 with alpha or four inks, else 3
} assay_picture_plan;

// The format of a file by its first bytes, never by its name.
assay_format assay_sniff(const uint8_t *bytes, size_t count);

// Reads only the header. Decoding is scaled down to the smallest size that is quick to make and at least
// `least_width` by `least_height`; 0 asks for every pixel.
assay_picture_status assay_plan_picture(assay_format format, const uint8_t *bytes, size_t count, int least_width,
                                        int least_height, assay_picture_plan *plan);

// The bytes that decoding by `plan` writes.
size_t assay_plan_bytes(const assay_picture_plan *plan);

// Decodes into `pixels`, of which the first decoded_width * decoded_height * 3 bytes are then RGB, row by row.
// Transparent pixels are laid over `background` (red, green, blue) in the values as stored.
assay_picture_status assay_decode_picture(assay_format format, const uint8_t *bytes, size_t count,
                                          const assay_picture_plan *plan, const uint8_t background[3],
                                          uint8_t *pixels);

// Writes `channels` (3 or 4, transparency last) bytes a pixel as a PNG file into `file`; returns its bytes, or 0 when they
// are more than `capacity` or the library refuses.
size_t assay_encode_png(const uint8_t *pixels, int width, int height, int channels, uint8_t *file, size_t capacity);

#endif
