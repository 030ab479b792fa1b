"""Where does load_demo refuse to load?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from cms.management.commands import load_demo
from cms.settings.env import env
from tests import factories


@pytest.mark.django_db
def test_a_site_with_a_home_page_of_its_own_is_refused() -> None:
    factories.treatment_index(factories.home())
    with pytest.raises(CommandError, match="Load the demo into an empty database"):
        call_command("load_demo")
    assert not get_user_model().objects.exists()


@pytest.mark.django_db
def test_a_database_given_from_outside_needs_an_explicit_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = replace(env, database_url="postgresql://db.example/clinic", load_demo=False)
    monkeypatch.setattr(load_demo, "env", outside)
    with pytest.raises(CommandError, match="--into-database-url"):
        call_command("load_demo")
    assert not get_user_model().objects.exists()
