"""The table behind the shared cache (``cms/settings/cache.py``); unused but harmless with Redis."""

from django.db import migrations

# What ``manage.py createcachetable`` makes on PostgreSQL, so that migrating is all an installation needs.
CREATE = """
CREATE UNLOGGED TABLE cms_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX cms_cache_expires ON cms_cache (expires);
"""


class Migration(migrations.Migration):
    """Create the cache table."""

    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [migrations.RunSQL(CREATE, "DROP TABLE cms_cache")]
