"""The side-by-side table, and the same as one JSON object a row."""

import json
import os

_HEADER = ("work", "threads", "median", "p99", "peer", "median", "p99", "recall", "times")
_WIDTHS = (30, 8, 9, 9, 26, 9, 9, 8, 7)


class Report:
    """Rows of one engine against another, and the bars they have to clear."""

    def __init__(self):
        self.rows, self.bars = [], []

    def add(self, work, threads, ours, peer, theirs, recall):
        self.rows.append(
            {
                "work": work,
                "threads": threads,
                "queries": len(ours.milliseconds),
                "median_ms": round(ours.median, 4),
                "p99_ms": round(ours.p99, 4),
                "peer": peer,
                "peer_median_ms": round(theirs.median, 4),
                "peer_p99_ms": round(theirs.p99, 4),
                "peer_recall": round(recall, 4),
                "load": round(os.getloadavg()[0], 2),
            }
        )

    def require(self, what, ratio, least):
        """Adds a bar: how many times faster, and how many it should be."""
        self.bars.append((what, ratio, least))

    @property
    def missed(self):
        return [what for what, ratio, least in self.bars if ratio < least]

    def table(self):
        lines = [_line(_HEADER)]
        for row in self.rows:
            lines.append(
                _line(
                    (
                        row["work"],
                        row["threads"],
                        f"{row['median_ms']:.3f}",
                        f"{row['p99_ms']:.3f}",
                        row["peer"],
                        f"{row['peer_median_ms']:.3f}",
                        f"{row['peer_p99_ms']:.3f}",
                        f"{row['peer_recall']:.3f}",
                        f"{row['peer_median_ms'] / row['median_ms']:.1f}",
                    )
                )
            )
        lines.append("")
        for what, ratio, least in self.bars:
            lines.append(f"{'PASS' if ratio >= least else 'FAIL'}  {what}: {ratio:.2f} times, at least {least}")
        load = os.getloadavg()[0]
        lines.append(f"load average {load:.2f}" + (": above 1, measure again on a quiet machine" if load > 1 else ""))
        return "\n".join(lines)

    def json_lines(self):
        return "\n".join(json.dumps(row) for row in self.rows)


def _line(cells):
    return "".join(
        str(cell).ljust(width) if index in (0, 4) else str(cell).rjust(width - 2) + "  "
        for index, (cell, width) in enumerate(zip(cells, _WIDTHS))
    ).rstrip()
