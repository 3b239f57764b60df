#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
enum { fatal_count = sizeof fatal_signals / sizeof *fatal_signals };

static volatile sig_atomic_t armed;
static struct sigaction former[fatal_count];
static struct termios saved_modes;
static int guarded_input, guarded_output;
static char restore_bytes[256];
static size_t restore_length;
static char alternate_stack[64 * 1024];

// Only async-signal-safe calls from here on.
static void restore_terminal(void) {
  if (!armed) return;
  armed = 0;
  ssize_t written = write(guarded_output, restore_bytes, restore_length);
  (void)written;
  tcsetattr(guarded_input, TCSANOW, &saved_modes);
}

static void on_fatal(int number) {
  int saved_errno = errno;
  restore_terminal();
  for (int i = 0; i < fatal_count; i++)
    if (fatal_signals[i] == number) sigaction(number, &former[i], NULL);
  // A fault happens again when its instruction is repeated, now with the former handler (Swift's backtracer) and the
  // true context; these two come from outside the instruction and have to be sent again.
  if (number == SIGABRT || number == SIGQUIT) raise(number);
  errno = saved_errno;
}

int assay_guard_arm(int input, int output, const char *restore, size_t length) {
  if (armed) assay_guard_disarm();
  if (tcgetattr(input, &saved_modes) != 0) return errno;
  guarded_input = input;
  guarded_output = output;
  restore_length = length < sizeof restore_bytes ? length : sizeof restore_bytes;
  memcpy(restore_bytes, restore, restore_length);

  // A stack overflow needs another stack to be handled on.
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_fatal;
  action.sa_flags = SA_NODEFER | SA_ONSTACK;
  armed = 1;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &action, &former[i]);
  return 0;
}

void assay_guard_disarm(void) {
  if (!armed) return;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &former[i], NULL);
  armed = 0;
}
