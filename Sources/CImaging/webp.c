#include "decoders.h"

#include <webp/decode.h>

static int scaled(int extent, int least, int other_extent, int other_least) {
  // The larger of the two ratios keeps both sides at or above what is asked for.
  if ((int64_t)least * other_extent >= (int64_t)other_least * extent) return least;
  return (int)(((int64_t)extent * other_least + other_extent - 1) / other_extent);
}

assay_picture_status assay_plan_webp(const uint8_t *bytes, size_t count, int least_width, int least_height,
                                     assay_picture_plan *plan) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes, count, &features) != VP8_STATUS_OK) return ASSAY_PICTURE_DAMAGED;
  int width = features.width, height = features.height;
  if (width <= 0 || height <= 0) return ASSAY_PICTURE_DAMAGED;
  *plan = (assay_picture_plan){width, height, width, height, features.has_alpha ? 4 : 3};
  if (features.has_animation) return ASSAY_PICTURE_UNSUPPORTED;
  if (least_width > 0 && least_height > 0 && least_width < width && least_height < height) {
    plan->decoded_width = scaled(width, least_width, height, least_height);
    plan->decoded_height = scaled(height, least_height, width, least_width);
  }
  return ASSAY_PICTURE_OK;
}

assay_picture_status assay_decode_webp(const uint8_t *bytes, size_t count, const assay_picture_plan *plan,
                                       uint8_t *pixels) {
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) return ASSAY_PICTURE_DAMAGED;
  if (plan->decoded_width != plan->width || plan->decoded_height != plan->height) {
    config.options.use_scaling = 1;
    config.options.scaled_width = plan->decoded_width;
    config.options.scaled_height = plan->decoded_height;
  }
  config.output.colorspace = plan->bytes_per_pixel == 4 ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = pixels;
  config.output.u.RGBA.stride = plan->decoded_width * plan->bytes_per_pixel;
  config.output.u.RGBA.size = assay_plan_bytes(plan);
  int ok = WebPDecode(bytes, count, &config) == VP8_STATUS_OK;
  WebPFreeDecBuffer(&config.output);
  return ok ? ASSAY_PICTURE_OK : ASSAY_PICTURE_DAMAGED;
}
