"""Does the screen “Before you publish” say what is wrong and where, and who may accept a finding?"""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail_localize.models import StringTranslation

from localization.checklist.addresses import checklist_url
from localization.gate import gate, refuses
from localization.models import AcceptedFinding, GroupLanguage, TermPair
from localization.source import is_live
from tests import factories

pytestmark = pytest.mark.django_db
TERM = "It is at most 0.5 mm thick."
WRONG = "Sie ist höchstens 5 mm dick."


def german_term(text: str = WRONG) -> Any:
    """Return the draft of a German glossary term whose definition is translated as ``text``."""
    term = factories.glossary_term(definition=TERM)
    factories.translate(term, "de", live=False)
    return with_text(term, text)


def with_text(term: Any, text: str) -> Any:
    """Enter another German definition, and return the German row."""
    entered = StringTranslation.objects.filter(
        context__object_id=term.translation_key, translation_of__data=TERM
    )
    assert entered.update(data=text) == 1
    return factories.translate_again(term, "de")


def somebody(*groups: str, language: str = "") -> Client:
    """Return a browser of a user in these groups; ``language`` limits a group of their own."""
    user = get_user_model().objects.create_user(f"user {groups} {language}")
    user.groups.set(Group.objects.filter(name__in=groups))
    if language:
        own = Group.objects.create(name=f"Reviewers of {language}")
        own.permissions.set(Group.objects.get(name="Medical reviewers").permissions.all())
        GroupLanguage.objects.create(group=own, language=language)
        user.groups.add(own)
    client = Client()
    client.force_login(user)
    return client


def acceptance_of(
    instance: Any, reason: str = "The original is wrong; it is corrected tomorrow."
) -> dict[str, str]:
    """Return what the form sends to accept the one finding of ``instance``."""
    (finding,) = gate(instance.latest_revision)
    return {"rule": finding.rule, "digest": finding.digest, "reason": reason}


def test_the_screen_names_text_fault_and_place(admin_client: Client) -> None:
    term = german_term()
    html = admin_client.get(checklist_url(term)).content.decode()
    assert "“Sie ist höchstens 5 mm dick.”" in html
    assert "The number 5 is not in the source." in html
    assert "#text=definition" in html
    assert "Accept for exactly these texts" in html


def test_the_screen_of_an_original_leads_to_the_block(admin_client: Client) -> None:
    page = factories.treatment(live=False)
    page.risks = page.risks.stream_block.to_python([i for i in page.risks.raw_data if i["type"] != "risk"])
    page.save_revision()
    html = admin_client.get(checklist_url(page)).content.decode()
    assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#" in html
    assert "have to be put right" in html or "has to be put right" in html
    assert html.index('id="section-risks') < html.index('id="section-overview')


def test_nothing_against_a_good_text(admin_client: Client) -> None:
    term = german_term("Sie ist höchstens 0,5 mm dick.")
    assert gate(term.latest_revision) == []
    assert "Nothing stands against" in admin_client.get(checklist_url(term)).content.decode()


def test_editors_lead_to_the_screen(admin_client: Client) -> None:
    term = german_term()
    edit = reverse("wagtailsnippets_treatments_glossaryterm:edit", args=[term.pk])
    assert checklist_url(term) in admin_client.get(edit).content.decode()
    page = factories.standard_page()
    for own in (page, factories.translate(page, "de")):
        html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[own.pk])).content.decode()
        assert checklist_url(own) in html
    original = reverse("wagtailsnippets_treatments_glossaryterm:edit", args=[factories.glossary_term().pk])
    assert "Before you publish" in admin_client.get(original).content.decode()


def test_an_accepted_finding_does_not_refuse_and_is_in_the_history(admin_client: Client) -> None:
    term = german_term()
    response = admin_client.post(checklist_url(term), acceptance_of(term), follow=True)
    assert "Accepted, for exactly these texts." in response.content.decode()
    assert "it is corrected tomorrow" in response.content.decode()
    assert gate(term.latest_revision) == []
    term.latest_revision.publish()
    term.refresh_from_db()
    assert is_live(term)
    entry = ModelLogEntry.objects.get(action="localization.accept_finding")
    assert "it is corrected tomorrow" in entry.message


