"""A chart as a page shows it: the picture, a sentence, and the same figures as a table."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from psoas.charts.chart import Chart

NOT_SAID = "–"


def charted(chart: Chart) -> Mapping[str, Any]:
    """What the macro `charted` needs."""
    return {
        # A chart's own texts are escaped where it is made.
        "svg": Markup(chart.svg) if chart.rows else "",
        "sentence": chart.sentence,
        "headings": chart.headings,
        "rows": [[cell or NOT_SAID for cell in row] for row in chart.rows],
    }
