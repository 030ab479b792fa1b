"""Who hears that documents have changed?  Whoever connects; the layers above are not known here."""

from __future__ import annotations

from django.dispatch import Signal

# Sent within the transaction of the change, with ``content_id``, ``document_type`` and ``languages``: by code of
# each language whose document changed, the facets whose lists look different now. With the sender ``Document``.
documents_changed = Signal()
