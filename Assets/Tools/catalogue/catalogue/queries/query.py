"""A query of the shipped set."""

from __future__ import annotations

from dataclasses import dataclass

from .grading import Spec

KINDS = (
    "sku", "brand", "attribute", "semantic", "visual", "find-all", "negation", "price", "out-of-vocabulary",
)


@dataclass(frozen=True)
class Question:
    """What is asked, and which products answer it."""

    text: str
    spec: Spec
    unknown: tuple[str, ...] = ()  #: words no product text and no training query contains


@dataclass(frozen=True)
class Query:
    """A question with its place in the query set."""

    id: str
    question: Question
    kind: str
    split: str

    @property
    def text(self) -> str:
        return self.question.text

    @property
    def spec(self) -> Spec:
        return self.question.spec


def ask(text: str, *, unknown: str = "", **wishes: object) -> Question:
    """A question; a wish may be a single value or several, and ``avoid_x`` rules values of ``x`` out."""
    spec: dict[str, object] = {}
    for name, value in wishes.items():
        values = tuple(value) if isinstance(value, tuple | list) else (value,)
        if name.startswith("avoid_"):
            spec.setdefault("not", {})[name.removeprefix("avoid_")] = values
        elif name in ("max_price", "min_price"):
            spec[name] = value
        else:
            spec[name] = values
    return Question(text, spec, tuple(unknown.split()))
