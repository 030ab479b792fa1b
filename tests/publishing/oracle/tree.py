"""Which small site do the event sequences play on?

A home page with a list of treatments, a condition and two treatments, of which the second was written in
German; a category and a person; English and German complete, Arabic begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from home.models import HomePage
from people.models import Person
from tests import factories, factory_content
from tests.publishing.oracle.belief import Belief, Content, Version
from treatments.models import Category, ConditionPage, TreatmentIndexPage, TreatmentPage

MODELS: dict[str, type[Any]] = {
    "home": HomePage,
    "index": TreatmentIndexPage,
    "condition": ConditionPage,
    "treatment": TreatmentPage,
    "category": Category,
    "person": Person,
}
# The fields that hold the two texts which events change.
TITLE = {"category": "name", "person": "name"}
SUMMARY = {"home": "search_description", "category": "intro", "person": "job_title"}


def row_of(content: Content, code: str) -> Any:
    """Return the row of a content in a language, fresh from the database."""
    return MODELS[content.kind].objects.get(pk=content.rows[code])


def plant() -> Belief:
    """Make the site and return what must be public of it."""
    belief = Belief()
    for instance, kind, key, links in _contents():
        code = instance.locale.language_code
        content = Content(instance.translation_key, kind, key, code, links)
        content.picture = kind == "treatment"
        belief.contents[key] = content
        _note(belief, content, instance, code)
    for key in ("home", "index", "cat", "per", "con", "tr"):
        _translate(belief, belief.contents[key], "de")
    _translate(belief, belief.contents["ger"], "en")
    for key in ("home", "index", "cat"):
        _translate(belief, belief.contents[key], "ar")
    return belief


def _contents() -> Iterator[tuple[Any, str, str, tuple[str, ...]]]:
    empty: dict[str, Any] = dict.fromkeys(
        ("hero_heading", "hero_text", "featured_heading", "promise_heading"), ""
    )
    home = factories.home(title="Home en·home", search_description="Start en·home", promises=[], **empty)
    index = factories.treatment_index(home, title="Treatments en·index", summary="All en·index", intro="")
    category = factories.category(key="cat")
    person = factories.person(key="per", registrations=[])
    condition = factories.condition(home, key="con", faqs=[], codes=[], signs=[], risk_factors=[])
    picture = factories.image()
    yield home, "home", "home", ()
    yield index, "index", "index", ()
    yield category, "category", "cat", ()
    yield person, "person", "per", ()
    yield condition, "condition", "con", ()
    links = ("cat", "per", "con")
    yield _treatment(index, "tr", category, person, condition, picture=picture), "treatment", "tr", links
    parent, *others = [factories.translate(made, "de") for made in (index, category, person, condition)]
    yield _treatment(parent, "ger", *others, picture=picture), "treatment", "ger", links


def _treatment(parent: Any, key: str, category: Any, person: Any, condition: Any, *, picture: Any) -> Any:
    m = factories.marker(parent.locale.language_code, key)
    source = factories.source()
    item = factory_content.conditions(m, source.pk, condition.pk)[1]
    _intro, first, _second, _contra, card, _emergency = factory_content.risks(m, source.pk)
    return factories.treatment(
        parent,
        key=key,
        category=category,
        authors=[m.block("person", person.pk)],
        hero=[m.block("figure", {"image": picture.pk, "alt": m("An arm"), "decorative": False})],
        conditions=[item],
        process=[factory_content.process(m)[1]],
        risks=[first, card],
        conclusion=[factory_content.conclusion(m)[0]],
        also_known_as=[],
        faqs=[],
        sessions_max=6,
    )


def _note(belief: Belief, content: Content, row: Any, code: str, basis: Any = None) -> None:
    """Believe that ``row`` is live with the texts it was made with."""
    marks = {"title": content.key, "summary": content.key}
    if content.kind == "treatment":
        marks[f"risk {next(child.id for child in row.risks if child.block_type == 'risk')}"] = content.key
    version = Version(
        revision=row.live_revision_id,
        marks=marks,
        number=row.sessions_max if content.kind == "treatment" else None,
        slug=getattr(row, "slug", None),
        basis=basis,
    )
    content.rows[code], content.live[code], content.versions[code] = row.pk, version, [version]
    if content.kind not in {"home", "category", "person"}:
        content.parent[code] = "home" if content.kind in {"index", "condition"} else "index"
    content.translated |= {(code, place, mark) for place, mark in marks.items()}


def _translate(belief: Belief, content: Content, code: str) -> None:
    made = factories.translate(row_of(content, content.source), code)
    _note(belief, content, made, code, basis=content.live[content.source].marks)
