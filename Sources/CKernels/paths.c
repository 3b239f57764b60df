#include "paths.h"

static const assay_path plain = {"plain C",
                                 assay_dots_f32_plain,
                                 assay_scan_plain,
                                 assay_scan_listed_plain,
                                 assay_bit_distances_plain,
                                 assay_bit_sums_plain};

#if defined(__x86_64__)

static const assay_path avx2 = {"AVX2",
                                assay_dots_f32_avx2,
                                assay_scan_avx2,
                                assay_scan_listed_avx2,
                                assay_bit_distances_avx2,
                                assay_bit_sums_avx2};
static const assay_path avx512 = {"AVX-512",
                                  assay_dots_f32_avx512,
                                  assay_scan_vnni,
                                  assay_scan_listed_vnni,
                                  assay_bit_distances_avx512,
                                  assay_bit_sums_avx512};

size_t assay_paths(const assay_path *paths[ASSAY_MOST_PATHS]) {
  size_t count = 0;
  paths[count++] = &plain;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    paths[count++] = &avx2;
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni") &&
        __builtin_cpu_supports("avx512vpopcntdq"))
      paths[count++] = &avx512;
  }
  return count;
}

#elif defined(__aarch64__) && defined(__linux__)

#include <sys/auxv.h>

static const assay_path neon = {"NEON",
                                assay_dots_f32_plain,
                                assay_scan_neon,
                                assay_scan_listed_neon,
                                assay_bit_distances_plain,
                                assay_bit_sums_plain};

size_t assay_paths(const assay_path *paths[ASSAY_MOST_PATHS]) {
  const unsigned long dot_product = 1UL << 20;  // HWCAP_ASIMDDP
  size_t count = 0;
  paths[count++] = &plain;
  if (getauxval(AT_HWCAP) & dot_product) paths[count++] = &neon;
  return count;
}

#else

size_t assay_paths(const assay_path *paths[ASSAY_MOST_PATHS]) {
  paths[0] = &plain;
  return 1;
}

#endif

const assay_path *assay_best_path(void) {
  const assay_path *paths[ASSAY_MOST_PATHS];
  return paths[assay_paths(paths) - 1];
}
