"""What makes a stock Wagtail page of our treatment? Only in the bench's own process."""

from __future__ import annotations

from django.apps import AppConfig


class StockConfig(AppConfig):
    """Takes back what publishing adds to pages, and shows API v2 the fields that our API gives."""

    name = "tests.performance.stock"
    label = "stock"

    def ready(self) -> None:
        """Let Wagtail's own ``serve`` render the page, from its row and with an ordinary template."""
        from wagtail.api import APIField

        from publishing.pages import PublishedPage
        from treatments.models import TreatmentPage

        for name in ("serve", "get_url_parts"):
            delattr(PublishedPage, name)
        TreatmentPage.template = "stock/treatment_page.html"
        names = [name for section in TreatmentPage.SECTIONS for name in section.fields if name != "title"]
        TreatmentPage.api_fields = [APIField(name) for name in names]
