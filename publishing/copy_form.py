"""What may an editor choose when they copy a page?"""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class CopyWithoutAlias(CopyForm):
    """Wagtail's form; “alias” is for administrators (``localization.permissions`` refuses it to others)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave the field out; Wagtail's view asks for it by ``get`` and its template by ``if``."""
        super().__init__(*args, **kwargs)
        if not self.user.is_superuser:
            self.fields.pop("alias", None)
