"""What is said about sound: hearing a session, trying it, and taking it along as a file."""

# while a session plays

VOICE_ON = "The voice is on."
VOICE_OFF = "The voice is off."
NO_VOICE = "No speech program is to be heard here; espeak-ng is one."

# the command line

HELP_AUDIO = "A session as a sound file, to take along."
HELP_AUDIO_MINUTES = "about so many minutes, 0.5 to 60; open-ended scripts need this"
HELP_AUDIO_VOICE = "speak the cues, or chimes alone; without either, spoken where that can be done"
HELP_OUTPUT = "the file: .wav, or .opus or .mp3 where ffmpeg is installed"
HELP_OVERWRITE = "replace a file of that name"

# taking a session along

NEEDS_A_LENGTH = "{title} goes on for as long as you like. --minutes with a number is needed."
ONLY_BREATHS = "{title} is not counted in breaths. --minutes chooses a length."
NO_ENDING = "'{path}' has to end in .wav, .opus or .mp3."
NO_FFMPEG = (
    "A file that ends in {ending} needs ffmpeg, which is not installed. One in .wav does not."
)
NO_RECORDER = (
    "No speech program that can speak into a file is installed; espeak-ng is one."
    " --no-voice makes the file with chimes alone."
)
TOO_LONG = "That is longer than a sound file can be. A shorter length is needed."
NO_FOLDER = "There is no folder '{path}'. It has to be made first."
A_FOLDER = "'{path}' is a folder. The name of a file is needed."
ALREADY_THERE = (
    "'{path}' is there already, and stays as it is."
    " Another name is needed (-o NAME), or --overwrite."
)
NOT_WRITTEN = "'{path}' cannot be written here."
NO_ROOM = "There is not enough room left for '{path}'. Nothing of it was kept."
FFMPEG_FAILED = "ffmpeg could not make this kind of file. One that ends in .wav needs no ffmpeg."
MAKING = "making the file"
MADE = "{path} is written: {title}, {length}, {sort}."
WITH_VOICE = "chimes and a voice"
CHIMES_ALONE = "chimes alone"
SPEECH_FAILED = "{name} could not speak all of it, so some cues have their chime alone."
LEFT_OUT = (
    "One cue is too short for its words; it has its chime alone.",
    "{count} cues are too short for their words; they have their chime alone.",
)

# trying it out

HELP_SOUND_CHECK = "hear the chimes and the voice before they are needed"
SPEECH_IS = "Voice: {name}."
NO_SPEECH = "Voice: no speech program is installed; espeak-ng is one."
PLAYER_IS = "Chimes: {name}, at volume {volume}."
NO_PLAYER = "Chimes: no program that plays sounds is installed; pw-play, paplay and aplay are some."
TRIALS = {
    "rising": "Two notes up: breathe in, or tense.",
    "falling": "Two notes down: breathe out, or let go.",
    "still": "One note: hold, rest, or the next line.",
    "speech": "The voice:",
}
SPOKEN_TRIAL = "Breathe in, 4."
HEARD_INSTEAD = "{name} did it instead."
NOT_HEARD = "{name} could not do it: it failed, or it took too long."
HOW_TO_CHOOSE = (
    "Nothing is heard unless it is chosen, with 'calmcli settings set sound.chimes true'",
    "and the same for sound.voice; sound.volume is for the chimes.",
)

# the room for sound, and taking a session along

OFFERS = {
    "voice": "Voice",
    "chimes": "Chimes",
    "rising": "Hear: in",
    "falling": "Hear: out",
    "still": "Hear: hold",
    "speech": "Hear: the voice",
}
ON_OR_OFF = {True: "on in every session", False: "off"}
TO_HEAR = {
    "rising": "two notes up",
    "falling": "two notes down",
    "still": "one note",
    "speech": SPOKEN_TRIAL,
}
NOT_SET = "No place for settings can be found here, so this cannot be kept."
LISTENING = "Sound"
CHOOSE = "choose"
TAKING = "Take along"
TAKE = "make the file"
TAKEN_SO_FAR = "{title}: {percent} percent of the file"
TAKE_WHICH = "Which one becomes a sound file, in this folder?"
BACK = "back"
BACK_TIP = "Go back to where you were"
CHOOSE_TIP = "Hear it, or switch it on or off"
TAKE_TIP = "Make a sound file of this session"
ASK = "A number and Enter. Enter alone goes back."


def voice(*, speaks: bool, can_speak: bool) -> str:
    """What has become of the voice, once it has been switched."""
    if not speaks:
        return VOICE_OFF
    return VOICE_ON if can_speak else NO_VOICE


def left_out(count: int) -> str:
    """That some cues went without words; nothing when none did."""
    if not count:
        return ""
    one, more = LEFT_OUT
    return one if count == 1 else more.format(count=count)
