#ifndef ASSAY_CNCURSES_SHIM_H
#define ASSAY_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

#include <ncurses.h>

// Declared here because <term.h> also defines macros called `lines` and `columns`.
extern int setupterm(const char *type, int descriptor, int *result);

// wcwidth hides behind a feature macro that Swift's importer has already passed.
extern int wcwidth(wchar_t character);
static inline int nc_width(wchar_t character) { return wcwidth(character); }
static inline const char *nc_codeset(void) { return nl_langinfo(CODESET); }

// Swift can't touch C globals that change; these read them.
static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_colours(void) { return has_colors() ? COLORS : 0; }

// Macros with casts, as constants.
static const attr_t NC_NORMAL = A_NORMAL;
static const attr_t NC_BOLD = A_BOLD;
static const attr_t NC_DIM = A_DIM;
static const attr_t NC_REVERSE = A_REVERSE;
static const attr_t NC_UNDERLINE = A_UNDERLINE;

// The string capability `name` of the terminal, or NULL when it has none.
static inline const char *nc_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

// Writes one cell: a spacing character and up to four combining ones, ended by 0. `pair` may exceed 255.
static inline int nc_put(int row, int column, attr_t attributes, int pair, const wchar_t *cluster) {
  cchar_t cell;
  if (setcchar(&cell, cluster, attributes, (short)pair, &pair) == ERR) return ERR;
  return mvwadd_wch(stdscr, row, column, &cell);
}

#endif
