"""Requests for everything of a kind: many products are right, and order matters less than completeness."""

from ...categories import STRIPES
from ..query import ask

DEV = (
    ask("all baby items", category="baby"),
    ask("furniture", department="furniture"),
    ask("hat items", category="hat"),
    ask("bags", department="bags"),
    ask("striped clothing", department="clothing", pattern=STRIPES),
    ask("all shoes", department="footwear"),
    ask("red accessories", department="accessories", color="red"),
    ask("leather bags", department="bags", material="leather"),
)

TEST = (
    ask("everything for the kitchen", department="kitchen"),
    ask("every floral product", pattern="floral"),
    ask("show whatever is leather", material="leather"),
    ask("whole selection of lighting", category="lamp"),
    ask("complete denim collection", material="denim"),
    ask("chairs and sofas of every sort", category=("chair", "sofa")),
    ask("browse headphones", category="headphones"),
    ask("anything with polka dots", pattern="polka dot"),
    ask("full catalogue of velvet pieces", material="velvet"),
    ask("entire dress assortment", category="dress"),
    ask("complete outerwear line", category="jacket"),
)
