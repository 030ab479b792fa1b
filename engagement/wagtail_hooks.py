"""What do messages from visitors add to Wagtail's admin?"""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from engagement.comments.admin import hooks as comments  # noqa: F401  (imported for its registrations)
from engagement.enquiries.admin import EnquiryViewSet


@hooks.register("register_admin_viewset")
def inbox() -> EnquiryViewSet:
    """Register the inbox."""
    return EnquiryViewSet()


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """Offer the right to take enquiries away in the form of a group."""
    return Permission.objects.filter(content_type__app_label="engagement", codename="export_enquiry")
