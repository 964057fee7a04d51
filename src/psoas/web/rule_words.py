"""The rules of conditions in words: `lumbar_flexion >= 3` as "bending the low back: 3 or more"."""

import ast

from psoas.messages import gettext


def rule_in_words(rule: str) -> str:
    """A rule over what an exercise asks of the body, readable without knowing its names."""
    return _said(ast.parse(rule.strip(), mode="eval").body)


def _said(node: ast.expr) -> str:
    if isinstance(node, ast.BoolOp):
        joint = gettext(" and ") if isinstance(node.op, ast.And) else gettext(" or ")
        return joint.join(_part(value) for value in node.values)
    if isinstance(node, ast.UnaryOp):
        return gettext("not {what}").format(what=_part(node.operand))
    if isinstance(node, ast.Compare):
        return _compared(node)
    return load_name(ast.unparse(node))


def _part(node: ast.expr) -> str:
    """A part of a longer rule; a rule within a rule stands in brackets."""
    return f"({_said(node)})" if isinstance(node, ast.BoolOp) else _said(node)


def _compared(node: ast.Compare) -> str:
    what, how = load_name(ast.unparse(node.left)), node.ops[0]
    value = ast.unparse(node.comparators[0]).strip("'")
    if isinstance(how, ast.Eq) and value == "0":
        return gettext("no {what}").format(what=what)
    return _comparison(how).format(what=what, value=load_name(value))


def _comparison(how: ast.cmpop) -> str:
    if isinstance(how, ast.GtE):
        return gettext("{what} {value} or more")
    if isinstance(how, ast.Gt):
        return gettext("{what} more than {value}")
    if isinstance(how, ast.LtE):
        return gettext("{what} {value} or less")
    if isinstance(how, ast.Lt):
        return gettext("{what} less than {value}")
    return gettext("{what} {value}") if isinstance(how, ast.Eq) else gettext("{what} not {value}")


def load_name(name: str) -> str:
    """What an exercise asks of the body, in plain words."""
    names = {
        "lumbar_flexion": gettext("bending the low back"),
        "lumbar_extension": gettext("arching the low back"),
        "lumbar_rotation": gettext("turning the low back"),
        "side_bend": gettext("bending sideways"),
        "nerve": gettext("pull on the sciatic nerve"),
        "hip_external_rotation": gettext("turning the hip out"),
        "hip_extension": gettext("taking the leg behind"),
        "hip_abduction": gettext("taking the leg out to the side"),
        "hip_crossing": gettext("crossing the leg over"),
        "head_down": gettext("head low"),
        "wrist": gettext("weight on the wrists"),
        "shoulder": gettext("work for the shoulders"),
        "balance": gettext("balance"),
        "belly_compression": gettext("pressure on the belly"),
        "pelvic_asymmetry": gettext("one side of the pelvis pulled"),
        "knee_twist": gettext("twist in the knee"),
        "pressure": gettext("pressure on the spine"),
        "hip_flexion": gettext("bending the hip, degrees:"),
        "knee_flexion": gettext("bending the knee, degrees:"),
        "kneeling": gettext("kneeling"),
        "lying_on_back": gettext("lying on the back"),
        "lying_face_down": gettext("lying on the front"),
        "on_floor": gettext("down on the floor"),
        "kind": gettext("kind of exercise:"),
        "position": gettext("position:"),
        "ladder": gettext("ladder:"),
        "level": gettext("level on its ladder"),
    }
    return names.get(name, name.replace("_", " "))
