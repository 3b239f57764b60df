#include "COpenVINO.h"

#include <dlfcn.h>
#include <stdio.h>

typedef struct {
  const char *name;
  size_t offset;
} symbol;

#define SYMBOL(field, name) {"ov_" name, offsetof(assay_openvino, field)}

static const symbol symbols[] = {
    SYMBOL(get_version, "get_openvino_version"),
    SYMBOL(version_free, "version_free"),
    SYMBOL(error_info, "get_error_info"),
    SYMBOL(last_error, "get_last_err_msg"),
    SYMBOL(text_free, "free"),
    SYMBOL(core_create, "core_create"),
    SYMBOL(core_free, "core_free"),
    SYMBOL(read_model, "core_read_model"),
    SYMBOL(read_model_from_memory, "core_read_model_from_memory_buffer"),
    SYMBOL(model_input_count, "model_inputs_size"),
    SYMBOL(model_input, "model_const_input_by_index"),
    SYMBOL(model_output_count, "model_outputs_size"),
    SYMBOL(model_output, "model_const_output_by_index"),
    SYMBOL(model_free, "model_free"),
    SYMBOL(port_name, "port_get_any_name"),
    SYMBOL(port_element, "port_get_element_type"),
    SYMBOL(port_shape, "port_get_partial_shape"),
    SYMBOL(port_free, "output_const_port_free"),
    SYMBOL(partial_shape_free, "partial_shape_free"),
    SYMBOL(compile, "core_compile_model_props"),
    SYMBOL(compiled_property, "compiled_model_get_property"),
    SYMBOL(create_request, "compiled_model_create_infer_request"),
    SYMBOL(compiled_free, "compiled_model_free"),
    SYMBOL(set_input, "infer_request_set_input_tensor_by_index"),
    SYMBOL(get_output, "infer_request_get_output_tensor_by_index"),
    SYMBOL(infer, "infer_request_infer"),
    SYMBOL(request_free, "infer_request_free"),
    SYMBOL(tensor_create, "tensor_create"),
    SYMBOL(tensor_over, "tensor_create_from_host_ptr"),
    SYMBOL(tensor_data, "tensor_data"),
    SYMBOL(tensor_shape, "tensor_get_shape"),
    SYMBOL(tensor_element, "tensor_get_element_type"),
    SYMBOL(shape_free, "shape_free"),
    SYMBOL(tensor_free, "tensor_free"),
};

_Static_assert(
    sizeof(symbols) / sizeof(symbols[0]) == sizeof(assay_openvino) / sizeof(void *),
    "every function of the table has a name");

int assay_openvino_load(const char *path, assay_openvino *api, char *reason, size_t capacity) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    snprintf(reason, capacity, "%s", dlerror());
    return 1;
  }
  for (size_t index = 0; index < sizeof(symbols) / sizeof(symbols[0]); index += 1) {
    void *address = dlsym(library, symbols[index].name);
    if (address == NULL) {
      snprintf(reason, capacity, "%s", symbols[index].name);
      dlclose(library);
      return 2;
    }
    *(void **)((char *)api + symbols[index].offset) = address;
  }
  return 0;
}
