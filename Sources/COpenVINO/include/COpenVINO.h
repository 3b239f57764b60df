// The part of OpenVINO's C API that Assay calls, found in a library at run time.
//
// The declarations are our own, so that the program builds on a machine without OpenVINO and starts on a machine
// without it. They follow openvino/c/*.h of release 2026.4; handles are untyped here and typed in Swift.
#ifndef ASSAY_COPENVINO_H
#define ASSAY_COPENVINO_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  int64_t rank;
  int64_t *extents;
} assay_ov_shape;

// An extent between two bounds; unknown when they differ.
typedef struct {
  int64_t least;
  int64_t most;
} assay_ov_extent;

typedef struct {
  assay_ov_extent rank;
  assay_ov_extent *extents;
} assay_ov_partial_shape;

typedef struct {
  const char *key;
  const void *value;
} assay_ov_property;

typedef struct {
  const char *build;
  const char *description;
} assay_ov_version;

// Functions return 0, or a status that error_info turns into words.
typedef struct {
  int (*get_version)(assay_ov_version *);
  void (*version_free)(assay_ov_version *);
  const char *(*error_info)(int);
  const char *(*last_error)(void); // to be given to text_free
  void (*text_free)(const char *);

  int (*core_create)(void **core);
  void (*core_free)(void *core);
  int (*read_model)(const void *core, const char *path, const char *weights_path, void **model);
  int (*read_model_from_memory)(const void *core, const char *text, size_t count, const void *weights, void **model);

  int (*model_input_count)(const void *model, size_t *);
  int (*model_input)(const void *model, size_t index, void **port);
  int (*model_output_count)(const void *model, size_t *);
  int (*model_output)(const void *model, size_t index, void **port);
  void (*model_free)(void *model);

  int (*port_name)(const void *port, char **);
  int (*port_element)(const void *port, uint32_t *);
  int (*port_shape)(const void *port, assay_ov_partial_shape *);
  void (*port_free)(void *port);
  void (*partial_shape_free)(assay_ov_partial_shape *);

  int (*compile)(
      const void *core, const void *model, const char *device, size_t count, const assay_ov_property *, void **compiled);
  int (*compiled_property)(const void *compiled, const char *key, char **value);
  int (*create_request)(const void *compiled, void **request);
  void (*compiled_free)(void *compiled);

  int (*set_input)(void *request, size_t index, const void *tensor);
  int (*get_output)(const void *request, size_t index, void **tensor);
  int (*infer)(void *request);
  void (*request_free)(void *request);

  int (*tensor_create)(uint32_t element, assay_ov_shape, void **tensor);
  int (*tensor_over)(uint32_t element, assay_ov_shape, void *memory, void **tensor);
  int (*tensor_data)(const void *tensor, void **);
  int (*tensor_shape)(const void *tensor, assay_ov_shape *);
  int (*tensor_element)(const void *tensor, uint32_t *);
  int (*shape_free)(assay_ov_shape *);
  void (*tensor_free)(void *tensor);
} assay_openvino;

// Loads the library at `path` and fills in `api`. Returns 0; or, with a sentence in `reason` cut to `capacity` bytes,
// 1 when the library can't be loaded and 2 when it lacks a function. A library once loaded stays loaded.
int assay_openvino_load(const char *path, assay_openvino *api, char *reason, size_t capacity);

#endif
