"""The words of the shop: how each attribute value is said in product texts.

Synonyms are deliberate. A product's text draws one of them at random, and a query may use another, which is what makes
the catalogue a search problem. Repeating a word makes it likelier.
"""

from __future__ import annotations

COLOUR_WORDS: dict[str, tuple[str, ...]] = {
    "red": ("red", "red", "scarlet", "crimson"),
    "burgundy": ("burgundy", "wine red", "maroon"),
    "pink": ("pink", "pink", "blush", "rose"),
    "orange": ("orange", "orange", "tangerine"),
    "mustard": ("mustard", "ochre"),
    "yellow": ("yellow", "yellow", "lemon"),
    "green": ("green", "green", "emerald"),
    "olive": ("olive", "khaki"),
    "teal": ("teal", "petrol"),
    "mint": ("mint", "mint green"),
    "blue": ("blue", "blue", "cobalt"),
    "navy": ("navy", "navy", "midnight blue"),
    "sky blue": ("sky blue", "light blue", "baby blue"),
    "purple": ("purple", "purple", "plum"),
    "lavender": ("lavender", "lilac"),
    "brown": ("brown", "brown", "chocolate"),
    "tan": ("tan", "camel", "cognac"),
    "beige": ("beige", "sand", "cream"),
    "white": ("white", "white", "ivory"),
    "grey": ("grey", "grey", "gray", "silver grey"),
    "charcoal": ("charcoal", "slate grey"),
    "black": ("black", "black", "jet black"),
}

PATTERN_WORDS: dict[str, tuple[str, ...]] = {
    "striped": ("striped", "striped", "stripy", "Breton stripe"),
    "vertical stripe": ("vertical stripe", "striped"),
    "pinstriped": ("pinstripe", "pinstriped"),
    "polka dot": ("polka dot", "spotted", "dotted"),
    "plaid": ("plaid", "tartan", "checked"),
    "floral": ("floral", "flower print", "botanical"),
    "gingham": ("gingham", "checked"),
    "chevron": ("chevron", "zigzag"),
    "camo": ("camouflage", "camo"),
    "colour block": ("colour block",),
    "marble": ("marbled",),
}

#: The pattern as a noun, in "Finished with …".
PATTERN_NOUNS: dict[str, tuple[str, ...]] = {
    "striped": ("stripes", "bold stripes"),
    "vertical stripe": ("vertical stripes", "stripes"),
    "pinstriped": ("fine pinstripes",),
    "polka dot": ("polka dots", "dots"),
    "plaid": ("a tartan check", "a plaid pattern"),
    "floral": ("flowers", "a flower print"),
    "gingham": ("a gingham check",),
    "chevron": ("zigzags", "a chevron pattern"),
    "camo": ("a camouflage print",),
    "colour block": ("contrasting blocks of colour",),
    "marble": ("fine marbling",),
}

#: How a material is said before a noun. Categories that call it something else follow in `MATERIAL_WORDS_OF`.
MATERIAL_WORDS: dict[str, tuple[str, ...]] = {
    "cotton": ("cotton", "organic cotton"),
    "linen": ("linen",),
    "knit": ("knitted", "wool", "merino"),
    "denim": ("denim",),
    "satin": ("satin", "silky satin"),
    "velvet": ("velvet",),
    "fleece": ("fleece", "brushed fleece"),
    "nylon": ("nylon", "recycled nylon"),
    "leather": ("leather", "full-grain leather"),
    "suede": ("suede",),
    "canvas": ("canvas",),
    "rubber": ("rubber",),
    "straw": ("straw", "raffia"),
    "plastic": ("plastic",),
    "wood": ("wooden", "solid wood"),
    "ceramic": ("ceramic", "porcelain"),
    "stoneware": ("stoneware",),
    "glass": ("glass",),
    "steel": ("steel", "stainless steel"),
    "brass": ("copper",),
    "wicker": ("jute", "woven jute"),
}

