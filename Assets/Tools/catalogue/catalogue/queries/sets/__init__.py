"""The shipped questions, one module per kind, each with a ``DEV`` and a ``TEST`` bank.

The dev questions are phrased as training queries are. The test questions are phrased otherwise: no training query
shares a frame with one, nor a meaningful word of a frame.
"""
