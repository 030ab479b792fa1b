"""What do the tests of the board share? People, and content in two languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from tests import factories

GERMAN, EDITORS = "Translators (German)", "Editors"


def user_in(*groups: str, **values: Any) -> Any:
    """Return somebody who belongs to these groups."""
    name = values.pop("username", "-".join(groups) or "nobody")
    user = get_user_model().objects.create_user(name, **values)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def client_for(user: Any) -> Client:
    """Return a browser in which ``user`` is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def translator(db: None) -> Client:
    """The browser of a translator of German."""
    return client_for(user_in(GERMAN, email="german@clinic.example"))


@pytest.fixture
def editor(db: None) -> Client:
    """The browser of an editor."""
    return client_for(user_in(EDITORS))


@pytest.fixture
def page(db: None, run_tasks: Callable[[], None]) -> Any:
    """A plain page in English and German."""
    made, *_ = factories.standard_page_in("de", key="one")
    run_tasks()
    return made


def say_anew(page: Any, **texts: str) -> Any:
    """Publish the page with other texts, and let the worker do what follows."""
    for name, text in texts.items():
        setattr(page, name, text)
    page.save_revision().publish()
    page.refresh_from_db()
    return page
