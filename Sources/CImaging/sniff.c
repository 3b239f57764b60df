#include "CImaging.h"

#include <string.h>

static int has(const uint8_t *bytes, size_t count, size_t offset, const char *magic, size_t length) {
  return count >= offset + length && memcmp(bytes + offset, magic, length) == 0;
}

assay_format assay_sniff(const uint8_t *bytes, size_t count) {
  if (has(bytes, count, 0, "\xff\xd8\xff", 3)) return ASSAY_FORMAT_JPEG;
  if (has(bytes, count, 0, "\x89PNG\r\n\x1a\n", 8)) return ASSAY_FORMAT_PNG;
  if (has(bytes, count, 0, "RIFF", 4) && has(bytes, count, 8, "WEBP", 4)) return ASSAY_FORMAT_WEBP;
  return ASSAY_FORMAT_UNKNOWN;
}
