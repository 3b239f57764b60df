#include "CStorage.h"

#include <string.h>

#if defined(__x86_64__)
#include <nmmintrin.h>

bool assay_has_crc32c(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("sse4.2");
}

__attribute__((target("sse4.2")))
uint32_t assay_crc32c(uint32_t state, const void *bytes, size_t count) {
  const unsigned char *at = bytes;
  uint64_t wide = state;
  for (; count >= 8; at += 8, count -= 8) {
    uint64_t word;
    memcpy(&word, at, 8);
    wide = _mm_crc32_u64(wide, word);
  }
  state = (uint32_t)wide;
  for (; count > 0; at += 1, count -= 1) state = _mm_crc32_u8(state, *at);
  return state;
}

#elif defined(__aarch64__)
#include <arm_acle.h>
#include <sys/auxv.h>

#ifndef HWCAP_CRC32
#define HWCAP_CRC32 (1 << 7)
#endif

bool assay_has_crc32c(void) { return getauxval(AT_HWCAP) & HWCAP_CRC32; }

__attribute__((target("crc")))
uint32_t assay_crc32c(uint32_t state, const void *bytes, size_t count) {
  const unsigned char *at = bytes;
  for (; count >= 8; at += 8, count -= 8) {
    uint64_t word;
    memcpy(&word, at, 8);
    state = __crc32cd(state, word);
  }
  for (; count > 0; at += 1, count -= 1) state = __crc32cb(state, *at);
  return state;
}

#else

bool assay_has_crc32c(void) { return false; }

uint32_t assay_crc32c(uint32_t state, const void *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return state;
}

#endif
