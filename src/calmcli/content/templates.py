"""All sorts of visits there are: the shipped ones, and a person's own."""

from pathlib import Path

from calmcli.content.loader import read_template
from calmcli.content.model import VisitTemplate
from calmcli.content.shelf import Shelf
from calmcli.content.shipped import SHIPPED_VISITS


class Templates(Shelf[VisitTemplate]):
    """The shipped templates and those of one personal folder, read anew at each question."""

    def __init__(self, personal: Path) -> None:
        super().__init__(personal, SHIPPED_VISITS, read_template, "sort of visit")
