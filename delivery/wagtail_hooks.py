"""What does the content API add to Wagtail's admin?"""

from delivery.webhooks.admin import hooks  # noqa: F401  (imported for its registrations)
