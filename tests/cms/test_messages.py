"""Are texts collected from code and templates, and do catalogues keep what is translated?"""

from pathlib import Path

import polib
import pytest

from cms.messages import collect, merged, plural_forms

CODE = """
from django.utils.translation import gettext as _, ngettext

# Translators: how long a session takes
LENGTH = _("Length")

def sessions(n):
    return ngettext("%(n)d session", "%(n)d sessions", n)
"""
# The indentation goes back to a depth that it never had: Python's tokenizer alone would refuse it.
TEMPLATE = """{% load i18n %}
      <p title="{% translate "Length" %}">
          {% blocktranslate count total=3 trimmed %}
            One source{% plural %}{{ total }} sources
          {% endblocktranslate %}
  </p>{% translate ", " context "between names" %}
 {% include "part.html" with label=_("It's 100% known") %}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app" / "models").mkdir(parents=True)
    (tmp_path / "templates" / "app").mkdir(parents=True)
    (tmp_path / "app" / "facts.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "app" / "models" / "page.py").write_text('_("name")', encoding="utf-8")
    (tmp_path / "templates" / "app" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def test_texts_come_from_code_and_templates_but_not_from_what_editors_read(project: Path) -> None:
    found = {message.key: message for message in collect(project, [project / "app"])}
    assert set(found) == {
        ("", "Length", ""),
        ("", "%(n)d session", "%(n)d sessions"),
        ("", "One source", "%(total)s sources"),
        ("between names", ", ", ""),
        ("", "It's 100% known", ""),
    }
    assert found["", "Length", ""].files == ["app/facts.py", "templates/app/page.html"]
    assert found["", "Length", ""].comments == ["how long a session takes"]


def test_a_catalogue_keeps_translations_drops_old_texts_and_guesses_nothing(project: Path) -> None:
    path = project / "django.po"
    old = polib.POFile()
    old.append(polib.POEntry(msgid="Length", msgstr="Dauer", tcomment="Not “Länge”."))
    old.append(polib.POEntry(msgid="Lengthy", msgstr="Langwierig"))
    old.save(str(path))
    new = merged(path, "de", collect(project, [project / "app"]))
    length = new.find("Length")
    assert length is not None
    assert (length.msgstr, length.tcomment) == ("Dauer", "Not “Länge”.")
    assert new.find("Lengthy") is None
    assert len(new.untranslated_entries()) == 4
    assert new.obsolete_entries() == []


def test_the_same_sources_give_the_same_file(project: Path) -> None:
    path = project / "django.po"
    first = merged(path, "de", collect(project, [project / "app"]))
    first.save(str(path))
    again = merged(path, "de", collect(project, [project / "app"]))
    assert str(again) == str(first)
    assert ":1" not in str(first).replace("charset", "")


def test_plural_forms_are_those_of_the_catalogues_that_django_merges_with() -> None:
    assert plural_forms("zh-hans") == "nplurals=1; plural=0;"
    assert plural_forms("ar").startswith("nplurals=6;")
    with pytest.raises(FileNotFoundError):
        plural_forms("xx")
