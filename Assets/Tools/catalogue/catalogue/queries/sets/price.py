"""Price bounds. The price is a number beside the text, so only a filter answers these fully."""

from ..query import ask

DEV = (
    ask("handbag under 100", category="handbag", max_price=100),
    ask("watch under 80 euros", category="watch", max_price=80),
    ask("sofa under 600", category="sofa", max_price=600),
    ask("headphones over 200", category="headphones", min_price=200),
    ask("rug under 100 euros", category="rug", max_price=100),
    ask("dress under €50", category="dress", max_price=50),
)

TEST = (
    ask("jacket for less than 90 euros", category="jacket", max_price=90),
    ask("cheap sneakers, at most €50", category="sneaker", max_price=50),
    ask("luxury handbag costing more than 250", category="handbag", min_price=250),
    ask("armchair below €300", category="chair", style="armchair", max_price=300),
    ask("mug for no more than ten euros", category="mug", max_price=10),
    ask("dining table between 200 and 500", category="table", style="dining", min_price=200, max_price=500),
    ask("budget backpack, €40 maximum", category="backpack", max_price=40),
    ask("boots up to 100 euros", category="boot", max_price=100),
)
