"""The pictures of the README, exported from the app itself: `make pictures`."""

import asyncio
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests"))

from calmcli.tui.app import CalmApp  # noqa: E402
from calmcli.tui.look import Look  # noqa: E402
from sittings import Sitting, plan_for  # noqa: E402  found beside this folder

PICTURES = HOUSE / "docs" / "pictures"
TITLE = "calmcli breathe"


async def session_picture() -> str:
    """The session screen in the middle of a breath out, as SVG."""
    sitting = Sitting(plan_for("long-out"))
    app = CalmApp(sitting.house(), look=Look(), session=sitting.session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("7", "enter")
        await pilot.pause()
        for step in [1.0] * 66 + [0.4]:
            sitting.clock.forward(step)
            sitting.session.tick()
        app.screen.on_mount()
        await pilot.pause()
        return app.export_screenshot(title=TITLE)


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / "session.svg").write_text(asyncio.run(session_picture()), encoding="utf-8")


if __name__ == "__main__":
    main()
