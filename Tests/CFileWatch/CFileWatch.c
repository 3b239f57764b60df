#define _GNU_SOURCE
#include "CFileWatch.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { slots = 64 };

static struct {
  bool used;
  bool fails;
  dev_t device;
  ino_t inode;
  struct assay_file_watch counts;
} watched[slots];

static int used_slots;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

// The slot of an open file, or -1; called with the mutex held.
static int slot_of(int descriptor, struct stat *status) {
  if (fstat(descriptor, status) != 0) return -1;
  for (int slot = 0; slot < slots; slot++) {
    if (watched[slot].used && watched[slot].device == status->st_dev && watched[slot].inode == status->st_ino)
      return slot;
  }
  return -1;
}

int assay_watch_file(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0) return -1;
  int found = -1;
  pthread_mutex_lock(&mutex);
  for (int slot = 0; slot < slots && found < 0; slot++) {
    if (watched[slot].used) continue;
    watched[slot].used = true;
    watched[slot].fails = false;
    watched[slot].device = status.st_dev;
    watched[slot].inode = status.st_ino;
    watched[slot].counts = (struct assay_file_watch){0, 0, 0};
    __atomic_add_fetch(&used_slots, 1, __ATOMIC_RELEASE);
    found = slot;
  }
  pthread_mutex_unlock(&mutex);
  return found;
}

struct assay_file_watch assay_watched_file(int watch) {
  pthread_mutex_lock(&mutex);
  struct assay_file_watch counts = watched[watch].counts;
  pthread_mutex_unlock(&mutex);
  return counts;
}

void assay_fail_next_sync(int watch) {
  pthread_mutex_lock(&mutex);
  watched[watch].fails = true;
  pthread_mutex_unlock(&mutex);
}

void assay_unwatch_file(int watch) {
  pthread_mutex_lock(&mutex);
  watched[watch].used = false;
  __atomic_sub_fetch(&used_slots, 1, __ATOMIC_RELEASE);
  pthread_mutex_unlock(&mutex);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (__atomic_load_n(&used_slots, __ATOMIC_ACQUIRE) > 0) {
    struct stat status;
    pthread_mutex_lock(&mutex);
    int slot = slot_of(descriptor, &status);
    if (slot >= 0) watched[slot].counts.writes++;
    pthread_mutex_unlock(&mutex);
  }
  return syscall(SYS_write, descriptor, bytes, count);
}

int fsync(int descriptor) {
  bool fails = false;
  if (__atomic_load_n(&used_slots, __ATOMIC_ACQUIRE) > 0) {
    struct stat status;
    pthread_mutex_lock(&mutex);
    int slot = slot_of(descriptor, &status);
    if (slot >= 0) {
      fails = watched[slot].fails;
      watched[slot].fails = false;
      watched[slot].counts.syncs++;
      if (!fails) watched[slot].counts.durable_size = status.st_size;
    }
    pthread_mutex_unlock(&mutex);
  }
  if (fails) {
    errno = EIO;
    return -1;
  }
  return (int)syscall(SYS_fsync, descriptor);
}
