"""The sentences descriptions are made of.

``{It}`` becomes "It" or "They", ``{the}`` "this sofa" or "these boots", ``{a|b}`` the singular or the plural form;
other names in braces are filled with words. Every sentence is complete, so that any selection reads as English.
"""

from __future__ import annotations

USES: dict[str, tuple[str, ...]] = {
    "winter": ("{It} {keeps|keep} you warm when the temperature drops.", "Made for frosty mornings."),
    "warm": ("Soft, insulating and snug.", "{It} {holds|hold} the heat without the bulk."),
    "summer": ("Made for hot, sunny days.", "{It} {is|are} at home in the sunshine."),
    "casual": ("An easy everyday staple.", "Easy to wear from weekday to weekend."),
    "office": ("Smart enough for the office.", "{It} {works|work} from desk to dinner."),
    "formal": ("Made for formal occasions.", "Understated elegance for special days."),
    "party": ("Made for evenings out.", "{It} {is|are} ready for the next party."),
    "cosy": ("For slow, cosy evenings.", "{It} {invites|invite} you to curl up."),
    "sport": ("Built for training and the gym.", "{It} {keeps|keep} up with every workout."),
    "newborn": ("Gentle on newborn skin.", "For babies from 0 to 12 months."),
    "gift": ("A thoughtful present.", "{It} {comes|come} in a gift box."),
    "outdoor": ("Ready for the trail.", "{It} {stands|stand} up to wind and weather."),
    "beach": ("For the beach and the pool.", "Throw {it} in your holiday bag."),
    "travel": ("Made for travelling.", "A reliable companion on the road."),
    "school": ("Room for books and a laptop.", "Ready for the school run."),
    "music": ("Rich, detailed sound.", "Up to 30 hours of playback."),
    "gaming": ("Positional audio for long gaming nights.", "The microphone cuts out background noise."),
    "rain": ("{It} {keeps|keep} you dry in a downpour.", "Fully waterproof."),
    "coffee": ("For your morning coffee.", "Coffee tastes better from something beautiful."),
    "tea": ("For a proper cup of tea.", "A good pot of tea starts here."),
    "living room": ("{It} {lifts|lift} any living room.", "A quiet centrepiece for the living room."),
    "bedroom": ("A calm touch for the bedroom.", "{It} {brings|bring} warmth to the bedroom."),
    "dining room": ("Made for long dinners.", "{It} {looks|look} good in any dining room."),
    "home office": ("Made for long working days.", "{It} {turns|turn} a corner into a home office."),
    "bar": ("The right height for a breakfast bar.", "Footrest included."),
    "hallway": ("A warm welcome in the hallway.",),
    "garden": ("For plants and fresh flowers.", "{It} {looks|look} as good empty as filled."),
    "shopping": ("Roomy enough for the market.",),
}

MATERIAL = ("Made from {material}.", "Crafted from {material}.", "{Material} throughout.", "Nothing but {material}.")
COLOUR = ("Shown in {colour}.", "This one comes in {colour}.", "Colour: {colour}.")
PATTERN = ("Finished with {pattern}.", "Designed with {pattern}.")
WOOD = ("{Wood} frame.", "Details in {wood}.")
SLEEVE = ("{Sleeve} cut.",)
FEATURES: dict[tuple[str, object], str] = {  # (detail, value) -> what the text may say about it
    ("chrono", 1): "Chronograph movement.", ("zip", 1): "Full-length zip.", ("base", "tripod"): "Stands on three legs.",
    ("cork", 1): "Anatomic footbed.", ("legs", "metal"): "Powder-coated frame.",
}
SERIES = ("Part of the {series} family.", "From our {series} series.", "The {series} is a customer favourite.")
MODEL = ("Model {model}.", "Model number {model}.", "Manufacturer reference {model}.")

#: Sentences that name what the product is not: the traps of lexical search.
OTHER_COLOURS = ("Also available in {other} and {another}.", "Other colours: {other}, {another}.")
COMPANIONS = ("Pairs well with our {companion}.", "Looks great next to our {companion}.", "Goes with the {companion}.")

