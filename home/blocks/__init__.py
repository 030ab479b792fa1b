"""The building blocks of the home page, plain pages and the navigation."""
