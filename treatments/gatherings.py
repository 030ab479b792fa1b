"""Which lists of treatments have an address of their own: those of a category, those of a person?"""

from publishing.gatherings import Gathering, offer, offer_words
from treatments.structured_data import item_list, person

CATEGORIES = offer(
    Gathering(
        "category",
        "category",
        ("treatment",),
        "categories",
        "treatments/category_page.html",
        key="slug",
        web_page="CollectionPage",
        main_entity=item_list,
        has_feed=True,
    )
)
# By content id: a person has no short name, and a name is written differently in other scripts.
PEOPLE = offer(
    Gathering(
        "person",
        "author",
        ("condition", "treatment"),
        "people",
        "treatments/person_page.html",
        key="id",
        web_page="ProfilePage",
        main_entity=person,
    )
)

GLOSSARY = "glossary-term"
offer_words(GLOSSARY, "glossary")
