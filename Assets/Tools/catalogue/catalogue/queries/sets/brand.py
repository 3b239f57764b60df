"""Brands, alone or with a kind of product."""

from ..query import ask

DEV = (
    ask("Norrvik", brand="Norrvik"),
    ask("Kestrel trainers", brand="Kestrel", category="sneaker"),
    ask("Casa Lume lamp", brand="Casa Lume", category="lamp"),
    ask("Little Acorn babygrow", brand="Little Acorn", category="baby"),
    ask("Maison Belle dress", brand="Maison Belle", category="dress"),
    ask("Tidewell bottle", brand="Tidewell", category="bottle"),
    ask("jacket Fjordly", brand="Fjordly", category="jacket"),
)

TEST = (
    ask("sneakers by Ridgeway", brand="Ridgeway", category="sneaker"),
    ask("lamps from Studio Ando", brand="Studio Ando", category="lamp"),
    ask("anything by Copperline", brand="Copperline"),
    ask("Wren & Fox bags collection", brand="Wren & Fox", category=("handbag", "backpack")),
    ask("furniture designed by Pinefold", brand="Pinefold", department="furniture"),
    ask("the Oakhart range of tables", brand="Oakhart", category="table"),
    ask("a Peregrine backpack", brand="Peregrine", category="backpack"),
    ask("rugs from Halden", brand="Halden", category="rug"),
    ask("watches by Marlowe", brand="Marlowe", category="watch"),
    ask("cushions from Lumière", brand="Lumière", category="cushion"),
)
