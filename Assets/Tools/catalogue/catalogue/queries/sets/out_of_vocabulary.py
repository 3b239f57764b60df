"""Words of the world that no product text and no training query contains.

They keep a demonstration honest: an encoder trained on this catalogue alone cannot know them.
"""

from ...categories import JEANS_STYLES
from ..query import ask

DEV = (
    ask("wellies", category="boot", style="rain", unknown="wellies"),
    ask("stilettos", category="sandal", style="heeled", unknown="stilettos"),
    ask("hydration on a hike", category="bottle", unknown="hydration hike"),
    ask("haversack", category="backpack", unknown="haversack"),
    ask("divan", category="sofa", unknown="divan"),
    ask("anorak", category="jacket", style="rain", unknown="anorak"),
    ask("chinos", category="pants", material="cotton", style=JEANS_STYLES, unknown="chinos"),
)

TEST = (
    ask("perch for the kitchen island", category="chair", style="stool", unknown="island perch"),
    ask("galoshes", category="boot", style="rain", unknown="galoshes"),
    ask("thermos", category="bottle", style="flask", unknown="thermos"),
    ask("parasol", category="umbrella", unknown="parasol"),
    ask("chronometer", category="watch", unknown="chronometer"),
    ask("layette", category="baby", unknown="layette"),
    ask("plimsolls", category="sneaker", style=("low-top", "slip-on"), material="canvas", unknown="plimsolls"),
    ask("muffler", category="scarf", unknown="muffler"),
    ask("jardinière", category="vase", style="pot", unknown="jardinière"),
)
