"""Kills servers and databases while they are written to, and looks what is left: `make soak`."""
