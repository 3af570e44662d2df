"""The pages: short, sourced, plainly worded, and every way on leads somewhere."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from calmcli.cli.commands import COMMANDS
from calmcli.content.library import Library
from calmcli.content.shipped import SHIPPED_VISITS
from calmcli.learn.links import ToPage, ToRoom, ToScript, command_of, goal_of
from calmcli.learn.page import Heading, Item, Link, Page, Paragraph, Table, read_page
from calmcli.learn.pages import FOLDER, TOPICS, all_pages, find_page, search_pages
from calmcli.plain import rooms as plain_rooms
from calmcli.tui import rooms

MOST_WORDS = 400
OLDEST = 13
"""The reading age that a page may ask for."""
MOST_LINKS = 9
"""As many as there are digits to follow them by."""

COVERED = {
    "what medical trauma is": ("what-it-is", "name for what can stay behind"),
    "panic before visits": ("how-it-shows", "panic, or a fear that grows"),
    "a racing heart": ("how-it-shows", "racing heart"),
    "nausea": ("how-it-shows", "nausea"),
    "dizziness": ("how-it-shows", "dizziness"),
    "nightmares": ("how-it-shows", "nightmares"),
    "sleeplessness": ("how-it-shows", "lying awake"),
    "avoiding care": ("how-it-shows", "Putting off a test"),
    "over-researching": ("how-it-shows", "reading about illnesses for hours"),
    "misdiagnosis or late diagnosis": ("where-it-comes-from", "wrong diagnosis, or one that came"),
    "painful procedures": ("where-it-comes-from", "painful procedure"),
    "neglect": ("where-it-comes-from", "neglect"),
    "dismissal": ("where-it-comes-from", "not believed"),
    "emergency stays": ("where-it-comes-from", "an emergency"),
    "ICU stays": ("where-it-comes-from", "intensive care"),
    "chronic illness": ("where-it-comes-from", "chronic illness"),
    "birth": ("where-it-comes-from", "birth"),
    "reactions to medication": ("where-it-comes-from", "reaction to a medication"),
    "being told it is in your head": ("where-it-comes-from", "in your head"),
    "that it is valid": ("it-is-valid", "fear of it has a reason"),
    "CBT": ("professional-support", "CBT, cognitive behavioural therapy"),
    "narrative therapy": ("professional-support", "Narrative therapy:"),
    "trauma-focused therapy": ("professional-support", "Trauma-focused CBT"),
    "EMDR": ("professional-support", "EMDR:"),
    "how to look for someone": ("professional-support", "How to look for someone"),
    "what to ask them": ("professional-support", "What you could ask them"),
    "needs": ("speaking-up", "A need is"),
    "wants": ("speaking-up", "A want is"),
    "boundaries": ("speaking-up", "A boundary is"),
    "someone along": ("speaking-up", "Someone along"),
    "a second opinion": ("speaking-up", "second opinion"),
    "telehealth": ("small-steps", "By video or phone"),
    "breaking a visit down": ("small-steps", "Break it up"),
    "asking friends whom they trust": ("small-steps", "Ask friends whom they trust"),
    "breathing and its evidence": ("breathing", "What research says"),
    "breathing's limits": ("breathing", "Limits and cautions"),
    "muscles and their evidence": ("muscles", "What research says"),
    "muscles' limits": ("muscles", "Limits and cautions"),
    "imagery and its evidence": ("imagery", "What research says"),
    "imagery's limits": ("imagery", "Limits and cautions"),
    "grounding and its evidence": ("grounding", "What research says"),
    "grounding's limits": ("grounding", "Limits and cautions"),
    "when not to use an exercise": ("when-not-to", "not for signs that need a doctor"),
    "faint or panic": ("faint-or-panic", "How they differ"),
    "children": ("helping-someone", "A child"),
    "relatives": ("helping-someone", "Being there"),
    "the next hour beside someone": ("helping-someone", "For the next hour"),
    "what settling down does to some": ("when-it-gets-harder", "17 and 54 in 100"),
}
"""What is to be told, and where that is done in which words."""

_VOWELS = re.compile(r"[aeiouy]+")
_SENTENCE = re.compile(r"[.!?:]+(?:\s|$)|\n")


def everything_of(page: Page) -> str:
    return "\n".join(page.prose())


def syllables(word: str) -> int:
    """Groups of vowels, without an e that is not heard; at least one."""
    word = re.sub(r"(?<![aeiouyl])es?$|(?<=[aeiouy][^aeioutdy])ed$", "", word.lower())
    return max(1, len(_VOWELS.findall(word)))


def reading_age(text: str) -> float:
    """Flesch-Kincaid grade + 5: a grade of American schools begins at the age of grade + 5.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59 + 5. A heading, an item and a cell
    count as a sentence, as they are read.
    """
    sentences = [each for each in _SENTENCE.split(text) if re.search("[A-Za-z]", each)]
    words = [word for each in sentences for word in re.findall(r"[A-Za-z']+", each)]
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59 + 5


def without_sources(page: Page) -> str:
    """What is read from top to bottom; titles of journals are not written by us."""
    return everything_of(page).partition("\nSources\n")[0]


def test_the_order_names_every_page_there_is_once() -> None:
    assert sorted(TOPICS) == sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_short(topic: str) -> None:
    written = (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
    assert len(written.split()) < MOST_WORDS


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_a_title_a_summary_sections_ways_on_and_sources(topic: str) -> None:
    page = find_page(topic)
    headings = [block.words for block in page.blocks if isinstance(block, Heading)]
    assert len(headings) >= 4
    assert headings[-2:] == ["Go on", "Sources"]
    assert page.sources
    assert 0 < len(page.links) <= MOST_LINKS
    assert len(page.summary) <= 180


@pytest.mark.parametrize("topic", TOPICS)
def test_every_way_on_begins_an_item_so_that_it_has_a_number(topic: str) -> None:
    written = (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
    assert written.count("](") == len(find_page(topic).links)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_child_of_thirteen_could_read_it(topic: str) -> None:
    assert reading_age(without_sources(find_page(topic))) <= OLDEST


def test_the_reading_age_tells_easy_from_hard() -> None:
    assert reading_age("The cat sat on the mat. It was warm. The sun came in.") < 8
    hard = (
        "Psychophysiological hyperarousal consequently necessitates individualised therapeutic"
        " interventions administered by appropriately qualified multidisciplinary practitioners."
    )
    assert reading_age(hard) > 20


@pytest.mark.parametrize(
    ("word", "count"),
    [("breath", 1), ("breathe", 1), ("trauma", 2), ("medical", 3), ("table", 2), ("used", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("topic", TOPICS)
def test_every_way_on_leads_somewhere_and_can_be_typed(topic: str) -> None:
    library = Library(Path("nobody"))
    for link in find_page(topic).links:
        match goal_of(link.target):
            case ToPage(other):
                assert other in TOPICS
                assert other != topic
            case ToScript(kind, script):
                assert library.find(script).script.kind == kind
            case ToRoom(room):
                assert room in rooms.ROOMS
                assert room in plain_rooms.ROOMS
                head, _, template = link.target.partition("/")
                assert head != "visit" or template in SHIPPED_VISITS
        program, command, *rest = shlex.split(command_of(link.target))
        assert program == "calmcli"
        parser = import_module(f"calmcli.cli.{COMMANDS[command].room}").parser(command)
        parser.parse_strictly(rest)


@pytest.mark.parametrize("topic", TOPICS)
def test_what_stands_in_backquotes_is_a_key_or_a_script(topic: str) -> None:
    written = (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
    for word in re.findall(r"`([^`]+)`", written):
        assert word in {"g", "q", "s", *Library(Path("nobody")).ids()}


def test_every_page_can_be_come_to_from_another() -> None:
    goals = {goal_of(link.target) for page in all_pages() for link in page.links}
    reached = {goal.topic for goal in goals if isinstance(goal, ToPage)}
    assert set(TOPICS) - reached <= {TOPICS[0]}


@pytest.mark.parametrize("item", COVERED)
def test_what_is_to_be_told_is_told(item: str) -> None:
    topic, words = COVERED[item]
    assert words in everything_of(find_page(topic)), item


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("panic", "faint-or-panic"),
        ("PANIC", "faint-or-panic"),
        ("needle", "faint-or-panic"),
        ("second opinion", "speaking-up"),
        ("child", "helping-someone"),
        ("EMDR", "professional-support"),
        ("nightmares", "how-it-shows"),
        ("birth xyzzy", "where-it-comes-from"),
    ],
)
def test_words_find_the_page_that_is_about_them(typed: str, topic: str) -> None:
    assert topic in [page.topic for page in search_pages(typed)][:3]


@pytest.mark.parametrize("typed", ["xyzzy", "", "  "])
def test_words_that_no_page_has_find_none(typed: str) -> None:
    assert search_pages(typed) == []


@pytest.mark.parametrize("topic", ["", "../../words/home", "breathing.md", "Breathing"])
def test_only_a_topic_opens_a_file(topic: str) -> None:
    with pytest.raises(KeyError):
        find_page(topic)


WRITTEN = """\
# A title

Its summary,
on two lines.

## A section

- [Box](breathe/box): four sides of **4**.
- An item
  on two lines, with `q`.

| | one | two |
|---|---|---|
| row | a | b |

After [a link](support) in the middle.

## Sources

- Someone 2001.
"""


def test_markdown_becomes_blocks_without_its_marks() -> None:
    page = read_page("a", WRITTEN)
    assert (page.title, page.summary) == ("A title", "Its summary, on two lines.")
    assert page.blocks == (
        Heading("A section"),
        Item("Box: four sides of 4.", Link("Box", "breathe/box")),
        Item("An item on two lines, with q."),
        Table(("", "one", "two"), (("row", "a", "b"),)),
        Paragraph("After a link in the middle."),
        Heading("Sources"),
        Item("Someone 2001."),
    )
    assert page.sources == ["Someone 2001."]


@pytest.mark.parametrize("written", ["", "words", "# title", "# title\n\n- an item"])
def test_a_text_without_title_and_summary_is_no_page(written: str) -> None:
    with pytest.raises(ValueError, match="a"):
        read_page("a", written)
