"""The words of the pages, from gettext catalogues."""

from psoas.messages import catalogue, gettext, ngettext

__all__ = ["catalogue", "gettext", "ngettext"]
