"""Drawing: the figure of an exercise, as frames that move and as pictures."""
