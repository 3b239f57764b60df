"""What the image tower learns to read off a picture: one classification task per attribute."""

from __future__ import annotations

import numpy as np

IGNORED = -1
"""Label of a task that does not apply to a product."""

_UNSEEN = {"color3"}


def visible_attributes(attributes: dict[str, object]) -> dict[str, str]:
    """The attributes a picture shows, by task; style and details belong to their category."""
    category = attributes["category"]
    tasks: dict[str, str] = {}
    for name, value in attributes.items():
        if name in _UNSEEN:
            continue
        if name == "color2" and attributes.get("pattern", "solid") == "solid" and not attributes.get("duo"):
            continue
        tasks[name] = f"{category}/{value}" if name == "style" else str(value)
    return tasks


class Vocabulary:
    """Tasks and their values, in sorted order, as seen in a set of products."""

    def __init__(self, products: list[dict[str, str]]) -> None:
        values: dict[str, set[str]] = {}
        for tasks in products:
            for task, value in tasks.items():
                values.setdefault(task, set()).add(value)
        self.values = {task: sorted(values[task]) for task in sorted(values) if len(values[task]) > 1}

    def labels(self, products: list[dict[str, str]]) -> dict[str, np.ndarray]:
        """One array of class indices per task, `IGNORED` where the task or the value is unknown."""
        table = {}
        for task, values in self.values.items():
            index = {value: i for i, value in enumerate(values)}
            table[task] = np.array([index.get(tasks.get(task, ""), IGNORED) for tasks in products], np.int64)
        return table
