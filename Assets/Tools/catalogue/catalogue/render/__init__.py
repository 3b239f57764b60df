"""Procedural product pictures: vector silhouettes lit as inflated height fields.

A picture is a pure function of a product's attributes, a seed and a size; see `render_product`.

    paths      silhouettes in a 100 × 100 design space (skia)
    palette    named colours, metals and woods
    materials  how a material reflects light, and its grain
    patterns   stripes, dots, plaids, flowers, …, evaluated in design space
    shading    height fields, normals and the two lighting models
    scene      parts over one another, shadows, studio backgrounds
    product    a product's attributes as shapes read them
    shapes     one module per product family; a registry of categories
"""

from .product import render_product

__all__ = ["render_product"]
