"""Does the translator see what the original said before, what it says now, and what the translation said?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail_localize.models import StringTranslation

from localization.changes.compare import Comparison, Piece, SectionChanges, aligned
from tests import factories


def changes_of(row: Any) -> dict[str, SectionChanges]:
    """Return the sections of a translation by kind."""
    return {section.kind: section for section in Comparison(row).sections()}


def german(page: Any) -> Any:
    """Return the fresh German row of some content."""
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="de")


def only(pieces: list[Piece]) -> Piece:
    """Return the one piece that there is."""
    assert len(pieces) == 1, pieces
    return pieces[0]


@pytest.fixture
def page(db: None) -> Any:
    """A plain page in English and German."""
    made, *_ = factories.standard_page_in("de", key="one")
    return made


def test_a_current_translation_has_nothing_to_do(page: Any) -> None:
    assert all(section.current for section in changes_of(german(page)).values())


def test_old_and_new_original_and_the_old_translation_stand_side_by_side(page: Any) -> None:
    page.summary = "Who we really are"
    page.save_revision().publish()
    sections = changes_of(german(page))
    assert (sections["overview"].current, sections["body"].current) == (False, True)
    piece = only(sections["overview"].unfinished)
    assert (piece.path, piece.source, piece.old_source) == (
        "summary",
        "Who we really are",
        "Who we are en·one",
    )
    assert (piece.old_translation, piece.translation) == ("Who we are de·one", "")
    assert piece.differences[1] == "Who we <ins>really </ins>are"
    assert piece.label == "Summary"


def test_a_text_in_a_block_has_the_name_that_the_form_gives_it(db: None) -> None:
    treatment = factories.treatment(key="one")
    factories.translate(treatment, "de", live=False)
    labels = [piece.label for piece in changes_of(german(treatment))["risks"].pieces]
    assert "Risks and safety › Risk 1 › What to do" in labels


def test_the_old_wording_is_the_one_that_was_translated_not_the_last_one(page: Any) -> None:
    for text in ("Second wording", "Third wording"):
        page.summary = text
        page.save_revision().publish()
    piece = only(changes_of(german(page))["overview"].unfinished)
    assert (piece.old_source, piece.source) == ("Who we are en·one", "Third wording")


def test_a_draft_of_the_original_is_nobodys_business_yet(page: Any) -> None:
    page.summary = "Not yet"
    page.save_revision()
    assert changes_of(german(page))["overview"].current


def test_a_paragraph_of_a_rich_text_is_compared_with_the_one_that_it_was(page: Any) -> None:
    raw = list(page.body.raw_data)
    paragraph = next(item for item in raw if item["type"] == "paragraph")
    paragraph["value"] = "<p>New first.</p><p>With sources. en·one</p><p>New last.</p>"
    page.body = page.body.stream_block.to_python(raw)
    page.save_revision().publish()
    pieces = changes_of(german(page))["body"].pieces
    found = {piece.source: (piece.old_source, piece.old_translation) for piece in pieces}
    assert found["New first."] == ("", "")
    assert found["New last."] == ("", "")
    unchanged = next(piece for piece in pieces if piece.source.startswith("With sources"))
    assert (unchanged.index, unchanged.old_translation) == (1, "With sources. de·one")


def test_an_item_that_is_gone_is_named_and_a_new_one_has_no_past(page: Any) -> None:
    raw = [item for item in page.body.raw_data if item["type"] != "heading"]
    new = {"type": "heading", "id": "33333333-3333-4333-8333-333333333333", "value": "Why we write"}
    page.body = page.body.stream_block.to_python([*raw, new])
    page.save_revision().publish()
    section = changes_of(german(page))["body"]
    piece = only(section.unfinished)
    assert (piece.source, piece.old_source, piece.changed, piece.offered) == ("Why we write", "", False, "")
    assert section.removed == ("How we write en·one",)


def test_a_copied_block_is_found_again_by_its_words(page: Any) -> None:
    raw = list(page.body.raw_data)
    heading = next(item for item in raw if item["type"] == "heading")
    copied = {**heading, "id": "44444444-4444-4444-8444-444444444444"}
    page.body = page.body.stream_block.to_python([*raw, copied])
    page.save_revision().publish()
    piece = only(changes_of(german(page))["body"].unfinished)
    assert (piece.changed, piece.old_translation) == (False, "How we write de·one")


def test_a_link_that_leads_elsewhere_leaves_a_section_to_confirm_without_a_text(db: None) -> None:
    one, other = factories.standard_page(), factories.standard_page()
    page = factories.standard_page(body=[linking_to(one)])
    factories.translate(page, "de")
    page.body = page.body.stream_block.to_python([linking_to(other)])
    page.save_revision().publish()
    section = changes_of(german(page))["body"]
    assert (section.current, section.unfinished) == (False, [])


def linking_to(target: Any) -> dict[str, Any]:
    html = f'<p>Read <a linktype="page" id="{target.pk}">this</a> first.</p>'
    return {"type": "paragraph", "id": "22222222-2222-4222-8222-222222222222", "value": html}


def test_what_a_machine_made_is_a_suggestion(db: None) -> None:
    page = factories.standard_page(key="one")
    factories.translate(page, "de", live=False)
    StringTranslation.objects.filter(context__path="summary").update(translation_type="machine")
    piece = only(changes_of(german(page))["overview"].unfinished)
    assert (piece.is_suggestion, piece.offered) == (True, "Who we are de·one")


def test_an_original_has_nothing_to_be_compared_with(page: Any) -> None:
    assert not Comparison(page).comparable


def test_what_is_not_public_is_not_compared(page: Any) -> None:
    page.unpublish()
    assert not Comparison(german(page)).comparable


LISTS = st.lists(st.sampled_from("abc"), max_size=6)


@given(LISTS, LISTS)
def test_no_old_text_is_continued_twice(old: list[str], new: list[str]) -> None:
    found = [index for index in aligned(old, new) if index is not None]
    assert len(found) == len(set(found))
    assert found == sorted(found)


@given(LISTS)
def test_what_did_not_change_continues_itself(texts: list[str]) -> None:
    assert aligned(texts, texts) == list(range(len(texts)))
