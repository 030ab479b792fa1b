"""How is a translated file of the demo put into the site?"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from cms.demo_content.english import assign, require_live
from cms.demo_content.kinds import SOURCE_LANGUAGE, Kind, path_of, row_of
from cms.demo_content.library import Library, content_id
from cms.demo_content.reading import DemoContentError, lay_over, read
from cms.demo_content.writer import Writer
from localization import exchange


@transaction.atomic
def translate(document: str, kind: Kind, code: str, library: Library, user: Any, *, again: bool) -> bool:
    """Translate and publish one document, unless it has texts in this language (``again``: even then).

    Returns:
        Whether something was written.

    Raises:
        DemoContentError: when the file does not match the English one, or the gate refuses.
    """
    row = row_of(kind.model, content_id(document), SOURCE_LANGUAGE)
    if row is None or (exchange.has_texts(row, code) and not again):
        return False
    english = read(path_of(document, SOURCE_LANGUAGE))
    tree = lay_over(english, read(path_of(document, code)))
    translated = exchange.submit(row, code)
    assign(translated, kind.fields(tree, Writer(document, library)))
    try:
        exchange.fill(row, code, translated, user)
    except exchange.TextsDoNotMatch as reason:
        raise DemoContentError(str(reason)) from reason
    require_live(exchange.publish(row, code, user))
    return True
