"""From what was typed and what is set to a plan: which script, how long, what is asked."""

from argparse import Namespace
from datetime import datetime

from calmcli import kinds
from calmcli.cli import lengths
from calmcli.clock import Clock
from calmcli.content.library import Found, Library, shipped_script
from calmcli.content.problems import ScriptError
from calmcli.course import Plan
from calmcli.errors import UsageError
from calmcli.exercises.fitting import can_be_any_length, longest_within, variants_by_length
from calmcli.exercises.length import S_PER_MINUTE, Length
from calmcli.exercises.skipping import parts_left_out
from calmcli.kinds import KINDS
from calmcli.output import complain
from calmcli.settings import Practice, Settings
from calmcli.words import planning as said
from calmcli.words import session as words

KIND_OF = {**kinds.KIND_OF, "now": "breathing"}
"""The kind of session that a command begins."""

GENTLE = "ramp"
"""A breath for whoever breathes fast: it begins short and grows longer."""


def make_plan(
    name: str, options: Namespace, settings: Settings, library: Library, clock: Clock
) -> Plan:
    """The plan for a command. Raises UsageError for a script or a time that cannot be."""
    kind = KIND_OF[name]
    practice: Practice = getattr(settings, kind)
    found = _find(library, kind, options.script, practice.script)
    until = None
    if options.until is not None:
        until = lengths.next_time(options.until, clock.local())
    seconds = _seconds_asked(options, practice, until, clock)
    asked = getattr(options, "skip", ())
    left_out = parts_left_out(found.script, asked, settings.skip.always)
    length = None
    if getattr(options, "cycles", None) is not None:
        length, until = Length(cycles=options.cycles), None
    elif seconds is not None and can_be_any_length(found.script):
        length = Length(seconds=seconds)
    elif seconds is not None:
        found = _longest_that_fits(library, found, seconds, settings, _length_asked(options))
        left_out, until = parts_left_out(found.script, asked, settings.skip.always), None
    return Plan(
        found=found,
        length=length,
        until=until,
        left_out=left_out,
        ask_before=settings.ask.before and not options.no_rating and name != "now",
        ask_inputs=name != "now",
        ask_after=settings.ask.after and not options.no_rating,
        own_pace_else=_gentle(library) if getattr(options, "my_pace", False) else None,
    )


def grounding_plan(library: Library, settings: Settings) -> Plan:
    """Grounding at once, for whoever is in the middle of something else: nothing is asked first."""
    return Plan(
        found=usual_script(library, "grounding", settings.grounding.script),
        ask_before=False,
        ask_inputs=False,
        ask_after=settings.ask.after,
    )


def usual_script(library: Library, kind: str, chosen: str | None = None) -> Found:
    """The script for those who name none; a broken setting or file keeps nobody waiting."""
    for script_id in filter(None, (chosen, KINDS[kind].usual)):
        try:
            found = library.find(script_id)
        except ScriptError as error:
            complain(f"{error}\n{said.SHIPPED_INSTEAD}")
        except UsageError as error:
            complain(f"{error}. {said.USUAL_INSTEAD}")
        else:
            if found.script.kind == kind:
                return found
    return shipped_script(KINDS[kind].usual)


def _gentle(library: Library) -> Found:
    """What is breathed where no pace of one's own can be told."""
    return usual_script(library, "breathing", GENTLE)


def _find(library: Library, kind: str, named: str | None, chosen: str | None) -> Found:
    if named is None:
        return usual_script(library, kind, chosen)
    found = library.find(named)
    if found.script.kind != kind:
        command = KINDS[found.script.kind].command
        raise UsageError(said.OTHER_KIND.format(script=found.script.id, command=command))
    return found


def _seconds_asked(
    options: Namespace, practice: Practice, until: datetime | None, clock: Clock
) -> float | None:
    """About how many seconds are wanted; None when the script's own length is."""
    if until is not None:
        return (until - clock.local()).total_seconds()
    if options.minutes is not None:
        return float(options.minutes * S_PER_MINUTE)
    if practice.minutes is not None and options.script is None:
        return practice.minutes * S_PER_MINUTE
    return None


def _length_asked(options: Namespace) -> str:
    """The length or the end that was typed, as it is typed; empty where none was."""
    if options.until is not None:
        return f"--until {options.until.at:%H:%M}"
    return "" if options.minutes is None else f"--minutes {options.minutes:g}"


def _longest_that_fits(
    library: Library, found: Found, seconds: float, settings: Settings, asked: str
) -> Found:
    """Of the variants of a script, the longest within so many seconds.

    Raises UsageError with what could be typed when a length was asked for and none fits.
    """
    variants = variants_by_length(library, found, settings.skip.always)
    fitting = longest_within(variants, seconds)
    if fitting is not None:
        return fitting
    if not asked:
        return found
    there_are = ", ".join(
        f"{each.script.id} {words.clock_length(length)}" for length, each in variants
    )
    command = f"{KINDS[found.script.kind].command} {variants[0][1].script.id}"
    raise UsageError(said.NONE_FITS.format(lengths=there_are, command=command, asked=asked))
