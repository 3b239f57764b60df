"""What a product must not be. Embeddings are bad at this; lexical search is no better."""

from ..query import ask

_PATTERNS = (
    "striped", "polka dot", "plaid", "floral", "gingham", "pinstriped", "vertical stripe", "chevron", "camo",
    "colour block", "marble",
)

DEV = (
    ask("boots not leather", category="boot", avoid_material="leather"),
    ask("jacket but not black", category="jacket", avoid_color=("black", "charcoal")),
    ask("hoodie without zip", category="hoodie", avoid_zip=1),
    ask("chair, no office chair", category="chair", avoid_style="office"),
    ask("mug without pattern", category="mug", avoid_pattern=_PATTERNS),
    ask("sunglasses not aviator", category="sunglasses", avoid_style="aviator"),
)

TEST = (
    ask("non-leather sofa", category="sofa", avoid_material="leather"),
    ask("dress, anything but floral", category="dress", avoid_pattern="floral"),
    ask("sneakers that are not white", category="sneaker", avoid_color=("white", "beige")),
    ask("cushion, no pattern please", category="cushion", avoid_pattern=_PATTERNS),
    ask("any umbrella except black", category="umbrella", avoid_color=("black", "charcoal")),
    ask("any watch but a digital one", category="watch", avoid_dial="digital"),
    ask("scarf that isn't wool", category="scarf", avoid_material="knit"),
    ask("skirt excluding mini", category="skirt", avoid_length="mini"),
    ask("backpack free of camouflage", category="backpack", avoid_pattern="camo"),
)
