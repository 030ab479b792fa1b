"""Which event tells the layers above that a review has changed?"""

from django.dispatch import Signal

# Sent inside the transaction, with ``content_id`` (UUID) and ``locale`` (code).
review_changed = Signal()
