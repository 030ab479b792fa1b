"""Which content do the tests of the API read? Real documents, made once through the doors of editors."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from delivery.partners.models import ApiKey, Partner
from delivery.partners.secrets import issue
from publishing.images import rendition_specs
from publishing.models import Document
from tests import factories, factory_content
from tests.delivery.keys import Issue, Issued
from tests.workers import made_once, shared_directory

NAMESPACE = UUID("8a6a1b0e-6f0b-4b57-9d0a-0d5d2a6d4c11")
PUBLISHED_AT = "2026-03-06T09:00:00+00:00"


def fixed_id(name: str) -> UUID:
    """Return the content id that a piece of the test content has in every run."""
    return uuid5(NAMESPACE, name)


TREATMENT = fixed_id("treatment")
CONDITION = fixed_id("condition")
CATEGORY = fixed_id("category")


def _publish_everything() -> None:
    """Publish a treatment with all that it can show, and the condition that it names, in four languages."""
    m = factories.marker("en", "meso")
    factories.home(title=factories.marker("en", "home")("Home"))
    treatments = factories.treatment_index(title=factories.marker("en", "list")("Treatments"))
    conditions = factories.condition_index(title=factories.marker("en", "list")("Conditions"))
    for code in ("en", "de", "ar", "zh-hans"):
        factories.organisation(code, key="org", emergency_number="112" if code == "de" else "")
    condition = factories.condition(conditions, key="melasma", translation_key=CONDITION)
    category = factories.category(key="injections", translation_key=CATEGORY)
    person = factories.person(key="amira", translation_key=fixed_id("person"))
    picture = factories.image()
    # As the worker would make it, without its temporary files.
    picture.renditions.create(filter_spec=rendition_specs()[0], file="images/arm.webp", width=400, height=300)
    figure = {"image": picture.pk, "alt": m("A forearm before treatment"), "decorative": False}
    treatment = factories.treatment(
        treatments,
        key="meso",
        translation_key=TREATMENT,
        category=category,
        authors=[m.block("person", person.pk)],
        hero=[m.block("figure", figure)],
        conditions=factory_content.conditions(m, factories.source().pk, condition.pk),
        process=[*factory_content.process(m), m.block("figure", {**figure, "caption": m("Before")})],
    )
    about = factories.standard_page(key="about", translation_key=fixed_id("page"))
    term = factories.glossary_term(key="dermis", translation_key=fixed_id("term"))
    for code in ("de", "ar", "zh-hans"):
        factories.translate(condition, code)
        factories.translate(about, code)
        factories.translate(term, code)
        factories.translate(treatment, code)


def body_of(content_id: UUID, locale: str) -> bytes:
    """Return the stored bytes of a document."""
    body = Document.objects.get(content_id=content_id, locale=locale).body
    assert body is not None
    return bytes(body)


def _documents(media: Path) -> list[Document]:
    """Return the documents of the test content; the content itself is rolled back."""
    with (
        override_settings(MEDIA_ROOT=media),
        time_machine.travel(PUBLISHED_AT, tick=False),
        transaction.atomic(),
    ):
        _publish_everything()
        documents = list(Document.objects.all())
        transaction.set_rollback(True)
    return documents


@pytest.fixture(scope="session")
def _made(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> list[Document]:
    """Return the documents of the test content, made by one of the workers."""
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock():
        return made_once(shared_directory(tmp_path_factory), "library", lambda: _documents(media))


@pytest.fixture
def library(db: None, _made: list[Document]) -> None:
    """Make the test content public: its documents, as they were compiled."""
    fresh = copy.deepcopy(_made)
    for document in fresh:
        document.pk = None
    Document.objects.bulk_create(fresh)


@pytest.fixture
def issued(db: None) -> Issue:
    """Return a function that issues keys to the one partner there is."""

    def make(**values: Any) -> Issued:
        partner, _made = Partner.objects.get_or_create(
            name="Health app", defaults={"contact_email": "it@partner.example"}
        )
        row = ApiKey(partner=partner, **{"name": "iOS", **values})
        text = issue(row)
        row.save()
        return Issued(row, text)

    return make
