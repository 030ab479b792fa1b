"""How does the editor of a snippet lead to its checklist?"""

from __future__ import annotations

from django.utils.functional import cached_property
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView

from localization.checklist.addresses import checklist_url
from localization.checklist.entry import entry_label


class SnippetEditor(EditView):
    """Wagtail's editor, with the checklist in its menu."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Return Wagtail's buttons and ours."""
        own = Button(entry_label(self.object), checklist_url(self.object), icon_name="tasks", priority=5)
        return [*super().header_more_buttons, own]
