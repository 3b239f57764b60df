// What files need and Swift's view of the C library lacks: a processor's checksum instruction, and a rename that
// exchanges.
#ifndef ASSAY_CSTORAGE_H
#define ASSAY_CSTORAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether this processor computes CRC-32C itself.
bool assay_has_crc32c(void);

// Feeds bytes into the running state of a CRC-32C (before the final inversion) and returns the new state. Only where
// assay_has_crc32c() says yes.
uint32_t assay_crc32c(uint32_t state, const void *bytes, size_t count);

// Gives each of two paths what the other one had, at once. Returns 0, or -1 with the reason in errno: EINVAL and
// ENOSYS where the file system or the kernel can't.
int assay_exchange(const char *first, const char *second);

#endif
