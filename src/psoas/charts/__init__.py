"""Charts: plain values drawn as SVG, each with a sentence and a table that say the same.

Pure. A chart knows nothing of diaries or pages: colours are classes, so that a page gives them its
own and paper gets fixed ones (`psoas.charts.paper`). Shapes and dashes differ wherever colours do.
"""
