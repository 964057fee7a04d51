"""The browser's face: pages and the player's door; it decides nothing."""

from psoas.web.app import create_app

__all__ = ["create_app"]