MATERIAL_WORDS_OF: dict[tuple[str, str], tuple[str, ...]] = {
    ("jacket", "fleece"): ("wool-blend", "wool"),
    ("rug", "knit"): ("wool", "woollen"),
    ("rug", "fleece"): ("shaggy", "deep-pile"),
    ("sneaker", "knit"): ("knit", "mesh"),
    ("sunglasses", "plastic"): ("acetate",),
    ("headphones", "plastic"): ("matte",),
    ("headphones", "wood"): ("wooden", "walnut wood"),
    ("table", "plastic"): ("lacquered",),
    ("table", "ceramic"): ("marble-top", "marble"),
    ("bottle", "plastic"): ("BPA-free", "Tritan"),
    ("bottle", "glass"): ("glass", "borosilicate glass"),
    ("watch", "canvas"): ("canvas-strap",),
    ("watch", "leather"): ("leather-strap", "leather"),
    ("watch", "rubber"): ("rubber-strap", "silicone"),
    ("lamp", "linen"): ("linen-shade",),
    ("vase", "glass"): ("glass", "hand-blown glass"),
}

#: How a material is said as a noun, in "Made from …".
MATERIAL_NOUNS: dict[str, tuple[str, ...]] = {
    "cotton": ("cotton", "soft organic cotton", "pure cotton"),
    "linen": ("linen", "washed European linen"),
    "knit": ("wool", "soft merino wool"),
    "denim": ("denim", "sturdy cotton denim"),
    "satin": ("satin", "fluid satin"),
    "velvet": ("velvet", "plush velvet"),
    "fleece": ("fleece", "brushed fleece"),
    "nylon": ("nylon", "recycled nylon"),
    "leather": ("leather", "vegetable-tanned leather"),
    "suede": ("suede", "soft suede"),
    "canvas": ("canvas", "heavy cotton canvas"),
    "rubber": ("natural rubber", "rubber"),
    "straw": ("straw", "hand-plaited raffia"),
    "plastic": ("tough moulded plastic", "recycled plastic"),
    "wood": ("wood", "responsibly sourced wood"),
    "ceramic": ("ceramic", "glazed ceramic"),
    "stoneware": ("stoneware", "hand-thrown stoneware"),
    "glass": ("glass", "thick clear glass"),
    "steel": ("stainless steel", "brushed stainless steel"),
    "brass": ("copper", "polished copper"),
    "wicker": ("jute", "natural woven jute"),
}

MATERIAL_NOUNS_OF: dict[tuple[str, str], tuple[str, ...]] = {
    ("jacket", "fleece"): ("wool-blend cloth", "Italian wool"),
    ("rug", "fleece"): ("deep, shaggy pile",),
    ("sneaker", "knit"): ("stretch knit", "breathable mesh"),
    ("sunglasses", "plastic"): ("acetate",),
    ("table", "plastic"): ("lacquered board",),
    ("table", "ceramic"): ("marble", "honed marble"),
    ("bottle", "plastic"): ("BPA-free Tritan",),
    ("lamp", "linen"): (),
    ("watch", "canvas"): (),
    ("watch", "leather"): (),
    ("watch", "rubber"): (),
    ("watch", "steel"): (),
    ("headphones", "leather"): (),
    ("headphones", "wood"): (),
}

#: The plain noun of a category, when the title does not say the style.
NOUNS: dict[str, tuple[str, ...]] = {
    "tshirt": ("T-shirt", "T-shirt", "tee", "top"),
    "shirt": ("shirt", "shirt", "button-down", "button-up"),
    "sweater": ("sweater", "jumper", "pullover", "knit"),
    "hoodie": ("hoodie", "hoodie", "hooded sweatshirt", "hooded top"),
    "jacket": ("jacket",),
    "dress": ("dress", "dress", "frock"),
    "baby": ("baby outfit",),
    "pants": ("trousers", "pants", "slacks"),
    "skirt": ("skirt",),
    "hat": ("hat",),
    "scarf": ("scarf", "scarf", "shawl", "wrap"),
    "sneaker": ("sneakers", "trainers", "kicks", "runners"),
    "boot": ("boots", "boots", "booties"),
    "sandal": ("sandals", "sandals", "summer shoes"),
    "backpack": ("backpack", "rucksack", "daypack"),
    "handbag": ("handbag", "bag", "purse"),
    "sunglasses": ("sunglasses", "sunglasses", "shades"),
    "watch": ("watch", "wristwatch", "timepiece"),
    "headphones": ("headphones",),
    "umbrella": ("umbrella", "umbrella", "brolly"),
    "mug": ("mug", "cup", "coffee cup"),
    "bottle": ("bottle", "drinks bottle"),
    "kettle": ("kettle",),
    "chair": ("chair", "seat"),
    "table": ("table",),
    "sofa": ("sofa", "couch", "settee"),
    "lamp": ("lamp", "lamp", "light fitting"),
    "cushion": ("cushion", "throw pillow", "scatter cushion"),
    "vase": ("vase", "vessel"),
    "rug": ("rug", "carpet"),
}

