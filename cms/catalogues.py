"""How do gettext catalogues become what Django reads? By Babel; ``compilemessages`` needs msgfmt."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(directory: Path) -> list[Path]:
    """Compile every ``*/LC_MESSAGES/*.po`` below a locale directory that is newer than its ``.mo``.

    Fuzzy entries are left out: a guess is not a translation.

    Returns:
        The ``.mo`` files that were written.
    """
    written = []
    for source in sorted(directory.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            # Babel keeps the plural rule only when it is told the language.
            catalogue = read_po(file, locale=source.parent.parent.name, domain=source.stem)
        draft = target.with_suffix(f".{os.getpid()}")
        with draft.open("wb") as file:
            write_mo(file, catalogue)
        # Renamed into place: a process that starts meanwhile reads the old one or the new one, never half.
        draft.replace(target)
        written.append(target)
    return written
