"""How well does search do on the judged queries?  ``python -m tests.publishing.search.report``."""

from __future__ import annotations

import os


def main() -> None:
    """Print recall and mean reciprocal rank of each language, and what was missed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    import django

    django.setup()
    from django.db import transaction
    from django.test.utils import setup_databases, teardown_databases

    from cms import database
    from tests.publishing.search.corpus import CODES, corpus, score

    with database.hold():
        made = setup_databases(verbosity=0, interactive=False)
        try:
            print(f"{'language':10} {'texts':>5} {'queries':>7} {'recall@5':>8} {'MRR':>5}")
            for code in CODES:
                with transaction.atomic():
                    result = score(code)
                    transaction.set_rollback(True)
                data = corpus(code)
                print(
                    f"{code:10} {len(data['texts']):5} {len(data['queries']):7} "
                    f"{result.recall:8.3f} {result.reciprocal_rank:5.3f}"
                )
                for query, right, found in result.misses:
                    print(f"    missed: {query}: {', '.join(right)}; found: {', '.join(found) or 'nothing'}")
                for query, found in result.strays:
                    print(f"    astray: {query}: {', '.join(found)}")
        finally:
            teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
