"""The registry of shapes by category."""

_SHAPES = {}


def shape(category):
    """Registers the decorated function as the shape of a category."""

    def register(draw):
        _SHAPES[category] = draw
        return draw

    return register


def shape_of(category):
    """Returns the shape of a category; KeyError with the known ones where there is none."""
    if category not in _SHAPES:
        raise KeyError(f"no shape for category {category!r}; known: {', '.join(categories())}")
    return _SHAPES[category]


def categories():
    """Lists the categories that can be drawn."""
    return sorted(_SHAPES)
