#include "CTestPictures.h"

#include <png.h>
#include <string.h>
#include <turbojpeg.h>
#include <webp/encode.h>

static size_t keep(const uint8_t *bytes, size_t count, uint8_t *file, size_t capacity) {
  if (count > capacity) return 0;
  memcpy(file, bytes, count);
  return count;
}

static size_t write_jpeg(assay_test_picture kind, const uint8_t *pixels, int width, int height, uint8_t *file,
                         size_t capacity) {
  tjhandle handle = tjInitCompress();
  unsigned char *bytes = NULL;
  unsigned long count = 0;
  int format = kind == ASSAY_TEST_JPEG_INKS ? TJPF_CMYK : TJPF_RGB;
  int sampling = kind == ASSAY_TEST_JPEG_GREY ? TJSAMP_GRAY : TJSAMP_444;
  int flags = kind == ASSAY_TEST_JPEG_PROGRESSIVE ? TJFLAG_PROGRESSIVE : 0;
  int failed = tjCompress2(handle, pixels, width, 0, height, format, &bytes, &count, sampling, 95, flags);
  size_t kept = failed ? 0 : keep(bytes, count, file, capacity);
  tjFree(bytes);
  tjDestroy(handle);
  return kept;
}

static size_t write_png(int alpha, const uint8_t *pixels, int width, int height, uint8_t *file, size_t capacity) {
  png_image image;
  memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = (png_uint_32)width;
  image.height = (png_uint_32)height;
  image.format = alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  png_alloc_size_t count = capacity;
  int ok = png_image_write_to_memory(&image, file, &count, 0, pixels, 0, NULL);
  return ok ? count : 0;
}

static size_t write_webp(assay_test_picture kind, const uint8_t *pixels, int width, int height, uint8_t *file,
                         size_t capacity) {
  uint8_t *bytes = NULL;
  size_t count;
  if (kind == ASSAY_TEST_WEBP_ALPHA)
    count = WebPEncodeLosslessRGBA(pixels, width, height, width * 4, &bytes);
  else if (kind == ASSAY_TEST_WEBP)
    count = WebPEncodeLosslessRGB(pixels, width, height, width * 3, &bytes);
  else
    count = WebPEncodeRGB(pixels, width, height, width * 3, 95, &bytes);
  size_t kept = keep(bytes, count, file, capacity);
  WebPFree(bytes);
  return kept;
}

size_t assay_test_write(assay_test_picture kind, const uint8_t *pixels, int width, int height, uint8_t *file,
                        size_t capacity) {
  switch (kind) {
    case ASSAY_TEST_JPEG:
    case ASSAY_TEST_JPEG_PROGRESSIVE:
    case ASSAY_TEST_JPEG_GREY:
    case ASSAY_TEST_JPEG_INKS: return write_jpeg(kind, pixels, width, height, file, capacity);
    case ASSAY_TEST_PNG: return write_png(0, pixels, width, height, file, capacity);
    case ASSAY_TEST_PNG_ALPHA: return write_png(1, pixels, width, height, file, capacity);
    case ASSAY_TEST_WEBP:
    case ASSAY_TEST_WEBP_LOSSY:
    case ASSAY_TEST_WEBP_ALPHA: return write_webp(kind, pixels, width, height, file, capacity);
  }
  return 0;
}
