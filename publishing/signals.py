"""Who hears that documents have changed?  Whoever connects; the layers above are not known here."""

from __future__ import annotations

from django.dispatch import Signal

# Sent by ``Document`` within the transaction of the change, with ``content_id``, ``document_type`` and
# ``languages``: for each language whose document changed, the facets whose lists look different now.
documents_changed = Signal()
