"""Measures Assay against other engines on the same vectors, terms and queries, in the same run."""
