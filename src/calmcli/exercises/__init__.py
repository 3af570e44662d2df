"""How each kind of script becomes a timeline."""

from calmcli.content.model import Script
from calmcli.exercises.breathing import breathing_timeline
from calmcli.timeline import Timeline


def timeline_of(script: Script) -> Timeline:
    """All of a script on one timeline, open-ended where it can go on for as long as wanted."""
    match script.kind:
        case "breathing":
            return breathing_timeline(script)
