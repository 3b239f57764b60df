"""The thirty categories: which styles, materials, patterns and details each one has.

The attribute keys and values declared here are a contract with the renderer, which draws every one of them. A value
repeated in a list is that much likelier.
"""

from __future__ import annotations

from dataclasses import dataclass, field

COLOURS = (
    "red", "burgundy", "pink", "orange", "mustard", "yellow", "green", "olive", "teal", "mint", "blue", "navy",
    "sky blue", "purple", "lavender", "brown", "tan", "beige", "white", "grey", "charcoal", "black",
)

ACCENT_COLOURS = (
    "white", "white", "beige", "black", "navy", "red", "mustard", "pink", "sky blue", "yellow", "teal", "orange",
)

GARMENT_PATTERNS = (
    "solid", "solid", "solid", "striped", "striped", "polka dot", "plaid", "floral", "gingham", "pinstriped",
    "vertical stripe", "chevron",
)

#: Patterns a shopper calls stripes.
STRIPES = ("striped", "vertical stripe", "pinstriped")

#: Trousers that are jeans when they are made of denim.
JEANS_STYLES = ("skinny", "straight", "wide")

WOODS = ("oak", "walnut", "pine")


@dataclass(frozen=True)
class Category:
    """What can be drawn and sold in one category."""

    department: str
    shelf: str  #: what the shop shows as the category; coarser than the category itself
    styles: tuple[str, ...]
    materials: tuple[str, ...]  #: empty where the style decides (`STYLE_MATERIALS`)
    patterns: tuple[str, ...]
    price: tuple[int, int]  #: euros, lowest and highest
    details: dict[str, tuple[object, ...]] = field(default_factory=dict)


def _category(department, shelf, styles, materials, patterns, price, /, **details) -> Category:
    return Category(department, shelf, styles, materials, patterns, price, details)


