"""Each step of the diary’s tables, oldest first."""
