#include "session.h"

#include <stdio.h>
#include <stdlib.h>

enum { POLL_MILLISECONDS = 100 };

assay_http_session *assay_http_session_new(const assay_curl *curl) {
  assay_http_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->curl = curl;
  session->easy = curl->easy_init();
  session->multi = curl->multi_init();
  if (!session->easy || !session->multi) {
    assay_http_session_free(session);
    return NULL;
  }
  return session;
}

void assay_http_session_free(assay_http_session *session) {
  if (session->easy) session->curl->easy_cleanup(session->easy);
  if (session->multi) session->curl->multi_cleanup(session->multi);
  free(session);
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  const assay_http_request *request = context;
  request->take_header(request->context, bytes, size * count);
  return size * count;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const assay_http_request *request = context;
  // Another count than was given makes libcurl end the transfer with CURLE_WRITE_ERROR.
  return request->take_body(request->context, bytes, size * count) ? size * count : 0;
}

// libcurl takes options through a variadic function: these say which type goes with which.
static bool set_long(const assay_http_session *session, CURLoption option, long value) {
  return session->curl->easy_setopt(session->easy, option, value) == CURLE_OK;
}

static bool set_pointer(const assay_http_session *session, CURLoption option, const void *value) {
  return session->curl->easy_setopt(session->easy, option, value) == CURLE_OK;
}

static bool set_size(const assay_http_session *session, CURLoption option, size_t value) {
  return session->curl->easy_setopt(session->easy, option, (curl_off_t)value) == CURLE_OK;
}

static bool set_function(const assay_http_session *session, CURLoption option,
                         size_t (*value)(char *, size_t, size_t, void *)) {
  return session->curl->easy_setopt(session->easy, option, value) == CURLE_OK;
}

static bool set_limits(const assay_http_session *session, const assay_http_request *request) {
  return set_long(session, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds) &&
         set_long(session, CURLOPT_TIMEOUT_MS, request->total_milliseconds) &&
         set_long(session, CURLOPT_LOW_SPEED_LIMIT, request->stall_seconds > 0 ? 1 : 0) &&
         set_long(session, CURLOPT_LOW_SPEED_TIME, request->stall_seconds);
}

static bool set_trust(const assay_http_session *session, const assay_http_request *request) {
  return set_pointer(session, CURLOPT_PROTOCOLS_STR, "http,https") &&
         set_long(session, CURLOPT_FOLLOWLOCATION, 0) &&
         set_long(session, CURLOPT_SSL_VERIFYPEER, 1) &&
         set_long(session, CURLOPT_SSL_VERIFYHOST, 2) &&
         (!request->authorities || set_pointer(session, CURLOPT_CAINFO, request->authorities)) &&
         (request->uses_proxies || set_pointer(session, CURLOPT_NOPROXY, "*"));
}

static bool set_content(const assay_http_session *session, const assay_http_request *request) {
  if (request->accepts_compression && !set_pointer(session, CURLOPT_ACCEPT_ENCODING, "")) return false;
  if (!request->body) return set_long(session, CURLOPT_HTTPGET, 1);
  return set_long(session, CURLOPT_POST, 1) && set_pointer(session, CURLOPT_POSTFIELDS, request->body) &&
         set_size(session, CURLOPT_POSTFIELDSIZE_LARGE, request->body_count);
}

static bool set_listeners(const assay_http_session *session, const assay_http_request *request) {
  return set_function(session, CURLOPT_HEADERFUNCTION, take_header) &&
         set_pointer(session, CURLOPT_HEADERDATA, request) &&
         set_function(session, CURLOPT_WRITEFUNCTION, take_body) &&
         set_pointer(session, CURLOPT_WRITEDATA, request);
}

