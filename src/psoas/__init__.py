"""Psoas: a guided stretching and movement companion for people who live with back pain."""

__version__ = "0.1.0"
