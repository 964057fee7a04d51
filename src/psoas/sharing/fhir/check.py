"""The safety check as a questionnaire, and how it was answered."""

from collections.abc import Iterator

from psoas.safety.clearance import Answer, Answers, Clearance, Reply
from psoas.safety.flags import Flags, RedFlag, load_flags
from psoas.sharing.fhir.parts import ABSENT, YES_NO, Json, coding, day, link

CONCLUSION = "conclusion"
URL = "urn:psoas:questionnaire:safety-check"
REPLIES = {
    Reply.YES: coding(YES_NO, "Y", "Yes"),
    Reply.NO: coding(YES_NO, "N", "No"),
    Reply.UNSURE: coding(ABSENT, "asked-unknown", "Asked But Unknown"),
}
"""As the value set yesnodontknow of FHIR has them."""
CONCLUDED = {
    "go_ahead": "Nothing was found that speaks against starting.",
    "see_clinician_before_starting": "A clinician should be seen before starting.",
    "urgent_24_48h": "To be seen within a day or two.",
    "emergency_now": "To be seen at once.",
}


def questionnaire(identity: str) -> Json:
    """What the check asks: each danger sign, and below it what changes its meaning."""
    flags = load_flags()
    return {
        "resourceType": "Questionnaire",
        "id": identity,
        "url": URL,
        "title": "Safety check before moving",
        "status": "active",
        "subjectType": ["Patient"],
        "item": [*map(_asked, flags.by_id.values()), _concluded_item()],
    }


def _asked(flag: RedFlag) -> Json:
    contexts = [_choice(_link_id(flag, one.id), one.question) for one in flag.contexts]
    return {**_choice(flag.id, flag.question), **({"item": contexts} if contexts else {})}


def _choice(link_id: str, text: str) -> Json:
    options = [{"valueCoding": reply} for reply in REPLIES.values()]
    return {"linkId": link_id, "text": text, "type": "choice", "answerOption": options}


def _concluded_item() -> Json:
    return {"linkId": CONCLUSION, "text": "What the check concluded", "type": "string"}


def _link_id(flag: RedFlag, context: str) -> str:
    return f"{flag.id}.{context}"


def response(
    identity: str, asked: Json, answers: Answers, clearance: Clearance, patient: Json
) -> Json:
    """The answers as they stand; complete only where every danger sign was answered."""
    flags = load_flags()
    complete = flags.by_id.keys() <= answers.flags.keys()
    concluded = {"valueString": CONCLUDED[clearance.triage.word]}
    return {
        "resourceType": "QuestionnaireResponse",
        "id": identity,
        "questionnaire": asked["url"],
        "status": "completed" if complete else "in-progress",
        "subject": link(patient),
        "authored": day(answers.on),
        "author": link(patient),
        "source": link(patient),
        "item": [
            *_answered(answers, flags),
            *([{**_told(_concluded_item()), "answer": [concluded]}] if complete else []),
        ],
    }


def _answered(answers: Answers, flags: Flags) -> Iterator[Json]:
    for flag in flags.by_id.values():
        if answer := answers.flags.get(flag.id):
            contexts = list(_contexts(flag, answer))
            given = {
                "valueCoding": REPLIES[answer.reply],
                **({"item": contexts} if contexts else {}),
            }
            yield {"linkId": flag.id, "text": flag.question, "answer": [given]}


def _contexts(flag: RedFlag, answer: Answer) -> Iterator[Json]:
    """What was answered yes or left unsure; a no to a context isn't kept apart from no answer."""
    for context in flag.contexts:
        reply = Reply.YES if context.id in answer.context else None
        if context.id in answer.unsure_context:
            reply = Reply.UNSURE
        if reply:
            item = {"linkId": _link_id(flag, context.id), "text": context.question}
            yield {**item, "answer": [{"valueCoding": REPLIES[reply]}]}


def _told(item: Json) -> Json:
    return {key: value for key, value in item.items() if key in ("linkId", "text")}
