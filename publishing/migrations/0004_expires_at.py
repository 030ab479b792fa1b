# Until now a document was true until it expired; a review that falls due ends that sooner.
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("publishing", "0003_review"),
    ]

    operations = [
        migrations.RunSQL(
            "UPDATE publishing_document SET expires_at = valid_until WHERE valid_until IS NOT NULL",
            migrations.RunSQL.noop,
        ),
    ]
