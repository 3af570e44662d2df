"""From what was typed and what is set to a plan: which script, how long, what is asked."""

from datetime import datetime

from calmcli.cli.asked import Asked
from calmcli.clock import Clock
from calmcli.content.library import Found, Library, shipped_script
from calmcli.content.problems import ScriptError
from calmcli.course import Plan
from calmcli.errors import UsageError
from calmcli.exercises.fitting import can_be_any_length, longest_within, variants_by_length
from calmcli.exercises.length import S_PER_MINUTE, Length
from calmcli.exercises.skipping import parts_left_out
from calmcli.kinds import KIND_OF, KINDS
from calmcli.output import complain
from calmcli.settings import Practice, Settings
from calmcli.words import planning as said
from calmcli.words import session as words

GENTLE = "ramp"
"""A breath for whoever breathes fast: it begins short and grows longer."""


def make_plan(name: str, asked: Asked, settings: Settings, library: Library, clock: Clock) -> Plan:
    """The plan for a command. Raises UsageError for a script or a time that cannot be."""
    kind = KIND_OF[name]
    practice: Practice = getattr(settings, kind)
    found = _find(library, kind, asked.script, practice.script)
    until = None
    if asked.until is not None:
        from calmcli.cli.lengths import next_time  # noqa: PLC0415  rarely typed

        until = next_time(asked.until, clock.local())
    seconds = _seconds_asked(asked, practice, until, clock)
    left_out = parts_left_out(found.script, asked.skip, settings.skip.always)
    length = None
    if asked.cycles is not None:
        length, until = Length(cycles=asked.cycles), None
    elif seconds is not None and can_be_any_length(found.script):
        length = Length(seconds=seconds)
    elif seconds is not None:
        found = _longest_that_fits(library, found, seconds, settings, _length_asked(asked))
        left_out, until = parts_left_out(found.script, asked.skip, settings.skip.always), None
    return Plan(
        found=found,
        length=length,
        until=until,
        left_out=left_out,
        ask_before=settings.ask.before and not asked.no_rating and name != "now",
        ask_inputs=name != "now",
        ask_after=settings.ask.after and not asked.no_rating,
        own_pace_else=_gentle(library) if asked.my_pace else None,
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
    asked: Asked, practice: Practice, until: datetime | None, clock: Clock
) -> float | None:
    """About how many seconds are wanted; None when the script's own length is."""
    if until is not None:
        return (until - clock.local()).total_seconds()
    if asked.minutes is not None:
        return asked.minutes * S_PER_MINUTE
    if practice.minutes is not None and asked.script is None:
        return practice.minutes * S_PER_MINUTE
    return None


def _length_asked(asked: Asked) -> str:
    """The length or the end that was typed, as it is typed; empty where none was."""
    if asked.until is not None:
        return f"--until {asked.until.at:%H:%M}"
    return "" if asked.minutes is None else f"--minutes {asked.minutes:g}"


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
