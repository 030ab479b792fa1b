"""Store what the shared cache holds as it is: to unpack a page at each reading costs more than its space is worth."""

from django.db import migrations

PLAIN = "ALTER TABLE cms_cache ALTER COLUMN value SET STORAGE EXTERNAL"
PACKED = "ALTER TABLE cms_cache ALTER COLUMN value SET STORAGE EXTENDED"


class Migration(migrations.Migration):
    """Change how the column is stored; entries that are there already stay as they are until they expire."""

    dependencies = [("cms", "0002_moment")]
    operations = [migrations.RunSQL(PLAIN, PACKED)]
