from psoas.safety.verdict import Ruling, Verdict, as_json


def test_it_is_written_as_the_command_promises() -> None:
    verdict = Verdict(
        exercise="childs_pose",
        ruling=Ruling.AVOID,
        why=("Deep bend",),
        swap_to=("single_knee_to_chest",),
        conditions=("osteoporosis",),
    )
    assert as_json(verdict) == {
        "exercise": "childs_pose",
        "verdict": "avoid",
        "how": [],
        "why": ["Deep bend"],
        "swap_to": ["single_knee_to_chest"],
    }


def test_a_higher_ruling_is_more_cautious() -> None:
    assert Ruling.OK < Ruling.MODIFY < Ruling.AVOID
