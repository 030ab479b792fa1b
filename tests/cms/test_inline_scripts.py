"""Does the admin run Wagtail's own calls of its widgets, and no other script inside a page?"""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from cms.inline_scripts import INLINE, only_calls_a_widget, sources
from tests import factories
from tests.cms.observatory import directives


def digest(script: str) -> str:
    """Return a script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    "script",
    [
        'alert("x");',
        'initDateChooser("id", {"a": alert(1)});',
        'initDateChooser("id", {});alert(1);',
        'initDateChooser("id", {}); initDateChooser("id", alert({}));',
        'new Function("id", {});',
        'initDateChooser("id" + alert(1), {});',
        '(function() { var panel = new InlinePanel(JSON.parse("{}")); alert(1) })();',
        "",
    ],
)
def test_whatever_else_does_not_run(script: str) -> None:
    assert not only_calls_a_widget(script)
    assert sources(f"<p><script>{script}</script>") == []


@given(st.text(), st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.booleans())))
def test_what_is_handed_to_a_widget_is_only_ever_data(tail: str, data: dict[str, object]) -> None:
    call = f'initDateChooser("id_date", {json.dumps(data)});'
    assert only_calls_a_widget(call)
    assert only_calls_a_widget(f"{call}{tail}".strip()) is (not tail.strip())


def test_each_script_is_named_by_its_digest() -> None:
    script = '\n  new PageChooser("id_page", {"canChooseRoot": true});\n'
    assert sources(f"<script>{script}</script><script>alert(1)</script>") == [digest(script)]


@pytest.mark.django_db
def test_every_script_inside_the_editor_is_one_of_them(client: Client) -> None:
    page = factories.treatment()
    client.force_login(get_user_model().objects.create_superuser("editor"))
    for path in (
        "pages/{}/edit",
        "pages/{}/history",
        "pages/{}/copy",
        "pages/{}/move",
        "localize/submit/page/{}",
    ):
        response = client.get(f"/admin/{path.format(page.pk)}/")
        scripts = INLINE.findall(response.content.decode())
        assert scripts, path
        allowed = directives(response["Content-Security-Policy"])["script-src"]
        assert set(allowed) == {"'self'", *(digest(script) for script in scripts)}, path
