"""What does the database keep of what visitors send?"""

from engagement.comments.models import Comment, CommentSettings, PageComments
from engagement.enquiries.models import Enquiry

__all__ = ["Comment", "CommentSettings", "Enquiry", "PageComments"]
