"""What is said about cautions: the questions of the profile, and what is offered because of it."""

from collections.abc import Iterable

QUESTIONS = {
    "heart": "A heart condition, or trouble with blood pressure?",
    "pregnancy": "Pregnant, or possibly so?",
    "lungs": "Asthma, or another condition of the lungs?",
    "panic": "Panic attacks, or a fear of not getting enough air?",
    "surgery": "An operation in the last weeks?",
    "injury": "An injury or a hernia?",
    "glaucoma": "Glaucoma?",
    "fainting": "Fainting at blood or needles, or nearly?",
    "flashbacks": "Flashbacks: something past that comes back as if it were now?",
    "dissociation": "Times of feeling far away, or unreal?",
}
ABOUT = (
    "This is optional, and each question can be skipped. The answers stay on this machine,",
    "in the file of your journal. With them the kinder variant of an exercise is offered",
    "first; nothing is ever locked away.",
)
ANSWERS = {True: "yes", False: "no", None: "left open"}
HOW_TO_ANSWER = "y yes, n no, o open; Enter alone leaves it as it is, q ends here."
HOW_TO_ANSWER_AGAIN = "It takes one of these: y yes, n no, o open; Enter leaves it as it is."
UNTIL_NOW = "{question} ({answer} until now)"
EMPTY = "Nothing has been said here. 'calmcli profile set' asks, one by one."
CLEARED = "Everything here is open again."
KEPT = {
    "nothing": "Nothing changed.",
    "journal": "Kept, on this machine only.",
    "pending": "Set aside, and put in its place as soon as it can be written.",
    "lost": "Not kept: nothing could be written here.",
}
NO_ITEM = "nothing is asked under '{word}'{meant} There are: {items}"
ANSWER_MISSING = "'{item}' needs an answer beside it: yes, no or open."
NO_ANSWER = "an answer is yes, no or open, not '{word}'"

HELP_SHOW = "what you have said"
HELP_SET = "answer one: 'profile set lungs yes'; without a name each is asked"
HELP_CLEAR = "leave everything open again"
HELP_ITEM = "what to answer, such as lungs ('calmcli profile' lists them)"
HELP_ANSWER = "yes, no or open"

LEFT_OUT_WITH = {
    "heart": "heart or blood pressure trouble",
    "pregnancy": "pregnancy",
    "lungs": "lung trouble",
    "panic": "panic attacks",
    "surgery": "recent surgery",
    "injury": "an injury, a hernia",
    "glaucoma": "glaucoma",
}
BETTER_LEFT_OUT = "Better left out with {who}."

WITHOUT = {
    "breath_hold": "a held breath",
    "slow_pace": "slow breathing",
    "muscle_tension": "tensing",
}
KINDER = "{title} may be kinder: it is without {without}."
KINDER_GROUND = "{title} may be kinder: it keeps to the room, with eyes open."
KINDER_TENSION = "Where blood or a needle is near, {title} may suit better."
KINDER_ANY = "{title} may be kinder."
SAY_YOU_FAINT = (
    "Where blood or a needle is near, you could say beforehand that you faint, and ask to lie down."
)


def kinder(title: str, kind: str, tags: Iterable[str]) -> str:
    """What is offered first, and what it is without."""
    named = [WITHOUT[tag] for tag in tags if tag in WITHOUT]
    match kind:
        case "grounding":
            return KINDER_GROUND.format(title=title)
        case "relaxation" if not named:
            return KINDER_TENSION.format(title=title)
    without = " and ".join(named)
    return (KINDER if named else KINDER_ANY).format(title=title, without=without)


def better_left_out(items: Iterable[str]) -> str:
    """Who had better leave a script out, by what they may say of themselves; empty for nobody."""
    *others, last = [LEFT_OUT_WITH[item] for item in items] or [""]
    who = f"{', '.join(others)} or {last}" if others else last
    return BETTER_LEFT_OUT.format(who=who) if who else ""
