"""Which texts are in the catalogues, and how do they get there? Without GNU gettext.

Every text that visitors and apps get is in the catalogue of every language, and nothing else is: what only
editors read stays British English. The line between the two runs between files, and ``EDITORS`` draws it.
A file that is not named there speaks to visitors, so whoever forgets to think about it is asked for a
translation rather than left with a gap on the site.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import django
import polib
from babel.messages.extract import extract
from django.apps import apps
from django.conf import settings
from django.utils.translation import to_locale
from django.utils.translation.template import templatize

# Texts for editors: what models and blocks are called in the admin, what forms ask for and refuse.
EDITORS = (
    "*/apps.py",
    "*/blocks.py",
    "*/blocks/*",
    "*/models.py",
    "*/models/*",
    "*/panels.py",
    "*/rules.py",
    "*/wagtail_hooks.py",
    "home/style_guide.py",
    "delivery/partners/*",
    "engagement/comments/admin/*",
    "engagement/enquiries/admin.py",
    "delivery/drafts/*",
    "delivery/webhooks/*",
    "localization/changes/*",
    "localization/checklist/*",
    "localization/gate.py",
    "localization/permissions/*",
    "localization/quality/*",
    "localization/review/*",
    "localization/section_policies.py",
    "localization/values.py",
    "publishing/addressing.py",
    "publishing/announce.py",
    "publishing/board/*",
    "publishing/cascade/*",
    "publishing/change_views.py",
    "publishing/middleware.py",
    "publishing/pictures.py",
    "publishing/recall/affected.py",
    "publishing/recall/forms.py",
    "publishing/recall/menu.py",
    "publishing/recall/record.py",
    "publishing/recall/views.py",
    "publishing/to_review.py",
    "publishing/wall.py",
    "templates/delivery/partners/*",
    "templates/engagement/comments/admin/*",
    "templates/engagement/enquiries/edit.html",
    "templates/delivery/drafts/*",
    "templates/delivery/webhooks/*",
    "templates/home/style_guide/*",
    "templates/localization/*",
    "templates/publishing/board/*",
    "templates/wagtail_localize/*",
    "templates/wagtailadmin/*",
    "templates/wagtailsnippets/*",
    "templates/wagtailcore/*",
)

# The functions of django.utils.translation: which argument is the text, its plural, its context ("c").
SINGULAR, PLURAL = (1,), (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
FUNCTIONS: dict[str, Any] = {
    "_": SINGULAR,
    "gettext": SINGULAR,
    "gettext_lazy": SINGULAR,
    "gettext_noop": SINGULAR,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")

Key = tuple[str, str, str]  # context, text, plural; empty where there is none


@dataclass
class Message:
    """One text of the sources: the files it stands in, and what they tell translators about it."""

    key: Key
    files: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def project_messages() -> list[Message]:
    """Return the visitors' texts of this project's templates and apps."""
    folders = [Path(config.path) for config in apps.get_app_configs()]
    return collect(settings.BASE_DIR, [folder for folder in folders if folder.parent == settings.BASE_DIR])


def sources(project: Path, folders: list[Path]) -> Iterator[Path]:
    """Give the files of visitors' texts: templates of ``project``, and modules of its app ``folders``."""
    files = [*(project / "templates").rglob("*.html")]
    files += [path for folder in folders for path in folder.rglob("*.py")]
    for path in sorted(files):
        name = path.relative_to(project).as_posix()
        if not any(fnmatch(name, pattern) for pattern in EDITORS):
            yield path


def collect(project: Path, folders: list[Path]) -> list[Message]:
    """Return the texts of all visitors' files, in the order of the files and of the alphabet within one."""
    found: dict[Key, Message] = {}
    for path in sources(project, folders):
        name = path.relative_to(project).as_posix()
        for key, comments in _texts(path):
            message = found.setdefault(key, Message(key))
            if name not in message.files:
                message.files.append(name)
            message.comments += [comment for comment in comments if comment not in message.comments]
    return sorted(found.values(), key=lambda message: (message.files[0], message.key[1], message.key))


def _texts(path: Path) -> Iterator[tuple[Key, list[str]]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # In brackets the indentation of HTML means nothing to Python's tokenizer.
        text = f"({templatize(text, origin=path.name)}\n)"
    file = io.BytesIO(text.encode())
    for _line, found, comments, context in extract(
        "python", file, FUNCTIONS, ["Translators:"], {"encoding": "utf-8"}, strip_comment_tags=True
    ):
        singular, plural = found if isinstance(found, tuple) else (found, "")
        yield (context or "", singular, plural), list(comments)


def plural_forms(code: str) -> str:
    """Return the ``Plural-Forms`` of a language: Django's, with whose texts ours are merged.

    Its compiled catalogue counts; the source beside it may say something else (French: three forms and two).

    Raises:
        FileNotFoundError: Django does not know the language.
    """
    directory = Path(django.__file__).parent / "conf" / "locale"
    with catalogue_path(directory, code).with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).info()["plural-forms"]


def catalogue_path(locale_directory: Path, code: str) -> Path:
    """Return where the catalogue of a language (Django's code, such as ``zh-hans``) lies."""
    return locale_directory / to_locale(code) / "LC_MESSAGES" / "django.po"


def merged(path: Path, code: str, messages: list[Message]) -> polib.POFile:
    """Return a catalogue with exactly ``messages``, and the translations that ``path`` has of them.

    What is new has no translation yet; what the sources no longer say is left out. There are no dates and no
    line numbers, so that only a changed text changes the file.
    """
    old = {_key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Project-Id-Version": "Polyclinic",
        "Language": to_locale(code),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(code),
    }
    count = int(re.findall(r"nplurals=(\d+)", catalogue.metadata["Plural-Forms"])[0])
    catalogue.extend(_entry(message, count, old.get(message.key)) for message in messages)
    return catalogue


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


def _entry(message: Message, count: int, old: polib.POEntry | None) -> polib.POEntry:
    context, singular, plural = message.key
    entry = polib.POEntry(
        msgctxt=context or None,
        msgid=singular,
        msgid_plural=plural,
        comment="\n".join(message.comments),
        tcomment=old.tcomment if old else "",
        occurrences=[(name, "") for name in message.files],
        flags=["python-format"] if PLACEHOLDER.search(singular + plural) else [],
    )
    if not plural:
        entry.msgstr = old.msgstr if old else ""
        return entry
    forms = old.msgstr_plural if old else {}
    entry.msgstr_plural = {form: forms.get(form, "") for form in range(count)}
    return entry
