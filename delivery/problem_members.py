"""What do the further members of problem documents mean?  (For the documentation, in English.)"""

from __future__ import annotations

from delivery.problems import Problem

_TRANSLATIONS = (
    "The languages in which it can be had, each with `language`, `name`, `title`, `path`, `api_path`"
)
MEANINGS = {
    "id": "The content that was asked for.",
    "requested": "The tag of the language that was asked for, or was chosen by `Accept-Language`.",
    "available_translations": f"{_TRANSLATIONS} and others; the same members as in a document.",
    "former_translations": (
        "The languages in which it was public and is no longer, each with `language`, `name`, `status` "
        "(`withdrawn`: its address gives a notice to show; `gone`) and `reason` (of `gone`, else `null`)."
    ),
    "reason": (
        "`deleted`, `unpublished`, `expired`, `restricted`, `refused` (an editorial rule speaks against it) "
        "or `recalled` (it was wrong)."
    ),
    "at": "Since when, or `null`.",
    "replaced_by": "The id of what stands in its place, or `null`.",
    "parameter": "The name of the parameter.",
    "value": "What was sent.",
    "expected": "What it must be, in the reader's language.",
    "allowed": "What there is instead: names, separated by commas.",
    "docs": "Where all addresses are described.",
    "path": "The path that was asked for.",
    "section": "The section that was asked for.",
    "sections": "The sections that there are, separated by commas.",
    "snapshot": "Where to begin again; `null` where the token does not even say for which language it was.",
    "refused": "Each language that was asked for, with `because`: why it will not do.",
    "allowed_languages": "The tags of the languages that the key opens.",
    "allowed_types": "The types that the key opens; `null`: all.",
    "allowed_drafts": "Whether the key opens links to drafts.",
    "recall": "The number that was asked for.",
    "limit": "Which limit is reached: `minute` or `day`.",
    "most": "How many requests it allows.",
    "seconds": "After how many seconds there will be more; also in `Retry-After`.",
    "method": "The method that was used.",
}
# Where a member means something else, or comes only at times.
OF_ONE = {
    ("invalid_parameter", "allowed"): "Only for `fields`: the names that there are, as a list.",
    ("unknown_section", "allowed"): "The sections that there are, as a list.",
    ("method_not_allowed", "allowed"): "The methods that there are, separated by commas.",
    ("unknown_locale", "requested"): "The tag as it was sent.",
    ("unknown_locale", "parameter"): "The parameter that named it.",
    ("key_not_accepted", "reason"): "`unknown`, `expired`, `revoked` or `replaced`.",
    ("preview_ended", "reason"): "`expired`, `revoked`, `recalled` or `deleted`.",
    ("requirement_not_met", "available_translations"): (
        f"{_TRANSLATIONS}, others, and `because`: why it will not do; `null`: it will."
    ),
}


def further_members(problem: type[Problem]) -> dict[str, str]:
    """Return the meaning of each member that a problem has beside those of every problem, by name."""
    return {name: OF_ONE.get((problem.code, name), MEANINGS.get(name, "")) for name in problem.further}
