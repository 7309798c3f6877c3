"""A language model on any server with OpenAI's chat interface, on this machine or elsewhere."""

import json
import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pipeline.errors import AllwaysError, SettingsError, SpeakError
from pipeline.settings import EasyReadSettings
from pipeline.store.files import digest
from pipeline.voices.client import Client, HttpRequest, Patience, Terms

KEY = "ALLWAYS_MODEL_KEY"
"""The environment variable for a key."""

SAID = (
    "Groups of people with learning disabilities have said in public that they do not want easy"
    " read made by language models. Ask your group first."
)
"""What an editor is told each time that a model is used."""

PROMPT = (
    "You write plain English for adults with learning disabilities. You get one sentence. Say the"
    " same in one or more short sentences, one on each line, each of at most 15 words and with one"
    " idea. Use everyday words. Keep every number, date, name and web address as it is written."
    " Keep every “not”, “no”, “never”, “if”, “unless” and “only”. Add nothing and explain nothing."
    " Write no list signs, quotation marks or headings. Answer with the sentences alone."
)

PATIENCE = Patience(read=120, whole=300)
"""A small computer takes minutes for a sentence."""

_TERMS = Terms("[easy_read]", "model_address", KEY, "model", "", "The draft is made without it.")
_A_MINUTE = 600


@dataclass(frozen=True, slots=True)
class ChatModel:
    """Such a model: `name` is for people, `address` is the server's."""

    name: str
    address: str
    client: Client = field(repr=False)
    prompt: str = digest(PROMPT)[:16]

    def plain(self, sentence: str) -> str:
        """What the model makes of a sentence. Raises `AllwaysError` where no answer comes."""
        body = {
            "model": self.name,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": PROMPT},
                {"role": "user", "content": sentence},
            ],
        }
        headers = {"Content-Type": "application/json", **_authorization()}
        url = f"{self.address}/v1/chat/completions"
        try:
            return self.client.ask(HttpRequest(url, json.dumps(body).encode(), headers), _content)
        except SpeakError as error:
            raise AllwaysError(error.message, remedy=error.remedy) from error


def open_model(settings: EasyReadSettings, patience: Patience = PATIENCE) -> ChatModel:
    """The model of the settings. Raises `SettingsError` where they name none."""
    if not settings.model_address or not settings.model:
        raise SettingsError(
            "the settings name no language model.",
            remedy="Set model_address and model under [easy_read] in publication.toml, after"
            " asking your group, or run this without --with-model.",
        )
    host = urlsplit(settings.model_address).netloc
    denied = f"Put the key that the server gave you into the environment variable {KEY}."
    client = Client(f"The language model at {host}", denied, _A_MINUTE, patience, _TERMS)
    return ChatModel(settings.model, settings.model_address, client)


def _authorization() -> dict[str, str]:
    key = os.environ.get(KEY, "").strip()
    return {"Authorization": f"Bearer {key}"} if key else {}


def _content(answer: bytes) -> str:
    """The words of an answer. Raises `SpeakError` where there are none."""
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise SpeakError("something else than an answer came.", remedy=_TERMS.kept) from error
    if not isinstance(content, str):
        raise SpeakError("an answer without words came.", remedy=_TERMS.kept)
    return content
