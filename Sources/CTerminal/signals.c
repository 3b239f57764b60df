#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum { watched_count = sizeof watched / sizeof *watched };

static struct sigaction former[watched_count];
static int ends[2] = {-1, -1};

static void on_signal(int number) {
  int saved_errno = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(ends[1], &byte, 1);  // a full pipe already says enough
  (void)written;
  errno = saved_errno;
}

static struct sigaction watching(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  return action;
}

int assay_watch_signals(void) {
  if (ends[0] >= 0) return ends[0];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  struct sigaction action = watching();
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &former[i]);
    if (former[i].sa_handler != SIG_IGN || watched[i] == SIGWINCH || watched[i] == SIGCONT)
      sigaction(watched[i], &action, NULL);
  }
  return ends[0];
}

int assay_next_signal(void) {
  unsigned char byte = 0;
  return ends[0] >= 0 && read(ends[0], &byte, 1) == 1 ? byte : 0;
}

void assay_unwatch_signals(void) {
  if (ends[0] < 0) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &former[i], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

void assay_stop_group(void) {
  struct sigaction stop, current;
  memset(&stop, 0, sizeof stop);
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, &current);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &current, NULL);
}
