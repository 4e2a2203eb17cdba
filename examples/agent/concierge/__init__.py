"""Tells the time anywhere, and whether it is a good time to call."""
