"""Who reads by the API, what may they read, how much, and have they taken notice of recalls?"""
