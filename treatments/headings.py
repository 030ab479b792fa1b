"""What are the sections of a treatment or condition called?"""

from django.utils.translation import gettext as _


def section_heading(kind: str) -> str | None:
    """Return the heading of a section in the active language; ``None`` for the overview, which has none."""
    return {
        "conditions": _("What it is used for"),
        "process": _("What happens"),
        "risks": _("Risks and safety"),
        "conclusion": _("Weighing it up"),
        "about": _("About the condition"),
        "care": _("Looking after yourself, and when to see a doctor"),
        "faqs": _("Questions and answers"),
        "sources": _("Sources"),
    }.get(kind)