#: The noun phrase of a style, when the title says it.
STYLED_NOUNS: dict[tuple[str, str], tuple[str, ...]] = {
    ("tshirt", "crew"): ("crew-neck T-shirt", "round-neck tee"),
    ("tshirt", "v"): ("V-neck T-shirt", "V-neck tee"),
    ("tshirt", "scoop"): ("scoop-neck T-shirt", "scoop-neck tee"),
    ("shirt", "casual"): ("casual shirt", "relaxed-fit shirt", "weekend shirt"),
    ("shirt", "formal"): ("formal shirt", "business shirt", "slim-fit shirt"),
    ("sweater", "crew"): ("crew-neck sweater", "round-neck jumper"),
    ("sweater", "v"): ("V-neck sweater", "V-neck jumper", "V-neck pullover"),
    ("sweater", "turtle"): ("turtleneck", "roll-neck jumper", "polo-neck sweater"),
    ("hoodie", "hood"): ("hoodie", "hooded sweatshirt"),
    ("jacket", "puffer"): ("puffer jacket", "quilted jacket", "padded jacket", "down jacket"),
    ("jacket", "denim"): ("denim jacket", "jean jacket", "trucker jacket"),
    ("jacket", "biker"): ("biker jacket", "moto jacket"),
    ("jacket", "bomber"): ("bomber jacket", "flight jacket"),
    ("jacket", "blazer"): ("blazer", "tailored jacket"),
    ("jacket", "coat"): ("overcoat", "coat"),
    ("jacket", "rain"): ("rain jacket", "raincoat", "waterproof jacket"),
    ("dress", "sleeveless"): ("sleeveless dress", "sundress", "tank dress"),
    ("dress", "sleeved"): ("dress", "tea dress"),
    ("baby", "onesie"): ("onesie", "baby bodysuit", "romper"),
    ("baby", "sleepsuit"): ("baby sleepsuit", "footed pyjamas", "babygrow"),
    ("baby", "bib"): ("baby bib", "feeding bib", "bib"),
    ("pants", "skinny"): ("skinny trousers", "slim-fit trousers"),
    ("pants", "straight"): ("straight-leg trousers", "straight-leg pants"),
    ("pants", "wide"): ("wide-leg trousers", "wide-leg pants"),
    ("pants", "shorts"): ("shorts", "Bermuda shorts"),
    ("pants", "jogger"): ("joggers", "sweatpants", "jogging bottoms"),
    ("skirt", "pencil"): ("pencil skirt",),
    ("skirt", "a-line"): ("A-line skirt", "flared skirt"),
    ("skirt", "pleated"): ("pleated skirt",),
    ("hat", "beanie"): ("beanie", "knit cap", "woolly hat"),
    ("hat", "cap"): ("baseball cap", "cap", "snapback"),
    ("hat", "sun hat"): ("sun hat", "wide-brim hat"),
    ("hat", "fedora"): ("fedora", "trilby"),
    ("hat", "bucket hat"): ("bucket hat",),
    ("scarf", "loop"): ("scarf", "loop scarf"),
    ("sneaker", "low-top"): ("low-top sneakers", "court shoes", "low-top trainers"),
    ("sneaker", "high-top"): ("high-top sneakers", "high-tops", "high-top trainers"),
    ("sneaker", "running"): ("running shoes", "running trainers", "jogging shoes"),
    ("sneaker", "slip-on"): ("slip-on sneakers", "slip-ons", "slip-on trainers"),
    ("boot", "ankle"): ("ankle boots", "lace-up boots"),
    ("boot", "chelsea"): ("Chelsea boots",),
    ("boot", "hiking"): ("hiking boots", "walking boots", "trail boots"),
    ("boot", "knee"): ("knee-high boots", "riding boots"),
    ("boot", "rain"): ("rain boots", "rubber boots"),
    ("boot", "winter"): ("winter boots", "snow boots", "fur-lined boots"),
    ("sandal", "strappy"): ("strappy sandals", "buckle sandals"),
    ("sandal", "slide"): ("slides", "slide sandals"),
    ("sandal", "flip-flop"): ("flip-flops", "thong sandals"),
    ("sandal", "heeled"): ("heeled sandals", "high heels"),
    ("backpack", "zip"): ("zip backpack", "zip rucksack", "daypack"),
    ("backpack", "rolltop"): ("roll-top backpack", "roll-top rucksack"),
    ("backpack", "flap"): ("flap-top backpack", "buckled rucksack"),
    ("handbag", "tote"): ("tote bag", "tote", "shopper"),
    ("handbag", "crossbody"): ("crossbody bag", "shoulder bag"),
    ("handbag", "bucket"): ("bucket bag", "drawstring bag"),
    ("handbag", "satchel"): ("satchel", "top-handle bag"),
    ("sunglasses", "round"): ("round sunglasses", "round shades"),
    ("sunglasses", "aviator"): ("aviator sunglasses", "aviators"),
    ("sunglasses", "wayfarer"): ("wayfarer sunglasses", "square-frame sunglasses"),
    ("sunglasses", "cat-eye"): ("cat-eye sunglasses", "cat-eye shades"),
    ("watch", "round"): ("round watch", "round wristwatch"),
    ("watch", "square"): ("square watch", "square wristwatch"),
    ("headphones", "over-ear"): ("over-ear headphones", "wireless headphones"),
    ("headphones", "studio"): ("studio headphones", "monitor headphones"),
    ("headphones", "gaming"): ("gaming headset", "headset with microphone"),
    ("headphones", "earbuds"): ("earbuds", "in-ear headphones", "wireless earphones"),
    ("umbrella", "classic"): ("umbrella", "stick umbrella"),
    ("mug", "straight"): ("straight-sided mug", "mug"),
    ("mug", "tapered"): ("tapered mug", "latte cup"),
    ("mug", "rounded"): ("rounded mug", "belly mug"),
    ("mug", "espresso"): ("espresso cup", "demitasse"),
    ("bottle", "sport"): ("sports bottle", "water bottle"),
    ("bottle", "flask"): ("insulated flask", "vacuum flask"),
    ("bottle", "tumbler"): ("tumbler", "travel cup"),
    ("kettle", "teapot"): ("teapot",),
    ("kettle", "gooseneck"): ("gooseneck kettle", "pour-over kettle"),
    ("kettle", "electric"): ("electric kettle", "cordless kettle"),
    ("kettle", "stovetop"): ("stovetop kettle", "whistling kettle"),
    ("chair", "dining"): ("dining chair", "side chair"),
    ("chair", "armchair"): ("armchair", "lounge chair"),
    ("chair", "stool"): ("bar stool", "counter stool"),
    ("chair", "office"): ("office chair", "swivel chair"),
    ("chair", "rocking"): ("rocking chair", "rocker"),
    ("table", "round"): ("round table", "pedestal table"),
    ("table", "side"): ("side table", "bedside table"),
    ("table", "dining"): ("dining table",),
    ("table", "coffee"): ("coffee table", "low table"),
    ("table", "desk"): ("desk", "writing desk"),
    ("sofa", "loveseat"): ("loveseat", "two-seater sofa"),
    ("sofa", "three-seater"): ("three-seater sofa", "three-seater couch"),
    ("sofa", "chesterfield"): ("Chesterfield sofa", "Chesterfield"),
    ("lamp", "table"): ("table lamp",),
    ("lamp", "floor"): ("floor lamp", "standing lamp"),
    ("lamp", "pendant"): ("pendant lamp", "pendant light", "hanging lamp"),
    ("lamp", "desk"): ("desk lamp", "task lamp"),
    ("cushion", "square"): ("square cushion", "square throw pillow"),
    ("cushion", "round"): ("round cushion", "round throw pillow"),
    ("cushion", "lumbar"): ("lumbar cushion", "lumbar pillow"),
    ("vase", "tall"): ("tall vase", "bottle vase"),
    ("vase", "round"): ("round vase", "bulb vase"),
    ("vase", "pot"): ("plant pot", "planter", "indoor pot"),
    ("rug", "rect"): ("area rug", "floor rug"),
    ("rug", "round"): ("round rug", "round carpet"),
    ("rug", "runner"): ("runner rug", "hallway runner"),
}

