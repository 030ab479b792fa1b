"""Through which doors of Wagtail does something happen to content, and what must be true afterwards?

Each door is a method with two numbers, which say to what it happens: so a sequence of events is a list of
plain tuples that can be drawn, printed and written into a test. An event that is not possible does nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from io import StringIO
from itertools import count
from typing import Any

from django.core.management import call_command
from django.test import TestCase
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site

from tests import factories
from tests.publishing.oracle.belief import SNIPPETS, Belief, Content, Version
from tests.publishing.oracle.drafts import change
from tests.publishing.oracle.tree import MODELS, row_of

Event = tuple[str, int, int]


@dataclass
class Doors:
    """The doors of one sequence; ``belief`` is what must be true."""

    belief: Belief
    drain: Callable[[], None]
    clock: Any
    # Numbers new texts, addresses and copies.
    _counter: Any = field(default_factory=lambda: count(1))

    def happen(self, event: Event) -> None:
        """Let one event happen; what waits for a commit happens with it."""
        name, one, other = event
        self.belief.now += dt.timedelta(minutes=1)
        self.clock.move_to(self.belief.now)
        with TestCase.captureOnCommitCallbacks(execute=True):
            getattr(self, name)(one, other)

    # Who it happens to

    def _content(self, number: int, *kinds: str) -> Content | None:
        found = [c for c in self._originals() if not kinds or c.kind in kinds]
        return self._told(found[number % len(found)]) if found else None

    def _originals(self) -> list[Content]:
        return [content for content in self.belief.contents.values() if content.source in content.rows]

    def _told(self, chosen: Any) -> Any:
        """Print to whom it happens: the story of a sequence that fails can be read in its output."""
        content, code = chosen if isinstance(chosen, tuple) else (chosen, chosen.source)
        print("   ", content.key, code)
        return chosen

    def _row(self, number: int, *kinds: str) -> tuple[Content, str] | None:
        """Return a content and a language that it exists in."""
        found = [
            (content, code)
            for content in self.belief.contents.values()
            for code in content.rows
            if not kinds or content.kind in kinds
        ]
        return self._told(found[number % len(found)]) if found else None

    # Writing and publishing

    def edit(self, one: int, other: int, publish: bool = False, **changes: Any) -> Version | None:
        """Save a draft of the original: a text, a number, the risks, the address."""
        content = self._content(one)
        if content is None:
            return None
        row, before = row_of(content, content.source), content.versions[content.source][-1]
        draft = row.get_latest_revision_as_object()
        number = next(self._counter)
        marks = dict(before.marks)
        change(content, draft, number, marks, other % 7)
        for name, value in changes.items():
            setattr(draft, name, value)
        version = replace(
            before,
            revision=draft.save_revision().pk,
            marks=marks,
            number=getattr(draft, "sessions_max", None),
            slug=getattr(draft, "slug", None),
            starts=getattr(draft, "go_live_at", None),
            ends=getattr(draft, "expire_at", None),
        )
        content.versions[content.source].append(version)
        if publish:
            self._publish(content, content.source, version)
        return version

    def edit_and_publish(self, one: int, other: int) -> None:
        """Change the original and publish it at once."""
        self.edit(one, other, publish=True)

    def publish(self, one: int, other: int) -> None:
        """Publish any revision from the history: the latest, or an older one."""
        chosen = self._row(one)
        if chosen is not None:
            content, code = chosen
            versions = content.versions[code][::-1]
            self._publish(content, code, versions[other % len(versions)])

    def _publish(self, content: Content, code: str, version: Version, *, door: bool = True) -> None:
        row = row_of(content, code)
        if door:
            row.revisions.get(pk=version.revision).publish()
        later = version.starts is not None and version.starts > self.belief.now
        if code != content.source and (
            not version.complete
            or content.source not in content.live
            or self.belief.is_blocked(content, version)
        ):
            if content.scheduled.get(code) == version:
                del content.scheduled[code]
        elif later:
            content.scheduled[code] = version
        else:
            content.scheduled.pop(code, None)
            content.live[code] = version

    def unpublish(self, one: int, other: int) -> None:
        """Take something down; an original takes its translations along."""
        chosen = self._row(one)
        if chosen is not None:
            row_of(*chosen).unpublish()
            self._taken_down(*chosen)

    def _taken_down(self, content: Content, code: str) -> None:
        if code == content.source:
            for language in set(content.scheduled) - {code}:
                del content.scheduled[language]
        if code in content.live:
            for language in list(content.live) if code == content.source else [code]:
                content.live.pop(language)
                content.scheduled.pop(language, None)

    # Time

    def schedule(self, one: int, other: int) -> None:
        """Publish a change tomorrow."""
        content = self._content(one)
        if content is not None and content.kind not in SNIPPETS:
            starts = self.belief.now + dt.timedelta(days=1)
            self.edit(self._originals().index(content), other, publish=True, go_live_at=starts)

    def let_expire(self, one: int, other: int) -> None:
        """Publish a change that ends tomorrow, or one that no longer ends."""
        content = self._content(one)
        if content is not None and content.kind not in {"home", *SNIPPETS}:
            ends = self.belief.now + dt.timedelta(days=1) if other % 3 else None
            self.edit(self._originals().index(content), other, publish=True, expire_at=ends)

    def two_days_later(self, one: int, other: int) -> None:
        """Let time pass; the clock publishes and expires what is due (or has not come to it yet)."""
        self.belief.now += dt.timedelta(days=2)
        self.clock.move_to(self.belief.now)
        if other % 4 == 0:
            return
        call_command("publish_scheduled")
        for content in self.belief.contents.values():
            for code in list(content.live):
                version = content.live.get(code)
                if version is not None and version.ends is not None and version.ends < self.belief.now:
                    self._taken_down(content, code)
        due = [
            (version.starts, content, code, version)
            for content in self.belief.contents.values()
            for code, version in content.scheduled.items()
            if version.starts is not None and version.starts < self.belief.now
        ]
        for _at, content, code, version in sorted(due, key=lambda entry: entry[0]):
            self._publish(content, code, version, door=False)

    # The tree

    def move(self, one: int, other: int) -> None:
        """Move an original under another page."""
        content = self._content(one, "treatment", "condition")
        if content is None or content.source not in content.parent:
            return
        pages = [c for c in self.belief.contents.values() if c.kind in {"home", "index"}]
        places = [page for page in pages if content.source in page.rows]
        place = places[other % len(places)]
        if place.key == content.parent[content.source]:
            return
        followers = [code for code in content.rows if self._can_follow(content, place, code)]
        row_of(content, content.source).move(row_of(place, content.source), pos="last-child")
        for code in (content.source, *followers):
            content.parent[code] = place.key

    def _can_follow(self, content: Content, place: Content, code: str) -> bool:
        """Say whether a translation has a place to go to where its original is moved."""
        if code == content.source or code not in place.rows:
            return False
        slug = row_of(content, code).slug
        return not Page.objects.child_of(row_of(place, code)).filter(slug=slug).exists()

    def delete(self, one: int, other: int) -> None:
        """Delete something in one language, with all below it."""
        chosen = self._row(one, "index", "condition", "treatment", "person")
        if chosen is None or (chosen[0].kind == "index" and other % 3):
            return
        content, code = chosen
        leaving = {code} | (self._leaving_along(content) if code == content.source else set())
        row_of(content, code).delete()
        for language in leaving:
            for gone in [content, *self._below(content, language)]:
                self._deleted(gone, language)
        for pk in list(self.belief.aliases):
            if not Page.objects.filter(pk=pk).exists():
                del self.belief.aliases[pk]

    def _leaving_along(self, content: Content) -> set[str]:
        """Return the languages of a page that are deleted with its original: none has pages of its own."""
        if content.kind in SNIPPETS:
            return set()
        originals = {c.key for c in self._below(content, content.source) if c.source == content.source}
        others = set(content.rows) - {content.source}
        return {code for code in others if {c.key for c in self._below(content, code)} <= originals}

    def _below(self, content: Content, code: str) -> list[Content]:
        rows = [c for c in self.belief.contents.values() if code in c.rows]
        return [other for other in rows if content in self.belief.above(other, code)]

    def _deleted(self, content: Content, code: str) -> None:
        if code == content.source:
            content.live.clear()
            content.scheduled.clear()
        for held in (content.rows, content.live, content.versions, content.scheduled):
            held.pop(code, None)
        content.restricted.discard(code)
        content.parent.pop(code, None)

    def copy(self, one: int, other: int) -> None:
        """Copy an original beside itself, public like it or as a draft."""
        content = self._content(one, "treatment", "condition")
        if content is None:
            return
        code, key = content.source, f"copy{next(self._counter)}"
        keep = bool(other % 2)
        made = row_of(content, code).copy(update_attrs={"slug": key}, keep_live=keep)
        copied = Content(made.translation_key, content.kind, key, code, content.links)
        copied.picture = content.picture
        copied.rows[code], copied.parent[code] = made.pk, content.parent[code]
        latest = replace(content.versions[code][-1], revision=made.latest_revision_id, slug=key)
        copied.versions[code] = [latest]
        if keep and code in content.live:
            live = row_of(copied, code).live_revision_id
            copied.live[code] = replace(content.live[code], revision=live, slug=key)
            copied.versions[code].insert(0, copied.live[code])
        self.belief.contents[key] = copied
        above = self.belief.above(copied, code)
        if code in content.restricted and not any(code in page.restricted for page in above):
            copied.restricted.add(code)

    def make_alias(self, one: int, other: int) -> None:
        """Make an alias of a page: never public by itself."""
        chosen = self._row(one, "treatment", "condition")
        if chosen is not None:
            content, code = chosen
            slug = f"alias{next(self._counter)}"
            alias = row_of(content, code).create_alias(update_slug=slug)
            self.belief.aliases[alias.pk] = (code, content.parent[code], slug)

    def remove_alias(self, one: int, other: int) -> None:
        """Delete an alias."""
        if self.belief.aliases:
            pk = sorted(self.belief.aliases)[one % len(self.belief.aliases)]
            Page.objects.get(pk=pk).delete()
            del self.belief.aliases[pk]

    # Translation

    def translate(self, one: int, other: int, *, publish: bool = True) -> None:
        """Bring a translation up to date, whole or with a text left out, and publish it or save a draft."""
        content = self._content(one)
        if content is not None:
            code = [c for c in ("de", "ar", "en") if c != content.source][other % 2]
            self._translate(content, code, whole=other % 3 != 0, publish=publish)

    def save_translation(self, one: int, other: int) -> None:
        """The same, without publishing."""
        self.translate(one, other, publish=False)

    def _translate(self, content: Content, code: str, *, whole: bool = True, publish: bool = True) -> None:
        parent = content.parent.get(content.source)
        if content.source not in content.live or (parent and code not in self.belief.contents[parent].rows):
            return
        for key in content.links:
            linked = self.belief.contents[key]
            if linked.kind in SNIPPETS and code not in linked.rows and linked.source in linked.rows:
                self._translate(linked, code)
                if code not in linked.rows:
                    return
        source = content.live[content.source]
        left_out = "" if whole else f"·{source.marks['summary']}"
        made = factories.translate(row_of(content, content.source), code, live=publish, leave_out=left_out)
        for place, mark in [*source.marks.items(), ("", content.key)]:
            if whole or not f"·{mark}".startswith(left_out):
                content.translated.add((code, place, mark))
        complete = all((code, place, mark) in content.translated for place, mark in source.marks.items())
        self._translated(content, code, made, complete, publish)

    def _translated(self, content: Content, code: str, made: Any, complete: bool, publish: bool) -> None:
        source = content.live[content.source]
        if code not in content.rows:
            content.rows[code], content.versions[code] = made.pk, []
            if content.parent:
                content.parent[code] = content.parent[content.source]
        version = Version(
            revision=made.latest_revision_id,
            marks=source.marks,
            number=source.number,
            slug=getattr(made.latest_revision.as_object(), "slug", None),
            ends=made.expire_at,
            starts=getattr(made, "go_live_at", None),
            basis=source.marks,
            complete=complete,
            pictured=self.belief.pictures,
        )
        content.versions[code].append(version)
        if content.kind not in SNIPPETS:
            content.restricted.discard(code)
            content.restricted |= {code} if content.source in content.restricted else set()
        if publish:
            self._publish(content, code, version, door=False)

    # What surrounds content

    def restrict(self, one: int, other: int) -> None:
        """Put a page and all below it behind a log-in; an original takes its translations along."""
        chosen = self._row(one, "home", "index", "condition", "treatment")
        if chosen is None:
            return
        content, code = chosen
        if content.source in content.rows and code not in content.restricted:
            PageViewRestriction.objects.create(page=row_of(content, code), restriction_type="login")
            content.restricted |= self._along(content, code)

    def _along(self, content: Content, code: str) -> set[str]:
        return set(content.rows) if code == content.source else {code}

    def release(self, one: int, other: int) -> None:
        """Take a restriction away."""
        contents = [c for c in self.belief.contents.values() if c.source in c.rows]
        found = [(c, code) for c in contents for code in sorted(c.restricted)]
        if found:
            content, code = found[one % len(found)]
            PageViewRestriction.objects.get(page_id=content.rows[code]).delete()
            content.restricted -= self._along(content, code)

    def take_down_by_query(self, one: int, other: int) -> None:
        """Change rows without any signal; ``reconcile`` finds it."""
        chosen = self._row(one)
        if chosen is not None and chosen[1] in chosen[0].live:
            content, code = chosen
            MODELS[content.kind].objects.filter(pk=content.rows[code]).update(live=False, live_revision=None)
            content.live.pop(code)
            call_command("reconcile", stdout=StringIO())

    def change_picture(self, one: int, other: int) -> None:
        """Rename the picture, or delete it."""
        picture = get_image_model().objects.first()
        if picture is not None and other % 3 == 0:
            picture.delete()
            self.belief.pictures = False
        elif picture is not None:
            picture.title = f"Picture {next(self._counter)}"
            picture.save()

    def rename_host(self, one: int, other: int) -> None:
        """Give the site another host name."""
        site = Site.objects.get(is_default_site=True)
        site.hostname = f"host{next(self._counter)}.example"
        site.save()

    def work(self, one: int, other: int) -> None:
        """Let the worker catch up."""
        self.drain()


EVENTS = tuple(name for name in vars(Doors) if not name.startswith("_") and name != "happen")
