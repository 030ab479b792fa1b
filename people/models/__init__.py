"""Who writes, and who answers for what is written?"""

from people.models.organisation import Organisation
from people.models.person import Person

__all__ = ["Organisation", "Person"]
