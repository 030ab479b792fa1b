"""What does an editor change in a draft of the oracle's site, and which marked texts does it hold then?"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from tests.publishing.oracle.belief import SNIPPETS, Content, Marks
from tests.publishing.oracle.tree import SUMMARY, TITLE

NAMESPACE = UUID("7d1f6f0e-3f0a-4a4e-8f0c-6a1f1f0d5f11")


def change(content: Content, draft: Any, number: int, marks: Marks, what: int) -> None:
    """Change one thing in ``draft`` and note it in ``marks``: a text, a number, the risks or the address.

    Args:
        content: whose draft it is.
        draft: the latest revision of the original, as an object.
        number: makes what is written new; never used twice in a sequence.
        marks: the texts of the draft, brought up to date.
        what: 0 to 6; what does not fit the kind of content becomes a change of a text.
    """
    mark = f"{content.key}.{number}"
    if what == 2 and content.kind == "treatment":
        draft.sessions_max = number + 6
    elif what == 3 and content.kind == "treatment":
        _add_risk(draft, marks, mark, content.source)
    elif what == 4 and content.kind == "treatment":
        _drop_risk(draft, marks)
    elif what == 5 and content.kind == "treatment":
        _turn_risks(draft, marks)
    elif what == 6 and content.kind not in {"home", *SNIPPETS}:
        draft.slug = f"{content.key}-{number}"
    else:
        place = ("summary", "title")[what % 2]
        name = (SUMMARY if place == "summary" else TITLE).get(content.kind, place)
        words = "A text that is long enough for any rule" if place == "summary" else "Word"
        setattr(draft, name, f"{words} {number} {content.source}·{mark}")
        marks[place] = mark


def _risks(draft: Any) -> list[dict[str, Any]]:
    return list(draft.risks.stream_block.get_prep_value(draft.risks))


def _add_risk(draft: Any, marks: Marks, mark: str, code: str) -> None:
    raw = _risks(draft)
    first = next(item for item in raw if item["type"] == "risk")
    value = {**first["value"], "name": f"Risk {code}·{mark}"}
    new = {**first, "id": str(uuid5(NAMESPACE, mark)), "value": value}
    draft.risks = draft.risks.stream_block.to_python([*raw, new])
    marks[f"risk {new['id']}"] = mark


def _drop_risk(draft: Any, marks: Marks) -> None:
    raw = _risks(draft)
    risks = [item for item in raw if item["type"] == "risk"]
    if len(risks) > 1:
        draft.risks = draft.risks.stream_block.to_python([item for item in raw if item is not risks[0]])
        del marks[f"risk {risks[0]['id']}"]


def _turn_risks(draft: Any, marks: Marks) -> None:
    raw = _risks(draft)
    draft.risks = draft.risks.stream_block.to_python(raw[::-1])
    places = [place for place in marks if place.startswith("risk ")]
    for place in reversed(places):
        marks[place] = marks.pop(place)
