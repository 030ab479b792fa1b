"""How does the content API answer? JSON only: the browsable API is one more page to defend."""

from typing import Any

from cms.settings.env import env

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    # wagtail-localize's editor sends each translated text as a form; without these two it answers 415.
    "DEFAULT_PARSER_CLASSES": [
        "rest_framework.parsers.JSONParser",
        "rest_framework.parsers.FormParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    # A cookie of the admin never elevates a call to the API.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    # ?format= is an unknown parameter like any other.
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Polyclinic content API",
    "DESCRIPTION": (
        "Published documents in every language, with the state of each section. Members with "
        "`contentMediaType: text/html` (all of them are called `html`) hold HTML of the few elements that "
        "their description names. Every other text is plain: escape it before you put it into HTML."
    ),
    "VERSION": "1.0.0",
    "LICENSE": {"name": "BSD-3-Clause", "identifier": "BSD-3-Clause"},
    "OAS_VERSION": "3.1.0",
    "APPEND_COMPONENTS": {
        "securitySchemes": {
            "partnerKey": {"type": "http", "scheme": "bearer", "description": "The key of a partner."}
        }
    },
    "SERVERS": [{"url": "/api/v1", "description": "This site"}],
    "SCHEMA_PATH_PREFIX": "",
    # Codes are written where they are used; the usual hook would make named types of them, shared by chance.
    "POSTPROCESSING_HOOKS": ["delivery.webhooks.description.complete"],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "WEBHOOKS": [
        "delivery.webhooks.description.DOCUMENT_CHANGED",
        "delivery.webhooks.description.ENDPOINT_TEST",
    ],
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    # It looks at the whole site and finds fault with Wagtail's internal APIs; our schema has its own tests.
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
}

# Only for trying out on one machine: webhooks may go to private addresses, and without TLS.
WEBHOOKS_ALLOW_PRIVATE = env.webhooks_allow_private

# Who may read without a key, how much, and from which other sites in a browser: docs/api/partners.md.
API_ANONYMOUS = env.api_anonymous
API_ANONYMOUS_PER_MINUTE = env.api_anonymous_per_minute
API_KEY_PER_MINUTE = env.api_key_per_minute
API_KEY_PER_DAY = env.api_key_per_day
API_CORS_ORIGINS = env.api_cors_origins
# Seconds between two times that a process shares what it has counted.
API_FLUSH_SECONDS = 1
# Whose X-Forwarded-For is believed: addresses or networks of the proxies in front.
TRUSTED_PROXIES = env.trusted_proxies
# For how long partners may show a copy without asking whether it still holds: written into every document.
COPY_MAX_SECONDS = env.copy_max_seconds
RECALL_REMINDERS = env.recall_reminders
# For how long a link to a draft holds, and where a front end of your own shows drafts ("": nowhere).
DRAFT_LINK_HOURS = env.draft_link_hours
DRAFT_LINK_ADDRESS = env.draft_link_address
