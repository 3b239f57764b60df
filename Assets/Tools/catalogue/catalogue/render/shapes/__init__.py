"""The shapes of the catalogue's categories: one module per product family.

A shape is a function `draw(scene, product)` registered under its category with `@shape("mug")`.
"""

from importlib import import_module

from .registry import categories, shape_of

for _family in (
    "tops", "jackets", "dresses", "trousers", "babywear", "hats", "accessories", "sneakers", "boots", "sandals",
    "bags", "watches", "headphones", "drinkware", "kettles", "seating", "tables", "lamps", "textiles", "vases",
):  # fmt: skip
    import_module(f"{__name__}.{_family}")

__all__ = ["categories", "shape_of"]