#: What goes with a department's products, for `COMPANIONS`.
COMPANION_NOUNS: dict[str, tuple[str, ...]] = {
    "clothing": ("leather belts", "denim jackets", "white sneakers", "wool scarves", "straight-leg jeans"),
    "baby": ("baby blankets", "cotton bibs", "striped rompers"),
    "accessories": ("linen shirts", "wool coats", "leather gloves", "summer dresses"),
    "footwear": ("cropped trousers", "wool socks", "denim jeans", "floral dresses"),
    "bags": ("leather wallets", "trench coats", "canvas sneakers"),
    "electronics": ("travel cases", "desk lamps", "walnut stands"),
    "kitchen": ("linen napkins", "stoneware plates", "oak trays", "glass jugs"),
    "furniture": ("velvet cushions", "wool rugs", "floor lamps", "ceramic vases"),
    "home": ("velvet sofas", "oak tables", "linen curtains", "leather armchairs"),
}

CARE: dict[str, tuple[str, ...]] = {
    "clothing": ("Machine washable at 30 °C.", "Fits true to size.", "Wash with similar colours."),
    "baby": ("Machine washable at 60 °C.", "Nickel-free snaps.", "OEKO-TEX certified."),
    "accessories": ("Two-year guarantee.", "Wipe clean with a soft cloth."),
    "footwear": ("Fits true to size.", "Removable insole.", "Treat with a protective spray."),
    "bags": ("Inside pocket for keys.", "Wipe clean only.", "Five-year guarantee on seams."),
    "electronics": ("Charges over USB-C.", "Two-year guarantee.", "Cable included."),
    "kitchen": ("Dishwasher safe.", "Rinse before first use.", "Food safe."),
    "furniture": ("Some assembly required.", "Delivered to your door.", "Ten-year guarantee on the frame."),
    "home": ("Dust with a dry cloth.", "Handmade, so each piece varies slightly.", "Designed to last."),
}
CARE_OF: dict[str, tuple[str, ...]] = {
    "jacket": ("Fits true to size.", "Two inside pockets.", "Dry clean only."),
    "hat": ("One size fits most.", "Spot clean only."),
    "scarf": ("Hand wash cold.", "Dry flat."),
    "sunglasses": ("UV400 protection.", "Case included."),
    "sandal": ("Fits true to size.", "Cushioned footbed."),
    "cushion": ("Zipped cover, filling included.", "Handmade, so each piece varies slightly."),
    "rug": ("Non-slip backing.", "Suitable for underfloor heating."),
    "lamp": ("Bulb not included.", "Two-metre cable."),
}

MARKETING = (
    "Free returns within 30 days.", "Ships in plastic-free packaging.", "Loved by our customers.",
    "Designed in our own studio.", "Our buyers' pick this season.", "Order today, at your door tomorrow.",
    "Rated 4.8 out of 5.", "While stocks last.", "A modern classic.", "Now at our best price ever.",
)

#: Noise around titles.
TITLE_PREFIXES = ("NEW: ", "Summer Sale: ", "Best Seller: ", "Limited Edition: ", "[2026 Collection] ")
TITLE_SUFFIXES = (
    " | Free Shipping", " (Pack of 1)", " - Gift Idea", " - Black Friday Deal", " | Premium Quality", " - Online Only",
)

SIZES: dict[str, tuple[str, ...]] = {
    "clothing": ("size S", "size M", "size L", "size XL"),
    "baby": ("0-3 months", "3-6 months", "6-12 months"),
    "footwear": ("EU 37", "EU 39", "EU 41", "EU 43"),
    "bags": ("12 L", "18 L", "24 L"),
}

SIZES_OF: dict[str, tuple[str, ...]] = {
    "handbag": ("small", "medium", "large"),
    "mug": ("250 ml", "350 ml", "400 ml"),
    "bottle": ("350 ml", "500 ml", "750 ml"),
    "kettle": ("0.8 L", "1 L", "1.7 L"),
    "cushion": ("40 x 40 cm", "45 x 45 cm", "50 x 50 cm"),
    "rug": ("120 x 180 cm", "160 x 230 cm", "200 x 300 cm"),
    "vase": ("15 cm", "22 cm", "30 cm"),
    "watch": ("36 mm", "40 mm", "42 mm"),
    "lamp": ("35 cm", "60 cm"),
}
SIZE_OF_STYLE: dict[tuple[str, str], tuple[str, ...]] = {
    ("cushion", "round"): ("40 cm",), ("cushion", "lumbar"): ("30 x 50 cm",),
    ("rug", "round"): ("diameter 150 cm", "diameter 200 cm"), ("rug", "runner"): ("70 x 250 cm",),
    ("lamp", "floor"): ("150 cm", "165 cm"), ("mug", "espresso"): ("80 ml",), ("baby", "bib"): (),
}
