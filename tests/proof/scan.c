/* Scan: counts exact needles, and sequences whose members lie a fixed distance apart.
 *
 * Compiled when the proof is run, since a gigabyte is too much for an interpreter. Positions are
 * reported too, so that a find can be looked at.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define SLOTS (1u << 16)
#define PAGE 4096

static uint32_t slot(const uint8_t *at) {
    uint32_t word;
    memcpy(&word, at, 4);
    return (word * 2654435761u) >> 16;
}

/* Needles are at least 4 bytes long and at most `count` < 65535 of them. */
void find_exact(const uint8_t *data, size_t size, const uint8_t *const *needles,
                const size_t *lengths, int count, long *counts, long *first) {
    static uint16_t heads[SLOTS], next[SLOTS];
    static const uint8_t zeros[PAGE];
    memset(heads, 0, sizeof heads);
    for (int i = 0; i < count; i++) {
        uint32_t home = slot(needles[i]);
        next[i + 1] = heads[home];
        heads[home] = (uint16_t)(i + 1);
        counts[i] = 0;
        first[i] = -1;
    }
    for (size_t at = 0; at + 4 <= size; at++) {
        if (at % PAGE == 0 && at + 2 * PAGE <= size && !memcmp(data + at, zeros, PAGE)) {
            at += PAGE - 5; /* a needle may begin with up to three zeros of this page */
            continue;
        }
        for (uint16_t i = heads[slot(data + at)]; i; i = next[i]) {
            size_t length = lengths[i - 1];
            if (at + length <= size && !memcmp(data + at, needles[i - 1], length)) {
                if (counts[i - 1]++ == 0) first[i - 1] = (long)at;
            }
        }
    }
}

/* Count places where a run's six members lie `stride` bytes apart, for every even stride up to
 * each run's longest. A member is two bytes at an even address. All runs in one pass.
 */
#define MEMBERS 6
#define RUNS 255

void find_spread(const uint8_t *data, size_t size, const uint16_t (*runs)[MEMBERS],
                 const size_t *longest, int count, long *counts, long (*where)[2]) {
    static uint8_t heads[1 << 16], next[RUNS + 1];
    static const uint8_t zeros[PAGE];
    memset(heads, 0, sizeof heads);
    for (int run = 0; run < count; run++) {
        next[run + 1] = heads[runs[run][0]];
        heads[runs[run][0]] = (uint8_t)(run + 1);
        counts[run] = 0;
    }
    const uint16_t *words = (const uint16_t *)data;
    size_t total = size / 2;
    for (size_t at = 0; at < total; at++) {
        if (at % (PAGE / 2) == 0 && at + PAGE / 2 <= total && !memcmp(words + at, zeros, PAGE)) {
            at += PAGE / 2 - 1;
            continue;
        }
        for (uint8_t link = heads[words[at]]; link; link = next[link]) {
            const uint16_t *members = runs[link - 1];
            size_t room = (total - at - 1) / (MEMBERS - 1);
            size_t end = longest[link - 1] / 2 < room ? longest[link - 1] / 2 : room;
            for (size_t stride = 1; stride <= end; stride++) {
                if (words[at + stride] != members[1]) continue;
                int i = 2;
                while (i < MEMBERS && words[at + stride * (size_t)i] == members[i]) i++;
                if (i < MEMBERS) continue;
                if (counts[link - 1]++ == 0) {
                    where[link - 1][0] = (long)(2 * at);
                    where[link - 1][1] = (long)(2 * stride);
                }
            }
        }
    }
}
