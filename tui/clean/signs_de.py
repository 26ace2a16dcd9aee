"""The words by which German boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            unterstützen sie uns | unterstützen sie unsere | unterstütze uns | unterstütze unsere | unterstützen sie
            unabhängigen | mit ihrer spende | mit deiner spende | ihre spende | deine spende | ihre unterstützung |
            deine unterstützung | ihr beitrag | dein beitrag | jetzt spenden | jetzt unterstützen | spenden sie |
            spende jetzt | spendenkonto | freiwillig zahlen | freiwillig unterstützen | ohne ihre hilfe | dank ihrer
            unterstützung | von unseren leserinnen und lesern finanziert | leserfinanziert | steuerlich absetzbar |
            schon ab | unabhängiger journalismus kostet | guter journalismus kostet | werden sie mitglied | werde
            mitglied | werden sie fördermitglied | fördermitglied werden | helfen sie uns | hilf uns
        """,
        """
            spend* | unterstütz* | beitrag | fördern | förder* | gemeinnützig* | freiwillig | euro im monat
        """,
    ),
    "paywall": (
        """
            weiterlesen mit | um weiterzulesen | jetzt weiterlesen | bereits abonnent | bereits abonniert | schon
            abonnent | sie sind bereits | sie haben bereits ein | bitte melden sie sich an | melden sie sich an |
            melde dich an | jetzt anmelden | jetzt registrieren | kostenlos registrieren | kostenfrei registrieren |
            noch kein konto | noch kein abo | nur für abonnenten | exklusiv für abonnenten | exklusiv für mitglieder |
            dieser artikel ist kostenpflichtig | dieser artikel ist nur | dieser inhalt ist nur | artikel freischalten
            | jetzt freischalten | freier zugang | unbegrenzten zugang | uneingeschränkten zugang | unbegrenzt lesen |
            alle artikel lesen | zugang zu allen | ihr kostenloses kontingent
        """,
        """
            anmelden | registrieren | einloggen | login | konto | abonnenten | premium | plus | freischalten | zugang
            | weiterlesen | exklusiv
        """,
    ),
    "subscribe": (
        """
            jetzt abonnieren | jetzt testen | jetzt bestellen | abonnieren sie | abonniere | zum abo | probeabo |
            digitalabo | digital abo | jahresabo | gratismonat | kostenlos testen | gratis testen | monatlich kündbar
            | jederzeit kündbar | im ersten monat | unser angebot | unsere angebote | zum angebot | e paper lesen |
            sparen sie
        """,
        """
            abo | abos | abonn* | testen | monatlich | kündbar | angebot | vorteil* | probe*
        """,
    ),
    "newsletter": (
        """
            unser newsletter | unseren newsletter | unserem newsletter | newsletter abonnieren | newsletter bestellen
            | zum newsletter | kostenloser newsletter | in ihr postfach | in dein postfach | direkt ins postfach | per
            e mail erhalten | ihre e mail adresse | deine e mail adresse | e mail adresse eingeben | jederzeit
            abbestellen | jederzeit widerrufen | push nachrichten | eilmeldungen aufs | verpassen sie keine | verpasse
            keine | bleiben sie informiert | jeden morgen in | täglich in ihrem
        """,
        """
            newsletter | postfach | e mail | abbestellen | briefing | benachrichtig* | täglich | wöchentlich
        """,
    ),
    "comments": (
        """
            diskutieren sie mit | diskutiere mit | diskutieren sie über | jetzt kommentieren | kommentar schreiben |
            kommentar verfassen | kommentieren sie | schreiben sie einen kommentar | ihre meinung ist gefragt | was
            meinen sie | was denken sie | was denkst du | was halten sie | sagen sie uns | schreiben sie uns |
            leserbrief an | leserbriefe an | in den kommentaren | die kommentarfunktion | kommentare sind | netiquette
            | alle kommentare | zum kommentieren
        """,
        """
            kommentar* | meinung | diskussion | leserbrief* | forum | moderier*
        """,
    ),
    "related": (
        """
            lesen sie auch | lesen sie hier | lesen sie mehr | lesen sie dazu | lesen sie außerdem | lesen sie weiter
            | lies auch | mehr zum thema | mehr dazu | mehr lesen | mehr aus | siehe auch | auch interessant | das
            könnte sie auch interessieren | das könnte dich auch interessieren | weitere artikel | weitere
            informationen finden | weitere nachrichten | mehr nachrichten | mehr von | meistgelesen | meist gelesen |
            passend zum thema | zum thema | hier geht es zu
        """,
        """
            mehr | lesen | weitere | thema | auch
        """,
    ),
    "share": (
        """
            artikel teilen | jetzt teilen | teilen sie | diesen artikel teilen | folgen sie uns | folge uns | auf
            facebook teilen | per e mail teilen | per whatsapp teilen | link kopieren | besuchen sie uns auf |
            abonnieren sie unseren kanal | unser whatsapp kanal | unserem whatsapp kanal | drucken
        """,
        """
            teilen | facebook | twitter | instagram | whatsapp | telegram | folgen | kanal
        """,
    ),
    "cookie": (
        """
            wir verwenden cookies | wir nutzen cookies | diese seite verwendet cookies | diese website verwendet |
            cookie einstellungen | cookies akzeptieren | alle akzeptieren | alle ablehnen | ihre einwilligung | ihre
            zustimmung | datenschutzerklärung | datenschutzbestimmungen | datenschutzeinstellungen | externer inhalt |
            externe inhalte | externen inhalt | unsere partner | und unsere partner | nutzungsbedingungen | mit ihrer
            zustimmung | empfohlener redaktioneller inhalt | an dieser stelle finden sie
        """,
        """
            cookie* | einwilligung | zustimm* | datenschutz | partner | personenbezogen* | browser | einstellungen
        """,
    ),
    "advert": (
        """
            anzeige | werbung | gesponsert | bezahlte anzeige | nach der werbung | artikel geht nach der | weiter nach
            der werbung | hinweis in eigener sache werbung | affiliate links | affiliate link | erhalten wir eine
            provision | wir eine provision | partnerlinks | mit freundlicher unterstützung | ohne mehrkosten
        """,
        """
            sponsor* | provision | werbe* | partner
        """,
    ),
    "promo": (
        """
            unsere app | laden sie die app | app herunterladen | jetzt herunterladen | hören sie den podcast | unser
            podcast | unseren podcast | im podcast | überall wo es podcasts gibt | sehen sie im video | das video
            ansehen | jetzt ansehen | tickets gibt es | jetzt tickets | in unserem shop | jetzt kaufen | gewinnspiel |
            jetzt mitmachen | rabattcode | gutscheincode
        """,
        """
            app | podcast | shop | gewinnen | tickets | gutschein | rabatt | mediathek
        """,
    ),
    "credit": (
        """
            foto von | fotos von | alle rechte vorbehalten | bild von | mit material von | mit material der | dieser
            artikel erschien zuerst | dieser text erschien zuerst | dieser beitrag erschien | zuerst erschienen |
            nachdruck nur | redaktionelle mitarbeit | mitarbeit von
        """,
        """
            foto | bild | dpa | afp | reuters | copyright | quelle | redaktion
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = r"(?<=\w )(?:Sie|Ihnen|Ihre?[mnrs]?)\b"
#: Whom an appeal speaks to.
YOU = """
    du | dich | dir | dein | deine | deinem | deinen | deiner | euch | euer | eure
"""
#: Who speaks in it.
WE = """
    wir | uns | unser | unsere | unserem | unseren | unserer | unseres
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    unterstützen | unterstütze | abonnieren | abonniere | lesen | lies | spenden | spende | melden | melde |
    registrieren | teilen | teile | folgen | folge | diskutieren | diskutiere | schreiben | klicken | hören | sehen |
    testen | teste | bestellen | sichern | werden | werde | helfen | hilf | laden | jetzt | erhalten | bleiben |
    entdecken | verpassen | besuchen | kommentieren | nutzen | geben | bitte | wählen | aktivieren | akzeptieren |
    kaufen
"""
#: What a publisher does, as it says of itself.
PRESS = """
    journalismus | journalisten | journalistinnen | redaktion | reporter | berichterstattung | recherchen | recherche
    | leser | leserinnen | artikel | unabhängig | unabhängigen | unabhängiger
"""
#: How a page speaks of itself.
ITSELF = """
    diesen artikel | dieser artikel | dieser text | diesem artikel | diese seite | dieser seite | diese website |
    diesen inhalt | dieser inhalt | unsere seite | dieses video
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    zeitung kurier bote anzeiger tageblatt nachrichten rundschau blatt post merkur echo presse spiegel stern welt
    morgenpost abendblatt allgemeine woche
"""
#: Words that report: who says, writes, asks.
REPORTING = """
    sagte | sagt | erklärte | teilte | teilten | berichtete | berichteten | betonte | laut | zufolge | warnte |
    forderte | kritisierte | schrieb | hieß | meinte | kündigte
"""
#: The third person and the past: an article tells of others.
OTHERS = """
    er | sein | seine | seinem | seinen | seiner | war | waren | wurde | wurden | hatte | hatten | worden | gewesen
"""
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        kommentare | kommentar | kommentieren | kommentar schreiben
    """,
    "share": """
        teilen | drucken | merken | artikel teilen | link kopieren | senden | per e mail
    """,
    "related": """
        mehr zum thema | lesen sie auch | auch interessant | weiterlesen | mehr | meistgelesen | mehr lesen | siehe
        auch
    """,
    "advert": """
        anzeige | werbung | advertorial
    """,
    "newsletter": """
        newsletter | newsletter abonnieren
    """,
    "subscribe": """
        abonnieren | jetzt abonnieren | jetzt testen
    """,
    "paywall": """
        anmelden | einloggen | registrieren | weiterlesen
    """,
    "donation": """
        spenden | jetzt spenden | unterstützen
    """,
    "cookie": """
        alle akzeptieren | akzeptieren | ablehnen | datenschutz | impressum | einstellungen
    """,
    "credit": """
        dpa | afp
    """,
    "other": """
        nach oben | zur startseite | menü | suche | schließen | vorlesen | startseite
    """,
}
#: What stands before a colon or a bar at the head of a line that leads elsewhere or names a source.
LABELS: dict[str, str] = {
    "related": """
        mehr | lesen sie auch | lesen sie mehr | siehe auch | video | podcast | galerie | hintergrund
    """,
    "credit": """
        foto | fotos | bild | bilder | quelle | quellen | grafik | text
    """,
}
