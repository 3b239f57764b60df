// What happens to watched files: every write and every fsync of this process passes through here on its way to the
// kernel, because the linker takes these definitions in the place of the C library's.
#ifndef ASSAY_CFILEWATCH_H
#define ASSAY_CFILEWATCH_H

#include <stdint.h>

struct assay_file_watch {
  int64_t writes;
  int64_t syncs;
  // The size of the file when it was last synced: what survives a power cut.
  int64_t durable_size;
};

// Begins to watch the file at a path; returns a number for it, or -1 when it can't.
int assay_watch_file(const char *path);

// What has happened since.
struct assay_file_watch assay_watched_file(int watch);

// Makes the next fsync of the file fail as a broken disk does.
void assay_fail_next_sync(int watch);

// Ends watching.
void assay_unwatch_file(int watch);

#endif
