"""What does the form of a page check, beside what Wagtail checks?"""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from publishing.addressing import address_fault


class PublishedPageForm(WagtailAdminPageForm):
    """Wagtail's form; refuses a slug with which nobody could read the page."""

    def clean(self) -> dict[str, Any]:
        """Look where the page would be."""
        data: dict[str, Any] = super().clean()
        if data.get("slug") and self.parent_page is not None:
            fault = address_fault(self.instance, self.parent_page, data["slug"])
            if fault:
                self.add_error("slug", fault)
        return data
