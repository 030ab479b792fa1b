"""By what can readers filter the list of treatments?"""

from django.utils.translation import gettext_lazy as _

from publishing.list_filters import ListFilter
from publishing.months import MONTH, written_month
from treatments.choices import BodyArea, Downtime

TREATMENT_FILTERS = (
    ListFilter("category", _("Category"), document_type="category"),
    ListFilter("condition", _("Condition"), document_type="condition"),
    ListFilter("area", _("Body area"), BodyArea.choices),
    ListFilter("downtime", _("Recovery time"), Downtime.choices),
    ListFilter("month", _("First published"), pattern=MONTH, written=written_month),
)
