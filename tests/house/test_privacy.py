"""The privacy page names every place there is, in the words that are used everywhere."""

import pytest
from msgspec.structs import fields

from calmcli.paths import Places
from calmcli.store.backups import KEPT
from calmcli.words import care, forgetting, report
from house_pages import PAGES

README, PAGE = PAGES["README.md"], PAGES["docs/privacy.md"]


def test_every_place_where_something_private_is_kept_is_named() -> None:
    for field in fields(Places):
        if field.name not in ("scripts", "visits"):
            assert field.name in PAGE
    assert (KEPT, "newest five" in PAGE) == (5, True)


@pytest.mark.parametrize("text", [README, PAGE], ids=["README", "privacy.md"])
def test_who_can_read_it_is_told_in_the_same_words_everywhere(text: str) -> None:
    assert care.PRIVATE in " ".join(text.split())


def test_a_report_is_said_to_be_as_private_as_what_it_is_made_from() -> None:
    can_read, _, _ = care.PRIVATE.partition(" the files.")
    assert report.WHO.startswith(f"{can_read} it.")


@pytest.mark.parametrize("word", ["cards", "reports", "exports", "sound files"])
def test_what_stays_after_forgetting_is_said_wherever_forgetting_is(word: str) -> None:
    for text in (README, PAGE, " ".join(forgetting.WHAT)):
        assert word in text
        assert "asked about separately" in text or "asks about scripts of your own" in text
