#ifndef ASSAY_CIMAGING_H
#define ASSAY_CIMAGING_H

// Decoding of untrusted pictures, one adapter over libturbojpeg, libpng and libwebp.

#include <stddef.h>
#include <stdint.h>

typedef enum {
  ASSAY_FORMAT_UNKNOWN = 0,
  ASSAY_FORMAT_JPEG,
  ASSAY_FORMAT_PNG,
  ASSAY_FORMAT_WEBP,
} assay_format;

// The format of a file by its first bytes, never by its name.
assay_format assay_sniff(const uint8_t *bytes, size_t count);

#endif
