"""The words for who listens outside our pages: in a podcast app, or on the blog itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class ListeningWords:
    """Words of the page for subscribing, of the small player, and of the feed's schedule."""

    heading: str  # {}: the blog's title
    about: str
    synthetic: str
    any_app: str  # a heading
    apps: str  # a heading
    nothing: str  # what it means if a link to an app does nothing
    part: str  # a heading, above the feeds of subjects and authors
    less_data: str
    only_here: str  # for the editor: no public address is set
    listen: str
    more: str  # a link from the small player to the page of the post
    schedule: Mapping[str, str]  # by the values of `Publication.schedule`


_CY = ListeningWords(
    heading="Gwrando ar {} mewn ap podlediadau",
    about="Mae ap podlediadau yn nôl pob post newydd ei hun, yn ei ddarllen i chi ac yn cofio"
    " ble y stopioch chi. Mae am ddim.",
    synthetic="Llais synthetig sy’n darllen y postiadau.",
    any_app="Mewn unrhyw ap podlediadau",
    apps="Yn un o’r apiau hyn",
    nothing="Os nad oes dim yn digwydd, nid yw’r ap hwnnw ar y ddyfais hon.",
    part="Un pwnc neu un awdur yn unig",
    less_data="Mae gan bob post ffeil fach hefyd, sy’n defnyddio tua thraean o’r data. Mae dolen"
    " iddi ar dudalen pob post.",
    only_here="I’r golygydd: dim ond ar y cyfrifiadur hwn y mae’r cyfeiriad hwn yn gweithio."
    " Gosodwch “base_url” yn publication.toml, a bydd y botymau’n ymddangos yma.",
    listen="Gwrando ar y post hwn",
    more="Ffyrdd eraill o’i ddarllen",
    schedule={
        "daily": "Bob dydd",
        "weekly": "Bob wythnos",
        "fortnightly": "Bob pythefnos",
        "monthly": "Bob mis",
    },
)

_DE = ListeningWords(
    heading="{} in einer Podcast-App hören",
    about="Eine Podcast-App holt jeden neuen Beitrag von selbst, liest ihn vor und merkt sich,"
    " wo Sie aufgehört haben. Das kostet nichts.",
    synthetic="Eine künstliche Stimme liest die Beiträge vor.",
    any_app="In jeder Podcast-App",
    apps="In einer dieser Apps",
    nothing="Wenn nichts geschieht, ist diese App nicht auf diesem Gerät.",
    part="Nur ein Thema oder eine Autorin, ein Autor",
    less_data="Zu jedem Beitrag gibt es auch eine kleine Datei, die etwa ein Drittel der Daten"
    " braucht. Sie ist auf der Seite des Beitrags verlinkt.",
    only_here="Für die Redaktion: Diese Adresse gilt nur auf diesem Computer. Tragen Sie „base_url“"
    " in publication.toml ein, dann erscheinen hier die Apps.",
    listen="Diesen Beitrag anhören",
    more="Andere Arten, ihn zu lesen",
    schedule={
        "daily": "Täglich",
        "weekly": "Wöchentlich",
        "fortnightly": "Alle zwei Wochen",
        "monthly": "Monatlich",
    },
)

_EN = ListeningWords(
    heading="Listen to {} in a podcast app",
    about="A podcast app fetches each new post by itself, reads it to you, and remembers where"
    " you stopped. It costs nothing.",
    synthetic="A synthetic voice reads the posts.",
    any_app="In any podcast app",
    apps="In one of these apps",
    nothing="If nothing happens, that app is not on this device.",
    part="Only one subject or author",
    less_data="Each post has a small file, too, which takes about a third of the data. The page of"
    " the post links to it.",
    only_here="For the editor: this address works on this computer only. Set “base_url” in"
    " publication.toml, and the apps are listed here.",
    listen="Listen to this post",
    more="Other ways to read it",
    schedule={
        "daily": "Every day",
        "weekly": "Every week",
        "fortnightly": "Every two weeks",
        "monthly": "Every month",
    },
)

_ES = ListeningWords(
    heading="Escuchar {} en una aplicación de pódcast",
    about="Una aplicación de pódcast trae sola cada entrada nueva, la lee en voz alta y"
    " recuerda dónde paró usted. No cuesta nada.",
    synthetic="Una voz sintética lee las entradas.",
    any_app="En cualquier aplicación de pódcast",
    apps="En una de estas aplicaciones",
    nothing="Si no ocurre nada, esa aplicación no está en este dispositivo.",
    part="Solo un tema o una autoría",
    less_data="Cada entrada tiene también un archivo pequeño, que gasta más o menos un tercio de"
    " los datos. La página de la entrada lo enlaza.",
    only_here="Para la edición: esta dirección solo funciona en este ordenador. Indique «base_url»"
    " en publication.toml y las aplicaciones aparecerán aquí.",
    listen="Escuchar esta entrada",
    more="Otras formas de leerla",
    schedule={
        "daily": "Cada día",
        "weekly": "Cada semana",
        "fortnightly": "Cada dos semanas",
        "monthly": "Cada mes",
    },
)

