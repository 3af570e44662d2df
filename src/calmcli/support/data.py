"""The support page for programs."""

from datetime import date

from calmcli.support.facts import Check, Support


def support_data(support: Support, today: date) -> dict[str, object]:
    """Everything on the page, with how far each number can be leaned on."""
    return {
        "country": support.country,
        "name": support.name,
        "people": [person._asdict() for person in support.people],
        "emergency": {"numbers": support.emergency, **_check(support.emergency_check, today)},
        "own_lines": support.has_own_lines,
        "lines": [
            {
                "name": line.name,
                "reach": [way._asdict() for way in line.reach],
                "hours": line.hours,
                "languages": line.languages,
                "note": line.note,
                **_check(line.check, today),
            }
            for line in support.lines
        ],
        "directories": [
            {"address": each.address, **_check(each.check, today)} for each in support.directories
        ],
        "listed": support.listed,
        "notes": support.notes,
    }


def _check(check: Check, today: date) -> dict[str, object]:
    day = check.verified_on
    status = "stale" if check.is_stale(today) else "verified" if day else "unverified"
    return {
        "status": "own" if check.is_ones_own else status,
        "verified_on": day and day.isoformat(),
        "source": check.source,
    }
