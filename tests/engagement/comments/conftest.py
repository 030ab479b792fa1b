"""How does a test get a page with comments, without publishing a treatment?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from engagement.models import Comment
from tests import factories


@pytest.fixture
def page(settings: Settings, db: None) -> Any:
    """Return a public page of a type that takes comments; its comments are at ``page.comments``."""
    settings.COMMENTED_TYPES = ("page",)
    page = factories.standard_page()
    page.comments = f"/en/comments/{page.translation_key}/"
    return page


@pytest.fixture
def comment(page: Any) -> Callable[..., Comment]:
    """Return a function that makes a comment on the page, approved if not told otherwise."""

    def make(**other: Any) -> Comment:
        values = {
            "content_id": page.translation_key,
            "locale": "en",
            "about": page.title,
            "name": "Ines",
            "email": "ines@example.org",
            "text": "Is it painful?",
            "state": "approved",
            "received_at": timezone.now(),
        }
        return Comment.objects.create(**{**values, **other})

    return make
