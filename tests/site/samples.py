"""Which documents do the template tests render? Samples in the shape of the content API.

`python -m tests.site.samples DIRECTORY` writes every sample as a page, to be looked at in a browser.
"""

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import django

DOCUMENTS = Path(__file__).parent / "documents"
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


def language_of(part: dict[str, Any]) -> SimpleNamespace:
    """Return the language object that a view would pass for a document or one of its translations."""
    tag = part["language"]
    return SimpleNamespace(code=tag.lower(), tag=tag, name=part["name"], direction=part["direction"])


def available(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the answers 404 and 410 list: the languages in which the page exists."""
    return [
        {"language": language_of(entry), "path": entry["path"], "title": entry["title"]}
        for entry in document["available_translations"]
        if entry["language"] != document["language"]
    ]


def context(document: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return the context in which a view renders `document`; `changes` replace parts of it."""
    address = "https://clinic.example"
    tag = document["language"]
    translations = document["available_translations"]
    alternates = [{"tag": entry["language"], "url": address + entry["path"]} for entry in translations]
    own = next(entry for entry in translations if entry["language"] == tag)
    frame = DOCUMENTS / f"frame.{tag.lower()}.json"
    listing = document.get("listing", [])
    return {
        "document": document,
        "frame": json.loads(frame.read_text(encoding="utf-8")) if frame.exists() else None,
        "language": language_of(own),
        "listing": listing,
        "canonical": address + document["path"],
        "alternates": [*alternates, {"tag": "x-default", "url": alternates[0]["url"]}],
        "json_ld": '{"@context":"https://schema.org"}',
        "is_preview": False,
        **changes,
    }


def render(document: dict[str, Any], **changes: Any) -> str:
    """Return the page of a document, as the view renders it in the document's language."""
    from django.template.loader import render_to_string
    from django.utils import translation

    with translation.override(document["language"].lower()):
        return render_to_string(TEMPLATES[document["type"]], context(document, **changes))


def write_pages(directory: Path) -> None:
    """Write every sample, and the answers without a document, as files below `directory`."""
    from django.template.loader import render_to_string

    directory.mkdir(parents=True, exist_ok=True)
    for name in names():
        (directory / f"{name}.html").write_text(render(load(name)), encoding="utf-8")
    document = load("treatment.en")
    bare = {**context(document), "document": None, "canonical": "", "alternates": []}
    others = {"available": available(document)}
    gone = {**others, "reason": "recalled", "replaced_by": document["related"][0]}
    for name, extra in {"not_found": others, "gone": gone, "error": {}}.items():
        page = render_to_string(f"publishing/{name}.html", {**bare, **extra})
        (directory / f"{name}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    django.setup()
    write_pages(Path(sys.argv[1]))
