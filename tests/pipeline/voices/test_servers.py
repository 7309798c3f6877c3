"""The engines that ask a server are opened without a look at the network."""

import subprocess
import sys
from pathlib import Path

from pipeline.settings import VoiceSettings
from pipeline.voices.servers import open_gtts, open_openai


def test_each_opens_its_own_service(tmp_path: Path) -> None:
    settings = VoiceSettings(language="en-GB", address="http://127.0.0.1:9/v1", cache=tmp_path)

    assert "Google" in open_gtts(settings).name("en-GB")
    assert "127.0.0.1" in open_openai(settings).identity


def test_nothing_that_asks_a_server_is_loaded_before_one_is_chosen() -> None:
    code = "import sys; from pipeline.voices import servers; print('requests' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
