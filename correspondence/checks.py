"""System checks of the study: fonts and letter texts."""
