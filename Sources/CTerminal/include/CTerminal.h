#ifndef ASSAY_CTERMINAL_H
#define ASSAY_CTERMINAL_H

// Terminal facts and guards that need C: state, signals, ioctl, fork.

#include <stddef.h>

typedef struct {
  int columns, rows;
  int pixel_width, pixel_height;  // 0 when the terminal does not say
} assay_window_size;

// Asks the kernel for the size of the terminal behind `descriptor`; all zeros when there is none.
assay_window_size assay_get_window_size(int descriptor);

// Tells the kernel the size of the terminal behind `descriptor`, which signals its foreground group. 0 or errno.
int assay_set_window_size(int descriptor, assay_window_size size);

// --- Crash guard -----------------------------------------------------------------------------------------------

// Remembers the terminal as it is now. Until disarmed, a fatal signal first writes `restore` to `output`, gives
// `input` back its modes, and then takes its former course. Of `restore` at most 256 bytes are kept. 0 or errno.
int assay_guard_arm(int input, int output, const char *restore, size_t length);
void assay_guard_disarm(void);

// --- Signals as bytes ------------------------------------------------------------------------------------------

// Turns SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT into numbers to be read. Returns a descriptor that
// becomes readable with the next one, or -1. Signals that were ignored stay ignored.
int assay_watch_signals(void);
// The next signal that came, or 0.
int assay_next_signal(void);
void assay_unwatch_signals(void);
// Stops the whole process group as the terminal's suspend key would; returns once continued.
void assay_stop_group(void);

// --- Descriptors and pseudo-terminals --------------------------------------------------------------------------

// An eventfd: nonblocking, closed on exec; -1 on failure.
int assay_event_descriptor(void);

// Opens a pair of which `terminal` behaves as a terminal of that size. 0 or errno.
int assay_open_pty(assay_window_size size, int *controller, int *terminal);

typedef struct {
  int pid;
  int controller;  // what the program writes can be read here, what is written here it reads as keys
} assay_pty_child;

// Runs `path` with `arguments` and `environment` (both ended by NULL) as the leader of a session whose controlling
// terminal is a new one of that size. 0 or errno, of the failed exec too.
int assay_spawn_in_pty(const char *path, char *const arguments[], char *const environment[], assay_window_size size,
                       assay_pty_child *child);

#endif
