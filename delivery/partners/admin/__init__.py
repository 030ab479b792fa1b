"""The screens on which partners get their keys, and on which is seen who has taken notice of a recall."""
