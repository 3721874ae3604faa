"""Worked examples of what a team tells Lineal; each folder is one, with its own README."""
