"""How does each state of demo/states.yaml come about? By the functions behind the admin's screens.

Every act returns whether it was done: not where somebody has worked on the page, nor where there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cms.demo_content.english import assign, require_live
from cms.demo_content.kinds import SOURCE_LANGUAGE, Kind, path_of, row_of
from cms.demo_content.library import Library, content_id
from cms.demo_content.reading import DemoContentError, Tree, lay_over, merged, read
from cms.demo_content.writer import Writer
from localization import exchange
from localization.gate import gate, reasons
from localization.history import say_kind
from localization.models import ChangeMark
from localization.quality.acceptance import accept
from localization.source import is_live
from publishing.recall.act import recall as recall_everywhere
from publishing.recall.record import active


@dataclass(frozen=True, slots=True)
class Scene:
    """One entry of demo/states.yaml, with what it is about: ``row`` is the English page, ``user`` who acts.

    ``again``: the texts have just been written again, over whatever somebody had made of them.
    """

    entry: dict[str, Any]
    kind: Kind
    row: Any
    library: Library
    user: Any
    again: bool

    @property
    def document(self) -> str:
        """The name of the document, such as ``treatments/microneedling``."""
        return str(self.entry["document"])

    @property
    def english(self) -> Tree:
        """The English file."""
        return read(path_of(self.document, SOURCE_LANGUAGE))

    @property
    def code(self) -> str:
        """The language that the act is about."""
        return str(self.entry["language"])

    def fields(self, tree: Tree) -> dict[str, Any]:
        """Return the field values that a tree of texts makes."""
        return self.kind.fields(tree, Writer(self.document, self.library))


def change(scene: Scene) -> bool:
    """Publish the original with other texts; say what kind of change it was."""
    if scene.row.revisions.count() > 1 and not scene.again:
        return False
    assign(scene.row, scene.fields(merged(scene.english, scene.entry["change"])))
    scene.row.save_revision(user=scene.user).publish(user=scene.user)
    require_live(type(scene.row).objects.get(pk=scene.row.pk))
    for section, kind in scene.entry.get("mark", {}).items():
        say_kind(scene.row, section, ChangeMark.Kind(kind), scene.user)
    return True


def partly(scene: Scene) -> bool:
    """Translate and publish the overview and the sections that the entry has texts of."""
    if exchange.has_texts(scene.row, scene.code):
        return False
    texts = scene.entry["partly"]
    kinds = {section.kind for section in type(scene.row).SECTIONS}
    _fill(scene, merged(scene.english, texts), sections={"overview", *(kinds & texts.keys())})
    require_live(exchange.publish(scene.row, scene.code, scene.user))
    return True


def sent(scene: Scene) -> bool:
    """Send the original to a language, and leave it there."""
    if row_of(scene.kind.model, scene.row.translation_key, scene.code) is not None:
        return False
    exchange.submit(scene.row, scene.code)
    exchange.draft(scene.row, scene.code, scene.user)
    return True


def refused(scene: Scene) -> bool:
    """Try to publish a translation with texts that do not pass the checks."""
    if not _is_translated(scene):
        return False
    _fill(scene, _translated(scene, "refused"))
    page = exchange.publish(scene.row, scene.code, scene.user)
    if page.latest_revision_id == page.live_revision_id:
        raise DemoContentError("It should be refused and was published. Write texts that the checks refuse.")
    return True


def accepted(scene: Scene) -> bool:
    """Publish a translation after accepting what the checks have to say about it."""
    if not _is_translated(scene):
        return False
    _fill(scene, _translated(scene, "accepted"))
    page = exchange.draft(scene.row, scene.code, scene.user)
    findings = [finding for finding in reasons(gate(page.latest_revision)) if finding.digest]
    if not findings and not scene.again:  # accepted before, for the same texts
        raise DemoContentError("The checks find nothing. Write texts about which they have something to say.")
    for finding in findings:
        accept(page, finding, scene.entry["reason"], scene.user)
    page.latest_revision.publish(user=scene.user)
    require_live(type(page).objects.get(pk=page.pk))
    return True


def recall(scene: Scene) -> bool:
    """Withdraw the content in every language."""
    act = scene.entry["recall"]
    if active(scene.row.translation_key) is not None:
        return False
    instead = act.get("replaced_by")
    recall_everywhere(
        scene.row.translation_key,
        kind=act["kind"],
        explanations=act["explanations"],
        replaced_by=content_id(instead) if instead else None,
        user=scene.user,
    )
    return True


def unpublish(scene: Scene) -> bool:
    """Take the original offline, and its translations with it."""
    if not is_live(scene.row):
        return False
    scene.row.unpublish(user=scene.user)
    return True


ACTS: dict[str, Callable[[Scene], bool]] = {
    act.__name__: act for act in (change, partly, sent, refused, accepted, recall, unpublish)
}


def _is_translated(scene: Scene) -> bool:
    page = row_of(scene.kind.model, scene.row.translation_key, scene.code)
    return page is not None and is_live(page)


def _translated(scene: Scene, act: str) -> Tree:
    """Return the texts of the translated file with those of the entry in their places."""
    return merged(lay_over(scene.english, read(path_of(scene.document, scene.code))), scene.entry[act])


def _fill(scene: Scene, tree: Tree, sections: set[str] | None = None) -> None:
    translated = exchange.submit(scene.row, scene.code)
    assign(translated, scene.fields(tree))
    try:
        exchange.fill(scene.row, scene.code, translated, scene.user, sections)
    except exchange.TextsDoNotMatch as reason:
        raise DemoContentError(str(reason)) from reason