CATEGORIES: dict[str, Category] = {
    "tshirt": _category(
        "clothing", "Clothing > Tops", ("crew", "v", "scoop"), ("cotton", "linen", "cotton"), GARMENT_PATTERNS, (9, 45),
        pocket=(0, 0, 1), graphic=(None, None, None, "star", "heart", "mountain", "cat", "sun"),
    ),
    "shirt": _category(
        "clothing", "Clothing > Tops", ("casual", "formal"), ("cotton", "linen", "denim", "satin"), GARMENT_PATTERNS,
        (19, 95), neck=("collar",), sleeve=("long", "long", "short"),
    ),
    "sweater": _category(
        "clothing", "Clothing > Tops", ("crew", "v", "turtle"), ("knit",),
        ("solid", "solid", "striped", "chevron", "solid"), (25, 140), sleeve=("long",), cable=(0, 0, 1),
    ),
    "hoodie": _category(
        "clothing", "Clothing > Tops", ("hood",), ("fleece", "cotton"),
        ("solid", "solid", "solid", "camo", "colour block"), (25, 90), neck=("hood",), sleeve=("long",), zip=(0, 1),
    ),
    "jacket": _category(
        "clothing", "Clothing > Outerwear", ("puffer", "denim", "biker", "bomber", "blazer", "coat", "rain"), (),
        ("solid", "solid", "solid", "plaid"), (49, 320), sleeve=("long",),
    ),
    "dress": _category(
        "clothing", "Clothing > Dresses & Skirts", ("sleeveless", "sleeved"), ("cotton", "satin", "linen", "velvet"),
        GARMENT_PATTERNS + ("floral", "floral", "polka dot"), (29, 190),
        neck=("crew", "v", "scoop"), length=("mini", "midi", "maxi"), flare=(0, 1, 2), belt=(0, 0, 1),
    ),
    "baby": _category(
        "baby", "Baby & Kids", ("onesie", "sleepsuit", "bib"), ("cotton",),
        ("solid", "striped", "polka dot", "floral", "gingham", "striped"), (6, 35),
    ),
    "pants": _category(
        "clothing", "Clothing > Bottoms", ("skinny", "straight", "wide", "shorts", "jogger"),
        ("denim", "cotton", "linen"), ("solid", "solid", "solid", "solid", "plaid", "pinstriped", "camo"), (19, 120),
    ),
    "skirt": _category(
        "clothing", "Clothing > Dresses & Skirts", ("pencil", "a-line", "pleated"),
        ("cotton", "satin", "denim", "suede"), GARMENT_PATTERNS, (19, 110), length=("mini", "midi", "maxi"),
    ),
    "hat": _category(
        "accessories", "Accessories", ("beanie", "cap", "sun hat", "fedora", "bucket hat"), (),
        ("solid", "solid", "striped", "solid"), (9, 65), duo=(0, 1), pom=(0, 1),
    ),
    "scarf": _category(
        "accessories", "Accessories", ("loop",), ("knit", "velvet", "satin"),
        ("solid", "plaid", "striped", "plaid", "polka dot"), (12, 90),
    ),
    "sneaker": _category(
        "footwear", "Shoes", ("low-top", "high-top", "running", "slip-on"), ("canvas", "leather", "suede", "knit"),
        ("solid", "solid", "solid", "plaid", "floral", "striped"), (29, 180),
        side=(None, "stripes", "swoop", "star"), darksole=(0, 0, 1), darklace=(0, 0, 1),
    ),
    "boot": _category(
        "footwear", "Shoes", ("ankle", "chelsea", "hiking", "knee", "rain", "winter"), (), ("solid",), (45, 260),
        heel=(0, 0, 1),
    ),
    "sandal": _category(
        "footwear", "Shoes", ("strappy", "slide", "flip-flop", "heeled"), ("leather", "suede", "rubber"),
        ("solid", "solid", "striped", "floral"), (9, 120), cork=(0, 1), platform=(0, 0, 1),
    ),
    "backpack": _category(
        "bags", "Bags & Luggage", ("zip", "rolltop", "flap"), ("canvas", "nylon", "leather"),
        ("solid", "solid", "solid", "camo", "floral", "polka dot", "plaid"), (25, 190), duo=(0, 0, 1),
    ),
    "handbag": _category(
        "bags", "Bags & Luggage", ("tote", "crossbody", "bucket", "satchel"), ("leather", "canvas", "suede", "leather"),
        ("solid", "solid", "solid", "striped", "floral", "chevron"), (25, 420),
    ),
    "sunglasses": _category(
        "accessories", "Accessories", ("round", "aviator", "wayfarer", "cat-eye"), ("plastic",), ("solid",), (12, 210),
        lens=("black", "brown", "blue", "green", "rose"),
    ),
    "watch": _category(
        "accessories", "Accessories", ("round", "square"), ("leather", "steel", "rubber", "canvas"), ("solid",),
        (39, 650), dial=("white", "black", "blue", "green", "champagne", "digital"),
        metal=("steel", "brass", "black steel"), chrono=(0, 0, 1),
    ),
    "headphones": _category(
        "electronics", "Electronics > Audio", ("over-ear", "studio", "gaming", "earbuds"),
        ("plastic", "wood", "leather", "plastic"), ("solid",), (25, 390), metal=("steel", "brass", "black steel"),
    ),
    "umbrella": _category(
        "accessories", "Accessories", ("classic",), ("nylon",),
        ("solid", "solid", "striped", "polka dot", "plaid", "floral"), (12, 60), wood=(None, 1),
    ),
    "mug": _category(
        "kitchen", "Kitchen & Dining", ("straight", "tapered", "rounded", "espresso"), ("ceramic", "stoneware"),
        ("solid", "solid", "striped", "polka dot", "floral", "chevron"), (6, 32), dip=(0, 0, 1), full=(0, 1),
    ),
    "bottle": _category(
        "kitchen", "Kitchen & Dining", ("sport", "flask", "tumbler"), ("plastic", "glass", "steel"),
        ("solid", "solid", "striped", "floral"), (9, 45), band=(0, 1), darkcap=(0, 1),
    ),
    "kettle": _category(
        "kitchen", "Kitchen & Dining", ("teapot", "gooseneck", "electric", "stovetop"),
        ("ceramic", "steel", "plastic", "brass"), ("solid", "solid", "polka dot", "floral"), (19, 160), woodh=(0, 1),
    ),
    "chair": _category(
        "furniture", "Furniture", ("dining", "armchair", "stool", "office", "rocking"), ("velvet", "leather", "linen"),
        ("solid", "solid", "solid", "striped", "floral", "plaid", "chevron"), (59, 790),
        wood=WOODS, legs=("wood", "metal"), tuft=(0, 1), uph=(1, 1, 0),
    ),
    "table": _category(
        "furniture", "Furniture", ("round", "side", "dining", "coffee", "desk"), ("wood", "wood", "ceramic", "plastic"),
        ("solid",), (49, 990), wood=WOODS, legs=("wood", "metal"), shelf=(0, 1),
    ),
    "sofa": _category(
        "furniture", "Furniture", ("loveseat", "three-seater", "chesterfield"), ("velvet", "leather", "linen"),
        ("solid", "solid", "solid", "striped", "floral", "plaid"), (299, 2400), wood=("oak", "walnut"), pillows=(0, 1),
    ),
    "lamp": _category(
        "home", "Home & Decor", ("table", "floor", "pendant", "desk"), ("linen",),
        ("solid", "solid", "striped", "floral", "polka dot"), (25, 390),
        base=("vase", "rod", "tripod"), sh=("cone", "drum", "globe"), metal=("brass", "steel", "black steel", "copper"),
        on=(0, 1), metalsh=(0, 1),
    ),
    "cushion": _category(
        "home", "Home & Decor", ("square", "round", "lumbar"), ("velvet", "linen", "knit", "cotton"), GARMENT_PATTERNS,
        (9, 70), tassel=(0, 0, 1),
    ),
    "vase": _category(
        "home", "Home & Decor", ("tall", "round", "pot"), ("ceramic", "stoneware", "glass"),
        ("solid", "solid", "striped", "chevron", "marble"), (9, 120),
        plant=("leaf", "flower", "none"), flower=("pink", "red", "white", "yellow", "lavender"),
    ),
    "rug": _category(
        "home", "Home & Decor", ("rect", "round", "runner"), ("knit", "fleece", "wicker"),
        ("solid", "striped", "chevron", "plaid", "gingham", "polka dot", "floral"), (29, 680), border=(0, 1),
    ),
}

