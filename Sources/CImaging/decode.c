#include "decoders.h"

assay_picture_status assay_plan_picture(assay_format format, const uint8_t *bytes, size_t count, int least_width,
                                        int least_height, assay_picture_plan *plan) {
  switch (format) {
    case ASSAY_FORMAT_JPEG: return assay_plan_jpeg(bytes, count, least_width, least_height, plan);
    case ASSAY_FORMAT_PNG: return assay_plan_png(bytes, count, plan);
    case ASSAY_FORMAT_WEBP: return assay_plan_webp(bytes, count, least_width, least_height, plan);
    case ASSAY_FORMAT_UNKNOWN: break;
  }
  return ASSAY_PICTURE_DAMAGED;
}

size_t assay_plan_bytes(const assay_picture_plan *plan) {
  return (size_t)plan->decoded_width * (size_t)plan->decoded_height * (size_t)plan->bytes_per_pixel;
}

static uint8_t over(unsigned value, unsigned alpha, unsigned background) {
  return (uint8_t)((value * alpha + background * (255 - alpha) + 127) / 255);
}

// In place: the RGB of a pixel never lies after its RGBA.
static void lay_over(uint8_t *pixels, size_t count, const uint8_t background[3]) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *from = pixels + 4 * i;
    unsigned alpha = from[3];
    uint8_t red = over(from[0], alpha, background[0]);
    uint8_t green = over(from[1], alpha, background[1]);
    uint8_t blue = over(from[2], alpha, background[2]);
    uint8_t *to = pixels + 3 * i;
    to[0] = red, to[1] = green, to[2] = blue;
  }
}

assay_picture_status assay_decode_picture(assay_format format, const uint8_t *bytes, size_t count,
                                          const assay_picture_plan *plan, const uint8_t background[3],
                                          uint8_t *pixels) {
  assay_picture_status status = ASSAY_PICTURE_DAMAGED;
  switch (format) {
    case ASSAY_FORMAT_JPEG: return assay_decode_jpeg(bytes, count, plan, pixels);
    case ASSAY_FORMAT_PNG: status = assay_decode_png(bytes, count, plan, pixels); break;
    case ASSAY_FORMAT_WEBP: status = assay_decode_webp(bytes, count, plan, pixels); break;
    case ASSAY_FORMAT_UNKNOWN: break;
  }
  if (status == ASSAY_PICTURE_OK && plan->bytes_per_pixel == 4)
    lay_over(pixels, (size_t)plan->decoded_width * (size_t)plan->decoded_height, background);
  return status;
}
