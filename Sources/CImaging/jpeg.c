#include "decoders.h"

#include <string.h>
#include <turbojpeg.h>

assay_picture_status assay_plan_jpeg(const uint8_t *bytes, size_t count, int least_width, int least_height,
                                     assay_picture_plan *plan) {
  tjhandle handle = tjInitDecompress();
  if (!handle) return ASSAY_PICTURE_DAMAGED;
  int width = 0, height = 0, subsampling = 0, colours = 0;
  int failed = tjDecompressHeader3(handle, bytes, count, &width, &height, &subsampling, &colours);
  tjDestroy(handle);
  if (failed || width <= 0 || height <= 0) return ASSAY_PICTURE_DAMAGED;
  int inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
  *plan = (assay_picture_plan){width, height, width, height, inks ? 4 : 3};
  if (least_width <= 0 || least_height <= 0) return ASSAY_PICTURE_OK;

  // The library offers every eighth, but has fast code only for halves, quarters and eighths: 3/4 of a picture takes
  // longer than all of it.
  for (int denominator = 2; denominator <= 8; denominator *= 2) {
    tjscalingfactor factor = {1, denominator};
    int w = TJSCALED(width, factor), h = TJSCALED(height, factor);
    if (w < least_width || h < least_height) break;
    plan->decoded_width = w;
    plan->decoded_height = h;
  }
  return ASSAY_PICTURE_OK;
}

// Adobe's four inks are stored inverted: 255 is no ink.
static void inks_to_rgb(uint8_t *pixels, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *from = pixels + 4 * i;
    unsigned black = from[3];
    uint8_t red = from[0] * black / 255, green = from[1] * black / 255, blue = from[2] * black / 255;
    uint8_t *to = pixels + 3 * i;
    to[0] = red, to[1] = green, to[2] = blue;
  }
}

assay_picture_status assay_decode_jpeg(const uint8_t *bytes, size_t count, const assay_picture_plan *plan,
                                       uint8_t *pixels) {
  tjhandle handle = tjInitDecompress();
  if (!handle) return ASSAY_PICTURE_DAMAGED;
  memset(pixels, 0x80, assay_plan_bytes(plan));
  int inks = plan->bytes_per_pixel == 4;
  // A progressive file may claim thousands of scans and cost minutes: the limit of 500 is never met by real ones.
  int failed = tjDecompress2(handle, bytes, count, pixels, plan->decoded_width, 0, plan->decoded_height,
                             inks ? TJPF_CMYK : TJPF_RGB, TJFLAG_LIMITSCANS);
  int warned = failed && tjGetErrorCode(handle) == TJERR_WARNING;
  tjDestroy(handle);
  if (failed && !warned) return ASSAY_PICTURE_DAMAGED;
  if (inks) inks_to_rgb(pixels, (size_t)plan->decoded_width * plan->decoded_height);
  return warned ? ASSAY_PICTURE_PARTIAL : ASSAY_PICTURE_OK;
}
