"""How does the project run on a laptop? As the real thing, with keys and files that it makes for itself."""

from cms.settings.base import *
from cms.settings.development_key import development_key
from cms.settings.env import env

# Off unless asked for: the 404 page and the JSON errors that readers get are part of what one wants to see.
DEBUG = env.debug
SECRET_KEY = env.secret_key or development_key(STATE_DIR)
ALLOWED_HOSTS = [*env.allowed_hosts, "localhost", "127.0.0.1", "[::1]", env.host]
PUBLIC_BASE_URL = env.public_base_url or f"http://localhost:{env.port}"

SERVE_MEDIA = True
# Static files come straight from the apps: no collectstatic, changes show at once.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
