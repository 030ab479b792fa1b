"""Is an answer let go of once it was given? (Pages of the sync feed are megabytes.)"""

import gc
import weakref
from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.urls import resolve

from tests.delivery.conftest import TREATMENT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]


@pytest.fixture
def _no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collector")
@pytest.mark.parametrize("path", ["sync/", "treatments/", f"treatments/{TREATMENT}/", "search/"])
def test_nothing_holds_an_answer(path: str) -> None:
    found = resolve(f"/api/v1/{path}")
    request = RequestFactory().get(
        f"/api/v1/{path}", {"locale": "en"} | ({"q": "a"} if "search" in path else {})
    )
    given = weakref.ref(found.func(request, *found.args, **found.kwargs))
    assert given() is None
