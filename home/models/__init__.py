"""What is the front door of each language made of?"""

from home.models.home import HomePage
from home.models.navigation import Navigation
from home.models.standard import StandardPage

__all__ = ["HomePage", "Navigation", "StandardPage"]
