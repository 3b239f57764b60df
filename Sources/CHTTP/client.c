#define _GNU_SOURCE

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "CHTTP.h"
#include "session.h"

enum { MOST_IDLE = 4 };

struct assay_http_client {
  pthread_mutex_t lock;
  assay_http_session *idle;
  int idle_count;
};

assay_http_client *assay_http_client_new(void) {
  assay_http_client *client = calloc(1, sizeof *client);
  if (client) pthread_mutex_init(&client->lock, NULL);
  return client;
}

void assay_http_client_free(assay_http_client *client) {
  for (assay_http_session *session = client->idle; session;) {
    assay_http_session *next = session->next;
    assay_http_session_free(session);
    session = next;
  }
  pthread_mutex_destroy(&client->lock);
  free(client);
}

// An idle session, the last one used first, or a new one.
static assay_http_session *take(assay_http_client *client, const assay_curl *curl) {
  pthread_mutex_lock(&client->lock);
  assay_http_session *session = client->idle;
  if (session) {
    client->idle = session->next;
    client->idle_count--;
  }
  pthread_mutex_unlock(&client->lock);
  return session ? session : assay_http_session_new(curl);
}

static void give_back(assay_http_client *client, assay_http_session *session) {
  pthread_mutex_lock(&client->lock);
  bool is_kept = client->idle_count < MOST_IDLE;
  if (is_kept) {
    session->next = client->idle;
    client->idle = session;
    client->idle_count++;
  }
  pthread_mutex_unlock(&client->lock);
  if (!is_kept) assay_http_session_free(session);
}

// A TLS library writes to a socket that the other side has closed without telling the system not to send SIGPIPE:
// the signal is held back on this thread, and taken away when it came.
typedef struct {
  sigset_t pipe, before;
  bool was_pending;
} held_pipe;

static held_pipe hold_pipe(void) {
  held_pipe held;
  sigset_t pending;
  sigemptyset(&held.pipe);
  sigaddset(&held.pipe, SIGPIPE);
  sigpending(&pending);
  held.was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &held.pipe, &held.before);
  return held;
}

static void release_pipe(const held_pipe *held) {
  struct timespec now = {0, 0};
  if (!held->was_pending) sigtimedwait(&held->pipe, NULL, &now);
  pthread_sigmask(SIG_SETMASK, &held->before, NULL);
}

assay_http_outcome assay_http_perform(assay_http_client *client, const assay_http_request *request,
                                      assay_http_words *words) {
  words->text[0] = 0;
  const char *reason = NULL;
  const assay_curl *curl = assay_curl_library(&reason);
  if (!curl) {
    snprintf(words->text, sizeof words->text, "%s", reason);
    return ASSAY_HTTP_NO_LIBRARY;
  }
  assay_http_session *session = take(client, curl);
  if (!session) return ASSAY_HTTP_FAILED;
  held_pipe held = hold_pipe();
  assay_http_outcome outcome = assay_http_session_perform(session, request, words);
  release_pipe(&held);
  give_back(client, session);
  return outcome;
}
