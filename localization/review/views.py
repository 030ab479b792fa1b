"""The screen on which a medical reviewer reads and signs: who gets in, and what do its buttons do?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Revision

from localization.languages import is_language, language
from localization.review import signing
from localization.review.screen import parts_of
from localization.review.served import row_of
from localization.review.signers import signer_of
from localization.source import own_live_revision

LIVE = "live"


def review_url(content_id: UUID | str, code: str) -> str:
    """Return the address of the screen for one content in one language."""
    return reverse("localization_review:sheet", args=[content_id, code])


class ReviewSheet(WagtailAdminTemplateMixin, TemplateView):
    """One content in one language: its latest revision, or with ``?of=live`` the one that is public."""

    template_name = "localization/review/sheet.html"
    header_icon = "check"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who may sign, or publish without a review, in this language; answer 403 to others."""
        code = kwargs["code"]
        self.may_sign = signing.may(request.user, signing.SIGN, code)
        self.may_override = signing.may(request.user, signing.OVERRIDE, code)
        if not (self.may_sign or self.may_override):
            return _refused(request, code)
        row = row_of(kwargs["content_id"], code)
        if row is None or row.latest_revision is None:
            raise Http404
        self.row: Any = row
        self.live_revision = own_live_revision(self.row)
        asked_for_live = request.GET.get("of") == LIVE and self.live_revision is not None
        self.revision: Revision = self.live_revision if asked_for_live else self.row.latest_revision
        self.sheet = signing.sheet_of(self.revision)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign, carry over or override what the pressed button names."""
        posted = request.POST
        try:
            if "carry_over" in posted:
                signing.carry_over(self.sheet, _seen(posted, posted["carry_over"]), request.user)
                messages.success(request, _("The signature now stands for the new wording as well."))
            elif "override" in posted:
                reason = posted.get("reason", "")
                signing.override(self.sheet, _seen(posted, "*"), request.user, reason)
                messages.success(request, _("This can now be published without a review, as it is."))
            else:
                signing.sign(self.sheet, _seen(posted, posted.get("sign", "")), request.user)
                messages.success(request, _("Signed."))
        except signing.SigningRefused as reason:
            messages.error(request, str(reason))
        return redirect(request.get_full_path())

    def get_page_title(self) -> str:
        """Return what is done here."""
        return _("Medical review")

    def get_page_subtitle(self) -> str:
        """Return what is reviewed, and in which language."""
        return f"{self.sheet.instance} ({self.row.locale.get_display_name()})"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """The other revision, if there are two; the editor, for who may edit."""
        here, buttons = self.request.path, []
        live = self.live_revision
        if live is not None and live.pk != self.row.latest_revision_id:
            is_live = self.revision.pk == live.pk
            label = _("Review the draft") if is_live else _("Review what is published")
            buttons.append(
                HeaderButton(label, url=here if is_live else f"{here}?of={LIVE}", icon_name="view")
            )
        edit = AdminURLFinder(self.request.user).get_edit_url(self.row)
        if edit:
            buttons.append(HeaderButton(_("Edit"), url=edit, icon_name="edit"))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the template shows."""
        parts = parts_of(self.sheet)
        signer = signer_of(self.request.user) if self.may_sign else None
        return {
            **super().get_context_data(**kwargs),
            "row": self.row,
            "parts": parts,
            "is_live": self.live_revision is not None and self.revision.pk == self.live_revision.pk,
            "revision": self.revision,
            "own": language(self.sheet.code),
            "original": language(self.sheet.served.original.locale.language_code),
            "is_source": self.sheet.served.is_source,
            "signer": signer,
            "can_sign": signer is not None,
            "can_sign_all": signer is not None and not self.sheet.unfinished,
            "can_override": self.may_override and any(part.state != "valid" for part in parts),
        }


def _seen(posted: Mapping[str, str], kind: str) -> dict[str, str]:
    """Return what was on the screen of the section ``kind``, or of all sections (``*``)."""
    seen = {name.removeprefix("seen-"): posted[name] for name in posted if name.startswith("seen-")}
    return seen if kind == "*" else {kind: seen[kind]} if kind in seen else {}


def _refused(request: HttpRequest, code: str) -> HttpResponse:
    name = language(code).name if is_language(code) else code
    return render(request, "localization/review/refused.html", {"language": name}, status=403)