_FR = ListeningWords(
    heading="Écouter {} dans une application de podcast",
    about="Une application de podcast va chercher elle-même chaque nouvel article, vous le lit"
    " et retient où vous vous êtes arrêté. C’est gratuit.",
    synthetic="Une voix de synthèse lit les articles.",
    any_app="Dans toute application de podcast",
    apps="Dans l’une de ces applications",
    nothing="S’il ne se passe rien, cette application n’est pas sur cet appareil.",
    part="Un seul thème ou un seul auteur",
    less_data="Chaque article a aussi un petit fichier, qui consomme environ un tiers des données."
    " La page de l’article y mène.",
    only_here="Pour la rédaction : cette adresse ne fonctionne que sur cet ordinateur. Indiquez «"
    " base_url » dans publication.toml, et les applications apparaîtront ici.",
    listen="Écouter cet article",
    more="Autres façons de le lire",
    schedule={
        "daily": "Chaque jour",
        "weekly": "Chaque semaine",
        "fortnightly": "Toutes les deux semaines",
        "monthly": "Chaque mois",
    },
)

_IT = ListeningWords(
    heading="Ascoltare {} in un’app per podcast",
    about="Un’app per podcast scarica da sola ogni nuovo articolo, lo legge e ricorda dove ci"
    " si è fermati. Non costa nulla.",
    synthetic="Una voce sintetica legge gli articoli.",
    any_app="In qualsiasi app per podcast",
    apps="In una di queste app",
    nothing="Se non succede nulla, quell’app non è su questo dispositivo.",
    part="Solo un argomento o un autore",
    less_data="Ogni articolo ha anche un file piccolo, che usa circa un terzo dei dati. La pagina"
    " dell’articolo vi rimanda.",
    only_here="Per la redazione: questo indirizzo funziona solo su questo computer. Impostate"
    " «base_url» in publication.toml e qui compariranno le app.",
    listen="Ascoltare questo articolo",
    more="Altri modi di leggerlo",
    schedule={
        "daily": "Ogni giorno",
        "weekly": "Ogni settimana",
        "fortnightly": "Ogni due settimane",
        "monthly": "Ogni mese",
    },
)

_JA = ListeningWords(
    heading="{}をポッドキャストアプリで聞く",
    about="ポッドキャストアプリは新しい記事を自動で取り込み、読み上げ、どこまで聞いたかを覚"
    "えています。無料です。",
    synthetic="記事は合成音声が読み上げます。",
    any_app="どのポッドキャストアプリでも",
    apps="次のアプリで",
    nothing="何も起こらない場合、そのアプリはこの端末に入っていません。",
    part="一つのテーマや著者だけ",
    less_data="どの記事にも、通信量が約三分の一の小さなファイルがあります。記事のページにリンク"
    "があります。",
    only_here="編集者の方へ：このアドレスはこのコンピューターでしか使えません。"
    "publication.toml に「base_url」を設定すると、ここにアプリが表示されます。",
    listen="この記事を聞く",
    more="ほかの読み方",
    schedule={
        "daily": "毎日",
        "weekly": "毎週",
        "fortnightly": "二週間ごと",
        "monthly": "毎月",
    },
)

_NL = ListeningWords(
    heading="{} beluisteren in een podcast-app",
    about="Een podcast-app haalt elk nieuw bericht vanzelf op, leest het voor en onthoudt waar"
    " u bent gebleven. Het kost niets.",
    synthetic="Een kunstmatige stem leest de berichten voor.",
    any_app="In elke podcast-app",
    apps="In een van deze apps",
    nothing="Als er niets gebeurt, staat die app niet op dit apparaat.",
    part="Alleen één onderwerp of één auteur",
    less_data="Elk bericht heeft ook een klein bestand, dat ongeveer een derde van de data"
    " gebruikt. De pagina van het bericht verwijst ernaar.",
    only_here="Voor de redactie: dit adres werkt alleen op deze computer. Stel ‘base_url’ in"
    " publication.toml in, dan staan de apps hier.",
    listen="Dit bericht beluisteren",
    more="Andere manieren om het te lezen",
    schedule={
        "daily": "Elke dag",
        "weekly": "Elke week",
        "fortnightly": "Om de twee weken",
        "monthly": "Elke maand",
    },
)

_PT = ListeningWords(
    heading="Ouvir {} numa aplicação de podcasts",
    about="Uma aplicação de podcasts vai buscar sozinha cada novo artigo, lê-o em voz alta e"
    " lembra-se de onde parou. Não custa nada.",
    synthetic="Uma voz sintética lê os artigos.",
    any_app="Em qualquer aplicação de podcasts",
    apps="Numa destas aplicações",
    nothing="Se nada acontecer, essa aplicação não está neste dispositivo.",
    part="Só um tema ou um autor",
    less_data="Cada artigo tem também um ficheiro pequeno, que gasta cerca de um terço dos dados. A"
    " página do artigo tem a ligação.",
    only_here="Para a redação: este endereço só funciona neste computador. Indique “base_url” em"
    " publication.toml, e as aplicações aparecem aqui.",
    listen="Ouvir este artigo",
    more="Outras formas de o ler",
    schedule={
        "daily": "Todos os dias",
        "weekly": "Todas as semanas",
        "fortnightly": "De duas em duas semanas",
        "monthly": "Todos os meses",
    },
)

_LANGUAGES: Mapping[str, ListeningWords] = {
    "cy": _CY,
    "de": _DE,
    "en": _EN,
    "en-US": _EN,
    "es": _ES,
    "fr": _FR,
    "it": _IT,
    "ja": _JA,
    "nl": _NL,
    "pt": _PT,
}


def listening(ours: Words) -> ListeningWords:
    """The words for listening in a language."""
    return _LANGUAGES[ours.language]
