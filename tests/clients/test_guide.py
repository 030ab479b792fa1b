"""Do the examples of the guide to offline clients work as they stand there?"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.conf import settings

from publishing.models import Document
from tests.delivery.conftest import TREATMENT
from tests.delivery.sync import door

GUIDE = settings.BASE_DIR / "docs" / "api" / "offline-client.md"


def examples(kind: str, path: Path = GUIDE) -> list[str]:
    """Return the examples of a page in one language, in order."""
    return re.findall(rf"^```{kind}\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.usefixtures("library")
def test_python(
    http: httpx.Client,
    commit: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    commit()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(httpx, "Client", lambda base_url: http)
    known: dict[str, Any] = {}
    for text in examples("python"):
        exec(compile(text, str(GUIDE), "exec"), known)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 9
    assert said[-1] == "True True"
    assert "ar: 9 documents" in said
    assert (
        known["show"]("de", str(TREATMENT)) == Document.objects.get(content_id=TREATMENT, locale="de").title
    )
    door.withdraw(TREATMENT, "de", "It was wrong.")
    door.take_down(TREATMENT, "ar")
    commit()
    known["db"].execute("UPDATE place SET address = '/api/v1/sync/?token=lost' WHERE language = 'ar'")
    for language in known["languages"]:
        known["sync"](language)
    assert known["show"]("ar", str(TREATMENT)) == "This is not published in your language."
    row = known["db"].execute("SELECT body FROM document WHERE language = 'de' AND id = ?", (str(TREATMENT),))
    assert "It was wrong." in row.fetchone()[0]
    known["db"].close()