#: Styles whose plain noun would mislead: their texts always say the style.
ALWAYS_STYLED = {
    ("baby", "bib"), ("headphones", "gaming"), ("headphones", "earbuds"), ("kettle", "teapot"), ("vase", "pot"),
    ("table", "desk"), ("pants", "shorts"), ("bottle", "tumbler"),
}

#: What denim trousers are called.
JEANS = {
    "skinny": ("skinny jeans", "slim-fit jeans", "jeans"),
    "straight": ("straight-leg jeans", "jeans", "jeans"),
    "wide": ("wide-leg jeans", "jeans"),
    "shorts": ("denim shorts", "jean shorts"),
    "jogger": ("denim joggers", "joggers"),
}

#: Words that make a noun phrase plural when they end it.
PLURAL_ENDINGS = frozenset(
    "trousers pants slacks shorts joggers sweatpants bottoms jeans sneakers trainers kicks runners shoes high-tops "
    "slip-ons boots booties sandals slides flip-flops heels sunglasses shades aviators headphones earbuds earphones "
    "pyjamas".split()
)

LENGTH_WORDS = {"mini": ("mini", "short"), "midi": ("midi", "knee-length"), "maxi": ("maxi", "floor-length")}
SLEEVE_WORDS = {
    "short": ("short-sleeved", "short-sleeve"),
    "long": ("long-sleeved", "long-sleeve"),
    "three": ("three-quarter-sleeve",),
    "none": ("sleeveless",),
}
WOOD_WORDS = {"oak": ("oak", "solid oak"), "walnut": ("walnut", "dark walnut"), "pine": ("pine", "Nordic pine")}
METAL_WORDS = {
    "steel": ("steel", "silver-tone"), "brass": ("brass", "gold-tone"), "black steel": ("black steel", "matt black"),
    "copper": ("copper",),
}

