"""How shoppers name the details that products' texts hide.

Training queries are the only place where an encoder can learn these words, so the words themselves are shared by the
training and the test queries, while the phrases around them are not: training uses the phrases listed here, the shipped
test queries others.
"""

from __future__ import annotations

#: Words for details that a query may use anywhere.
DETAIL_WORDS = (
    "star", "heart", "cat", "mountain", "sun", "dial", "face", "digital", "lens", "lenses", "gold", "silver",
    "pompom", "pom pom", "cable", "belt", "belted", "tufted", "buttoned", "pillows", "two tone", "tripod", "side",
    "zip", "zipped", "cork", "tassel", "tassels", "chronograph", "flowers", "plant", "leaves", "globe", "pocket",
    "border", "platform", "heel", "heels", "band", "sole", "soles", "laces", "handle", "short sleeve", "long sleeve",
    "sleeveless", "swoosh", "metal legs", "wooden legs", "glaze", "stripe", "rose tinted", "champagne", "microphone",
    "three legs", "glowing",
)

#: Training phrases, before the noun.
LEADS: dict[tuple[str, object], tuple[str, ...]] = {
    ("graphic", "star"): ("star print", "star motif"),
    ("graphic", "heart"): ("heart print", "heart motif"),
    ("graphic", "cat"): ("cat print", "cat motif"),
    ("graphic", "sun"): ("sun print", "sun motif"),
    ("graphic", "mountain"): ("mountain print", "mountain motif"),
    ("neck", "v"): ("v-neck",),
    ("neck", "scoop"): ("scoop neck",),
    ("length", "maxi"): ("maxi", "floor-length"),
    ("length", "midi"): ("midi", "knee-length"),
    ("length", "mini"): ("mini",),
    ("sleeve", "none"): ("sleeveless",),
    ("sleeve", "short"): ("short sleeve",),
    ("sleeve", "long"): ("long sleeve",),
    ("cable", 1): ("cable", "cable stitch"),
    ("belt", 1): ("belted",),
    ("zip", 1): ("zip", "zipped"),
    ("duo", 1): ("two tone",),
    ("dial", "black"): ("black dial", "black face"),
    ("dial", "white"): ("white dial", "white face"),
    ("dial", "blue"): ("blue dial", "blue face"),
    ("dial", "green"): ("green dial", "green face"),
    ("dial", "champagne"): ("champagne dial",),
    ("dial", "digital"): ("digital",),
    ("metal", "brass"): ("gold", "brass"),
    ("metal", "steel"): ("silver", "steel"),
    ("metal", "copper"): ("copper",),
    ("chrono", 1): ("chronograph",),
    ("lens", "blue"): ("blue lens",),
    ("lens", "black"): ("black lens",),
    ("lens", "brown"): ("brown lens",),
    ("lens", "green"): ("green lens",),
    ("lens", "rose"): ("pink lens", "rose tinted"),
    ("tuft", 1): ("tufted", "buttoned"),
    ("base", "tripod"): ("tripod",),
    ("sh", "globe"): ("globe",),
    ("wood", "oak"): ("oak",),
    ("wood", "walnut"): ("walnut",),
    ("wood", "pine"): ("pine",),
    ("platform", 1): ("platform",),
    ("side", "star"): ("star logo",),
    ("side", "stripes"): ("side stripe",),
    ("dip", 1): ("two tone glaze",),
}

#: Training phrases, after the noun.
TAILS: dict[tuple[str, object], tuple[str, ...]] = {
    ("graphic", "star"): ("with star motif",),
    ("graphic", "heart"): ("with heart motif",),
    ("graphic", "cat"): ("with cat motif",),
    ("graphic", "sun"): ("with sun motif",),
    ("graphic", "mountain"): ("with mountain motif",),
    ("pom", 1): ("with pompom", "pom pom"),
    ("belt", 1): ("with belt",),
    ("dial", "black"): ("with black dial",),
    ("dial", "white"): ("with white dial",),
    ("dial", "blue"): ("with blue dial",),
    ("dial", "green"): ("with green dial",),
    ("lens", "blue"): ("with blue lenses",),
    ("lens", "green"): ("with green lenses",),
    ("lens", "brown"): ("with brown lenses",),
    ("lens", "rose"): ("with pink lenses",),
    ("pillows", 1): ("with pillows",),
    ("flower", "pink"): ("with pink flowers",),
    ("flower", "red"): ("with red flowers",),
    ("flower", "white"): ("with white flowers",),
    ("flower", "yellow"): ("with yellow flowers",),
    ("flower", "lavender"): ("with purple flowers",),
    ("plant", "leaf"): ("with plant", "with green leaves"),
    ("tassel", 1): ("with tassels",),
    ("cork", 1): ("with cork sole",),
    ("side", "stripes"): ("with stripes side",),
    ("darksole", 1): ("with black sole",),
    ("pocket", 1): ("with pocket",),
    ("band", 1): ("with band",),
    ("border", 1): ("with border",),
    ("heel", 1): ("with heel",),
    ("woodh", 1): ("with wooden handle",),
    ("legs", "metal"): ("with metal legs",),
}

#: Details a phrase may only name where the category shows them.
ONLY_IN: dict[str, tuple[str, ...]] = {
    "neck": ("tshirt", "sweater", "dress"), "sleeve": ("tshirt", "shirt", "dress"), "metal": ("watch", "lamp"),
    "wood": ("table", "chair"), "duo": ("backpack", "hat"), "legs": ("table", "chair"), "flower": ("vase",),
    "plant": ("vase",),
}

#: What each tag is called in training queries.
OCCASIONS: dict[str, tuple[str, ...]] = {
    "winter": ("winter", "cold weather"), "warm": ("warm", "keeping warm"), "summer": ("summer", "hot days"),
    "casual": ("everyday", "casual"), "office": ("office", "work"), "formal": ("formal", "formal occasions"),
    "party": ("party", "evening"), "cosy": ("cosy", "cosy evenings"), "sport": ("sport", "gym", "training"),
    "newborn": ("newborn", "newborns"), "gift": ("gift", "present"), "outdoor": ("outdoor", "trail"),
    "beach": ("beach", "pool"), "travel": ("travel", "travelling"), "school": ("school", "laptop"),
    "music": ("music",), "gaming": ("gaming",), "rain": ("rain", "waterproof"), "coffee": ("coffee",),
    "tea": ("tea",), "living room": ("living room",), "bedroom": ("bedroom",), "dining room": ("dining room",),
    "home office": ("home office",), "bar": ("breakfast bar",), "hallway": ("hallway",), "garden": ("plants",),
    "shopping": ("shopping", "market"),
}

#: What a shopper calls several categories at once.
GROUP_NOUNS: dict[str, tuple[str, ...]] = {
    "clothing": ("clothing", "clothes"), "baby": ("baby", "baby clothes"), "accessories": ("accessories",),
    "footwear": ("shoes", "footwear"), "bags": ("bags",), "electronics": ("electronics", "audio"),
    "kitchen": ("kitchen", "kitchenware"), "furniture": ("furniture",), "home": ("home decor", "homeware"),
}
