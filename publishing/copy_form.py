"""What may an editor choose when they copy a page?"""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm

from publishing.addressing import address_fault


class CopyWithoutAlias(CopyForm):
    """Wagtail's form; “alias” is for administrators (``localization.permissions`` refuses it to others)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave the field out; Wagtail's view asks for it by ``get`` and its template by ``if``."""
        super().__init__(*args, **kwargs)
        if not self.user.is_superuser:
            self.fields.pop("alias", None)

    def clean(self) -> dict[str, Any]:
        """Refuse a place and slug with which nobody could read the copy, or a page copied along."""
        data: dict[str, Any] = super().clean()
        parent = data.get("new_parent_page") or self.page.get_parent()
        if data.get("new_slug"):
            along = bool(data.get("copy_subpages"))
            fault = address_fault(self.page, parent, data["new_slug"], below=along)
            if fault:
                self.add_error("new_slug", fault)
        return data