static bool set_all(const assay_http_session *session, const assay_http_request *request,
                    const struct curl_slist *headers, char *error) {
  session->curl->easy_reset(session->easy);
  return set_pointer(session, CURLOPT_ERRORBUFFER, error) && set_pointer(session, CURLOPT_URL, request->url) &&
         set_pointer(session, CURLOPT_HTTPHEADER, headers) &&
         set_pointer(session, CURLOPT_USERAGENT, request->user_agent) &&
         set_long(session, CURLOPT_NOSIGNAL, 1) &&
         set_long(session, CURLOPT_QUICK_EXIT, 1) &&  // a name server that is silent must not hold a cancel up
         set_long(session, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1) && set_limits(session, request) &&
         set_trust(session, request) && set_content(session, request) && set_listeners(session, request);
}

static assay_http_outcome outcome_of(CURLcode code) {
  switch (code) {
    case CURLE_OK: return ASSAY_HTTP_DONE;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return ASSAY_HTTP_BAD_ADDRESS;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return ASSAY_HTTP_UNRESOLVED;
    case CURLE_COULDNT_CONNECT: return ASSAY_HTTP_REFUSED;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_USE_SSL_FAILED: return ASSAY_HTTP_UNTRUSTED;
    case CURLE_OPERATION_TIMEDOUT: return ASSAY_HTTP_TIMED_OUT;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP3: return ASSAY_HTTP_CUT;
    case CURLE_WRITE_ERROR: return ASSAY_HTTP_DECLINED;
    default: return ASSAY_HTTP_FAILED;
  }
}

// Drives the transfer to its end; false when the loop itself failed, or with `*is_stopped` when it was asked to end.
static bool drive(const assay_http_session *session, const assay_http_request *request, CURLcode *code,
                  bool *is_stopped, assay_http_words *words) {
  const assay_curl *curl = session->curl;
  for (;;) {
    int running = 0;
    CURLMcode state = curl->multi_perform(session->multi, &running);
    int left = 0;
    for (CURLMsg *message; (message = curl->multi_info_read(session->multi, &left));) {
      if (message->msg != CURLMSG_DONE) continue;
      *code = message->data.result;
      return true;
    }
    *is_stopped = request->should_stop(request->context);
    if (*is_stopped) return false;
    if (state == CURLM_OK) state = curl->multi_poll(session->multi, NULL, 0, POLL_MILLISECONDS, NULL);
    if (state != CURLM_OK) {
      snprintf(words->text, sizeof words->text, "%s", curl->multi_strerror(state));
      return false;
    }
  }
}

static assay_http_outcome exchange(assay_http_session *session, const assay_http_request *request,
                                   const struct curl_slist *headers, assay_http_words *words) {
  const assay_curl *curl = session->curl;
  char error[CURL_ERROR_SIZE] = "";
  if (!set_all(session, request, headers, error)) {
    snprintf(words->text, sizeof words->text, "%s", error[0] ? error : "this libcurl lacks an option; 7.87 has it");
    return ASSAY_HTTP_NO_LIBRARY;
  }
  CURLcode code = CURLE_FAILED_INIT;
  bool is_stopped = false;
  bool is_over = curl->multi_add_handle(session->multi, session->easy) == CURLM_OK &&
                 drive(session, request, &code, &is_stopped, words);
  curl->multi_remove_handle(session->multi, session->easy);
  curl->easy_reset(session->easy);  // nothing may point to the request, or to `error`, from here on
  if (is_stopped) return ASSAY_HTTP_STOPPED;
  if (!is_over) return ASSAY_HTTP_FAILED;
  if (code != CURLE_OK) snprintf(words->text, sizeof words->text, "%s", error[0] ? error : curl->easy_strerror(code));
  return outcome_of(code);
}

assay_http_outcome assay_http_session_perform(assay_http_session *session, const assay_http_request *request,
                                              assay_http_words *words) {
  struct curl_slist *headers = NULL;
  for (size_t index = 0; index < request->header_count; index++) {
    struct curl_slist *longer = session->curl->slist_append(headers, request->headers[index]);
    if (!longer) {
      session->curl->slist_free_all(headers);
      return ASSAY_HTTP_FAILED;
    }
    headers = longer;
  }
  assay_http_outcome outcome = exchange(session, request, headers, words);
  session->curl->slist_free_all(headers);
  return outcome;
}
