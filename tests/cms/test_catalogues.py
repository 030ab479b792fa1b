"""Are catalogues compiled without gettext's own tools, and only when they have changed?"""

import gettext
import os
from pathlib import Path

from cms.catalogues import compile_catalogues

POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Risks"
msgstr "Ryzyko"

#, fuzzy
msgid "Process"
msgstr "Zgadywane"

msgid "%(n)d session"
msgid_plural "%(n)d sessions"
msgstr[0] "%(n)d sesja"
msgstr[1] "%(n)d sesje"
msgstr[2] "%(n)d sesji"
"""


def write(directory: Path) -> Path:
    source = directory / "pl" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(POLISH, encoding="utf-8")
    return source


def test_texts_and_plurals_arrive_and_guesses_do_not(tmp_path: Path) -> None:
    write(tmp_path)
    (compiled,) = compile_catalogues(tmp_path)
    with compiled.open("rb") as file:
        polish = gettext.GNUTranslations(file)
    assert polish.gettext("Risks") == "Ryzyko"
    assert polish.gettext("Process") == "Process"
    forms = [polish.ngettext("%(n)d session", "%(n)d sessions", n) for n in (1, 2, 5)]
    assert forms == ["%(n)d sesja", "%(n)d sesje", "%(n)d sesji"]


def test_only_what_has_changed_is_compiled_again(tmp_path: Path) -> None:
    source = write(tmp_path)
    assert len(compile_catalogues(tmp_path)) == 1
    assert compile_catalogues(tmp_path) == []
    later = source.with_suffix(".mo").stat().st_mtime + 5
    os.utime(source, (later, later))
    assert len(compile_catalogues(tmp_path)) == 1
