"""Exact dense search by other engines: each is a name and a function from a query's number to item ordinals."""

import faiss
import numpy
from usearch.index import MetricKind, search

_CHUNK = 50_000


def _added(index, items):
    for start in range(0, len(items), _CHUNK):
        index.add(numpy.ascontiguousarray(items[start : start + _CHUNK]))
    return index


def _bytes(matrix, scale):
    return numpy.clip(numpy.rint(matrix * scale), -127, 127).astype(numpy.int8)


def _item_bytes(items):
    """All items as bytes under one scale, which is the largest component's."""
    largest = max(float(numpy.abs(items[start : start + _CHUNK]).max()) for start in range(0, len(items), _CHUNK))
    result = numpy.empty(items.shape, numpy.int8)
    for start in range(0, len(items), _CHUNK):
        result[start : start + _CHUNK] = _bytes(items[start : start + _CHUNK], 127 / largest)
    return result


class DensePeers:
    """The engines over contiguous vectors of one length; what is made first is shared by all thread counts."""

    def __init__(self, items_path, queries_path):
        items = numpy.load(items_path, mmap_mode="r")
        self.queries = numpy.load(queries_path)
        length = items.shape[1]
        self.flat = _added(faiss.IndexFlatIP(length), items)
        self.quantised = faiss.IndexScalarQuantizer(length, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
        self.quantised.train(numpy.ascontiguousarray(items[:: max(1, len(items) // 100_000)]))
        _added(self.quantised, items)
        # FAISS keeps the rows as they came, so that USearch can scan the same memory.
        self.items = faiss.rev_swig_ptr(self.flat.get_xb(), items.size).reshape(items.shape)
        self.item_bytes = _item_bytes(items)
        self.query_bytes = numpy.stack([_bytes(query, 127 / numpy.abs(query).max()) for query in self.queries])

    def systems(self, threads, depth):
        """The engines by name, each to be used before the thread count is set anew."""

        def with_faiss(index):
            def find(number):
                return index.search(self.queries[number : number + 1], depth)[1][0]

            return find

        def with_usearch(items, queries):
            def find(number):
                return search(items, queries[number], depth, MetricKind.Cos, exact=True, threads=threads).keys

            return find

        faiss.omp_set_num_threads(threads)
        return {
            "FAISS flat": with_faiss(self.flat),
            "FAISS SQ8": with_faiss(self.quantised),
            "USearch exact f32": with_usearch(self.items, self.queries),
            "USearch exact i8": with_usearch(self.item_bytes, self.query_bytes),
        }


def version():
    import usearch

    return f"FAISS {faiss.__version__} ({faiss.get_compile_options().strip()}), USearch {usearch.__version__}"
