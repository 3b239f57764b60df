#include "CKernels.h"
#include "keys.h"
#include "passing.h"

enum { BATCH = 128 };  // tiles, whose sums fit the first-level cache

typedef int32_t sum_group __attribute__((ext_vector_type(SCORES)));
typedef float half_group __attribute__((ext_vector_type(SCORES / 2)));
typedef float quarter_group __attribute__((ext_vector_type(SCORES / 4)));
typedef float pair __attribute__((ext_vector_type(2)));

// Adds what one side's sums are worth.
INLINE void add_side(const int32_t *sums, const float *factors, float scale, score_group *bounds) {
  sum_group counts;
  score_group worth;
  memcpy(&counts, sums, sizeof counts);
  memcpy(&worth, factors, sizeof worth);
  *bounds += __builtin_convertvector(counts, score_group) * worth * scale;
}

INLINE void add_multiple(float factor, const float *numbers, score_group *bounds) {
  score_group group;
  memcpy(&group, numbers, sizeof group);
  *bounds += factor * group;
}

// The bounds of one tile, whose sums are given apart.
INLINE void bound(const assay_prefix *prefix, assay_allowance allowance, size_t tile, const int32_t *const sums[2],
                  score_group *bounds) {
  const size_t row = tile * ASSAY_ROWS;
  *bounds = 0;
  add_side(sums[0], prefix->sides[0].factors + row, prefix->scale, bounds);
  if (prefix->side_count > 1) add_side(sums[1], prefix->sides[1].factors + row, prefix->scale, bounds);
  add_multiple(allowance.slack, prefix->margins + row, bounds);
  if (allowance.rests) add_multiple(allowance.rest, allowance.rests + row, bounds);
}

// A bit for each row of a tile that counts and whose bound is at least the threshold.
INLINE uint32_t reaching(const assay_prefix *prefix, const score_group *bounds, size_t tile, float threshold) {
  const size_t row = tile * ASSAY_ROWS;
  return passing((const float *)bounds, prefix->rows - row, threshold, prefix->eligible, (uint32_t)row);
}

INLINE float greatest(const score_group *numbers, uint32_t bits) {
  if (bits == 0xffff) {
    const half_group half = numbers->lo > numbers->hi ? numbers->lo : numbers->hi;
    const quarter_group quarter = half.lo > half.hi ? half.lo : half.hi;
    const pair pair = quarter.lo > quarter.hi ? quarter.lo : quarter.hi;
    return pair.lo > pair.hi ? pair.lo : pair.hi;
  }
  float top = -__builtin_inff();
  for (; bits; bits &= bits - 1) {
    const float number = (*numbers)[__builtin_ctz(bits)];
    top = number > top ? number : top;
  }
  return top;
}

CLONED void assay_tile_tops(const assay_prefix *prefix, assay_allowance allowance, size_t first, size_t last,
                            float *tops) {
  for (size_t tile = first; tile < last; tile++) {
    const int32_t *const sums[2] = {prefix->sides[0].sums + tile * ASSAY_ROWS,
                                    prefix->side_count > 1 ? prefix->sides[1].sums + tile * ASSAY_ROWS : NULL};
    score_group bounds;
    bound(prefix, allowance, tile, sums, &bounds);
    tops[tile] = greatest(&bounds, reaching(prefix, &bounds, tile, -__builtin_inff()));
  }
}

// Where one batch of tiles stands: those left, and their sums by side.
typedef struct {
  size_t count;
  uint32_t tiles[BATCH];
  int32_t sums[2][BATCH * ASSAY_ROWS];
} batch;

INLINE void begin(batch *batch, const assay_reading *reading, const uint32_t *tiles, size_t count) {
  batch->count = count;
  memcpy(batch->tiles, tiles, count * sizeof *tiles);
  for (size_t side = 0; side < reading->known.side_count; side++)
    for (size_t i = 0; i < count; i++)
      memcpy(batch->sums[side] + i * ASSAY_ROWS, reading->known.sides[side].sums + (size_t)tiles[i] * ASSAY_ROWS,
             ASSAY_ROWS * sizeof(int32_t));
}

INLINE void add_blocks(batch *batch, const assay_reading *reading, const assay_leg *leg) {
  for (size_t side = 0; side < reading->known.side_count; side++) {
    assay_blocks blocks = reading->codes[side];
    blocks.first = leg->first;
    blocks.last = leg->last;
    assay_scan_listed(blocks, reading->query, batch->tiles, batch->count, batch->sums[side]);
  }
}

// Moves a tile to an earlier place.
INLINE void move(batch *batch, size_t from, size_t to, size_t sides) {
  batch->tiles[to] = batch->tiles[from];
  for (size_t side = 0; side < sides && from != to; side++)
    memcpy(batch->sums[side] + to * ASSAY_ROWS, batch->sums[side] + from * ASSAY_ROWS,
           ASSAY_ROWS * sizeof(int32_t));
}

CLONED size_t assay_read_tiles(const assay_reading *reading, const uint32_t *tiles, size_t count, uint64_t *keys) {
  batch batch;
  size_t found = 0;
  for (size_t start = 0; start < count; start += BATCH) {
    begin(&batch, reading, tiles + start, count - start < BATCH ? count - start : BATCH);
    for (size_t number = 0; number < reading->leg_count; number++) {
      const assay_leg *leg = reading->legs + number;
      const int is_last = number + 1 == reading->leg_count;
      if (leg->first < leg->last) add_blocks(&batch, reading, leg);
      size_t kept = 0;
      for (size_t i = 0; i < batch.count; i++) {
        const int32_t *const sums[2] = {batch.sums[0] + i * ASSAY_ROWS, batch.sums[1] + i * ASSAY_ROWS};
        score_group bounds;
        bound(&reading->known, leg->allowance, batch.tiles[i], sums, &bounds);
        uint32_t bits = reaching(&reading->known, &bounds, batch.tiles[i], leg->threshold);
        if (bits && !is_last) move(&batch, i, kept++, reading->known.side_count);
        for (; bits && is_last; bits &= bits - 1) {
          const uint32_t row = (uint32_t)__builtin_ctz(bits);
          keys[found++] = key_of(bounds[row], batch.tiles[i] * ASSAY_ROWS + row);
        }
      }
      batch.count = kept;
    }
  }
  return found;
}
