"""What is the site made of?  One living page for staff: tokens, and every piece from its own templates.

The pieces show what is published, so they look as they do for readers; nothing here is a copy that could
grow old. The language is chosen with ``?language=ar``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from localization.languages import Language, UnknownLanguage, all_languages, default_language, language
from publishing.delivery import for_html
from publishing.models import Document
from publishing.rendering import surroundings

SHOWN = ("treatment", "condition")
_SCHEME = re.compile(r":root \{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([\w-]+): #")
_SIZE = re.compile(r"--(t\d|s\d): ([^;]+);")


def style_guide(request: HttpRequest) -> HttpResponse:
    """Answer for ``/styleguide/``; who is not staff is asked to log in."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
    spoken = _asked(request)
    with translation.override(spoken.code):
        html = render_to_string("home/style_guide/page.html", _context(spoken))
    response = HttpResponse(html)
    response["Cache-Control"] = "private, no-store"
    return response


def _asked(request: HttpRequest) -> Language:
    try:
        return language(request.GET.get("language", ""))
    except UnknownLanguage:
        return default_language()


def _context(spoken: Language) -> dict[str, Any]:
    light = (_SCHEME.search(_stylesheet()) or [""])[0]
    cards = [card for card in (_card(kind, spoken) for kind in SHOWN) if card is not None]
    return {
        "colours": _COLOUR.findall(light),
        "sizes": [(name, value) for name, value in _SIZE.findall(light) if name.startswith("t")],
        "spaces": [(name, value) for name, value in _SIZE.findall(light) if name.startswith("s")],
        "icons": re.findall(r'id="([\w-]+)"', _file("img/icons.svg")),
        "treatment": _document("treatment", spoken),
        "condition": _document("condition", spoken),
        "cards": cards,
        "notices": _notices(),
        "spoken_languages": all_languages(),
        **surroundings(spoken),
    }


def _notices() -> list[dict[str, str]]:
    words = {
        "behind": _("An older version is shown: the original has changed."),
        "partial": _("Part of this is not translated yet and is shown in the original language."),
        "withdrawn": _("This content has been withdrawn."),
    }
    return [{"state": state, "notice": notice} for state, notice in words.items()]


def _newest(kind: str, spoken: Language) -> Document | None:
    return Document.public().filter(type=kind, locale=spoken.code).order_by("-updated_at").first()


def _document(kind: str, spoken: Language) -> dict[str, Any] | None:
    found = _newest(kind, spoken)
    return None if found is None else for_html(found.body or b"null")


def _card(kind: str, spoken: Language) -> dict[str, Any] | None:
    found = _newest(kind, spoken)
    return None if found is None else for_html(orjson.dumps(found.card))


def _stylesheet() -> str:
    return _file("css/site.css")


def _file(name: str) -> str:
    return Path(settings.BASE_DIR, "static", name).read_text(encoding="utf-8")
