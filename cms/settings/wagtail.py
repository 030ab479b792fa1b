"""How are Wagtail and wagtail-localize set up?

Unsafe defaults are made safe here (measured: wagtail-localize-traps 0, 19).
"""

from typing import Any

from cms.settings.env import env

WAGTAIL_SITE_NAME = "Polyclinic"
WAGTAILADMIN_BASE_URL = env.public_base_url or f"http://localhost:{env.port}"
WAGTAIL_I18N_ENABLED = True

# The default publishes untranslated source text under the target language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# The default deletes every string translation of a language when one side is deleted.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True

# Neither editors' browsers nor the server call other hosts on their own.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None

WAGTAILSEARCH_BACKENDS: dict[str, dict[str, Any]] = {
    # Only one, for the admin: several with different configurations corrupt each other's index (traps 13).
    "default": {"BACKEND": "wagtail.search.backends.database"},
}
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]

# Every size a picture is kept in (publishing.images): WebP for pages and apps, one JPEG for link previews. No
# AVIF: at the same quality setting (80) the demo’s pictures are larger in it, 12.5 for 9.7 kB at 800 pixels;
# at 60 it saves 2.7 kB of each, for twice the files and 0.3 s of encoding.
PUBLISHING_RENDITIONS = [
    "width-400|format-webp",
    "width-800|format-webp",
    "width-1600|format-webp",
    "width-1200|format-jpeg",
]
