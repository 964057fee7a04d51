"""One person's daily practice: what the faces ask for and what they hand in.

The room between the faces and the rest: it reads the diary, asks safety and plan, and writes down
what happens. It decides nothing by itself.
"""

from psoas.practice.hurting import Act
from psoas.practice.practice import Practice
from psoas.practice.standing import Standing

__all__ = ["Act", "Practice", "Standing"]
