"""What does the content API add to Wagtail's admin?"""

from delivery.drafts.admin import hooks as draft_hooks  # noqa: F401  (imported for its registrations)
from delivery.webhooks.admin import hooks  # noqa: F401  (imported for its registrations)
