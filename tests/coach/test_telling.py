import json

from psoas.body import Side
from psoas.coach import as_data, write


def test_a_script_is_plain_json(library, planned, session):
    script = write(session(planned("roll", Side.LEFT, hold=5)), library)
    data = json.loads(json.dumps(as_data(script)))
    assert data["title"] == "Today"
    assert data["seconds"] == round(script.seconds, 1)
    moment = next(m for m in data["moments"] if m["kind"] == "move")
    assert moment["side"] == "left"
    assert moment["position"] == "supine"
    assert moment["beats"][1] == {"at": 4, "pose": "ready"}
