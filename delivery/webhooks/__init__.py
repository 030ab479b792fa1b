"""Tell other systems that a document has changed: events, their delivery, and the endpoints that get them."""
