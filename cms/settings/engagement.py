"""For how long is kept what visitors send us?"""

from cms.settings.env import env

ENQUIRY_RETENTION_DAYS = env.enquiry_retention_days
