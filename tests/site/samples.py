"""Which documents do the template tests render? Samples in the shape of the content API.

`python -m tests.site.samples DIRECTORY` writes every sample as a page, to be looked at in a browser.
"""

import json
import sys
from pathlib import Path
from typing import Any

import django
from django.template.loader import render_to_string
from django.utils import translation

from localization.languages import language

DOCUMENTS = Path(__file__).parent / "documents"
ADDRESS = "https://clinic.example"
TEMPLATES = {
    "treatment": "treatments/treatment_page.html",
    "condition": "treatments/condition_page.html",
    "treatment-index": "treatments/treatment_index_page.html",
    "condition-index": "treatments/condition_index_page.html",
    "home": "home/home_page.html",
    "page": "home/standard_page.html",
}


def names() -> list[str]:
    """Return the names of all samples of pages, such as "treatment.ar"."""
    return sorted(path.stem for path in DOCUMENTS.glob("*.json") if path.stem.split(".")[0] in TEMPLATES)


def load(name: str) -> dict[str, Any]:
    """Return one sample document."""
    document: dict[str, Any] = json.loads((DOCUMENTS / f"{name}.json").read_text(encoding="utf-8"))
    return document


def available(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the answers 404 and 410 list: the cards of the page in other languages."""
    own = document["language"]
    return [entry for entry in document["available_translations"] if entry["language"] != own]


def frame(tag: str) -> dict[str, Any] | None:
    """Return menus and organisation of a language; there are none for Simplified Chinese, on purpose."""
    path = DOCUMENTS / f"frame.{tag.lower()}.json"
    return load(path.stem) if path.exists() else None


def context(document: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the context in which a view renders `document`; `changes` replace parts of it."""
    translations = document["available_translations"]
    alternates = [{"tag": entry["language"], "url": ADDRESS + entry["path"]} for entry in translations]
    return {
        "document": document,
        "frame": frame(document["language"]),
        "language": language(document["language"]),
        "listing": {"cards": document.get("listing", []), "page": 1, "previous": None, "next": 2},
        "canonical": ADDRESS + document["path"],
        "alternates": [*alternates, {"tag": "x-default", "url": alternates[0]["url"]}],
        "json_ld": '{"@context":"https://schema.org"}',
        "is_preview": False,
        **changes,
    }


def render(document: dict[str, Any], **changes: Any) -> str:
    """Return the page of a document, as the view renders it in the document's language."""
    with translation.override(document["language"].lower()):
        return render_to_string(TEMPLATES[document["type"]], context(document, **changes))


def render_absence(template: str, tag: str, **changes: Any) -> str:
    """Return an answer without a document, such as "not_found", in a language."""
    spoken = language(tag)
    with translation.override(spoken.code):
        return render_to_string(
            f"publishing/{template}.html", {"language": spoken, "frame": frame(spoken.tag), **changes}
        )


def absences(tag: str) -> dict[str, str]:
    """Return every answer without a document, by its template, in a language."""
    document = load("treatment.de")
    elsewhere = {"available": available(document)}
    gone = {
        **elsewhere,
        "reason": "recalled",
        "title": document["title"],
        "replacement": document["related"][0],
    }
    return {
        "not_found": render_absence("not_found", tag, **elsewhere),
        "gone": render_absence("gone", tag, **gone),
        "error": render_absence("error", tag),
    }


def write_pages(directory: Path) -> None:
    """Write every sample, and the answers without a document, as files into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    pages = {name: render(load(name)) for name in names()} | absences("en")
    for name, html in pages.items():
        (directory / f"{name}.html").write_text(html, encoding="utf-8")


if __name__ == "__main__":
    django.setup()
    write_pages(Path(sys.argv[1]))
