// One connection's worth of libcurl: a transfer and the loop that drives it, used by one thread at a time.
#ifndef ASSAY_CHTTP_SESSION_H
#define ASSAY_CHTTP_SESSION_H

#include "CHTTP.h"
#include "library.h"

typedef struct assay_http_session assay_http_session;

struct assay_http_session {
  const assay_curl *curl;
  CURL *easy;
  CURLM *multi;
  assay_http_session *next;  // in the client's list of idle sessions
};

// A new session, or null when memory is out.
assay_http_session *assay_http_session_new(const assay_curl *curl);

// Closes the session's connections.
void assay_http_session_free(assay_http_session *session);

// Performs one exchange.
assay_http_outcome assay_http_session_perform(assay_http_session *session, const assay_http_request *request,
                                              assay_http_words *words);

#endif
