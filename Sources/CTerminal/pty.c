#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static int fail(int controller, int terminal) {
  int code = errno;
  if (terminal >= 0) close(terminal);
  if (controller >= 0) close(controller);
  return code;
}

int assay_open_pty(assay_window_size size, int *controller, int *terminal) {
  *controller = *terminal = -1;
  int outer = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (outer < 0) return errno;
  char name[64];
  if (grantpt(outer) != 0 || unlockpt(outer) != 0) return fail(outer, -1);
  int failure = ptsname_r(outer, name, sizeof name);
  if (failure) return close(outer), failure;
  int inner = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (inner < 0) return fail(outer, -1);
  failure = assay_set_window_size(inner, size);
  if (failure) return close(inner), close(outer), failure;
  *controller = outer;
  *terminal = inner;
  return 0;
}

// In the child between fork and exec: only async-signal-safe calls.
static void become(const char *path, char *const arguments[], char *const environment[], int terminal, int report) {
  sigset_t none;
  sigemptyset(&none);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (setsid() >= 0 && ioctl(terminal, TIOCSCTTY, 0) == 0 && dup2(terminal, 0) == 0 && dup2(terminal, 1) == 1 &&
      dup2(terminal, 2) == 2)
    execve(path, arguments, environment);
  int code = errno;
  ssize_t written = write(report, &code, sizeof code);
  (void)written;
  _exit(127);
}

int assay_spawn_in_pty(const char *path, char *const arguments[], char *const environment[], assay_window_size size,
                       assay_pty_child *child) {
  int controller, terminal, report[2];
  int failure = assay_open_pty(size, &controller, &terminal);
  if (failure) return failure;
  if (pipe2(report, O_CLOEXEC) != 0) return fail(controller, terminal);
  pid_t pid = fork();
  if (pid == 0) become(path, arguments, environment, terminal, report[1]);
  int fork_failure = pid < 0 ? errno : 0;
  close(terminal);
  close(report[1]);
  // The pipe closes by itself when exec succeeds.
  int code = fork_failure;
  if (!fork_failure) {
    ssize_t count;
    do count = read(report[0], &code, sizeof code);
    while (count < 0 && errno == EINTR);
    if (count != (ssize_t)sizeof code) code = 0;
  }
  close(report[0]);
  if (code) {
    if (pid > 0) waitpid(pid, NULL, 0);
    close(controller);
    return code;
  }
  *child = (assay_pty_child){pid, controller};
  return 0;
}
