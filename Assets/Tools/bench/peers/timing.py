"""Interleaved measurement: every engine answers the same few queries before the next few come."""

import math
import time


class Timing:
    """What one engine took, in milliseconds, and what it found, by query."""

    def __init__(self):
        self.milliseconds, self.found = [], {}

    def percentile(self, share):
        """Nearest rank."""
        ordered = sorted(self.milliseconds)
        return ordered[min(max(math.ceil(share * len(ordered)), 1), len(ordered)) - 1]

    @property
    def median(self):
        return self.percentile(0.5)

    @property
    def p99(self):
        return self.percentile(0.99)


def stopwatch(find):
    """Turns a function into one that returns milliseconds and the result."""

    def timed(number):
        start = time.perf_counter()
        found = find(number)
        return (time.perf_counter() - start) * 1000, found

    return timed


def interleave(systems, count, block):
    """Times `systems`, functions from a query's number to milliseconds and a result, over `count` queries.

    In each block another engine goes first, and each answers one query beforehand that is not counted, so that none
    pays for the caches that the one before it emptied.
    """
    timings = {name: Timing() for name in systems}
    names = list(systems)
    for number, start in enumerate(range(0, count, block)):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            systems[name]((start + block) % count)
            for query in range(start, min(start + block, count)):
                milliseconds, found = systems[name](query)
                timings[name].milliseconds.append(milliseconds)
                timings[name].found[query] = found
    return timings


def recall(found, truth):
    """The share of the true items that were found, over all queries."""
    hits = sum(len(set(map(int, found[query])) & set(truth[query])) for query in truth)
    return hits / max(1, sum(len(items) for items in truth.values()))
