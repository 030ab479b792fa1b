"""The demo content: read from ``demo/``, put into the site through the doors that editors use."""
