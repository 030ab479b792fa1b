"""For how long is kept what visitors send us, and what may they comment on?"""

from cms.settings.env import env

# Types of documents, as the API calls them.
COMMENTED_TYPES = ("treatment",)
ENQUIRY_RETENTION_DAYS = env.enquiry_retention_days
