"""Facts that are seen: patterns, prints, dials, trimmings. Most relevant products do not say them in words."""

from ...categories import STRIPES
from ..query import ask

_TOPS = ("tshirt", "shirt", "sweater", "hoodie")
_BLUES = ("blue", "navy", "sky blue")

DEV = (
    ask("red striped shirt", category=("tshirt", "shirt"), color="red", pattern=STRIPES),
    ask("polka dot dress", category="dress", pattern="polka dot"),
    ask("floral cushion", category="cushion", pattern="floral"),
    ask("plaid scarf", category="scarf", pattern="plaid"),
    ask("star print t-shirt", category="tshirt", graphic="star"),
    ask("heart motif tee", category="tshirt", graphic="heart"),
    ask("gold watch", category="watch", metal="brass"),
    ask("digital watch", category="watch", dial="digital"),
    ask("striped romper", category="baby", style=("onesie", "sleepsuit"), pattern=STRIPES),
    ask("tufted armchair", category="chair", style="armchair", tuft=1),
    ask("cable knit sweater", category="sweater", cable=1),
    ask("belted dress", category="dress", belt=1),
    ask("two tone backpack", category="backpack", duo=1),
    ask("yellow floral backpack", category="backpack", color=("yellow", "mustard"), pattern="floral"),
    ask("pink polka dot baby clothes", category="baby", color="pink", pattern="polka dot"),
    ask("chevron rug", category="rug", pattern="chevron"),
    ask("green plaid skirt", category="skirt", color="green", pattern="plaid"),
    ask("vase with red flowers", category="vase", plant="flower", flower="red"),
)

TEST = (
    ask("t-shirt with a star on it", category="tshirt", graphic="star"),
    ask("tee with a picture of a cat", category="tshirt", graphic="cat"),
    ask("t-shirt with a mountain on the chest", category="tshirt", graphic="mountain"),
    ask("blue dress with flowers all over", category="dress", color=_BLUES, pattern="floral"),
    ask("dress covered in polka dots", category="dress", pattern="polka dot"),
    ask("mug decorated with dots", category="mug", pattern="polka dot"),
    ask("zigzag patterned rug", category="rug", pattern="chevron"),
    ask("shirt with thin vertical stripes", category="shirt", pattern=("vertical stripe", "pinstriped")),
    ask("watch with a green face", category="watch", dial="green"),
    ask("watch having a black dial", category="watch", dial="black"),
    ask("beanie with a big pom pom on top", category="hat", style="beanie", pom=1),
    ask("sunglasses that have blue lenses", category="sunglasses", lens="blue"),
    ask("sofa with pillows on it", category="sofa", pillows=1),
    ask("armchair with deep button tufting", category="chair", style="armchair", tuft=1),
    ask("dress with a belt at the waist", category="dress", belt=1),
    ask("hoodie in full camouflage", category="hoodie", pattern="camo"),
    ask("vase holding pink flowers", category="vase", plant="flower", flower="pink"),
    ask("sneakers with stripes on the side", category="sneaker", side="stripes"),
    ask(
        "black and white striped cushion", category="cushion", color=("black", "white"), color2=("black", "white"),
        pattern=STRIPES,
    ),
    ask("a red tartan scarf", category="scarf", color=("red", "burgundy"), pattern="plaid"),
    ask("striped umbrella in navy", category="umbrella", color="navy", pattern="striped"),
    ask("floor lamp standing on three legs", category="lamp", style="floor", base="tripod"),
    ask("backpack in two colours", category="backpack", duo=1),
    ask("checked shirt like a picnic blanket", category=("shirt", "tshirt"), pattern=("gingham", "plaid")),
)
