"""Facts that product texts may state: colour, material, style, length, wood."""

from ...categories import JEANS_STYLES
from ..query import ask

DEV = (
    ask("red sneakers", category="sneaker", color="red"),
    ask("roll neck jumper", category="sweater", style="turtle"),
    ask("over-ear headphones", category="headphones", style="over-ear"),
    ask("gooseneck kettle", category="kettle", style="gooseneck"),
    ask("velvet armchair", category="chair", style="armchair", material="velvet"),
    ask("blue jeans", category="pants", style=JEANS_STYLES, material="denim", color="blue"),
    ask("pleated midi skirt", category="skirt", style="pleated", length="midi"),
    ask("oak dining table", category="table", style="dining", material="wood", wood="oak"),
    ask("maxi dress", category="dress", length="maxi"),
    ask("Chelsea boots black", category="boot", style="chelsea", color="black"),
    ask("canvas tote bag", category="handbag", style="tote", material="canvas"),
    ask("yellow umbrella", category="umbrella", color="yellow"),
    ask("green bomber jacket", category="jacket", style="bomber", color="green"),
    ask("leather office chair", category="chair", style="office", material="leather"),
)

TEST = (
    ask("black leather jacket", category="jacket", material="leather", color="black"),
    ask("green velvet sofa", category="sofa", color="green", material="velvet"),
    ask("brown suede boots", category="boot", color="brown", material="suede"),
    ask("white ceramic mug", category="mug", color="white", material="ceramic"),
    ask("navy cotton trousers", category="pants", color="navy", material="cotton"),
    ask("pink satin dress", category="dress", color="pink", material="satin"),
    ask("grey fleece hoodie", category="hoodie", color="grey", material="fleece"),
    ask("linen shirt in white", category="shirt", material="linen", color="white"),
    ask("velvet armchair in teal", category="chair", style="armchair", material="velvet", color="teal"),
    ask("a burgundy turtleneck", category="sweater", style="turtle", color="burgundy"),
    ask("a yellow raincoat", category="jacket", style="rain", color="yellow"),
    ask("an orange baseball cap", category="hat", style="cap", color="orange"),
    ask("dining table made from walnut", category="table", style="dining", material="wood", wood="walnut"),
    ask("crossbody bag made from leather", category="handbag", style="crossbody", material="leather"),
    ask("Chelsea boots, black suede", category="boot", style="chelsea", color="black", material="suede"),
    ask("kettle in stainless steel", category="kettle", material="steel"),
    ask("water bottle in glass", category="bottle", material="glass"),
    ask("round rug in wool", category="rug", style="round", material="knit"),
    ask("long skirt down to the ankles", category="skirt", length="maxi"),
)
