"""A terminal's other side: what it shows, the modes it is in, and its answers to queries."""

import codecs
import re

import pyte

from harness.shell import MARK

_ESCAPE = re.compile(
    r"\x1b(?:\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\](?P<command>[^\x07\x1b]*)(?P<end>\x07|\x1b\\)"
    r"|(?P<string>[PX^_].*?)\x1b\\"
    r"|[ -/]+[0-~]|[0-OQ-WYZ`-~\\])",
    re.DOTALL,
)
_UNFINISHED = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_][^\x1b]*\x1b?|[ -/]*)\Z", re.DOTALL
)
_LEFT_OUT = " !\"$&'*+,-./"
"""Starts of sequences of three characters of which pyte would print the last."""
_PLAIN = re.compile(r"[0-9;]*")
_ALTERNATE = {"47", "1047", "1049"}
_ON_AT_REST = {"7", "25"}
_KNOWN = {"1", "7", "12", "66", "1000", "1002", "1003", "1004", "1005", "1006", "2004"}
_COLOURS = {"10": "eeee/eeee/eeee", "11": "0000/0000/0000"}
_FIXED_ANSWERS = {
    ("", "", "c"): "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    (">", "", "c"): "\x1b[>41;390;0c",
    (">", "", "q"): "\x1bP>|XTerm(390)\x1b\\",
    ("5", "", "n"): "\x1b[0n",
}


class Emulator:
    """Takes what a program writes; shows it as a plain xterm would."""

    def __init__(self, cols: int, rows: int) -> None:
        self._screens = [pyte.Screen(max(cols, 1), max(rows, 1)) for _ in range(2)]
        self._streams = [pyte.Stream(screen) for screen in self._screens]
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._modes: dict[str, bool] = {}
        self._kitty = 0
        self._other_keys = False
        self.marks = 0
        """How many of the shell's marks have come by."""

    def text(self) -> str:
        """What a person sees now, without the blanks at the ends of lines and screen."""
        shown = self._screens[self.on_alternate_screen()].display
        return "\n".join(line.rstrip() for line in shown).rstrip("\n")

    def on_alternate_screen(self) -> bool:
        """Whether the screen shown is the one that leaves no trace behind."""
        return any(self._modes.get(mode, False) for mode in _ALTERNATE)

    def resize(self, cols: int, rows: int) -> None:
        """Change the size in character cells; a size of nothing shows a single cell."""
        for screen in self._screens:
            screen.resize(max(rows, 1), max(cols, 1))

    def modes_left(self) -> list[str]:
        """Every mode that differs from a terminal at rest, named as it would be switched."""
        modes = [(int(mode), on) for mode, on in self._modes.items() if on != (mode in _ON_AT_REST)]
        left = [f"?{mode}{'h' if on else 'l'}" for mode, on in sorted(modes)]
        left += [f"kitty{self._kitty:+d}"] if self._kitty else []
        return left + (["modifyOtherKeys"] if self._other_keys else [])

    def feed(self, data: bytes) -> bytes:
        """Take what was written; the bytes are what the terminal answers."""
        text = self._held + self._decoder.decode(data)
        self._held, answers, at = "", "", 0
        while (escape := text.find("\x1b", at)) >= 0:
            self._draw(text[at:escape])
            if sequence := _ESCAPE.match(text, escape):
                answers += self._obey(sequence)
                at = sequence.end()
            elif _UNFINISHED.match(text, escape):
                self._held = text[escape:]
                return answers.encode()
            else:
                at = escape + 1
        self._draw(text[at:])
        return answers.encode()

    def _draw(self, text: str) -> None:
        self._streams[self.on_alternate_screen()].feed(text)

    def _obey(self, sequence: re.Match[str]) -> str:
        """Act on one whole escape sequence; the answer to it, mostly none."""
        whole = sequence.group()
        if sequence["final"]:
            return self._control(sequence["parameters"], sequence["between"], sequence["final"])
        if sequence["end"]:
            return self._operating_system_command(sequence["command"], sequence["end"])
        if sequence["string"]:
            self.marks += whole.encode() == MARK
        elif whole in {"\x1b=", "\x1b>"}:
            self._modes["66"] = whole == "\x1b="
        elif whole == "\x1bc":
            self._modes.clear()
            self._kitty, self._other_keys = 0, False
            for stream in self._streams:
                stream.feed(whole)
        elif whole[1] not in _LEFT_OUT:
            self._draw(whole)
        return ""

    def _operating_system_command(self, command: str, end: str) -> str:
        number, _, rest = command.partition(";")
        if rest == "?" and number in _COLOURS:
            return f"\x1b]{number};rgb:{_COLOURS[number]}{end}"
        return ""

    def _control(self, parameters: str, between: str, final: str) -> str:
        if (parameters.removesuffix("0"), between, final) in _FIXED_ANSWERS:
            return _FIXED_ANSWERS[parameters.removesuffix("0"), between, final]
        match (parameters[:1], between, final):
            case ("?", "", "h" | "l"):
                self._switch(parameters[1:].split(";"), on=final == "h")
            case ("?", "$", "p"):
                return f"\x1b[?{parameters[1:]};{self._setting(parameters[1:])}$y"
            case (">", "", "u"):
                self._kitty += 1
            case ("<", "", "u"):
                self._kitty -= int(parameters[1:] or 1)
            case (">", "", "m"):
                self._other_keys = re.fullmatch(r">4;[12]", parameters) is not None
            case ("6", "", "n"):
                cursor = self._screens[self.on_alternate_screen()].cursor
                return f"\x1b[{cursor.y + 1};{cursor.x + 1}R"
            case ("1", "", "t") if parameters == "18":
                screen = self._screens[0]
                return f"\x1b[8;{screen.lines};{screen.columns}t"
            case (_, "", _) if _PLAIN.fullmatch(parameters):
                self._draw(f"\x1b[{parameters}{final}")
        return ""

    def _switch(self, modes: list[str], *, on: bool) -> None:
        for mode in filter(str.isdigit, modes):
            before = self.on_alternate_screen()
            self._modes[mode] = on
            if mode not in _ALTERNATE:
                self._draw(f"\x1b[?{mode}{'h' if on else 'l'}")
            elif on and not before:
                self._screens[True].reset()

    def _setting(self, mode: str) -> int:
        """A mode as a query is answered: 0 not known, 1 on, 2 off."""
        if mode not in _KNOWN | _ALTERNATE | _ON_AT_REST:
            return 0
        return 1 if self._modes.get(mode, mode in _ON_AT_REST) else 2
