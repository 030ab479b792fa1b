"""On which screens does the clinic read and answer enquiries?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from engagement.enquiries.models import Enquiry
from engagement.enquiries.sheet import safe_in_a_sheet
from localization.languages import language

EXPORT = "engagement.export_enquiry"
# What somebody wrote stays as it was written; these are the clinic's own.
OURS = ("status", "assignee", "note")
EXPORTED = (
    "received_at",
    "status",
    "about",
    "name",
    "email",
    "phone",
    "preferred_language",
    "message",
    "note",
)


class EnquiryForm(WagtailAdminModelForm):
    """What the clinic notes about an enquiry."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer those who may see enquiries."""
        super().__init__(*args, **kwargs)
        staff = get_user_model().objects.with_perm(
            "engagement.view_enquiry", backend="django.contrib.auth.backends.ModelBackend"
        )
        self.fields["assignee"].queryset = staff.order_by("last_name", "username")
        self.fields["note"].widget = forms.Textarea({"rows": 3})

    class Meta:
        model = Enquiry
        fields = OURS


class _Policy(ModelPermissionPolicy):
    """Enquiries come from visitors: nobody adds one here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Allow everything else to whom it was allowed."""
        return action != "add" and bool(super().user_has_permission(user, action))


register_permission_policy(Enquiry, _Policy(Enquiry))


class _Index(IndexView):
    """The inbox; whoever may, exports what the filters leave."""

    list_export = EXPORTED
    export_filename = "enquiries"
    custom_field_preprocess = {key: {"csv": safe_in_a_sheet, "xlsx": safe_in_a_sheet} for key in EXPORTED}

    @property
    def show_export_buttons(self) -> bool:
        """Whether somebody may take enquiries away."""
        return bool(self.request.user.has_perm(EXPORT))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse an export to whoever may only read here.

        Raises:
            PermissionDenied: as it says.
        """
        if "export" in request.GET and not self.show_export_buttons:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        """Read who answers with the enquiries."""
        return Enquiry.objects.select_related("assignee")


class _Edit(EditView):
    """One message, above what the clinic notes about it."""

    template_name = "engagement/enquiries/edit.html"
    page_title = _("Enquiry")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the languages' own names."""
        return {
            **super().get_context_data(**kwargs),
            "enquiry": self.object,
            "answer_in": language(self.object.preferred_language),
            "written_on": language(self.object.language),
        }


def shown_name(enquiry: Enquiry) -> str:
    """Return who wrote, with a mark where it looks like spam."""
    return f"{enquiry.name} ({', '.join(enquiry.suspicions)})" if enquiry.suspicions else enquiry.name


class EnquiryViewSet(ModelViewSet):
    """The inbox of enquiries."""

    model = Enquiry
    name = "enquiries"
    icon = "mail"
    menu_label = _("Enquiries")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = _Index
    edit_view_class = _Edit
    list_filter = ["status", "preferred_language", "assignee"]
    search_fields = ["name", "email", "message"]
    search_backend_name = None
    list_display = [
        "__str__",
        Column(shown_name, label=_("From")),
        Column("preferred_language", label=_("Answer in"), sort_key="preferred_language"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        Column("assignee", label=_("Assigned to")),
        DateColumn("received_at", label=_("Received"), sort_key="received_at"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[EnquiryForm]:
        """Return the form of the clinic's own notes."""
        return EnquiryForm
