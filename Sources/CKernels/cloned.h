#ifndef ASSAY_CLONED_H
#define ASSAY_CLONED_H

// Plain loops that the compiler vectorises, compiled once for each instruction set worth having; the dynamic linker
// picks one. Every clone gives the same bits: a fused multiply-add rounds once where a product and a sum round
// twice, so fusing is switched off, and no sum is reordered.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define CLONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONED
#endif

#define INLINE static inline __attribute__((always_inline))

#pragma STDC FP_CONTRACT OFF

#endif
