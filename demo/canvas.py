"""What do the demo pictures share: colours, and a canvas that takes soft shapes from back to front?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 1000
SIDE = 900

INK: Colour = (24, 45, 62)
DEEP: Colour = (28, 82, 92)
TEAL: Colour = (62, 132, 136)
MIST: Colour = (158, 199, 194)
FOAM: Colour = (221, 235, 229)
CREAM: Colour = (249, 244, 234)
SAND: Colour = (232, 214, 186)
CLAY: Colour = (209, 174, 137)
AMBER: Colour = (226, 165, 88)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour `share` (0 to 1) of the way from the first to the second."""
    return (
        round(first[0] + (second[0] - first[0]) * share),
        round(first[1] + (second[1] - first[1]) * share),
        round(first[2] + (second[2] - first[2]) * share),
    )


def gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    """A picture that runs smoothly from one colour at the top to another at the bottom."""
    ramp = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), ramp)


class Canvas:
    """A picture to which shapes are added from back to front; every shape has soft, antialiased edges."""

    def __init__(self, top: Colour, bottom: Colour, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        self.size = size
        self.picture = gradient(size, top, bottom)

    def mask(self, draw: Callable[[ImageDraw.ImageDraw, float], None], blur: float = 0) -> Image.Image:
        """A mask of what `draw` paints at twice the size (it is told the scale), smoothed by scaling down."""
        large = Image.new("L", (self.size[0] * 2, self.size[1] * 2))
        draw(ImageDraw.Draw(large), 2)
        small = large.resize(self.size, Image.Resampling.LANCZOS)
        return small.filter(ImageFilter.GaussianBlur(blur)) if blur else small

    def fill(self, mask: Image.Image, top: Colour, bottom: Colour, strength: float = 1) -> None:
        """Paint a gradient through a mask; `strength` below 1 lets what is behind show through."""
        shape = mask.point([round(value * strength) for value in range(256)])
        self.picture.paste(gradient(self.size, top, bottom), (0, 0), shape)

    def polygon(
        self,
        points: Sequence[Point],
        top: Colour,
        bottom: Colour,
        *,
        strength: float = 1,
        shadow: float = 0.0,
    ) -> None:
        """A filled shape, optionally with a soft shadow above and behind it, as if it were cut from paper."""

        def draw(pen: ImageDraw.ImageDraw, scale: float) -> None:
            pen.polygon([(x * scale, y * scale) for x, y in points], fill=255)

        mask = self.mask(draw)
        if shadow:
            cast = ImageChops.offset(mask.filter(ImageFilter.GaussianBlur(26)), 0, -10)
            self.fill(cast, INK, INK, shadow)
        self.fill(mask, top, bottom, strength)

    def disc(
        self, x: float, y: float, radius: float, colour: Colour, strength: float = 1, blur: float = 0
    ) -> None:
        """A round spot; with `blur` (pixels) it becomes a glow."""

        def draw(pen: ImageDraw.ImageDraw, scale: float) -> None:
            box = [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale]
            pen.ellipse(box, fill=255)

        self.fill(self.mask(draw, blur), colour, colour, strength)

    def discs(self, spots: Sequence[tuple[float, float, float]], colour: Colour, strength: float = 1) -> None:
        """Many round spots (x, y, radius) of one colour in one pass."""

        def draw(pen: ImageDraw.ImageDraw, scale: float) -> None:
            for x, y, radius in spots:
                pen.ellipse([v * scale for v in (x - radius, y - radius, x + radius, y + radius)], fill=255)

        self.fill(self.mask(draw), colour, colour, strength)

    def lines(
        self, paths: Sequence[Sequence[Point]], width: float, top: Colour, bottom: Colour, strength: float = 1
    ) -> None:
        """Thin strokes along paths."""

        def draw(pen: ImageDraw.ImageDraw, scale: float) -> None:
            for path in paths:
                pen.line(
                    [(x * scale, y * scale) for x, y in path],
                    fill=255,
                    width=round(width * scale),
                    joint="curve",
                )

        self.fill(self.mask(draw), top, bottom, strength)


def wave(level: float, height: float, length: float, phase: float, slope: float = 0) -> list[Point]:
    """The points of a calm wave from the left to the right edge, with a smaller wave laid over it."""
    return [
        (
            x,
            level
            + slope * (x / WIDTH - 0.5)
            + height * math.sin(x / length * math.tau + phase)
            + height * 0.35 * math.sin(x / length * math.tau * 2.3 + phase * 1.7),
        )
        for x in range(-10, WIDTH + 20, 10)
    ]


def ground(top_edge: Sequence[Point]) -> list[Point]:
    """Close an edge downwards: it becomes the top of a band that reaches the bottom of the picture."""
    return [*top_edge, (WIDTH + 20, HEIGHT + 20), (-10, HEIGHT + 20)]
