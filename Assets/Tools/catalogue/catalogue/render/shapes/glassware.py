"""Clear glass vessels."""

from ..paths import box, intersect


def add_glass(scene, surface, body, cx, radius, waterline):
    """Adds a tinted see-through body filled to `waterline`: dark at its rims, with hard upright reflections."""
    scene.add(body, surface.of("plastic").tinted(0.35), bevel=8, opacity=0.60)
    water = intersect(body, box(0, waterline, 100, 100, 0))
    scene.add(water, surface.of("plastic"), bevel=5, opacity=0.5, occlusion=0)
    surface_line = [(cx - radius, waterline), (cx, waterline + 0.8), (cx + radius, waterline)]
    scene.line(surface_line, 0.7, (1, 1, 1), opacity=0.5, softness=0.15, within=body)
    scene.round_off(body, cx, radius, gloss=0.5)
    for offset, width, opacity in ((-0.72, 0.12, 0.75), (-0.48, 0.05, 0.5), (0.72, 0.07, 0.45)):
        x = cx + offset * radius
        streak = [(x, waterline - 16), (x, 87)]
        scene.line(streak, width * radius, (1, 1, 1), opacity=opacity, softness=0.2, within=body)
