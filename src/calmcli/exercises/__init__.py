"""How each kind of script becomes a timeline."""

from calmcli.content.model import Script
from calmcli.exercises.breathing import breathing_timeline
from calmcli.exercises.choices import AS_WRITTEN, Choices
from calmcli.exercises.length import default_length, of_length
from calmcli.exercises.lines import lines_timeline
from calmcli.exercises.relaxation import relaxation_timeline
from calmcli.timeline import Timeline


def timeline_of(script: Script, choices: Choices = AS_WRITTEN) -> Timeline:
    """All of a script on one timeline, open-ended where it can go on for as long as wanted."""
    match script.kind:
        case "breathing":
            return breathing_timeline(script)
        case "relaxation":
            return relaxation_timeline(script, choices)
        case "visualization" | "grounding":
            return lines_timeline(script.parts, script.inputs, choices)


def usual_timeline(script: Script) -> Timeline:
    """A script on a timeline of the length it asks for itself."""
    return of_length(timeline_of(script), default_length(script))
