#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static assay_curl library;
static bool is_loaded;
static char failure[256];

// Stores the address of a function in a slot of the table.
static bool find(void *handle, const char *name, void *slot) {
  void *address = dlsym(handle, name);
  if (!address) {
    snprintf(failure, sizeof failure, "libcurl.so.4 has no function %s", name);
    return false;
  }
  *(void **)slot = address;
  return true;
}

static bool find_all(void *handle) {
  return find(handle, "curl_global_init", &library.global_init) &&
         find(handle, "curl_easy_init", &library.easy_init) &&
         find(handle, "curl_easy_reset", &library.easy_reset) &&
         find(handle, "curl_easy_cleanup", &library.easy_cleanup) &&
         find(handle, "curl_easy_setopt", &library.easy_setopt) &&
         find(handle, "curl_easy_strerror", &library.easy_strerror) &&
         find(handle, "curl_multi_init", &library.multi_init) &&
         find(handle, "curl_multi_cleanup", &library.multi_cleanup) &&
         find(handle, "curl_multi_add_handle", &library.multi_add_handle) &&
         find(handle, "curl_multi_remove_handle", &library.multi_remove_handle) &&
         find(handle, "curl_multi_perform", &library.multi_perform) &&
         find(handle, "curl_multi_poll", &library.multi_poll) &&
         find(handle, "curl_multi_info_read", &library.multi_info_read) &&
         find(handle, "curl_multi_strerror", &library.multi_strerror) &&
         find(handle, "curl_slist_append", &library.slist_append) &&
         find(handle, "curl_slist_free_all", &library.slist_free_all);
}

// Never unloaded: libcurl and the TLS library behind it leave things at the exit of the process.
static void load(void) {
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    const char *reason = dlerror();
    snprintf(failure, sizeof failure, "%s", reason ? reason : "libcurl.so.4 can't be loaded");
    return;
  }
  if (!find_all(handle)) return;
  CURLcode code = library.global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) {
    snprintf(failure, sizeof failure, "libcurl can't start: %s", library.easy_strerror(code));
    return;
  }
  is_loaded = true;
}

const assay_curl *assay_curl_library(const char **reason) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  *reason = failure;
  return is_loaded ? &library : NULL;
}
