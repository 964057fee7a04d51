"""The guided session in the terminal: the same script, the same four verbs as in the browser."""
