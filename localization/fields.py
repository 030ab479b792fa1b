"""How does a model say which of its fields are translated and which are the same in every language?

Re-exported from wagtail-localize, so that only ``localization`` depends on it. Use them in a model's
``override_translatable_fields``; never set ``translatable_fields`` (wagtail-localize-traps, section 0:
a model that does so loses the automatic list, and a new field is silently neither translated nor
synchronised).
"""

from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

__all__ = ["SynchronizedField", "TranslatableField", "get_translatable_fields"]
