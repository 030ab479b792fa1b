"""Where are media and static files, and under which addresses?"""

from pathlib import Path
from typing import Any

from cms.places import PROJECT_DIR, state_dir
from cms.settings.env import env

MEDIA_ROOT = Path(env.media_root) if env.media_root else state_dir(env.state_dir) / "media"
MEDIA_URL = "/media/"
# In production nginx or another front serves media; here the application may do it itself.
SERVE_MEDIA = False

STATIC_ROOT = Path(env.static_root) if env.static_root else state_dir(env.state_dir) / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [PROJECT_DIR / "static"]

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