BRANDS = (
    "Norrvik", "Halden", "Brightwater", "Casa Lume", "Oakhart", "Peregrine", "Tamsin & Co", "Velora", "Kestrel",
    "Pinefold", "Lumière", "Marlowe", "Studio Ando", "Fjordly", "Bramble", "Aster", "Copperline", "Juniper Row",
    "Solana", "Wren & Fox", "Tidewell", "Maison Belle", "Ridgeway", "Little Acorn", "Cobalt",
)

#: Brands that sell only some departments; the others sell everything.
BRAND_DEPARTMENTS: dict[str, tuple[str, ...]] = {
    "Casa Lume": ("home", "furniture", "kitchen"),
    "Pinefold": ("furniture", "home"),
    "Oakhart": ("furniture", "home", "kitchen"),
    "Copperline": ("kitchen", "home", "electronics"),
    "Tidewell": ("kitchen", "bags", "accessories"),
    "Little Acorn": ("baby",),
    "Maison Belle": ("clothing", "accessories", "bags"),
    "Kestrel": ("footwear", "clothing", "bags"),
    "Ridgeway": ("footwear", "clothing", "bags", "accessories"),
    "Peregrine": ("bags", "footwear", "clothing", "accessories"),
    "Wren & Fox": ("bags", "accessories", "clothing", "home"),
    "Fjordly": ("clothing", "footwear", "accessories"),
    "Studio Ando": ("furniture", "home", "kitchen", "electronics", "accessories"),
}

