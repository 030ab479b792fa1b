"""Which scripts inside the admin's pages may run? Wagtail's own calls of its widgets, each by its digest.

Wagtail 8 still writes ``<script>initDateChooser("id", {…});</script>`` beside its date fields and choosers,
and as much around lists of forms. A policy that allows all inline scripts for their sake would protect
nobody. So the scripts of a page are looked at: those that only call a known widget with data get their digest
into the page's policy (https://www.w3.org/TR/CSP3/#framework-source-list, hash-source), others do not run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re

INLINE = re.compile(r'<script(?: type="text/javascript")?>(.*?)</script>', re.DOTALL)
# wagtail_localize/templates/wagtail_localize/admin/submit_translation.html: ticks all languages.
FIXED = {"Zi6020hVNJQUtMOgLuIImaOaART6TyIrghPC9PESpjg="}
# wagtail/admin/widgets/chooser.py, wagtail/admin/templates/wagtailadmin/widgets/*_input.html
WIDGET = re.compile(r'(?:init(?:Date|Time|DateTime)Chooser|new \w+Chooser)\("[\w-]+", (.*)\);', re.DOTALL)
TEXT = r'"[^"<>]*"'
# wagtail/admin/templates/wagtailadmin/panels/inline_panel.html and multiple_chooser_panel.html
PANEL = re.compile(
    r"\(function\(\) \{\s*var panel = new (?:Inline|MultipleChooser)Panel"
    rf"\(JSON\.parse\({TEXT}\)\);\s*\}}\)\(\);"
)
# wagtail_localize/templates/wagtail_localize/admin/edit_translation.html
ADDRESSES = re.compile(
    r'if \(typeof window\.chooserUrls === "undefined"\) \{\s*window\.chooserUrls = \{\s*'
    rf"(?:\w+: {TEXT},\s*)+\}}\s*\}}"
)


def sources(html: str) -> list[str]:
    """Return the policy's sources for the scripts inside a page, such as ``'sha256-…'``."""
    digests = {
        digest
        for script in INLINE.findall(html)
        if (digest := _digest(script)) in FIXED or only_calls_a_widget(script.strip())
    }
    return sorted(f"'sha256-{digest}'" for digest in digests)


def only_calls_a_widget(script: str) -> bool:
    """Say whether a script does nothing but hand data to one of Wagtail's own widgets."""
    if PANEL.fullmatch(script) or ADDRESSES.fullmatch(script):
        return True
    call = WIDGET.fullmatch(script)
    return call is not None and _is_data(call[1])


def _is_data(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
