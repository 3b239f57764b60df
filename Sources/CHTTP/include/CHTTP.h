// HTTP over libcurl, loaded when the first request is made: the program starts without the thirty libraries behind it.
//
// One call is one exchange: redirects are reported, never followed, so that the caller decides what goes where.
// Server certificates are always verified.
#ifndef ASSAY_CHTTP_H
#define ASSAY_CHTTP_H

#include <stdbool.h>
#include <stddef.h>

// What became of an exchange, apart from the server's own answer.
typedef enum {
  ASSAY_HTTP_DONE = 0,
  ASSAY_HTTP_NO_LIBRARY,   // libcurl can't be loaded, or lacks what is needed
  ASSAY_HTTP_BAD_ADDRESS,  // neither http nor https, or not a URL
  ASSAY_HTTP_UNRESOLVED,   // no such host
  ASSAY_HTTP_REFUSED,      // nobody answers at that address
  ASSAY_HTTP_UNTRUSTED,    // TLS: no common protocol, or a certificate that can't be verified
  ASSAY_HTTP_TIMED_OUT,    // one of the request's three limits
  ASSAY_HTTP_CUT,          // the connection ended before the answer did
  ASSAY_HTTP_STOPPED,      // should_stop said so
  ASSAY_HTTP_DECLINED,     // take_body said so
  ASSAY_HTTP_FAILED,       // anything else
} assay_http_outcome;

typedef struct {
  const char *url;              // http or https
  const char *const *headers;   // "Name: value"; nothing in them is checked here
  size_t header_count;
  const void *body;             // what to POST; null for GET
  size_t body_count;
  const char *user_agent;
  const char *authorities;      // a file of certificate authorities (PEM); null for the system's
  bool uses_proxies;            // whether http_proxy, https_proxy and no_proxy of the environment count
  bool accepts_compression;     // whether the body may travel compressed; it arrives here as it was
  long connect_milliseconds;    // 0 for no limit
  long total_milliseconds;      // 0 for no limit
  long stall_seconds;           // without a byte in either direction; 0 for no limit

  void *context;                                                          // handed to the three functions
  void (*take_header)(void *context, const char *line, size_t count);     // each line of the head, as sent
  bool (*take_body)(void *context, const void *bytes, size_t count);      // whether to go on
  bool (*should_stop)(void *context);                                     // asked at least ten times a second
} assay_http_request;

// Where libcurl's own words go, such as "Connection timed out after 300 milliseconds".
typedef struct {
  char text[320];
} assay_http_words;

// Connections that are kept for the next request. May be used from several threads at once.
typedef struct assay_http_client assay_http_client;

// A client without any connection, or null when memory is out.
assay_http_client *assay_http_client_new(void);

// Closes all connections. No request may be under way.
void assay_http_client_free(assay_http_client *client);

// Performs one exchange on the calling thread and returns when it is over. All of `request` must stay valid meanwhile.
assay_http_outcome assay_http_perform(assay_http_client *client, const assay_http_request *request,
                                      assay_http_words *words);

#endif
