"""Who has reviewed which section in which language, and does that still hold?"""
