"""publication.toml beside the posts → frozen settings, nested as the file is."""

from pipeline.settings.toml_file import FILE, load, parse
from pipeline.settings.values import (
    AccessibilitySettings,
    BrailleSettings,
    EasyReadSettings,
    JingleSettings,
    LargePrintSettings,
    ReadingSettings,
    Settings,
    SpokenSettings,
    VoiceSettings,
)

__all__ = [
    "FILE",
    "AccessibilitySettings",
    "BrailleSettings",
    "EasyReadSettings",
    "JingleSettings",
    "LargePrintSettings",
    "ReadingSettings",
    "Settings",
    "SpokenSettings",
    "VoiceSettings",
    "load",
    "parse",
]
