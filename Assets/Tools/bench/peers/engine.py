"""Assay itself, as a process that answers one request at a time and says how long it took."""

import subprocess


class Engine:
    """`assay bench serve`: the index is opened once, and the time is taken inside, around the search alone."""

    def __init__(self, program, catalogue, queries, threads):
        # Assay works on as many threads as it may use cores.
        command = ["taskset", "--cpu-list", f"0-{threads - 1}", program, "bench", "serve", catalogue, "--queries", queries]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        words = self.process.stdout.readline().split()
        if words[:1] != ["ready"]:
            raise SystemExit(f"peers: {' '.join(command)} did not start")
        self.items, self.queries = int(words[1]), int(words[2])

    def dense(self, query, dimensions, depth):
        """The milliseconds and the ordinals of a certified search."""
        return self._ask(f"dense {query} {dimensions} {depth}")

    def lexical(self, query, depth):
        """The same for BM25F."""
        return self._ask(f"lexical {query} {depth}")

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def _ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            raise SystemExit(f"peers: assay bench serve ended at: {line}")
        return float(answer[0]), [int(ordinal) for ordinal in answer[1:]]
