"""Safety: may this person start, and what becomes of each exercise for them."""
