"""Withdraw a content now, in every language and channel, and keep it withdrawn until somebody lifts that."""
