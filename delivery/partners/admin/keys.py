"""On which screens are keys issued, replaced and revoked?"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from delivery.partners.admin.forms import ApiKeyForm
from delivery.partners.models import ApiKey
from delivery.partners.secrets import issue, replace

# The key that is shown next, in the session of whoever has made it: its id and its text.
TO_SHOW = "api_key_to_show"
CHANGE = "delivery.change_apikey"
# For how many days a key that was replaced may go on, and what is proposed.
LONGEST_OVERLAP, USUAL_OVERLAP = 90, 7


class _Create(CreateView):
    """Leads to the new key."""

    def save_instance(self) -> ApiKey:
        """Give the key its secret, and keep that for the next screen."""
        text = issue(self.form.instance)
        key: ApiKey = super().save_instance()
        self.request.session[TO_SHOW] = [key.pk, text]
        return key

    def get_success_url(self) -> str:
        """Return where the key is shown."""
        return reverse("api_keys:secret", args=[self.object.pk])


class _Edit(EditView):
    """Offers to replace the key, and to revoke it."""

    @property
    def header_more_buttons(self) -> list[Button]:
        """Return the ways on from a key."""
        ways = [
            Button(
                _("Replace the key"),
                url=reverse("api_keys:secret", args=[self.object.pk]),
                icon_name="key",
                priority=40,
            )
        ]
        if self.object.revoked_at is None:
            revoking = reverse("api_keys:revoke", args=[self.object.pk])
            ways.append(Button(_("Revoke the key"), url=revoking, icon_name="bin", priority=50))
        return [*super().header_more_buttons, *ways]


class _Index(IndexView):
    """Reads the partners with the keys."""

    def get_base_queryset(self) -> Any:
        """Return all keys."""
        return ApiKey.objects.select_related("partner")


class _OfKey(WagtailAdminTemplateMixin, TemplateView):
    """A screen about one key, for who may change it."""

    header_icon = "key"
    key: ApiKey

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in who may change keys; find the one it is about."""
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.key = get_object_or_404(ApiKey.objects.select_related("partner"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return which key."""
        return str(self.key)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        listing = {"url": reverse("api_keys:index"), "label": _("API keys")}
        editing = reverse("api_keys:edit", args=[self.key.pk])
        here = {"url": "", "label": self.get_page_title()}
        return [listing, {"url": editing, "label": str(self.key)}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the key."""
        return {**super().get_context_data(**kwargs), "key": self.key}


class Secret(_OfKey):
    """Shows the key that was just made, once; and replaces it by a new one."""

    page_title = gettext_lazy("Key")
    template_name = "delivery/partners/secret.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the key itself, if it is to be shown now, and until when the former one holds."""
        pk, text = self.request.session.pop(TO_SHOW, None) or (None, "")
        until = self.key.former_until
        return {
            **super().get_context_data(**kwargs),
            "secret": text if pk == self.key.pk else "",
            "former_until": until if until is not None and until > timezone.now() else None,
            "longest": LONGEST_OVERLAP,
            "usual": USUAL_OVERLAP,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a new key, and show it."""
        days = request.POST.get("days", "")
        if not (days.isascii() and days.isdigit() and len(days) < 4 and int(days) <= LONGEST_OVERLAP):
            messages.error(
                request,
                _("Give a whole number of days from 0 to %(longest)s.") % {"longest": LONGEST_OVERLAP},
            )
            return redirect(request.path)
        text = replace(self.key, timezone.now() + dt.timedelta(days=int(days)))
        log(instance=self.key, action="delivery.replace_key", user=request.user, data={"days": int(days)})
        request.session[TO_SHOW] = [pk, text]
        return redirect(request.path)


class Revoke(_OfKey):
    """Ends a key after a question."""

    page_title = gettext_lazy("Revoke the key")
    template_name = "delivery/partners/revoke.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End it."""
        if ApiKey.objects.filter(pk=pk, revoked_at=None).update(revoked_at=timezone.now()):
            log(instance=self.key, action="delivery.revoke_key", user=request.user)
        messages.success(request, _("The key is revoked. It opens nothing after a few seconds."))
        return redirect("api_keys:edit", pk)


def languages_of(key: ApiKey) -> str:
    """Return the languages that a key opens, in words."""
    return ", ".join(key.languages) or str(_("all"))


def types_of(key: ApiKey) -> str:
    """Return the types that a key opens, in words."""
    return ", ".join(key.types) or str(_("all"))


class KeyViewSet(ModelViewSet):
    """All keys. They are revoked, not deleted: who has taken notice of recalls stays on record."""

    model = ApiKey
    name = "api_keys"
    icon = "key"
    menu_label = gettext_lazy("API keys")
    index_view_class = _Index
    add_view_class = _Create
    edit_view_class = _Edit
    copy_view_enabled = False
    list_display = [
        "name",
        "partner",
        Column("prefix", label=gettext_lazy("Begins with")),
        Column(languages_of, label=gettext_lazy("Languages")),
        Column(types_of, label=gettext_lazy("Types")),
        BooleanColumn("drafts", label=gettext_lazy("Drafts")),
        DateColumn("last_used_at", label=gettext_lazy("Last used")),
        DateColumn("expires_at", label=gettext_lazy("Expires")),
        DateColumn("revoked_at", label=gettext_lazy("Revoked")),
    ]
    list_filter = ["partner"]
    search_fields = ["name", "partner__name"]

    def get_form_class(self, for_update: bool = False) -> type[ApiKeyForm]:
        """Return the form, the same for new and old keys."""
        return ApiKeyForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the screens of the key itself."""
        return [
            *super().get_urlpatterns(),
            path("secret/<int:pk>/", never_cache(Secret.as_view()), name="secret"),
            path("revoke/<int:pk>/", Revoke.as_view(), name="revoke"),
        ]
