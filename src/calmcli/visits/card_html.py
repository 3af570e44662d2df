"""The card as a page to print: one file, nothing fetched from anywhere."""

from html import escape

from calmcli.html_page import END, beginning
from calmcli.visits.card import Block, Card
from calmcli.words import papers as on_paper

_STYLE = """\
@page { size: auto; margin: 12mm; }
body { font: 9pt/1.2 sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 176mm;
  overflow-wrap: anywhere; }
h1 { font-size: 13pt; margin: 0 0 1mm; }
h2 { font-size: 10pt; margin: 2mm 0 1mm; }
h3 { font-size: 9pt; margin: 1.5mm 0 .3mm; }
p, ul, ol { margin: .8mm 0; }
ul, ol { padding-left: 6mm; }
section + section { border-top: 1px dashed #555; margin-top: 3mm; }
figure { float: right; margin: 0 0 2mm 4mm; }
figure svg { width: 38mm; height: 38mm; display: block; }
"""


def html(card: Card, picture: str = "", says: str = "") -> str:
    """The page; `picture` is a QR code as SVG, or nothing, and `says` is the text that it holds."""
    body = [f"<h1>{escape(card.title)}</h1>"]
    if picture:
        told = escape(on_paper.CODE_HOLDS.format(words=says))
        body.append(f'<figure role="img" aria-label="{told}">{picture}</figure>')
    for half in card.halves:
        body.append(f"<section>\n<h2>{escape(half.title)}</h2>")
        if not half.blocks:
            body.append(f"<p>{escape(on_paper.NOTHING_ON_CARD)}</p>")
        body += [_block(block) for block in half.blocks]
        body.append("</section>")
    return beginning(card.title, _STYLE) + "\n".join(body) + f"\n{END}"


def _block(block: Block) -> str:
    if not block.heading or block.heading.endswith(":"):
        heading = f"<strong>{escape(block.heading)}</strong> " if block.heading else ""
        return f"<p>{heading}{escape(' '.join(block.items))}</p>"
    sort = "ol" if block.numbered else "ul"
    items = "".join(f"<li>{escape(item)}</li>" for item in block.items)
    return f"<h3>{escape(block.heading)}</h3>\n<{sort}>{items}</{sort}>"
