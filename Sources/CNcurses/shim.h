#ifndef ASSAY_CNCURSES_SHIM_H
#define ASSAY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <locale.h>
#include <stdio.h>
#include <wchar.h>

#include <ncurses.h>

// Swift can't touch C globals that change; these read them.
static inline WINDOW *nc_stdscr(void) { return stdscr; }

#endif
