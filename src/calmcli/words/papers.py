"""What stands on the card of a visit, and what is said as it, a day or a code is taken out."""

# the card

CARD_FOR_THEM = "For the people who look after me today"
CARD_FOR_ME_TITLE = "My own half"
WITH_ME = "With me"
WHAT_HELPS = "What helps me"
I_MAY_FAINT = "I may faint."
STOP_SIGN = "This means stop"
FIRST_QUESTIONS = "My first questions"
MORE_QUESTIONS = "If there is time"
MY_BREATH = "My breath"
WAY_OUT = "Way out"
SAY = "say"
WITH = "with"
EXPECT = "expect"
CUT = "- " * 17 + "-"
NOT_ON_CARD = "{count} more did not fit on the page; 'calmcli visit show' has all of it."
ONLY_TEXT = "A QR code is drawn on the screen or put into the HTML card: --format html -o FILE."
EMPTY_CARD = (
    "there is nothing on this card yet, so none was written."
    " 'calmcli visit edit' asks what belongs on it."
)
THERE_ALREADY = (
    "'{path}' is there already, and stays as it is. --replace puts the new one in its place,"
    " or another name would do."
)
NOTHING_ON_CARD = "Nothing has been put on this half yet."

# files and codes

ASK_CARD_FILE = (
    "Which file? A name that ends in .html makes a page to print, .md Markdown, any other"
    " plain text. Enter alone writes none."
)
ASK_PAGE_CODE = (
    "A text for a code on the page, that a phone can take along? Up to {most} bytes fit."
    " Enter alone leaves it out."
)
NOT_MADE = (
    "a card is made as text, .md or .html, not as {ending}."
    " A page in .html can be printed, or saved as a PDF, by any browser."
)
ASK_CALENDAR_FILE = "Which file, such as visit.ics? Enter alone writes none."
ASK_CODE = "Which text? Enter alone draws none."
CODE_TIP = "A phone's camera reads it. Nothing is sent anywhere."
CODE_HOLDS = "A QR code that holds: {words}"
WINDOW_TOO_SMALL = "A larger window shows the whole code."
TOO_MUCH = (
    "that is {count} bytes, and {most} fit in a QR code here."
    " A shorter text would fit, or a larger window."
)
TOO_SMALL = "this terminal is too small for a QR code: it takes at least 29 columns and 16 rows."
NO_BLOCKS = (
    "no QR code can be drawn with the letters of this terminal. The card as a page holds one:"
    " 'calmcli visit card --format html --qr'."
)
NO_TEXT = "there is no text to draw."
HOLDS = "This terminal holds {most} bytes as a QR code; plain letters take one each."
