"""What does the content API add to Wagtail's admin?"""

# Imported for their registrations.
from delivery.partners.admin import hooks as partners  # noqa: F401
from delivery.webhooks.admin import hooks as webhooks  # noqa: F401
