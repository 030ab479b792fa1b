"""Does everything that an editor writes, and every display text, reach the reader of the page?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.factories import Marker
from tests.factory_content import conditions
from tests.treatments.test_treatment_document import document

pytestmark = pytest.mark.django_db

# Shown as a style or a link instead of in words, or on the linked page itself.
NOT_IN_WORDS = re.compile(
    r"^(json_ld|available_translations|attribution)\b|\.tone\.display$|\.cta\.kind\.|\.condition\.summary$"
)


def texts(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield path and value of every marked text and every display text of a document."""
    if isinstance(node, dict):
        for name, child in node.items():
            yield from texts(child, f"{path}.{name}".lstrip("."))
    elif isinstance(node, list):
        for position, child in enumerate(node):
            yield from texts(child, f"{path}.{position}")
    elif (
        isinstance(node, str) and ("·" in node or path.endswith(".display")) and not NOT_IN_WORDS.search(path)
    ):
        yield path, node


def test_every_text_of_a_document_is_on_its_page(client: Client, run_tasks: Callable[[], None]) -> None:
    factories.organisation()
    factories.navigation()
    condition = factories.condition()
    m = Marker("en", "kall")
    treatment = factories.treatment(key=m.key, conditions=conditions(m, factories.source().pk, condition.pk))
    home: Any = factories.home()
    home.featured = [m.block("condition", condition.pk), m.block("treatment", treatment.pk)]
    factories.publish(home)
    run_tasks()
    for page in (treatment, condition, home, factories.standard_page(), factories.treatment_index()):
        found = document(page)
        html = client.get(found["path"]).content.decode()
        words = re.sub(r"\s+", " ", unescape(html))
        assert [path for path, text in texts(found) if text not in words] == [], found["path"]
