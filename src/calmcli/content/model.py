"""What a file may say, kind by kind."""

from collections.abc import Mapping
from types import MappingProxyType

from calmcli.content.breathing_script import BreathingScript
from calmcli.content.described import Identified, Tag
from calmcli.content.grounding_script import GroundingScript
from calmcli.content.imagery import VisualizationLine, VisualizationPart
from calmcli.content.inputs import Input
from calmcli.content.muscles import Area, Part, PartOfBody, Step, StepName
from calmcli.content.phases import Phase, PhaseName
from calmcli.content.prompts import GroundingLine, GroundingPart
from calmcli.content.relaxation_script import RelaxationScript
from calmcli.content.visit_template import TemplateStep, VisitPlace, VisitTemplate
from calmcli.content.visualization_script import VisualizationScript

ScriptInParts = RelaxationScript | VisualizationScript | GroundingScript
"""A script that goes from part to part, each with a name and words of its own."""

Script = BreathingScript | ScriptInParts
"""Any script, of whichever kind; its `kind` tells which."""

SCRIPT_SHAPES: Mapping[str, type[Script]] = MappingProxyType(
    {
        BreathingScript.kind: BreathingScript,
        RelaxationScript.kind: RelaxationScript,
        VisualizationScript.kind: VisualizationScript,
        GroundingScript.kind: GroundingScript,
    }
)
"""The kinds that can be played."""

SHAPES: Mapping[str, type[Identified]] = MappingProxyType(
    {**SCRIPT_SHAPES, VisitTemplate.kind: VisitTemplate}
)
"""What a file's `kind` makes of it."""

__all__ = [
    "SCRIPT_SHAPES",
    "SHAPES",
    "Area",
    "BreathingScript",
    "GroundingLine",
    "GroundingPart",
    "GroundingScript",
    "Input",
    "Part",
    "PartOfBody",
    "Phase",
    "PhaseName",
    "RelaxationScript",
    "Script",
    "ScriptInParts",
    "Step",
    "StepName",
    "Tag",
    "TemplateStep",
    "VisitPlace",
    "VisitTemplate",
    "VisualizationLine",
    "VisualizationPart",
    "VisualizationScript",
]
