"""What has been translated from what, who confirmed it, what was refused, and who works in which language?

The first three are append-only records. None of them is a status: states are computed from digests
(``localization.freshness``).
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def languages() -> list[tuple[str, str]]:
    """Return the languages to choose from; a function, so that a new language needs no migration."""
    return list(settings.LANGUAGES)


class ConfirmedSection(models.Model):
    """A section as it was published in one language, and the source text it stands for. Kept for ever.

    For the source language ``source_digest`` and ``target_digest`` are the same: the row then records
    when the source took this wording, from which ``behind_since`` is read.
    """

    content_id = models.UUIDField(_("content id"))
    locale = models.CharField(_("language"), max_length=20)
    section = models.CharField(_("section"), max_length=40)
    source_digest = models.CharField(max_length=80)
    target_digest = models.CharField(max_length=80)
    content = models.JSONField(
        help_text=_("The authored content of the section's fields, references unresolved.")
    )
    origins = models.JSONField(default=dict, help_text=_("How many strings came from where."))
    items = models.JSONField(default=dict, help_text=_("Text digest of each item, by block id or field."))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    class Meta:
        """One index, for “the latest of this content, language and section”."""

        verbose_name = _("confirmed section")
        verbose_name_plural = _("confirmed sections")
        indexes: ClassVar = [
            models.Index(fields=["content_id", "locale", "section", "-id"], name="confirmed_latest"),
        ]

    def __str__(self) -> str:
        """Return section, language and content id."""
        return f"{self.section} · {self.locale} · {self.content_id}"


class RevisionProvenance(models.Model):
    """For one section of one translated revision: which source text it was made from, and how completely."""

    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="provenance")
    section = models.CharField(_("section"), max_length=40)
    source_digest = models.CharField(max_length=80)
    target_digest = models.CharField(max_length=80)
    missing = models.JSONField(default=list, help_text=_("Content paths whose text nobody has confirmed."))
    origins = models.JSONField(default=dict, help_text=_("Origin of each string, by content path."))
    items = models.JSONField(
        default=dict, help_text=_("Digest of the source text of each item, by block id or field.")
    )

    class Meta:
        """A revision has one provenance for each of its sections."""

        verbose_name = _("revision provenance")
        verbose_name_plural = _("revision provenance")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "section"], name="one_provenance_per_section"),
        ]

    def __str__(self) -> str:
        """Return the revision and the section."""
        return f"revision {self.revision_id} · {self.section}"


class Policy(models.TextChoices):
    """What readers get for a section that is not current (``localization.policy``)."""

    HOLD = "hold", _("keep the last confirmed translation, with a dated notice")
    SOURCE = "source", _("show what has changed in the original's language, with a notice")
    BLOCK = "block", _("do not publish before it is current again")


class SectionPolicy(models.Model):
    """A policy that this site has chosen for one kind of section, instead of the default."""

    section = models.CharField(_("section"), max_length=40, unique=True)
    policy = models.CharField(_("policy"), max_length=10, choices=Policy.choices)

    class Meta:
        """By name."""

        verbose_name = _("policy for outdated sections")
        verbose_name_plural = _("policies for outdated sections")
        ordering: ClassVar = ["section"]

    def __str__(self) -> str:
        """Return the section and what happens to it."""
        return f"{self.section}: {self.get_policy_display()}"


class ChangeMark(models.Model):
    """What somebody has said about a change of the original: that it is wording only, or takes a claim back.

    ``items`` has the digests before and after of each item that changed, by item; ``null`` where there was
    none. Append-only; the latest of a change counts.
    """

    class Kind(models.TextChoices):
        """What kind of change it was."""

        MEANING = "meaning", _("the meaning has changed: translations are behind")
        WORDING = "wording", _("wording only: translations stay current")
        RETRACTED = "retracted", _("something was taken back: outdated translations must not be shown")

    content_id = models.UUIDField(_("content id"), db_index=True)
    section = models.CharField(_("section"), max_length=40)
    before = models.CharField(max_length=80)
    after = models.CharField(max_length=80)
    items = models.JSONField(default=dict)
    kind = models.CharField(_("kind of change"), max_length=10, choices=Kind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        """Oldest first."""

        verbose_name = _("kind of a change")
        verbose_name_plural = _("kinds of changes")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        """Return section and kind."""
        return f"{self.section} · {self.kind}"


class Refusal(models.Model):
    """A publication that the gate refused: what, in which language, at which door, and why."""

    content_id = models.UUIDField(_("content id"))
    locale = models.CharField(_("language"), max_length=20)
    title = models.CharField(_("title"), max_length=255)
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    findings = models.JSONField(_("findings"), default=list)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        """Newest first."""

        verbose_name = _("refused publication")
        verbose_name_plural = _("refused publications")
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        """Return what was refused and in which language."""
        return f"{self.title} ({self.locale})"


class TermPair(models.Model):
    """An agreement between two languages about a word (``localization.quality.terms``)."""

    class Kind(models.TextChoices):
        """What the agreement asks for."""

        REQUIRED = "required", _("Required: the source's term is translated with this word")
        FORBIDDEN = "forbidden", _("Forbidden: the translation never has this word")
        UNTOUCHED = "untouched", _("Not translated: the term stays as it is")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.REQUIRED)
    source_language = models.CharField(_("source language"), max_length=20, choices=languages, default="en")
    target_language = models.CharField(_("language of the translation"), max_length=20, choices=languages)
    source = models.CharField(
        _("term in the source"),
        max_length=200,
        blank=True,
        help_text=_("Its basic form. For a forbidden word, leave empty to forbid it everywhere."),
    )
    target = models.CharField(
        _("word in the translation"),
        max_length=200,
        blank=True,
        help_text=_("Its basic form. Leave empty for a term that is not translated."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        """In the order of the listing."""

        verbose_name = _("term pair")
        verbose_name_plural = _("term pairs")
        ordering: ClassVar = ["target_language", "source", "target"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "source_language", "target_language", "source", "target"],
                name="term_pair_once",
                violation_error_message=_("This term pair exists already."),
            ),
        ]

    def __str__(self) -> str:
        """Return both words."""
        return f"{self.source or '…'} → {self.target or self.source}"

    def clean(self) -> None:
        """Require the words that the kind needs.

        Raises:
            ValidationError: where one is missing, or both languages are the same.
        """
        missing = {
            field: _("Fill this in.")
            for field, kinds in (("source", ("required", "untouched")), ("target", ("required", "forbidden")))
            if self.kind in kinds and not getattr(self, field).strip()
        }
        if self.source_language == self.target_language:
            missing["target_language"] = _("Choose another language than that of the source.")
        if missing:
            raise ValidationError(missing)


class AcceptedFinding(models.Model):
    """A finding that a person has accepted, for exactly these two texts. Kept for ever."""

    content_id = models.UUIDField(_("content id"))
    locale = models.CharField(_("language"), max_length=20)
    rule = models.CharField(_("rule"), max_length=40)
    digest = models.CharField(max_length=80, help_text=_("Of the source text and the translated text."))
    message = models.TextField(_("finding"))
    reason = models.TextField(_("reason"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted_at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        """A finding is accepted once; one permission says who may."""

        verbose_name = _("accepted finding")
        verbose_name_plural = _("accepted findings")
        default_permissions = ()
        permissions: ClassVar = [("accept_finding", "Can accept a finding of the quality checks")]
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["content_id", "locale", "rule", "digest"], name="finding_accepted_once"
            ),
        ]

    def __str__(self) -> str:
        """Return rule, language and content."""
        return f"{self.rule} · {self.locale} · {self.content_id}"


class GroupLanguage(models.Model):
    """A language that a group of the admin is limited to. A group without any works in all languages."""

    group = models.ForeignKey(
        "auth.Group", verbose_name=_("group"), on_delete=models.CASCADE, related_name="languages"
    )
    # The code and not the Locale: were a locale removed, the group would silently be unlimited.
    language = models.CharField(_("language"), max_length=20)

    class Meta:
        """A group has a language once."""

        verbose_name = _("language of a group")
        verbose_name_plural = _("languages of groups")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "language"], name="group_language_once"),
        ]

    def __str__(self) -> str:
        """Return group and language."""
        return f"{self.group} · {self.language}"


class Grant(models.Model):
    """A right that a role was given by an installation or an update, so that it is given only once."""

    group = models.CharField(_("group"), max_length=150)
    right = models.CharField(_("right"), max_length=200)

    class Meta:
        """A right is granted once."""

        verbose_name = _("granted right")
        verbose_name_plural = _("granted rights")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "right"], name="granted_once"),
        ]

    def __str__(self) -> str:
        """Return group and right."""
        return f"{self.group}: {self.right}"


# Signatures have a package of their own; Django looks for an app's models here.
from localization.review.models import ReviewOverride, ReviewRule, ReviewSignature  # noqa: E402, F401