def test_it_is_asked_for_again_when_a_word_changes(admin_client: Client) -> None:
    term = german_term()
    admin_client.post(checklist_url(term), acceptance_of(term))
    changed = with_text(term, "Sie ist etwa 5 mm dick.")
    assert refuses(gate(changed.latest_revision))


def test_a_reason_is_needed_and_the_finding_must_be_there(admin_client: Client) -> None:
    term = german_term()
    admin_client.post(checklist_url(term), acceptance_of(term, " "))
    admin_client.post(checklist_url(term), acceptance_of(term) | {"digest": "0" * 64})
    assert not AcceptedFinding.objects.exists()


@pytest.mark.parametrize(
    ("groups", "language", "may"),
    [
        (["Editors"], "", True),
        (["Medical reviewers"], "", True),
        ([], "de", True),
        ([], "fr", False),
        (["Translators (German)"], "", False),
        (["Moderators"], "", False),
    ],
)
def test_who_may_accept(groups: list[str], language: str, may: bool) -> None:
    term = german_term()
    client = somebody(*groups, language=language)
    html = client.get(checklist_url(term), follow=True).content.decode()
    assert ("Accept for exactly these texts" in html) == may
    response = client.post(checklist_url(term), acceptance_of(term))
    assert (response["Location"] == checklist_url(term)) == may
    assert AcceptedFinding.objects.exists() == may


def test_a_script_that_may_not_is_told_so() -> None:
    term = german_term()
    response = somebody("Moderators").get(checklist_url(term), headers={"x-requested-with": "XMLHttpRequest"})
    assert response.status_code == 403


def test_a_term_pair_refuses_a_forbidden_word(admin_client: Client) -> None:
    term = german_term("Sie ist höchstens 0,5 mm dick, völlig schmerzlos.")
    url = reverse("term_pairs:add")
    sent = {"kind": "forbidden", "source_language": "en", "target_language": "de", "target": "schmerzlos"}
    admin_client.post(url, {**sent, "source": "", "note": ""})
    (finding,) = gate(term.latest_revision)
    assert (finding.rule, finding.severity) == ("term_forbidden", "refuse")
    assert "schmerzlos" in admin_client.get(reverse("term_pairs:index")).content.decode()


def test_a_term_pair_needs_its_words() -> None:
    with pytest.raises(ValidationError):
        TermPair(
            kind="required", source="", target="x", source_language="en", target_language="de"
        ).full_clean()
    with pytest.raises(ValidationError):
        TermPair(kind="untouched", source="x", source_language="de", target_language="de").full_clean()


def test_only_editors_write_term_pairs() -> None:
    assert somebody("Editors").get(reverse("term_pairs:add")).status_code == 200
    assert somebody("Translators (German)").get(reverse("term_pairs:add")).status_code == 302


def test_a_page_of_many_texts_costs_as_many_queries_as_one_of_few() -> None:
    def queries(paragraphs: int) -> int:
        body = [
            {
                "type": "paragraph",
                "id": f"{n:08d}-3333-4333-8333-333333333333",
                "value": f"<p>Text {n} en·x</p>",
            }
            for n in range(paragraphs)
        ]
        revision = factories.translate(factories.standard_page(body=body), "de", live=False).latest_revision
        gate(revision)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert gate(revision) == []
        return len(captured)

    assert queries(2) == queries(30)


def test_page_history_shows_an_acceptance(admin_client: Client) -> None:
    page = factories.standard_page(summary="Take at most 20 mg a day.")
    factories.translate(page, "de", live=False)
    StringTranslation.objects.filter(translation_of__data__contains="20 mg").update(
        data="Nehmen Sie höchstens 20 g am Tag."
    )
    german = factories.translate_again(page, "de")
    admin_client.post(checklist_url(german), acceptance_of(german))
    assert PageLogEntry.objects.filter(action="localization.accept_finding", page=german.pk).count() == 1
