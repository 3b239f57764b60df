"""The synthetic sample catalogue: its grammar, its queries and judgments, its pictures.

`sample_product` draws products to train on; `python -m catalogue build` writes the shipped catalogue.
"""

from .attributes import Attributes, sample_attributes
from .product import Product, sample_product
from .streams import Stream

__all__ = ["Attributes", "Product", "Stream", "sample_attributes", "sample_product"]
