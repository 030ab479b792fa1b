"""How does the site run while it is measured? As in production, but for the addresses of static files."""

from cms.settings.production import *

# Without `collectstatic`: of a page only the addresses of its stylesheet and script differ.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
# All of the load comes from one address.
API_ANONYMOUS_PER_MINUTE = 0
# As many as a key may ever have asked for: they are counted, and none is refused.
API_KEY_PER_MINUTE = API_KEY_PER_DAY = 10**9
