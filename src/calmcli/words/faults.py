"""What is said when something in calmcli itself broke."""

FAULT = (
    "Something in calmcli broke, and it had to stop. This is not your doing."
    " What you rated and practised has been kept as far as possible."
)
FAULT_WRITTEN = "What happened is described for whoever mends it in {path}"
FAULT_NOT_WRITTEN = "No description of it could be written here."
FAULT_DOCTOR = "'calmcli doctor' says whether something here stands in the way."
