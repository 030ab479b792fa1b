"""How does what a stranger wrote get into a spreadsheet, without being run there?"""

from __future__ import annotations

from typing import Any

# With these a spreadsheet takes a text for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_in_a_sheet(value: Any) -> Any:
    """Return a value for a cell: a text that a spreadsheet would run gets an apostrophe before it."""
    text = "" if value is None else value
    return f"'{text}" if isinstance(text, str) and text.lstrip().startswith(_FORMULA) else text
