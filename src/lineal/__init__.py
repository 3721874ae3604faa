"""Lineal: an AI model registry whose every question is one GraphQL query."""

__version__ = "0.1.0"