#: Materials where the style decides, by category and style.
STYLE_MATERIALS: dict[str, dict[str, tuple[str, ...]]] = {
    "jacket": {
        "puffer": ("nylon",), "denim": ("denim",), "biker": ("leather",), "bomber": ("nylon", "satin"),
        "blazer": ("cotton", "linen", "velvet"), "coat": ("fleece", "cotton"), "rain": ("nylon",),
    },
    "hat": {
        "beanie": ("knit",), "cap": ("cotton", "canvas"), "sun hat": ("straw",), "fedora": ("suede",),
        "bucket hat": ("cotton", "denim"),
    },
    "boot": {
        "ankle": ("leather", "suede"), "chelsea": ("leather", "suede"), "hiking": ("suede", "leather"),
        "knee": ("leather", "suede"), "rain": ("rubber",), "winter": ("suede", "nylon"),
    },
}

#: The neckline each kind of jacket is drawn with.
JACKET_NECKS = {
    "puffer": "crew", "denim": "collar", "biker": "v", "bomber": "crew", "blazer": "v", "coat": "v", "rain": "hood",
}

#: Colours a material comes in, where it does not come in all.
MATERIAL_COLOURS = {
    "denim": ("blue", "navy", "charcoal", "black", "sky blue"),
    "straw": ("beige", "tan", "mustard", "brown"),
    "wicker": ("beige", "tan", "brown", "olive", "grey"),
}

#: Materials that carry no printed pattern, and the categories where they do after all.
PLAIN_MATERIALS = ("denim", "straw", "wicker", "steel", "brass", "wood", "leather")
PATTERNED_ANYWAY = ("handbag", "rug", "hat", "backpack")


def materials(category: str, style: str) -> tuple[str, ...]:
    """The materials a style of a category is made of."""
    by_style = STYLE_MATERIALS.get(category)
    return by_style[style] if by_style else CATEGORIES[category].materials
