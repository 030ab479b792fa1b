"""How are the demo pictures made?

Run `python -m demo.make_images` to draw every picture in demo/images/ again. The drawing is
deterministic: shapes are computed, chance comes from fixed seeds, and nothing is read from outside.
Each scene is one function that paints on a canvas; `SCENES` and `PORTRAITS` name the files.
Alternative texts are in the YAML files.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from demo.canvas import (
    AMBER,
    CLAY,
    CREAM,
    DEEP,
    FOAM,
    HEIGHT,
    INK,
    MIST,
    SAND,
    SIDE,
    TEAL,
    WIDTH,
    Canvas,
    Colour,
    Point,
    ground,
    mix,
    wave,
)

OUTPUT = Path(__file__).parent / "images"
LARGEST_FILE = 90_000


def bands(canvas: Canvas, colours: Sequence[Colour], start: float, step: float, height: float = 26) -> None:
    """Layers of ground, one below the other, each darker layer casting a soft shadow on the one behind."""
    for number, colour in enumerate(colours):
        edge = wave(
            start + number * step, height, 1500 + 130 * number, 0.9 * number + 0.4, slope=-30 + 22 * number
        )
        canvas.polygon(ground(edge), mix(colour, CREAM, 0.14), colour, shadow=0.16)


def home(canvas: Canvas) -> None:
    """Hills at first light."""
    canvas.disc(1130, 400, 330, CREAM, 0.75, blur=120)
    canvas.disc(1130, 420, 118, CREAM, 0.95)
    colours = [mix(SAND, MIST, 0.35), mix(MIST, SAND, 0.15), MIST, TEAL, DEEP, INK]
    bands(canvas, colours, 500, 86, height=46)


def mesotherapy(canvas: Canvas) -> None:
    """Rows of droplets above the layers of the skin."""
    canvas.disc(420, 240, 360, CREAM, 0.8, blur=140)
    bands(canvas, [SAND, CLAY, mix(CLAY, TEAL, 0.5), TEAL, DEEP], 560, 92, height=20)
    for row in range(3):
        count = 9 - row
        for place in range(count):
            x = 800 + (place - (count - 1) / 2) * 150
            drop(canvas, x, 170 + row * 128, 34 - row * 5, mix(TEAL, DEEP, row / 3))


def drop(canvas: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A drop with its tip upwards and a small light on it."""
    outline = []
    for step in range(72):
        angle = step / 72 * math.tau
        pinch = math.sin(angle / 2) ** 1.35
        outline.append((x + size * math.sin(angle) * pinch, y - size * 1.25 * math.cos(angle)))
    canvas.polygon(outline, mix(colour, CREAM, 0.4), colour, strength=0.9)
    canvas.disc(x - size * 0.2, y + size * 0.5, size * 0.16, CREAM, 0.75, blur=2)


def microneedling(canvas: Canvas) -> None:
    """A fine grid of points above soft waves."""
    canvas.disc(1180, 260, 380, CREAM, 0.8, blur=150)
    for row in range(9):
        spots = []
        for column in range(30):
            x = 60 + column * 51 + (25 if row % 2 else 0)
            y = 120 + row * 48 + 24 * math.sin(column / 5 + row * 0.5)
            spots.append((x, y, 4.5 + 4.5 * (0.5 + 0.5 * math.sin(column / 3.1 + row))))
        canvas.discs(spots, mix(MIST, DEEP, row / 9), 0.85)
    bands(canvas, [FOAM, MIST, mix(MIST, TEAL, 0.6), TEAL, DEEP], 600, 84, height=34)


def chemical_peel(canvas: Canvas) -> None:
    """Translucent sheets that lift from a smooth surface."""
    canvas.disc(420, 300, 380, CREAM, 0.9, blur=150)
    canvas.polygon(ground(wave(770, 12, 1700, 0.4)), mix(SAND, CREAM, 0.3), CLAY, shadow=0.14)
    colours = [SAND, mix(SAND, MIST, 0.6), MIST, mix(MIST, TEAL, 0.55), TEAL]
    for number, colour in enumerate(colours):
        lift, start = 150 + number * 104, 40 + number * 130
        upper, lower = [], []
        for x in range(start, WIDTH + 40, 12):
            share = (x - start) / (WIDTH - start)
            level = 772 - lift * share**2
            lower.append((float(x), level))
            upper.append((float(x), level - 4 - (46 + 26 * number) * share**1.3))
        canvas.polygon([*upper, *reversed(lower)], mix(colour, CREAM, 0.5), colour, strength=0.8, shadow=0.09)


