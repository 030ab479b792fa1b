"""Where an original goes, its translations go: what will happen, and making it happen."""
