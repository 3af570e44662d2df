"""What is said where a person sets the pace themselves."""

TAP_ALONG = "Press Space as you breathe in, and again as you breathe out."
TAP_AS_IT_COMES = "As the breath comes by itself, for about twenty seconds."
NEXT_IN = "in"
NEXT_OUT = "out"
WITHOUT = "without tapping"
TAP_PLAIN = (
    "Press Enter as you breathe in, and again as you breathe out, as the breath comes by itself,"
    " for about twenty seconds. Or s and Enter goes on without."
)
TAP_AGAIN_PLAIN = "Enter alone is a tap. s and Enter goes on without tapping, q and Enter ends."
FOUND = "It begins at your pace and comes nearer to its own, little by little."
FOUND_PLAIN = f"{FOUND} To stay at the pace you are at: Enter, then = and Enter."
NOT_FOUND = "No pace could be told, so it begins with short breaths that grow longer."
UNCHANGED = "No pace could be told, so it goes on as it was."
ONLY_A_BREATH = "Only a breath can follow your own."
KEPT = "It stays at this pace."
HELP_MY_PACE = "begin at your own pace: tap along with your breath for twenty seconds first"
