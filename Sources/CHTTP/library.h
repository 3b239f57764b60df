// The functions of libcurl that are used, found by name when they are first needed.
#ifndef ASSAY_CHTTP_LIBRARY_H
#define ASSAY_CHTTP_LIBRARY_H

// Its macros check the types of options at the call; they can't see through a table of functions.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) easy_init;
  __typeof__(&curl_easy_reset) easy_reset;
  __typeof__(&curl_easy_cleanup) easy_cleanup;
  __typeof__(&curl_easy_setopt) easy_setopt;
  __typeof__(&curl_easy_strerror) easy_strerror;
  __typeof__(&curl_multi_init) multi_init;
  __typeof__(&curl_multi_cleanup) multi_cleanup;
  __typeof__(&curl_multi_add_handle) multi_add_handle;
  __typeof__(&curl_multi_remove_handle) multi_remove_handle;
  __typeof__(&curl_multi_perform) multi_perform;
  __typeof__(&curl_multi_poll) multi_poll;
  __typeof__(&curl_multi_info_read) multi_info_read;
  __typeof__(&curl_multi_strerror) multi_strerror;
  __typeof__(&curl_slist_append) slist_append;
  __typeof__(&curl_slist_free_all) slist_free_all;
} assay_curl;

// The library, loaded by the first call; null when that failed, and then `*reason` says why.
const assay_curl *assay_curl_library(const char **reason);

#endif