#: Series names, as furniture and fashion shops like to give.
SERIES = (
    "Ivy", "Arlo", "Otto", "Freya", "Linnea", "Hugo", "Mabel", "Cleo", "Theo", "Nora", "Elias", "Juno", "Rafa", "Isla",
    "Bruno", "Saskia", "Finn", "Alma", "Oslo", "Skye", "Vera", "Milo", "Tove", "Enzo",
)

#: What a product is good for, by category, with exceptions by style.
TAGS: dict[str, tuple[str, ...]] = {
    "tshirt": ("summer", "casual"), "shirt": ("office", "casual"), "sweater": ("winter", "cosy", "warm"),
    "hoodie": ("casual", "warm", "sport"), "jacket": ("winter", "warm"), "dress": ("summer", "party"),
    "baby": ("newborn", "gift"), "pants": ("casual",), "skirt": ("office", "party"), "hat": ("summer", "beach"),
    "scarf": ("winter", "warm"), "sneaker": ("casual",), "boot": ("casual",), "sandal": ("summer", "beach"),
    "backpack": ("travel", "school", "outdoor"), "handbag": ("office", "party"), "sunglasses": ("summer", "beach"),
    "watch": ("gift", "formal"), "headphones": ("music", "gift"), "umbrella": ("rain",),
    "mug": ("coffee", "gift"), "bottle": ("sport", "outdoor", "travel"), "kettle": ("tea",),
    "chair": ("living room",), "table": ("living room",), "sofa": ("living room", "cosy"),
    "lamp": ("living room", "bedroom"), "cushion": ("living room", "cosy", "bedroom"), "vase": ("garden", "gift"),
    "rug": ("living room", "bedroom"),
}

STYLE_TAGS: dict[tuple[str, str], tuple[str, ...]] = {
    ("shirt", "formal"): ("office", "formal"),
    ("jacket", "denim"): ("casual",), ("jacket", "biker"): ("casual",), ("jacket", "bomber"): ("casual",),
    ("jacket", "blazer"): ("office", "formal"), ("jacket", "rain"): ("rain", "outdoor"),
    ("jacket", "puffer"): ("winter", "warm", "outdoor"),
    ("pants", "shorts"): ("summer", "casual"), ("pants", "jogger"): ("sport", "casual"),
    ("hat", "beanie"): ("winter", "warm"), ("hat", "cap"): ("summer", "sport"), ("hat", "fedora"): ("casual",),
    ("sneaker", "running"): ("sport",), ("sneaker", "high-top"): ("casual", "sport"),
    ("boot", "rain"): ("rain", "outdoor"), ("boot", "winter"): ("winter", "warm"), ("boot", "hiking"): ("outdoor",),
    ("sandal", "heeled"): ("party",),
    ("handbag", "tote"): ("office", "shopping"), ("headphones", "gaming"): ("gaming",),
    ("headphones", "earbuds"): ("music", "travel"),
    ("bottle", "tumbler"): ("coffee", "travel"), ("bottle", "flask"): ("outdoor", "travel"),
    ("kettle", "gooseneck"): ("coffee",), ("kettle", "electric"): ("tea", "coffee"),
    ("chair", "dining"): ("dining room",), ("chair", "stool"): ("bar",), ("chair", "office"): ("home office",),
    ("table", "dining"): ("dining room",), ("table", "round"): ("dining room",), ("table", "desk"): ("home office",),
    ("table", "side"): ("bedroom", "living room"),
    ("lamp", "desk"): ("home office",), ("lamp", "pendant"): ("dining room",),
    ("lamp", "table"): ("bedroom", "living room"), ("lamp", "floor"): ("living room",),
    ("rug", "runner"): ("hallway",),
}


def tags(category: str, style: str) -> tuple[str, ...]:
    """What a product of this category and style is good for."""
    return STYLE_TAGS.get((category, style), TAGS[category])


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase takes a plural verb."""
    return phrase.replace(" with microphone", "").split()[-1] in PLURAL_ENDINGS
