"""A script to begin one's own from, with a note beside everything in it."""

import re
from pathlib import Path

from calmcli.content.described import ID_PATTERN, MOST_ID
from calmcli.errors import UsageError
from calmcli.text import clean
from calmcli.words.wording import quoted

NO_ID = "{id} cannot be an id: use lower-case letters, digits and single hyphens, at most {most}."

_STARTERS = Path(__file__).parent / "starters"
_ID_LINE = re.compile(r"(?m)^id: .*$")
_READ_AS_A_WORD = re.compile("(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*")


def starter(kind: str, script_id: str | None = None) -> str:
    """The text of a starter of a kind, under an id of one's own if one is given.

    Raises UsageError for what cannot be an id.
    """
    text = (_STARTERS / f"{kind}.yaml").read_text(encoding="utf-8")
    if script_id is None:
        return text
    if len(script_id) > MOST_ID or not re.fullmatch(ID_PATTERN, script_id):
        raise UsageError(NO_ID.format(id=quoted(clean(script_id)), most=MOST_ID))
    written = script_id if _READ_AS_A_WORD.fullmatch(script_id) else f'"{script_id}"'
    return _ID_LINE.sub(f"id: {written}", text, count=1)
