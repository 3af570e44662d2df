"""How long a breathing script goes on when nobody says otherwise."""

from collections.abc import Iterator

from calmcli.content.rules import Fault

_ONE_OF = "'minutes: 5', 'cycles: 4' or 'open_ended: true'"


def one_length_is_given(
    *, minutes: float | None, cycles: int | None, open_ended: bool
) -> Iterator[Fault]:
    """Exactly one of minutes, cycles and open-ended."""
    given = [
        key
        for key, there in (
            ("minutes", minutes is not None),
            ("cycles", cycles is not None),
            ("open_ended", open_ended),
        )
        if there
    ]
    if not given:
        yield Fault((), "it does not say how long it goes on", f"add one line: {_ONE_OF}")
    for extra in given[1:]:
        message = f"'{extra}' and '{given[0]}' cannot both be there"
        yield Fault((extra,), message, f"keep one of {_ONE_OF}")


def the_cap_is_kept(
    *, cycles: int | None, open_ended: bool, max_cycles: int | None
) -> Iterator[Fault]:
    """A script does not itself go beyond the most cycles it allows."""
    if max_cycles is None:
        return
    if cycles is not None and cycles > max_cycles:
        yield Fault(
            ("cycles",),
            f"'cycles' is {cycles}, but 'max_cycles' is {max_cycles}",
            "make 'cycles' smaller",
        )
    if open_ended:
        yield Fault(
            ("max_cycles",),
            "'max_cycles' and 'open_ended' cannot both be there",
            "give 'minutes' or 'cycles' instead of 'open_ended'",
        )
