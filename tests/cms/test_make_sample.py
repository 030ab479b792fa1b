"""Are the copies that the bench measures pages like any others?"""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from cms import sample
from cms.management.commands import make_sample
from cms.settings.env import Environment
from publishing.models import Document
from tests import factories
from treatments.models import TreatmentPage

pytestmark = pytest.mark.django_db


def make(number: int) -> int:
    """Make copies in English and German; return how many were new."""
    new = sample.insert(number, ["en", "de"])
    for _done in sample.compile_each(sample.not_compiled(number)):
        pass
    return new


def test_copies_are_public_in_their_languages_at_addresses_of_their_own(client: Client) -> None:
    original = factories.treatment(translation_key=sample.ORIGINAL)
    factories.translate(original, "de")
    assert make(2) == 2
    for code in ("en", "de"):
        for slug in ("sample-0001", "sample-0002"):
            response = client.get(f"/{code}/treatments/{slug}/")
            assert response.status_code == 200
            assert f"Does it hurt? {code}·".encode() in response.content
    assert [found for kind in Page.find_problems() for found in kind] == []
    copied = TreatmentPage.objects.get(slug="sample-0002", locale__language_code="de")
    assert copied.live_revision.as_object().title == copied.title


def test_what_is_there_is_left_alone(client: Client) -> None:
    original = factories.treatment(translation_key=sample.ORIGINAL)
    factories.translate(original, "de")
    make(1)
    before = list(Document.objects.order_by("pk").values_list("pk", "etag"))
    assert make(1) == 0
    assert list(Document.objects.order_by("pk").values_list("pk", "etag")) == before
    assert make(3) == 2


@pytest.mark.parametrize(
    "environment", [Environment(), Environment(state_dir="x", database_url="postgresql:///mine")]
)
def test_a_database_that_somebody_may_work_with_is_refused(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_sample, "env", environment)
    with pytest.raises(CommandError, match="one of its own"):
        call_command("make_sample")
