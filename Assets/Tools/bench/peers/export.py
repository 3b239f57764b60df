"""The files that every engine reads: written by `assay export`, kept until the index changes."""

import hashlib
import pathlib
import subprocess


class Export:
    """Vectors at one length, terms and queries of a catalogue, in a folder of their own."""

    def __init__(self, program, catalogue, index, queries, folder):
        self.program, self.catalogue, self.queries = program, catalogue, queries
        manifest = pathlib.Path(index, "manifest.json").read_bytes()
        self.folder = pathlib.Path(folder, hashlib.sha256(manifest + pathlib.Path(queries).read_bytes()).hexdigest()[:12])
        self.folder.mkdir(parents=True, exist_ok=True)

    def vectors(self, dimensions):
        """The paths of the items' and the queries' vectors."""
        items, queries = self.folder / f"items-{dimensions}.npy", self.folder / f"queries-{dimensions}.npy"
        if not (items.exists() and queries.exists()):
            self._run("--dimensions", str(dimensions), "--vectors", items, "--queries", self.queries, "--query-vectors", queries)
        return items, queries

    def terms(self):
        """The paths of the items' and the queries' terms."""
        items, queries = self.folder / "items.jsonl", self.folder / "queries.jsonl"
        if not (items.exists() and queries.exists()):
            self._run("--terms", items, "--queries", self.queries, "--query-terms", queries)
        return items, queries

    def _run(self, *options):
        subprocess.run([self.program, "export", self.catalogue, *map(str, options)], check=True)
