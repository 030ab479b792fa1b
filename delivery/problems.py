"""What can go wrong with a request, and how is it said?

Each problem is one class: a stable ``code`` for programs, ``title`` and ``detail`` for people, in their
language (RFC 9457). The texts are put together when the answer is made: only then that language is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


class Problem(Exception):
    """A request that gets no document.

    ``members`` become members of the problem document and fill the placeholders of ``detail``. ``locales``
    are the tags of the languages in which an answer could be had, ``None`` for all of the site's. ``further``
    names the members that there may be: ``delivery.problem_members`` says what they mean.
    """

    status: ClassVar[int]
    code: ClassVar[str]
    further: ClassVar[tuple[str, ...]] = ()
    title: ClassVar[_StrOrPromise]
    detail: _StrOrPromise

    def __init__(
        self,
        *,
        locales: Sequence[str] | None = None,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        """Keep what the answer will say."""
        super().__init__(self.code)
        self.locales = locales
        self.headers = dict(headers or {})
        self.members = members


class NotFound(Problem):
    """Nothing was ever public under this id."""

    status = 404
    code = "not_found"
    further = ("id",)
    title = _("Not found")
    detail = _("There is nothing at this address. Check the id, or find it in the list of the collection.")


class UnknownAddress(Problem):
    """The API has no such address."""

    status = 404
    code = "unknown_address"
    further = ("path", "docs")
    title = _("Unknown address")
    detail = _(
        "The API has no address %(path)s. Every address ends with a slash; %(docs)s lists all of them."
    )


class LocaleNotAvailable(Problem):
    """The content is or was there in other languages, but never in the one that was asked for."""

    status = 404
    code = "locale_not_available"
    further = ("id", "requested", "available_translations", "former_translations")
    title = _("Not available in this language")
    detail = _(
        "This content was never published in the language “%(requested)s”. available_translations names the "
        "languages in which it can be had, former_translations those in which it was taken down."
    )


class UnknownLocale(Problem):
    """The site has no such language."""

    status = 400
    code = "unknown_locale"
    further = ("requested", "parameter")
    title = _("Unknown language")
    detail = _(
        "The site has no language “%(requested)s”. Set locale to one of the tags in available_locales, "
        "or leave it out and send Accept-Language."
    )


class InvalidParameter(Problem):
    """A parameter has a value that cannot be used."""

    status = 400
    code = "invalid_parameter"
    further = ("parameter", "value", "expected", "allowed")
    title = _("Invalid parameter")
    detail = _("The parameter %(parameter)s is “%(value)s”. It must be %(expected)s.")


class RepeatedParameter(Problem):
    """A parameter is given more than once, so it is unclear which value counts."""

    status = 400
    code = "repeated_parameter"
    further = ("parameter",)
    title = _("Repeated parameter")
    detail = _("The parameter %(parameter)s is given more than once. Give it once.")


class UnknownParameter(Problem):
    """A parameter that this address does not have: ignoring it would give an answer nobody asked for."""

    status = 400
    code = "unknown_parameter"
    further = ("parameter", "allowed")
    title = _("Unknown parameter")
    detail = _("This address has no parameter %(parameter)s. Leave it out; these exist: %(allowed)s.")


class Gone(Problem):
    """The content was public in this language and no longer is."""

    status = 410
    code = "gone"
    further = (
        *("id", "requested", "reason", "at"),
        *("replaced_by", "available_translations", "former_translations"),
    )
    title = _("No longer published")
    detail = _(
        "This content was published in the language “%(requested)s” and has been taken down. "
        "Remove your copy; replaced_by names what stands in its place, if anything does."
    )


class ResyncRequired(Problem):
    """A token of the sync feed that can no longer be continued from, or never was one."""

    status = 410
    code = "resync_required"
    further = ("snapshot",)
    title = _("Start the synchronisation again")
    detail = _(
        "This token cannot be continued: it is unknown, too old, or from before the database was restored. "
        "Take a new snapshot from /api/v1/sync/, and remove what is not in it once it is complete."
    )


class RequirementNotMet(Problem):
    """The content is published, but not as fresh as the client demands."""

    status = 409
    code = "requirement_not_met"
    further = ("id", "requested", "refused", "available_translations")
    title = _("Not as fresh as required")
    detail = _(
        "None of the languages that you asked for (%(requested)s and your fallback) is as fresh as require "
        "and max_behind demand. Ask for one of available_locales, name them in fallback, or demand less."
    )


class UnknownSection(Problem):
    """The document has no such section."""

    status = 404
    code = "unknown_section"
    further = ("section", "sections", "allowed")
    title = _("Unknown section")
    detail = _("This document has no section “%(section)s”. These exist: %(sections)s.")


class UnknownPath(Problem):
    """No page of the site is, or ever was, at this path."""

    status = 404
    code = "unknown_path"
    further = ("path",)
    title = _("No page at this path")
    detail = _(
        "The site has no page at the path %(path)s. Send the path of a page as it stands in its address, "
        "from the first slash to the last."
    )


_SEND_KEY = {"WWW-Authenticate": 'Bearer realm="content API"'}
_WRONG_KEY = {"WWW-Authenticate": 'Bearer realm="content API", error="invalid_token"'}


class KeyRequired(Problem):
    """Nobody may read this without a key."""

    status = 401
    code = "key_required"
    title = _("Key required")
    detail = _(
        "This can be read with a key only. Send “Authorization: Bearer” and the key that you were given."
    )

    def __init__(self, **members: Any) -> None:
        """Say how a key is sent (RFC 9110, 11.6.1)."""
        super().__init__(headers=_SEND_KEY, **members)


_WHY_NOT = {
    "unknown": _("There is no such key. Send “Authorization: Bearer” and the key, without anything else."),
    "expired": _("The key has expired. Ask the site for a new one."),
    "revoked": _("The key was revoked. Ask the site for a new one."),
    "replaced": _("The key was replaced by a new one. Send that."),
}


class KeyNotAccepted(Problem):
    """There is a key, but it opens nothing (RFC 6750, 3.1)."""

    status = 401
    code = "key_not_accepted"
    further = ("reason",)
    title = _("Key not accepted")
    detail = _WHY_NOT["unknown"]

    def __init__(self, reason: str) -> None:
        """Say why: a key of ``_WHY_NOT``."""
        super().__init__(headers=_WRONG_KEY, reason=reason)
        self.detail = _WHY_NOT[reason]


class OutsideScope(Problem):
    """The key is good, but not for this."""

    status = 403
    code = "outside_scope"
    further = ("allowed_languages", "allowed_types", "allowed_drafts")
    title = _("Not open to this key")
    detail = _(
        "Your key does not open this. See allowed_languages and allowed_types (null: all of them) and "
        "allowed_drafts, or ask the site for more."
    )


class UnknownRecall(Problem):
    """No recall that stands has this number, or none that concerns this key."""

    status = 404
    code = "unknown_recall"
    further = ("recall",)
    title = _("Unknown recall")
    detail = _(
        "No recall that stands, and concerns your key, has the number %(recall)s. See /api/v1/recalls/."
    )


class TooManyRequests(Problem):
    """A limit is reached (RFC 6585, 4)."""

    status = 429
    code = "too_many_requests"
    further = ("limit", "most", "seconds")
    title = _("Too many requests")
    detail = _(
        "%(most)s requests are allowed, and you have made them. Try again in %(seconds)s seconds, and keep "
        "what you are given for as long as Cache-Control says."
    )


class PreviewRefused(Problem):
    """The token of a preview is not ours, or is for another content or another language."""

    status = 403
    code = "preview_refused"
    further = ("id",)
    title = _("Not a valid link to this draft")
    detail = _(
        "The token in preview does not open this content in this language. Use the link exactly as you were "
        "given it, or ask whoever gave it to you for a new one."
    )


class PreviewEnded(Problem):
    """The token of a preview is ours, and does not hold any more."""

    status = 410
    code = "preview_ended"
    further = ("id", "reason", "at")
    title = _("This link to a draft has ended")
    detail = _(
        "The link has ended; reason says why: it is expired or revoked, or the draft was deleted or "
        "recalled. Ask whoever gave it to you for a new one, or leave preview out to get what is published."
    )


class MethodNotAllowed(Problem):
    """The API is read-only."""

    status = 405
    code = "method_not_allowed"
    further = ("method", "allowed")
    title = _("Method not allowed")
    detail = _("The method %(method)s cannot be used here. Use %(allowed)s.")


class NotAcceptable(Problem):
    """The client takes nothing that the API can send."""

    status = 406
    code = "not_acceptable"
    title = _("Format not available")
    detail = _("The API answers in JSON only. Send “Accept: application/json”, or no Accept header.")


class InternalError(Problem):
    """A fault of ours."""

    status = 500
    code = "internal_error"
    title = _("Internal error")
    detail = _("Something went wrong on our side; it has been recorded. Try again in a minute.")


PROBLEMS: tuple[type[Problem], ...] = (
    NotFound,
    UnknownAddress,
    LocaleNotAvailable,
    UnknownLocale,
    InvalidParameter,
    RepeatedParameter,
    UnknownParameter,
    Gone,
    ResyncRequired,
    RequirementNotMet,
    UnknownSection,
    UnknownPath,
    KeyRequired,
    KeyNotAccepted,
    OutsideScope,
    UnknownRecall,
    TooManyRequests,
    PreviewRefused,
    PreviewEnded,
    MethodNotAllowed,
    NotAcceptable,
    InternalError,
)
