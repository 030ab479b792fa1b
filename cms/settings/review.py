"""For how long does a medical review hold, and what happens to a publication without one?

By kind of section: months (36 at most), and whether publishing is only warned about or refused. ``""`` stands
for every other section. Administrators can say otherwise in the admin, menu “Settings”, “Review rules”.
"""

from typing import Literal

REVIEW_RULES: dict[str, tuple[int, Literal["warn", "refuse"]]] = {
    "": (24, "warn"),
    "risks": (12, "warn"),
    # When a condition is an emergency, and whom to call.
    "care": (12, "warn"),
}
