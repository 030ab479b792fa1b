"""Which codes do treatments and conditions use, and how does a reader see them?

Codes are the same in every language; their display texts are translated with the interface.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProcedureType(TextChoices):
    """How far a treatment goes into the body (schema.org ``MedicalProcedureType``)."""

    NONINVASIVE = "noninvasive", _("No needles or cuts")
    PERCUTANEOUS = "percutaneous", _("Through the skin, with needles")
    SURGICAL = "surgical", _("Surgical")


class Specialty(TextChoices):
    """The branch of medicine that answers for a treatment (schema.org ``MedicalSpecialty``)."""

    DERMATOLOGY = "dermatology", _("Dermatology")
    PLASTIC_SURGERY = "plastic_surgery", _("Plastic surgery")
    PRIMARY_CARE = "primary_care", _("General practice")
    NURSING = "nursing", _("Nursing")


class BodyArea(TextChoices):
    """Where on the body a treatment is done."""

    FACE = "face", _("Face")
    EYES = "eyes", _("Around the eyes")
    LIPS = "lips", _("Lips")
    SCALP = "scalp", _("Scalp")
    NECK = "neck", _("Neck")
    CHEST = "chest", _("Chest")
    # The context keeps it apart from the admin's button: theirs and ours are one catalogue in the end.
    BACK = "back", pgettext_lazy("part of the body", "Back")
    ABDOMEN = "abdomen", _("Abdomen")
    ARMS = "arms", _("Arms")
    HANDS = "hands", _("Hands")
    LEGS = "legs", _("Legs")
    FEET = "feet", _("Feet")


class Downtime(TextChoices):
    """How long until most people go back to work, as readers filter by it (days, by the longest given)."""

    NONE = "none", _("No recovery time")
    DAYS = "days", _("1 to 3 days")
    WEEK = "week", _("4 to 7 days")
    LONGER = "longer", _("More than a week")


class Anaesthesia(TextChoices):
    """What is done against pain."""

    NONE = "none", _("none")
    TOPICAL = "topical", _("numbing cream")
    LOCAL = "local", _("local anaesthetic")
    SEDATION = "sedation", _("sedation")
    GENERAL = "general", _("general anaesthetic")


class Performer(TextChoices):
    """Who does a treatment."""

    DOCTOR = "doctor", _("doctor")
    NURSE = "nurse", _("nurse")
    PRACTITIONER = "practitioner", _("trained practitioner")


class StepPerformer(TextChoices):
    """Who does one step of a treatment."""

    DOCTOR = "doctor", _("doctor")
    NURSE = "nurse", _("nurse")
    PRACTITIONER = "practitioner", _("trained practitioner")
    SELF = "self", _("you yourself")


class Evidence(TextChoices):
    """How well research supports a treatment for one condition."""

    GOOD = "good", _("Good evidence: several sound studies agree")
    LIMITED = "limited", _("Limited evidence: few or small studies")
    VERY_LIMITED = "very_limited", _("Very limited evidence: single cases or weak studies")
    NONE = "none", _("No evidence that it works")
    UNKNOWN = "unknown", _("The evidence has not been assessed")


class Phase(TextChoices):
    """When in the course of a treatment a step happens."""

    CONSULTATION = "consultation", _("Consultation")
    BEFORE = "before", _("Before the treatment")
    DURING = "during", _("During the treatment")
    AFTER = "after", _("After the treatment")
    FOLLOW_UP = "follow_up", _("Follow-up")


class Severity(TextChoices):
    """How bad a side effect or complication is."""

    MILD = "mild", _("mild")
    MODERATE = "moderate", _("moderate")
    SERIOUS = "serious", _("serious")


class Onset(TextChoices):
    """How soon a side effect or complication shows."""

    DURING = "during", _("during the treatment")
    HOURS = "hours", _("within hours")
    DAYS = "days", _("within days")
    WEEKS = "weeks", _("within weeks")
    MONTHS = "months", _("after months")


class ContraindicationKind(TextChoices):
    """Whether a reason against a treatment rules it out."""

    ABSOLUTE = "absolute", _("Must not be treated")
    RELATIVE = "relative", _("Only after a doctor has weighed it up")


class HelpLevel(TextChoices):
    """How urgently to seek help (the three care cards of the NHS service manual)."""

    NON_URGENT = "non_urgent", _("Ask a doctor")
    URGENT = "urgent", _("Get medical help today")
    EMERGENCY = "emergency", _("Call for emergency help now")


class HelpPhone(TextChoices):
    """Which telephone number a help card shows; never derived from the language."""

    NONE = "none", _("no number")
    ORGANISATION = "organisation", _("the organisation’s number")
    EMERGENCY = "emergency", _("the emergency number")


class CallToAction(TextChoices):
    """What the page invites readers to do at its end."""

    ENQUIRE = "enquire", _("Ask a question")
    BOOK_CONSULTATION = "book_consultation", _("Book a consultation")
    FIND_CLINIC = "find_clinic", _("Find a clinic")


class SourceKind(TextChoices):
    """What kind of publication a source is."""

    GUIDELINE = "guideline", _("Guideline")
    REVIEW = "review", _("Systematic review")
    TRIAL = "trial", _("Clinical trial")
    REGULATOR = "regulator", _("Regulator’s notice")
    TEXTBOOK = "textbook", _("Textbook")
    WEB = "web", _("Web page")


class CodeSystem(TextChoices):
    """Which classification a medical code belongs to."""

    ICD10 = "icd10", "ICD-10"
    ICD11 = "icd11", "ICD-11"
    SNOMED = "snomed", "SNOMED CT"
