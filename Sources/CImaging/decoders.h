#ifndef ASSAY_DECODERS_H
#define ASSAY_DECODERS_H

// One pair of functions per format, with the contract of assay_plan_picture and assay_decode_picture.

#include "CImaging.h"

assay_picture_status assay_plan_jpeg(const uint8_t *bytes, size_t count, int least_width, int least_height,
                                     assay_picture_plan *plan);
assay_picture_status assay_decode_jpeg(const uint8_t *bytes, size_t count, const assay_picture_plan *plan,
                                       uint8_t *pixels);

assay_picture_status assay_plan_png(const uint8_t *bytes, size_t count, assay_picture_plan *plan);
assay_picture_status assay_decode_png(const uint8_t *bytes, size_t count, const assay_picture_plan *plan,
                                      uint8_t *pixels);

assay_picture_status assay_plan_webp(const uint8_t *bytes, size_t count, int least_width, int least_height,
                                     assay_picture_plan *plan);
assay_picture_status assay_decode_webp(const uint8_t *bytes, size_t count, const assay_picture_plan *plan,
                                       uint8_t *pixels);

#endif
