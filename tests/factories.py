"""How do tests get complete, valid content? Plain functions; every text says its language and its owner.

A text reads like ``Bruising en·k1003``: what it is, the language it is in, and the key of the content that it
belongs to. So a test can say of any page or document which content in which language leaked into it, and
``translate`` makes ``Bruising de·k1003`` of it. Everything goes through the doors that editors use.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import HomePage, Navigation, StandardPage
from people.models import Organisation, Person
from tests.remembered import remembered
from tests.workers import worker_number
from treatments.models import (
    Category,
    ConditionIndexPage,
    ConditionPage,
    GlossaryTerm,
    Source,
    TreatmentIndexPage,
    TreatmentPage,
)

# From 1000: the checks of translations read the number in a key, and a 1 could be that of “a week”.
# Workers count apart: what one has made is written into another's database (tests/remembered.py).
_numbers = itertools.count(1000 + 100_000 * worker_number())


@dataclass(frozen=True)
class Marker:
    """Marks texts with language and key, and gives blocks ids that stay the same from run to run."""

    code: str
    key: str

    def __call__(self, text: str) -> str:
        """Return ``text`` with the mark behind it."""
        return f"{text} {self.code}·{self.key}"

    def prose(self, text: str) -> str:
        """Return one marked paragraph."""
        return f"<p>{self(text)}</p>"

    def block(self, block_type: str, value: Any, name: str = "") -> dict[str, Any]:
        """Return the raw form of one block of a stream."""
        return {"type": block_type, "id": self.id(f"{block_type}.{name}"), "value": value}

    def items(self, name: str, *values: Any) -> list[dict[str, Any]]:
        """Return the raw form of a list block."""
        return [
            {"type": "item", "id": self.id(f"{name}.{position}"), "value": value}
            for position, value in enumerate(values)
        ]

    def id(self, name: str) -> str:
        """Return the id of a block of this content."""
        return str(uuid5(NAMESPACE_URL, f"{self.key}.{name}"))


def marker(code: str = "en", key: str | None = None) -> Marker:
    """Return a marker with the given key, or with the next unused one."""
    return Marker(code, key or f"k{next(_numbers)}")


def locale(code: str) -> Locale:
    """Return the Wagtail locale of a language, made when it does not exist yet."""
    found, _created = Locale.objects.get_or_create(language_code=code)
    return found


def publish(instance: Any) -> Any:
    """Publish a page or snippet like an editor does, and return its fresh row."""
    instance.save_revision().publish()
    return type(instance).objects.get(pk=instance.pk)


def _placed(parent: Page, page: Any, live: bool) -> Any:
    page.locale, page.live = parent.locale, False
    parent.add_child(instance=page)
    return publish(page) if live else page


def _kept(snippet: Any, code: str, live: bool) -> Any:
    snippet.locale, snippet.live = locale(code), False
    snippet.save()
    return publish(snippet) if live else snippet


def home(code: str = "en", *, live: bool = True, **overrides: Any) -> HomePage:
    """Return the home page of a language; the first one becomes the root of the site."""
    found = HomePage.objects.filter(locale__language_code=code).first()
    if found is not None:
        return found
    m = marker(code)
    root = Page.get_first_root_node()
    Page.objects.filter(depth=2, title="Welcome to your new Wagtail site!").delete()
    page = HomePage(
        **{
            "title": m("Home"),
            "slug": f"home-{code}",
            "search_description": m("Treatments explained"),
            "hero_heading": m("Treatments, explained honestly"),
            "hero_text": m("What helps, what does not, and what can go wrong."),
            "featured_heading": m("Often read"),
            "promise_heading": m("What we promise"),
            "promises": [
                m.block("item", {"title": m("Numbers"), "text": m.prose("Every risk has a number.")})
            ],
            "locale": locale(code),
            "live": False,
            **overrides,
        }
    )
    root = Page.objects.get(pk=root.pk)
    root.add_child(instance=page)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    elif not HomePage.objects.filter(pk=site.root_page_id).exists():
        Site.objects.filter(pk=site.pk).update(root_page=page)
    Site.clear_site_root_paths_cache()
    return publish(page) if live else page


def treatment_index(parent: Page | None = None, *, live: bool = True, **overrides: Any) -> TreatmentIndexPage:
    """Return the list of treatments under ``parent`` (the English home page if not given)."""
    parent = parent or home()
    found = TreatmentIndexPage.objects.child_of(parent).first()
    if found is not None:
        return found
    m = marker(parent.locale.language_code)
    values = {
        "title": m("Treatments"),
        "slug": "treatments",
        "summary": m("All treatments"),
        "intro": m.prose("What we offer."),
    }
    return _placed(parent, TreatmentIndexPage(**{**values, **overrides}), live)


def condition_index(parent: Page | None = None, *, live: bool = True, **overrides: Any) -> ConditionIndexPage:
    """Return the list of conditions under ``parent`` (the English home page if not given)."""
    parent = parent or home()
    found = ConditionIndexPage.objects.child_of(parent).first()
    if found is not None:
        return found
    m = marker(parent.locale.language_code)
    values = {
        "title": m("Conditions"),
        "slug": "conditions",
        "summary": m("All conditions"),
        "intro": m.prose("What we know."),
    }
    return _placed(parent, ConditionIndexPage(**{**values, **overrides}), live)


def category(code: str = "en", *, key: str | None = None, live: bool = True, **overrides: Any) -> Category:
    """Return a category of treatments."""
    m = marker(code, key)
    values = {"name": m("Injections"), "slug": f"category-{m.key}", "intro": m.prose("About injections.")}
    return _kept(Category(**{**values, **overrides}), code, live)


def person(code: str = "en", *, key: str | None = None, live: bool = True, **overrides: Any) -> Person:
    """Return a fictional doctor."""
    m = marker(code, key)
    values = {
        "name": m("Amira Example"),
        "honorific": m("Dr"),
        "job_title": m("Dermatologist"),
        "bio": m.prose("Works with skin."),
        "is_medical": True,
        "is_demo": True,
        "registrations": [
            m.block("registration", {"body": "Register", "number": "D-1", "url": "https://r.example/"})
        ],
        "languages": [m.block("language", "en")],
    }
    return _kept(Person(**{**values, **overrides}), code, live)


def glossary_term(
    code: str = "en", *, key: str | None = None, live: bool = True, **overrides: Any
) -> GlossaryTerm:
    """Return a glossary term."""
    m = marker(code, key)
    values = {
        "term": m("Dermis"),
        "definition": m("The layer under the surface of the skin."),
        "abbreviation": m("D."),
        "also_known_as": [m.block("name", m("Corium"))],
    }
    return _kept(GlossaryTerm(**{**values, **overrides}), code, live)


def organisation(
    code: str = "en", *, key: str | None = None, live: bool = True, **overrides: Any
) -> Organisation:
    """Return the organisation of a language."""
    m = marker(code, key)
    values = {
        "name": m("Example Clinic"),
        "tagline": m("Skin medicine"),
        "address": m("1 Example Street"),
        "phone": "+44 20 7946 0000",
        "email": "clinic@clinic.example",
        "opening_hours": m("Monday to Friday"),
        "disclaimer": m("This text does not replace a doctor’s advice."),
        "social": [m.block("link", {"label": m("Videos"), "url": "https://video.example/"})],
    }
    return _kept(Organisation(**{**values, **overrides}), code, live)


def navigation(
    code: str = "en", *, key: str | None = None, live: bool = True, **overrides: Any
) -> Navigation:
    """Return the menus of a language, with links to addresses elsewhere."""
    m = marker(code, key)
    link = {"label": m("Blog"), "page": None, "url": "https://blog.example/"}
    values = {
        "header": [m.block("link", link)],
        "footer": [m.block("column", {"heading": m("About"), "links": m.items("links", link)})],
    }
    return _kept(Navigation(**{**values, **overrides}), code, live)


def source(**overrides: Any) -> Source:
    """Return a source, in English, that is not translated."""
    values = {
        "kind": "review",
        "title": "A review of nine studies",
        "language": "en",
        "publisher": "Journal of Examples",
        "authors": "A. Example, B. Example",
        "year": 2021,
        "doi": "10.1000/182",
        "url": "https://doi.org/10.1000/182",
    }
    return Source.objects.create(**{**values, **overrides})


def image(title: str = "A clean forearm") -> Any:
    """Return a picture of 8 by 6 pixels in the library."""
    return get_image_model().objects.create(
        title=title, file=SimpleUploadedFile("arm.png", _png(), "image/png")
    )


def _png() -> bytes:
    from io import BytesIO

    from PIL import Image

    written = BytesIO()
    Image.new("RGB", (8, 6), "#c9a58b").save(written, "PNG")
    return written.getvalue()


@remembered
def standard_page(
    parent: Page | None = None, *, key: str | None = None, live: bool = True, **overrides: Any
) -> StandardPage:
    """Return a plain page under ``parent`` (the English home page if not given)."""
    parent = parent or home()
    m = marker(parent.locale.language_code, key)
    callout = {
        "tone": "important",
        "heading": m("Not for emergencies"),
        "text": m.prose("Call for help first."),
    }
    values = {
        "title": m("About us"),
        "slug": f"about-{m.key}",
        "summary": m("Who we are"),
        "body": [
            m.block("heading", m("How we write")),
            m.block("paragraph", m.prose("With sources.")),
            m.block("callout", callout),
        ],
    }
    return _placed(parent, StandardPage(**{**values, **overrides}), live)


@remembered
def condition(
    parent: Page | None = None, *, key: str | None = None, live: bool = True, **overrides: Any
) -> ConditionPage:
    """Return a complete condition under ``parent`` (the English list of conditions if not given)."""
    from tests.factory_content import condition_values

    parent = parent or condition_index()
    values = condition_values(marker(parent.locale.language_code, key))
    return _placed(parent, ConditionPage(**{**values, **overrides}), live)


@remembered
def treatment(
    parent: Page | None = None, *, key: str | None = None, live: bool = True, **overrides: Any
) -> TreatmentPage:
    """Return a complete treatment under ``parent`` (the English list of treatments if not given).

    It has one block of every type, a category, an author, a source and a linked condition of its own;
    ``overrides`` replace whole fields.
    """
    from tests.factory_content import treatment_values

    parent = parent or treatment_index()
    values = treatment_values(marker(parent.locale.language_code, key), overrides)
    return _placed(parent, TreatmentPage(**values), live)


def translate(instance: Any, code: str, *, live: bool = True, leave_out: str = "") -> Any:
    """Translate content into a language through wagtail-localize and return the translation's row.

    Every mark ``en·`` becomes ``de·``; texts that contain ``leave_out`` stay untranslated. Ancestors and
    linked snippets that have no translation yet are translated first.
    """
    target = locale(code)
    if isinstance(instance, Page):
        parent = instance.get_parent().specific
        if parent.depth > 1 and not parent.has_translation(target):
            translate(parent, code)
    written, _created = TranslationSource.update_or_create_from_instance(instance)
    for segment in written.relatedobjectsegment_set.select_related("object"):
        linked = segment.object.get_instance(instance.locale)
        if not linked.has_translation(target):
            translate(linked, code)
    Translation.objects.get_or_create(source=written, target_locale=target)
    own = instance.locale.language_code
    segments = written.stringsegment_set.select_related("string", "context")
    wanted = {(each.string_id, each.context_id): each for each in segments}.values()
    StringTranslation.objects.bulk_create(
        (
            StringTranslation(
                translation_of=segment.string,
                locale=target,
                context=segment.context,
                data=segment.string.data.replace(f"{own}·", f"{code}·"),
                translation_type="manual",
            )
            for segment in wanted
            if not leave_out or leave_out not in segment.string.data
        ),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type"],
    )
    return translate_again(instance, code, live=live)


@remembered
def treatment_in(*codes: str) -> list[Any]:
    """Return a complete treatment in English and its translations into these languages, all published."""
    page = treatment()
    return [page, *(translate(page, code) for code in codes)]


@remembered
def standard_page_in(*codes: str, key: str | None = None) -> list[Any]:
    """Return a plain page in English and its translations into these languages, all published."""
    page = standard_page(key=key)
    return [page, *(translate(page, code) for code in codes)]


def translate_again(instance: Any, code: str, *, live: bool = False) -> Any:
    """Make the translation anew from the texts that translators have entered, and return its row."""
    target = locale(code)
    translation = Translation.objects.get(source__object_id=instance.translation_key, target_locale=target)
    # save_target publishes when its transaction commits, which a test's own transaction never does.
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=live)
    return type(instance).objects.get(translation_key=instance.translation_key, locale=target)
