"""What is said where a session cannot be played just as it was asked for."""

TOO_SOON = "{time} comes before one whole breath could end. A later time is needed."
USUAL_INSTEAD = "The usual one is played instead."
SHIPPED_INSTEAD = "The script of that name that came with calmcli is played instead."
OTHER_KIND = "'{script}' is another kind of exercise: 'calmcli {command} {script}' plays it."
NONE_FITS = (
    "None is that short. There are: {lengths}. 'calmcli {command}' is the shortest of them;"
    " 'calmcli breathe {asked}' is a breath of that length."
)
