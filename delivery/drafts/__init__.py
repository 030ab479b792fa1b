"""Previews: the latest draft of a page or snippet by a link that was given out for it."""
