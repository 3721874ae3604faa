"""Measures queries and mutations against their hand-written statements: `make bench`."""
