"""The screens on which endpoints are kept, their messages looked at, and secrets shown once."""
