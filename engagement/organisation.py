"""Where does the clinic read its mail?"""

from __future__ import annotations

from localization.languages import default_language
from publishing.frame import frame_of


def organisations_address() -> str:
    """Return the organisation's e-mail address in the site's main language, or an empty text."""
    organisation = frame_of(default_language())["organisation"] or {"sections": {"contact": {}}}
    return str(organisation["sections"]["contact"].get("email") or "")
