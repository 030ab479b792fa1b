"""Who may pass the doors of medical review, in which language? Over HTTP; the others get 403."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils.html import escape

from localization.review.models import ReviewRule, ReviewSignature
from people.models import ReviewerAccount
from tests import factories
from tests.localization.review_steps import address, browser, reviewer
from tests.remembered import remembered

pytestmark = pytest.mark.django_db


def member(group: str) -> Any:
    """Return an account in a group of the admin, linked to a medical professional as a reviewer's is."""
    user = get_user_model().objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    ReviewerAccount.objects.create(user=user, person=factories.person(key="mem"))
    return user


@pytest.fixture
@remembered
def pages() -> dict[str, Any]:
    """The same treatment in three languages."""
    return dict(zip(("en", "de", "ar"), factories.treatment_in("de", "ar"), strict=True))


def everybody() -> list[tuple[Callable[[], Any], set[str]]]:
    """Return how to make each account, and the languages in which it may sign."""
    return [
        (lambda: reviewer(), {"en", "de", "ar"}),
        (lambda: reviewer("german", codes=("de",)), {"de"}),
        (lambda: member("Editors"), set()),
        (lambda: member("Translators (German)"), set()),
        (lambda: member("Moderators"), set()),
    ]


@pytest.mark.parametrize(("make", "allowed"), everybody())
def test_the_screen_lets_in_who_signs_in_its_language(
    make: Callable[[], Any], allowed: set[str], pages: dict[str, Any]
) -> None:
    client = browser(make())
    for code, page in pages.items():
        expected = code in allowed
        assert (client.get(address(page)).status_code == 200) is expected
        assert (client.get(address(page)).status_code == 403) is not expected
        for button in ("sign", "carry_over", "override"):
            seen = {f"seen-{section.kind}": "guessed" for section in page.SECTIONS}
            answer = client.post(address(page), {**seen, button: "*", "reason": "Why not"})
            assert answer.status_code == (302 if expected else 403)
    assert not ReviewSignature.objects.exists()


@pytest.mark.parametrize(("make", "allowed"), everybody())
def test_the_list_shows_what_somebody_may_sign(
    make: Callable[[], Any], allowed: set[str], pages: dict[str, Any]
) -> None:
    client = browser(make())
    for url in ("/admin/review/", "/admin/review/results/"):
        answer = client.get(url)
        assert answer.status_code == (200 if allowed else 403)
        for code, page in pages.items():
            assert (address(page) in answer.content.decode()) is (code in allowed)
    assert client.get("/admin/review/drafts/").status_code == (200 if allowed else 403)
    menu = client.get("/admin/").content.decode()
    assert ("/admin/review/" in menu) is bool(allowed)


@pytest.mark.parametrize(("make", "allowed"), everybody()[:3])
def test_a_page_offers_the_screen_to_who_may_use_it(
    make: Callable[[], Any], allowed: set[str], pages: dict[str, Any]
) -> None:
    client = browser(make())
    for code, page in pages.items():
        explorer = client.get(f"/admin/pages/{page.get_parent().pk}/").content.decode()
        assert (escape(address(page)) in explorer) is (code in allowed)


@pytest.mark.parametrize("of", ["/admin/review_rules/", "/admin/reviewer_accounts/"])
def test_rules_and_accounts_belong_to_administrators(of: str, admin_client: Client) -> None:
    rule = ReviewRule.objects.create(section="risks", months=12)
    user = member("Medical reviewers")
    account = user.reviewer_account
    pk = rule.pk if "rules" in of else account.pk
    client = browser(user)
    for door in ("", "new/", f"edit/{pk}/", f"delete/{pk}/"):
        assert admin_client.get(of + door).status_code == 200
        assert client.get(of + door).status_code == 302
        assert client.post(of + door, {"section": "faqs", "months": 1}).status_code == 302
    assert (ReviewRule.objects.count(), ReviewerAccount.objects.count()) == (1, 1)


@pytest.mark.parametrize(("months", "is_taken"), [("36", True), ("37", False), ("0", False)])
def test_no_rule_lets_a_review_hold_for_more_than_three_years(
    admin_client: Client, months: str, is_taken: bool
) -> None:
    form = {"section": "risks", "months": months, "severity": "warn"}
    admin_client.post("/admin/review_rules/new/", form)
    assert ReviewRule.objects.exists() is is_taken


def test_only_medical_professionals_can_be_linked_to_an_account(admin_client: Client) -> None:
    user = get_user_model().objects.create_user("writer")
    person = factories.person(is_medical=False)
    admin_client.post("/admin/reviewer_accounts/new/", {"user": user.pk, "person": person.pk})
    assert not ReviewerAccount.objects.exists()


def test_what_is_not_there_is_404(pages: dict[str, Any]) -> None:
    client = browser(reviewer())
    about = factories.standard_page()
    for code, page in (("tr", pages["en"]), ("en", about), ("xx", pages["en"])):
        assert client.get(f"/admin/review/{page.translation_key}/{code}/").status_code == 404
