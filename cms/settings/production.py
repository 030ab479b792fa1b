"""How does the project run for readers? It refuses to start half configured, and trusts HTTPS only."""

from cms.settings.base import *
from cms.settings.env import env
from cms.settings.security import *

env.require(
    secret_key="SECRET_KEY is not set. Set it to 50 or more random characters and keep it secret.",  # noqa: S106
    allowed_hosts="ALLOWED_HOSTS is not set. Set it to the host names of the site, separated by commas.",
    public_base_url="PUBLIC_BASE_URL is not set. Set it to the address of the site, like https://www.example.org.",
    database_url="DATABASE_URL is not set. Set it to an address like postgresql://user:password@host:5432/name.",
)

DEBUG = False
SECRET_KEY = env.secret_key
ALLOWED_HOSTS = list(env.allowed_hosts)
PUBLIC_BASE_URL = env.public_base_url
CSRF_TRUSTED_ORIGINS = [PUBLIC_BASE_URL]

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
