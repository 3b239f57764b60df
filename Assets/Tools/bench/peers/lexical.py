"""BM25 by tantivy over the terms that Assay's analyzer makes, so that both score the same words."""

import json
import pathlib
import shutil

import tantivy

_HEAP = 1_500_000_000


class TantivyPeer:
    """One tantivy index, either with a field for each of the catalogue's or with all terms in one."""

    def __init__(self, items_path, queries_path, folder, has_one_field):
        with open(items_path) as lines:
            names = sorted(set(json.loads(next(lines))) - {"id"})
        self.fields = ["all"] if has_one_field else names
        builder = tantivy.SchemaBuilder().add_integer_field("ordinal", stored=True)
        for field in self.fields:
            builder.add_text_field(field, stored=False, tokenizer_name="whitespace", index_option="freq")
        self.schema = builder.build()
        self.index = self._opened(items_path, names, pathlib.Path(folder), has_one_field)
        self.searcher = self.index.searcher()
        with open(queries_path) as lines:
            self.queries = [self._query(json.loads(line)["terms"].split()) for line in lines]

    def search(self, number, depth):
        """The best documents; their ordinals are looked up apart, by `ordinals`."""
        return self.searcher.search(self.queries[number], depth, count=False).hits

    def ordinals(self, hits):
        return [self.searcher.doc(address)["ordinal"][0] for _, address in hits]

    def _opened(self, items_path, names, folder, has_one_field):
        done = folder / "done"
        if done.exists():
            return tantivy.Index.open(str(folder))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        index = tantivy.Index(self.schema, path=str(folder))
        # One thread: few segments, and documents in the order of the ordinals.
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        with open(items_path) as lines:
            for ordinal, line in enumerate(lines):
                members = json.loads(line)
                document = tantivy.Document(ordinal=ordinal)
                if has_one_field:
                    document.add_text("all", " ".join(members.get(name, "") for name in names))
                else:
                    for name in names:
                        document.add_text(name, members.get(name, ""))
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        done.touch()
        return index

    def _query(self, terms):
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(self.schema, field, term, index_option="freq"))
                for term in dict.fromkeys(terms)
                for field in self.fields
            ]
        )


def version():
    return f"tantivy {tantivy.__version__}"
