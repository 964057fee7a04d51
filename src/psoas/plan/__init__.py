"""The plan: what to do today and why; what a response changes."""
