"""Needs and occasions, said without naming the product as the shop does."""

from ..query import ask

DEV = (
    ask("winter clothing", department="clothing", tag=("winter", "warm")),
    ask("trainers for the gym", category="sneaker", tag="sport"),
    ask("beach footwear", department="footwear", tag="beach"),
    ask("rucksack for school", category="backpack"),
    ask("coffee gifts", category=("mug", "kettle"), tag="coffee"),
    ask("timepiece", category="watch"),
    ask("brolly", category="umbrella"),
    ask("quilted winter jacket", category="jacket", style="puffer"),
    ask("office jacket", category="jacket", style="blazer"),
    ask("home office furniture", department="furniture", tag="home office"),
    ask("lamp for the bedroom", category="lamp", tag="bedroom"),
    ask("sweatpants for training", category="pants", style="jogger"),
)

TEST = (
    ask("something to keep my head warm", category="hat", style="beanie"),
    ask("what to wear on frosty mornings", department=("clothing", "accessories", "footwear"), tag=("winter", "warm")),
    ask("stay dry in a downpour", tag="rain"),
    ask("pack for a seaside holiday", tag="beach"),
    ask("shoes to run a marathon", category="sneaker", style="running"),
    ask("comfortable seat for long working days", category="chair", style="office"),
    ask("somewhere to sit at the breakfast bar", category="chair", style="stool"),
    ask("brew a proper pot of tea", category="kettle", style="teapot"),
    ask("barista pour-over equipment", category="kettle", style="gooseneck"),
    ask("hanging light above the dining table", category="lamp", style="pendant"),
    ask("reading light on my desk", category="lamp", style="desk"),
    ask("home for fresh flowers and plants", category="vase"),
    ask("voice chat during gaming nights", category="headphones", style="gaming"),
    ask("listen to music on the train", category="headphones", style=("earbuds", "over-ear")),
    ask("protect my eyes from the sun", category="sunglasses"),
    ask("couch for two people", category="sofa", style="loveseat"),
    ask("carry books and a laptop to class", category="backpack"),
    ask("soft thing for a newborn to sleep in", category="baby", style="sleepsuit"),
)
