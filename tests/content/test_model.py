import msgspec

from calmcli.content.model import SCRIPT_SHAPES, BreathingScript, Script


def test_every_kind_is_found_by_the_name_it_gives_itself() -> None:
    assert {kind: shape.__struct_config__.tag for kind, shape in SCRIPT_SHAPES.items()} == {
        shape.kind: shape.kind for shape in SCRIPT_SHAPES.values()
    }


def test_a_schema_can_be_written_that_names_the_kind_and_the_bounds() -> None:
    schema = msgspec.json.schema(BreathingScript)["$defs"]
    script, phase = schema["BreathingScript"], schema["Phase"]
    assert script["properties"]["kind"] == {"enum": ["breathing"]}
    assert script["additionalProperties"] is False
    assert set(script["required"]) == {
        *("kind", "format", "language", "id", "title", "about", "breath")
    }
    assert phase["properties"]["seconds"]["minimum"] == 0.5
    assert phase["properties"]["seconds"]["maximum"] == 30


def test_one_schema_holds_every_kind_and_its_bounds() -> None:
    schema = msgspec.json.schema(Script)
    shapes = schema["$defs"]
    assert set(schema["discriminator"]["mapping"]) == set(SCRIPT_SHAPES)
    for shape in shapes.values():
        assert shape["additionalProperties"] is False
        assert shape["description"]
    step, line = shapes["Step"]["properties"], shapes["GroundingLine"]["properties"]
    assert (step["seconds"]["minimum"], step["seconds"]["maximum"]) == (2, 60)
    assert (line["seconds"]["minimum"], line["seconds"]["maximum"]) == (3, 120)
    parts = shapes["VisualizationScript"]["properties"]["parts"]
    assert (parts["minItems"], parts["maxItems"]) == (1, 60)
    lines = shapes["VisualizationPart"]["properties"]["lines"]
    assert (lines["minItems"], lines["maxItems"]) == (1, 40)
    assert shapes["GroundingScript"]["properties"]["inputs"]["maxItems"] == 3