def platelet_rich_plasma(canvas: Canvas) -> None:
    """Amber and teal circles settling into layers."""
    chance = random.Random(7)  # noqa: S311 - chance that is the same every time
    canvas.disc(820, 240, 420, CREAM, 0.8, blur=160)
    canvas.polygon(
        ground(wave(470, 16, 1600, 0.2)), mix(AMBER, CREAM, 0.55), mix(AMBER, CREAM, 0.35), shadow=0.1
    )
    canvas.polygon(ground(wave(690, 16, 1500, 1.4)), MIST, mix(MIST, TEAL, 0.5), shadow=0.14)
    canvas.polygon(ground(wave(790, 14, 1800, 2.2)), mix(TEAL, DEEP, 0.3), DEEP, shadow=0.18)
    for low, high, count, colour in ((180, 460, 26, AMBER), (480, 690, 70, AMBER), (720, 930, 60, MIST)):
        for tone in (0.1, 0.35, 0.6):
            spots = []
            for _ in range(count // 3):
                y = chance.uniform(low, high)
                spots.append((chance.uniform(40, 1560), y, chance.uniform(7, 30 if count > 30 else 17)))
            canvas.discs(spots, mix(colour, CREAM, tone), 0.62)


def fractional_laser(canvas: Canvas) -> None:
    """Slim beams of light that enter layered bands at regular distances."""
    canvas.disc(800, 120, 520, TEAL, 0.55, blur=180)
    bands(
        canvas, [mix(CLAY, SAND, 0.4), CLAY, mix(CLAY, DEEP, 0.45), mix(DEEP, INK, 0.3)], 540, 112, height=16
    )
    for number in range(11):
        x = 200 + number * 120
        depth = 800 - 70 * abs(number - 5) / 5
        canvas.lines([[(x, -10), (x, depth)]], 26, mix(AMBER, CREAM, 0.4), mix(AMBER, CLAY, 0.4), 0.16)
        canvas.lines([[(x, -10), (x, depth)]], 5, CREAM, mix(AMBER, CREAM, 0.3), 0.9)
        canvas.disc(x, depth, 22, mix(AMBER, CREAM, 0.4), 0.8, blur=12)


def dermal_filler(canvas: Canvas) -> None:
    """A clear drop that rests in a fold between two hills."""
    canvas.disc(800, 330, 400, CREAM, 0.9, blur=150)
    canvas.polygon(ground(wave(620, 60, 1900, 2.6)), mix(FOAM, MIST, 0.4), MIST, shadow=0.08)
    canvas.disc(800, 600, 172, mix(MIST, TEAL, 0.35), 0.85)
    canvas.disc(800, 575, 140, FOAM, 0.6, blur=36)
    canvas.disc(748, 520, 34, CREAM, 0.95, blur=9)
    hill = [(x, 880 - 300 * math.exp(-(((x - 170) / 430) ** 2))) for x in range(-10, WIDTH + 20, 10)]
    other = [(x, 890 - 320 * math.exp(-(((x - 1450) / 450) ** 2))) for x in range(-10, WIDTH + 20, 10)]
    canvas.polygon(ground(hill), mix(SAND, CREAM, 0.3), mix(SAND, CLAY, 0.6), shadow=0.14)
    canvas.polygon(ground(other), mix(SAND, CREAM, 0.2), CLAY, strength=0.93, shadow=0.14)


def melasma(canvas: Canvas) -> None:
    """Soft patches that overlap like light through leaves."""
    chance = random.Random(21)  # noqa: S311 - chance that is the same every time
    canvas.disc(520, 380, 420, (255, 252, 246), 0.8, blur=150)
    for number in range(30):
        colour = (SAND, CLAY, mix(CLAY, AMBER, 0.4), MIST, mix(SAND, CLAY, 0.5))[number % 5]
        x, y, size = chance.uniform(80, 1520), chance.uniform(60, 940), chance.uniform(90, 230)
        turn, stretch = chance.uniform(0, math.pi), chance.uniform(0.45, 0.8)
        outline = []
        for step in range(60):
            angle = step / 60 * math.tau
            reach = size * (1 + 0.07 * math.sin(2 * angle + number) + 0.04 * math.sin(3 * angle + 2 * number))
            across, along = reach * math.cos(angle), reach * stretch * math.sin(angle)
            outline.append(
                (
                    x + across * math.cos(turn) - along * math.sin(turn),
                    y + across * math.sin(turn) + along * math.cos(turn),
                )
            )
        canvas.polygon(outline, mix(colour, CREAM, 0.2), colour, strength=0.4)


def sun_damage(canvas: Canvas) -> None:
    """A pale sun behind translucent horizontal bands."""
    canvas.disc(1000, 380, 420, mix(AMBER, CREAM, 0.5), 0.8, blur=150)
    canvas.disc(1000, 380, 210, mix(AMBER, CREAM, 0.72))
    for number, colour in enumerate([CREAM, SAND, mix(SAND, MIST, 0.6), MIST, TEAL, DEEP]):
        edge = wave(330 + number * 112, 12 + 2 * number, 1700 - 90 * number, number * 1.1)
        canvas.polygon(
            ground(edge), mix(colour, CREAM, 0.25), colour, strength=0.5 + 0.06 * number, shadow=0.05
        )


def ageing_skin(canvas: Canvas) -> None:
    """Fine flowing lines across calm layers, like contours on a map."""
    bands(
        canvas, [mix(SAND, CREAM, 0.3), mix(SAND, MIST, 0.5), MIST, mix(MIST, TEAL, 0.7)], 250, 190, height=54
    )
    for number in range(44):
        level = 20 + number * 23
        path = [
            (x, y + 34 * math.sin(x / 310 + number * 0.13) * math.sin(x / 900 + 0.6))
            for x, y in wave(level, 22 + 0.4 * number, 1500, 0.4 + number * 0.045, slope=60)
        ]
        canvas.lines([path], 2.2, mix(CLAY, SAND, 0.2), DEEP, 0.30 + 0.006 * number)


def hair_loss(canvas: Canvas) -> None:
    """Slender strands that grow sparser from left to right."""
    chance = random.Random(12)  # noqa: S311 - chance that is the same every time
    canvas.disc(1250, 300, 420, CREAM, 0.8, blur=160)
    for layer, (colour, count) in enumerate(((MIST, 120), (TEAL, 110), (INK, 90))):
        paths = []
        for _ in range(count):
            x = 1560 * chance.random() ** (1.5 + 0.25 * layer) + 20
            tall = chance.uniform(330, 610) * (1 - 0.45 * x / WIDTH)
            bend = chance.uniform(-50, 90)
            foot = 850
            paths.append([(x + bend * (s / 24) ** 2, foot - tall * s / 24) for s in range(25)])
        canvas.lines(paths, 5 - layer * 0.8, mix(colour, CREAM, 0.2), colour, 0.75)
    canvas.polygon(ground(wave(820, 12, 1600, 0.5, slope=20)), mix(SAND, CREAM, 0.2), CLAY, shadow=0.12)
    canvas.polygon(ground(wave(905, 10, 1500, 1.8)), mix(CLAY, SAND, 0.3), mix(CLAY, INK, 0.15), shadow=0.12)


def bust(canvas: Canvas, x: float, scale: float, colour: Colour, strength: float = 1) -> None:
    """Head and shoulders without a face; `x` is the middle, `scale` 1 fills a portrait."""
    skin, top = mix(mix(CLAY, SAND, 0.35), colour, 0.08), SIDE - 300 * scale
    head = top - 170 * scale
    neck = [
        (x - 58 * scale, head),
        (x + 58 * scale, head),
        (x + 70 * scale, top + 60),
        (x - 70 * scale, top + 60),
    ]
    outline: list[Point] = [(x - 330 * scale, SIDE + 20)]
    for step in range(41):
        angle = math.pi - step / 40 * math.pi
        rise = 300 * scale * math.sin(angle) ** 0.62
        outline.append((x + 330 * scale * math.cos(angle), SIDE + 20 - rise))
    canvas.polygon(neck, mix(skin, INK, 0.08), mix(skin, INK, 0.14), strength=strength)
    canvas.polygon(outline, mix(colour, CREAM, 0.18), colour, strength=strength, shadow=0.08)
    canvas.disc(x, head - 20 * scale, 138 * scale, skin, strength)


def portrait(canvas: Canvas, colour: Colour, halo: Colour) -> None:
    """One person."""
    canvas.disc(450, 430, 340, halo, 0.85)
    bust(canvas, 450, 1.0, colour)


def leaf_portrait(canvas: Canvas) -> None:
    """One person with a small leaf, the sign of the reviewer."""
    portrait(canvas, INK, FOAM)
    leaf = [(s / 30 * 110, 44 * math.sin(s / 30 * math.pi)) for s in range(31)]
    outline = [*leaf, *[(x, -y) for x, y in reversed(leaf)]]
    turned = [(560 + x * 0.71 - y * 0.71, 830 - x * 0.71 - y * 0.71) for x, y in outline]
    canvas.polygon(turned, mix(MIST, CREAM, 0.3), TEAL)


def team(canvas: Canvas) -> None:
    """Three rounded shapes for a team."""
    canvas.disc(450, 400, 340, CREAM, 0.7)
    bust(canvas, 225, 0.7, MIST)
    bust(canvas, 675, 0.7, CLAY)
    bust(canvas, 450, 0.86, TEAL)


Scene = Callable[[Canvas], None]
SCENES: dict[str, tuple[Scene, Colour, Colour]] = {
    "home": (home, mix(MIST, FOAM, 0.4), mix(SAND, CREAM, 0.2)),
    "mesotherapy": (mesotherapy, FOAM, CREAM),
    "microneedling": (microneedling, CREAM, FOAM),
    "chemical-peel": (chemical_peel, FOAM, CREAM),
    "platelet-rich-plasma": (platelet_rich_plasma, CREAM, mix(AMBER, CREAM, 0.7)),
    "fractional-laser": (fractional_laser, INK, DEEP),
    "dermal-filler": (dermal_filler, FOAM, CREAM),
    "melasma": (melasma, CREAM, mix(SAND, CREAM, 0.5)),
    "sun-damage": (sun_damage, mix(SAND, CREAM, 0.4), CREAM),
    "ageing-skin": (ageing_skin, CREAM, mix(SAND, CREAM, 0.4)),
    "hair-loss": (hair_loss, FOAM, CREAM),
}
PORTRAITS: dict[str, tuple[Scene, Colour, Colour]] = {
    "editorial-team": (team, FOAM, mix(FOAM, MIST, 0.4)),
    "clara-whitfield": (lambda canvas: portrait(canvas, TEAL, CREAM), SAND, mix(SAND, CLAY, 0.3)),
    "jonas-albrecht": (
        lambda canvas: portrait(canvas, mix(INK, DEEP, 0.3), CREAM),
        MIST,
        mix(MIST, FOAM, 0.4),
    ),
    "helena-marlow": (leaf_portrait, mix(SAND, CREAM, 0.4), SAND),
}


def save(picture: Image.Image, name: str) -> int:
    """Write a picture as WebP in the best quality below the limit; return its size in bytes."""
    path = OUTPUT / f"{name}.webp"
    for quality in (88, 82, 76, 70, 60):
        picture.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= LARGEST_FILE:
            break
    return path.stat().st_size


def main() -> None:
    """Draw every picture."""
    OUTPUT.mkdir(exist_ok=True)
    for size, scenes in (((WIDTH, HEIGHT), SCENES), ((SIDE, SIDE), PORTRAITS)):
        for name, (scene, top, bottom) in scenes.items():
            canvas = Canvas(top, bottom, size)
            scene(canvas)
            print(f"{name}.webp {save(canvas.picture, name) // 1000} kB")


if __name__ == "__main__":
    main()
