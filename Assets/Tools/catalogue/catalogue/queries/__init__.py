"""Queries: the shipped set, the specs behind it, and the grades that follow from them."""

from .grading import GradeTable, Spec, grade
from .query import KINDS, Query, Question
from .shipped import identifier_queries, reserved_frames, reserved_texts, reserved_words, written_queries

__all__ = [
    "KINDS", "GradeTable", "Query", "Question", "Spec", "grade", "identifier_queries", "reserved_frames",
    "reserved_texts", "reserved_words", "written_queries",
]
