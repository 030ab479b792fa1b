"""What does the database keep of what visitors send?"""

from engagement.enquiries.models import Enquiry

__all__ = ["Enquiry"]
