"""Every page there is, in the order in which someone new to it might read them."""

from pathlib import Path

from calmcli.learn.page import Page, read_page

TOPICS = (
    "it-is-tomorrow",
    "what-it-is",
    "how-it-shows",
    "where-it-comes-from",
    "it-is-valid",
    "faint-or-panic",
    "small-steps",
    "speaking-up",
    "helping-someone",
    "professional-support",
    "when-not-to",
    "breathing",
    "grounding",
    "muscles",
    "imagery",
    "when-it-gets-harder",
)
"""What helps at once, what it is, what helps at visits, who can help; then the exercises."""

FOLDER = Path(__file__).parent.parent / "content" / "learn"


def find_page(topic: str) -> Page:
    """The page of a topic; KeyError when there is none."""
    if topic not in TOPICS:
        raise KeyError(topic)
    text = (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
    return read_page(topic, text)


def all_pages() -> list[Page]:
    """All of them, in their order."""
    return [find_page(topic) for topic in TOPICS]


def search_pages(typed: str) -> list[Page]:
    """The pages that speak of all that was typed, else of any of it; the likeliest first."""
    sought = typed.casefold().split()
    if not sought:
        return []
    pages = [(page, [_weight(page, word) for word in sought]) for page in all_pages()]
    found = [(page, weights) for page, weights in pages if all(weights)]
    found = found or [(page, weights) for page, weights in pages if any(weights)]
    return [page for page, _ in sorted(found, key=lambda pair: -sum(pair[1]))]


def _weight(page: Page, word: str) -> int:
    """How much a page is about a word; 0 where it does not speak of it."""
    if word in f"{page.title} {page.topic}".casefold():
        return 100
    if word in page.summary.casefold():
        return 50
    return min(49, "\n".join(page.prose()).casefold().count(word))
