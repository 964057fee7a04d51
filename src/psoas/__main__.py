"""`python -m psoas` is the same as the command `psoas`."""

from psoas.cli import main

main()
