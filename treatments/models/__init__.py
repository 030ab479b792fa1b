"""Which types of content does a clinic write about treatments?"""

from treatments.models.category import Category
from treatments.models.condition import ConditionPage
from treatments.models.glossary import GlossaryTerm
from treatments.models.index import ConditionIndexPage, TreatmentIndexPage
from treatments.models.source import Source
from treatments.models.treatment import TreatmentPage

__all__ = [
    "Category",
    "ConditionIndexPage",
    "ConditionPage",
    "GlossaryTerm",
    "Source",
    "TreatmentIndexPage",
    "TreatmentPage",
]
