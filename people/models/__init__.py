"""Who writes, who answers for what is written, and who signs it?"""

from people.models.organisation import Organisation
from people.models.person import Person
from people.models.reviewer import ReviewerAccount

__all__ = ["Organisation", "Person", "ReviewerAccount"]
