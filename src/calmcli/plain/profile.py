"""The questions of the profile, one by one in lines."""

from msgspec.structs import replace

from calmcli.plain.lines import Lines
from calmcli.profile import ITEMS, Profile
from calmcli.words import cautions as said

_ANSWERS: dict[str, bool | None] = {
    **dict.fromkeys(("y", "yes"), True),
    **dict.fromkeys(("n", "no"), False),
    **dict.fromkeys(("o", "open"), None),
}


def ask_profile(lines: Lines, profile: Profile) -> Profile:
    """The profile after every question; what is not answered stays as it was."""
    lines.say(*said.ABOUT, said.HOW_TO_ANSWER)
    for item in ITEMS:
        before = getattr(profile, item)
        prompt = said.QUESTIONS[item]
        if before is not None:
            prompt = said.UNTIL_NOW.format(question=prompt, answer=said.ANSWERS[before])
        answer = _answer(lines, prompt)
        if answer == "q":
            return profile
        profile = replace(profile, **{item: _ANSWERS.get(answer, before)})
    return profile


def _answer(lines: Lines, prompt: str) -> str:
    """One of the answers, an empty one, or `q`, as at the end of input."""
    while True:
        typed = lines.ask(prompt)
        answer = "q" if typed is None else typed.strip().lower()
        if answer in ("", "q", *_ANSWERS):
            return answer
        prompt = said.HOW_TO_ANSWER_AGAIN
