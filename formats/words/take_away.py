"""What is said to readers who take a post away: in e-mails, and on the first track of a stick."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.languages import primary


@dataclass(frozen=True, slots=True)
class TakeAwayWords:
    """Words of an e-mail edition, of a contents track, and of replies to requests."""

    rest: str  # a link, where an e-mail is too short for the post
    contents: str  # {blog}
    track: str  # with {number}, {title} and {length}
    track_by: str  # the same with {author}
    subject: str  # from here: replies; {format} is what was asked for
    ready: str  # with {title} and {format}, followed by addresses
    all_ready: str  # with {format}, followed by an address
    not_made: str  # with {format}
    instead: str  # followed by addresses
    review: str  # with {date} and {format}
    answer: str


_EN = TakeAwayWords(
    rest="Read the rest on the web page",
    contents="{blog}. Contents.",
    track="Track {number}: {title}, {length}.",
    track_by="Track {number}: {title}, by {author}, {length}.",
    subject="What you asked for: {format}",
    ready="You asked for “{title}” in this form: {format}. Here it is:",
    all_ready="You asked for every post in this form: {format}. You find them all here:",
    not_made="You asked for this form: {format}. We do not make it. We are sorry.",
    instead="These are the forms that we make:",
    review="On {date} you told us that you always need this form: {format}. Is that still right"
    " for you?",
    answer="If this is not right for you, answer this e-mail and say what you need.",
)

TAKE_AWAY: Mapping[str, TakeAwayWords] = {
    "cy": TakeAwayWords(
        rest="Darllenwch y gweddill ar y dudalen we",
        contents="{blog}. Cynnwys.",
        track="Trac {number}: {title}, {length}.",
        track_by="Trac {number}: {title}, gan {author}, {length}.",
        subject="Yr hyn y gofynnoch amdano: {format}",
        ready="Gofynnoch am “{title}” yn y ffurf hon: {format}. Dyma fe:",
        all_ready="Gofynnoch am bob neges yn y ffurf hon: {format}. Maen nhw i gyd yma:",
        not_made="Gofynnoch am y ffurf hon: {format}. Nid ydym yn ei gwneud. Mae'n ddrwg gennym.",
        instead="Dyma'r ffurfiau rydym yn eu gwneud:",
        review="Ar {date} dywedoch wrthym fod angen y ffurf hon arnoch bob amser: {format}. Ydy"
        " hynny'n iawn i chi o hyd?",
        answer="Os nad yw hyn yn iawn i chi, atebwch yr e-bost hwn a dywedwch beth sydd ei angen"
        " arnoch.",
    ),
    "de": TakeAwayWords(
        rest="Den Rest auf der Webseite lesen",
        contents="{blog}. Inhalt.",
        track="Titel {number}: {title}, {length}.",
        track_by="Titel {number}: {title}, von {author}, {length}.",
        subject="Worum Sie gebeten haben: {format}",
        ready="Sie haben um „{title}“ in dieser Form gebeten: {format}. Hier ist der Beitrag:",
        all_ready="Sie haben um alle Beiträge in dieser Form gebeten: {format}. Hier finden Sie"
        " sie:",
        not_made="Sie haben um diese Form gebeten: {format}. Wir bieten sie leider nicht an.",
        instead="Diese Formen bieten wir an:",
        review="Am {date} haben Sie uns gesagt, dass Sie immer diese Form brauchen: {format}."
        " Passt das noch für Sie?",
        answer="Wenn das für Sie nicht passt, antworten Sie auf diese E-Mail und sagen Sie uns,"
        " was Sie brauchen.",
    ),
    "en": _EN,
    "es": TakeAwayWords(
        rest="Leer el resto en la página web",
        contents="{blog}. Contenido.",
        track="Pista {number}: {title}, {length}.",
        track_by="Pista {number}: {title}, de {author}, {length}.",
        subject="Lo que nos ha pedido: {format}",
        ready="Nos ha pedido «{title}» en este formato: {format}. Aquí lo tiene:",
        all_ready="Nos ha pedido todos los artículos en este formato: {format}. Los encontrará"
        " todos aquí:",
        not_made="Nos ha pedido este formato: {format}. No lo hacemos. Lo sentimos.",
        instead="Estos son los formatos que hacemos:",
        review="El {date} nos dijo que siempre necesita este formato: {format}. ¿Le sigue"
        " sirviendo?",
        answer="Si no le sirve, responda a este correo y díganos qué necesita.",
    ),
    "fr": TakeAwayWords(
        rest="Lire la suite sur la page web",
        contents="{blog}. Sommaire.",
        track="Piste {number} : {title}, {length}.",
        track_by="Piste {number} : {title}, par {author}, {length}.",
        subject="Ce que vous avez demandé : {format}",
        ready="Vous avez demandé « {title} » sous cette forme : {format}. Le voici :",
        all_ready="Vous avez demandé tous les articles sous cette forme : {format}. Vous les"
        " trouverez tous ici :",
        not_made="Vous avez demandé cette forme : {format}. Nous ne la proposons pas. Nous en"
        " sommes désolés.",
        instead="Voici les formes que nous proposons :",
        review="Le {date}, vous nous avez dit que vous avez toujours besoin de cette forme :"
        " {format}. Est-ce que cela vous convient encore ?",
        answer="Si cela ne vous convient pas, répondez à ce courriel et dites-nous ce dont vous"
        " avez besoin.",
    ),
    "it": TakeAwayWords(
        rest="Leggi il resto sulla pagina web",
        contents="{blog}. Indice.",
        track="Traccia {number}: {title}, {length}.",
        track_by="Traccia {number}: {title}, di {author}, {length}.",
        subject="Quello che ci ha chiesto: {format}",
        ready="Ci ha chiesto “{title}” in questa forma: {format}. Eccolo:",
        all_ready="Ci ha chiesto tutti gli articoli in questa forma: {format}. Li trova tutti qui:",
        not_made="Ci ha chiesto questa forma: {format}. Non la facciamo. Ci dispiace.",
        instead="Queste sono le forme che facciamo:",
        review="Il {date} ci ha detto che le serve sempre questa forma: {format}. Va ancora bene"
        " per lei?",
        answer="Se non va bene per lei, risponda a questa e-mail e ci dica che cosa le serve.",
    ),
    "ja": TakeAwayWords(
        rest="続きをウェブページで読む",
        contents="{blog}。目次。",
        track="トラック{number}、{title}、{length}。",
        track_by="トラック{number}、{title}、{author}、{length}。",
        subject="ご希望の形式：{format}",
        ready="「{title}」を次の形式でご希望でした：{format}。こちらです：",
        all_ready="すべての記事を次の形式でご希望でした：{format}。すべてこちらにあります：",
        not_made="次の形式をご希望でした：{format}。申し訳ありませんが、この形式は作っていません。",
        instead="次の形式を用意しています：",
        review="{date}に、いつも次の形式が必要だと伺いました：{format}。今もこれでよろしいですか。",
        answer="合わない場合は、このメールに返信して、必要なものをお知らせください。",
    ),
    "nl": TakeAwayWords(
        rest="Lees de rest op de webpagina",
        contents="{blog}. Inhoud.",
        track="Nummer {number}: {title}, {length}.",
        track_by="Nummer {number}: {title}, door {author}, {length}.",
        subject="Waar u om vroeg: {format}",
        ready="U vroeg om “{title}” in deze vorm: {format}. Hier is het:",
        all_ready="U vroeg om alle berichten in deze vorm: {format}. U vindt ze allemaal hier:",
        not_made="U vroeg om deze vorm: {format}. Die maken wij niet. Het spijt ons.",
        instead="Dit zijn de vormen die wij maken:",
        review="Op {date} zei u ons dat u altijd deze vorm nodig hebt: {format}. Klopt dat nog"
        " voor u?",
        answer="Als dit niet goed is voor u, beantwoord dan deze e-mail en zeg wat u nodig hebt.",
    ),
    "pt": TakeAwayWords(
        rest="Ler o resto na página web",
        contents="{blog}. Índice.",
        track="Faixa {number}: {title}, {length}.",
        track_by="Faixa {number}: {title}, de {author}, {length}.",
        subject="O que nos pediu: {format}",
        ready="Pediu-nos “{title}” neste formato: {format}. Aqui está:",
        all_ready="Pediu-nos todos os artigos neste formato: {format}. Encontra-os todos aqui:",
        not_made="Pediu-nos este formato: {format}. Não o fazemos. Lamentamos.",
        instead="Estes são os formatos que fazemos:",
        review="Em {date} disse-nos que precisa sempre deste formato: {format}. Continua a"
        " servir-lhe?",
        answer="Se não lhe servir, responda a este e-mail e diga-nos de que precisa.",
    ),
}
"""By primary language; English stands for each language that is not here."""


def take_away(language: str) -> TakeAwayWords:
    """The words for a BCP 47 tag."""
    return TAKE_AWAY.get(primary(language), _EN)
