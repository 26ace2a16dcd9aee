"""The words by which German boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            unterstützen sie uns | unterstützen sie unsere | unterstütze uns | unterstütze unsere |
            unterstützen sie unabhängigen | mit ihrer spende | mit deiner spende | ihre spende | deine
            spende | ihre unterstützung | deine unterstützung | ihr beitrag | dein beitrag | jetzt spenden
            | jetzt unterstützen | spenden sie | spende jetzt | spendenkonto | freiwillig zahlen |
            freiwillig unterstützen | ohne ihre hilfe | dank ihrer unterstützung | von unseren leserinnen
            und lesern finanziert | leserfinanziert | steuerlich absetzbar | schon ab | unabhängiger
            journalismus kostet | guter journalismus kostet | werden sie mitglied | werde mitglied |
            werden sie fördermitglied | fördermitglied werden | helfen sie uns | hilf uns | mit ihrem geld
            | mit ihrer hilfe | mit ihrem beitrag | ihr geld | ihnen gefällt | gefällt ihnen | werden sie
            | unterstützer werden | unterstützen sie | fördern sie | unser journalismus | unsere arbeit |
            unsere recherchen | kostet geld | kosten geld | unabhängig bleiben | ohne verlag | spenden an
            | leserinnen und lesern getragen | getragen von | unsere mitglieder | genossenschaft werden |
            freiwilligen beitrag
        """,
        """
            spend* | unterstütz* | beitrag | fördern | förder* | gemeinnützig* | freiwillig | euro im
            monat | unabhäng* | mitglied* | geld | kleine | redaktion
        """,
    ),
    "paywall": (
        """
            weiterlesen mit | um weiterzulesen | jetzt weiterlesen | bereits abonnent | bereits abonniert
            | schon abonnent | sie sind bereits | sie haben bereits ein | bitte melden sie sich an |
            melden sie sich an | melde dich an | jetzt anmelden | jetzt registrieren | kostenlos
            registrieren | kostenfrei registrieren | noch kein konto | noch kein abo | nur für abonnenten
            | exklusiv für abonnenten | exklusiv für mitglieder | dieser artikel ist kostenpflichtig |
            dieser artikel ist nur | dieser inhalt ist nur | artikel freischalten | jetzt freischalten |
            freier zugang | unbegrenzten zugang | uneingeschränkten zugang | unbegrenzt lesen | alle
            artikel lesen | zugang zu allen | ihr kostenloses kontingent | sie haben bereits | haben sie
            bereits | haben sie schon | schon ein konto | bereits ein konto | hier anmelden | melden sie
            sich hier | hier einloggen | abonnenten vorbehalten | ist unseren abonnenten | vier wochen |
            einen monat | im abo | mit dem abo | vollständigen artikel | ganzen artikel | kostenlos
            weiterlesen | diesen artikel weiter | exklusiv für
        """,
        """
            anmelden | registrieren | einloggen | login | konto | abonnenten | premium | plus |
            freischalten | zugang | weiterlesen | exklusiv | vorbehalten | abonnent* | testen | wochen
        """,
    ),
    "subscribe": (
        """
            jetzt abonnieren | jetzt testen | jetzt bestellen | abonnieren sie | abonniere | zum abo |
            probeabo | digitalabo | digital abo | jahresabo | gratismonat | kostenlos testen | gratis
            testen | monatlich kündbar | jederzeit kündbar | im ersten monat | unser angebot | unsere
            angebote | zum angebot | e paper lesen | sparen sie | jetzt vier wochen | für einen euro |
            euro testen | ab einem euro | gedruckt oder digital | print und digital | die wochenausgabe |
            zur bestellung | abo verschenken | verschenken sie
        """,
        """
            abo | abos | abonn* | testen | monatlich | kündbar | angebot | vorteil* | probe* | gedruckt |
            digital | bestell* | verschenk*
        """,
    ),
    "newsletter": (
        """
            unser newsletter | unseren newsletter | unserem newsletter | newsletter abonnieren |
            newsletter bestellen | zum newsletter | kostenloser newsletter | in ihr postfach | in dein
            postfach | direkt ins postfach | per e mail erhalten | ihre e mail adresse | deine e mail
            adresse | e mail adresse eingeben | jederzeit abbestellen | jederzeit widerrufen | push
            nachrichten | eilmeldungen aufs | verpassen sie keine | verpasse keine | bleiben sie
            informiert | jeden morgen in | täglich in ihrem | newsletter an | für unseren newsletter | für
            den newsletter | für unser | in ihrem postfach | gültige e mail | e mail adresse ein | jeden
            werktag | sie erhalten diesen | sie erhalten diese | diese e mail | im browser anzeigen | kein
            spam | unsere datenschutz
        """,
        """
            newsletter | postfach | e mail | abbestellen | briefing | benachrichtig* | täglich |
            wöchentlich | werktag | anmeld* | adresse | abmelden
        """,
    ),
    "comments": (
        """
            diskutieren sie mit | diskutiere mit | diskutieren sie über | jetzt kommentieren | kommentar
            schreiben | kommentar verfassen | kommentieren sie | schreiben sie einen kommentar | ihre
            meinung ist gefragt | was meinen sie | was denken sie | was denkst du | was halten sie | sagen
            sie uns | schreiben sie uns | leserbrief an | leserbriefe an | in den kommentaren | die
            kommentarfunktion | kommentare sind | netiquette | alle kommentare | zum kommentieren | haben
            sie einen fehler | einen fehler gefunden | fehler gefunden | fehler entdeckt | ihre frage |
            ihre fragen | ihre erfahrung | erzählen sie uns | diskutieren sie | wie sehen sie | stimmen
            sie ab | jetzt mitdiskutieren | haben sie hinweise | hinweise an
        """,
        """
            kommentar* | meinung | diskussion | leserbrief* | forum | moderier* | fehler | hinweis* |
            korrektur | abstimm*
        """,
    ),
    "related": (
        """
            lesen sie auch | lesen sie hier | lesen sie mehr | lesen sie dazu | lesen sie außerdem | lesen
            sie weiter | lies auch | mehr zum thema | mehr dazu | mehr lesen | mehr aus | siehe auch |
            auch interessant | das könnte sie auch interessieren | das könnte dich auch interessieren |
            weitere artikel | weitere informationen finden | weitere nachrichten | mehr nachrichten | mehr
            von | meistgelesen | meist gelesen | passend zum thema | zum thema | hier geht es zu | mehr zu
            | mehr über | das könnte sie | weiterlesen hier | alle texte | alle artikel zu | unsere serie
            | zum weiterlesen | hören sie auch | sehen sie auch | unser liveblog | im liveblog
        """,
        """
            mehr | lesen | weitere | thema | auch | liveblog | serie
        """,
    ),
    "share": (
        """
            artikel teilen | jetzt teilen | teilen sie | diesen artikel teilen | folgen sie uns | folge
            uns | auf facebook teilen | per e mail teilen | per whatsapp teilen | link kopieren | besuchen
            sie uns auf | abonnieren sie unseren kanal | unser whatsapp kanal | unserem whatsapp kanal |
            drucken | folgen sie | auf instagram | auf mastodon | auf whatsapp | auf telegram | artikel
            drucken | artikel teilen oder | empfehlen sie
        """,
        """
            teilen | facebook | twitter | instagram | whatsapp | telegram | folgen | kanal | mastodon |
            bluesky | drucken | empfehl* | weitersagen
        """,
    ),
    "cookie": (
        """
            wir verwenden cookies | wir nutzen cookies | diese seite verwendet cookies | diese website
            verwendet | cookie einstellungen | cookies akzeptieren | alle akzeptieren | alle ablehnen |
            ihre einwilligung | ihre zustimmung | datenschutzerklärung | datenschutzbestimmungen |
            datenschutzeinstellungen | externer inhalt | externe inhalte | externen inhalt | unsere
            partner | und unsere partner | nutzungsbedingungen | mit ihrer zustimmung | empfohlener
            redaktioneller inhalt | an dieser stelle finden sie | wird er geladen | wird geladen | einen
            externen inhalt | externe dienste | ihre datenschutz | wir und unsere | auf ihrem gerät
        """,
        """
            cookie* | einwilligung | zustimm* | datenschutz | partner | personenbezogen* | browser |
            einstellungen | geladen | extern* | inhalt | javascript | werbeblocker | adblocker
        """,
    ),
    "advert": (
        """
            anzeige | werbung | gesponsert | bezahlte anzeige | nach der werbung | artikel geht nach der |
            weiter nach der werbung | hinweis in eigener sache werbung | affiliate links | affiliate link
            | erhalten wir eine provision | wir eine provision | partnerlinks | mit freundlicher
            unterstützung | ohne mehrkosten | anzeige endet | nach der anzeige | weiter nach der anzeige |
            weiter nach anzeige | in kooperation mit
        """,
        """
            sponsor* | provision | werbe* | partner | anzeige | werbung | sponsored
        """,
    ),
    "promo": (
        """
            unsere app | laden sie die app | app herunterladen | jetzt herunterladen | hören sie den
            podcast | unser podcast | unseren podcast | im podcast | überall wo es podcasts gibt | sehen
            sie im video | das video ansehen | jetzt ansehen | tickets gibt es | jetzt tickets | in
            unserem shop | jetzt kaufen | gewinnspiel | jetzt mitmachen | rabattcode | gutscheincode |
            laden sie | unsere app herunter | die app herunter | verpassen sie | hören sie | folge des
            podcasts | neue folge | abonnieren sie den podcast | karten gibt es | veranstaltung der | in
            unserer mediathek
        """,
        """
            app | podcast | shop | gewinnen | tickets | gutschein | rabatt | mediathek | herunter |
            eilmeldung* | folge | verpass*
        """,
    ),
    "credit": (
        """
            foto von | fotos von | alle rechte vorbehalten | bild von | mit material von | mit material
            der | dieser artikel erschien zuerst | dieser text erschien zuerst | dieser beitrag erschien |
            zuerst erschienen | nachdruck nur | redaktionelle mitarbeit | mitarbeit von | material der
            agenturen | mit agenturmaterial | mit agenturen | verlag 2024 | mit informationen von |
            redaktionell bearbeitet
        """,
        """
            foto | bild | dpa | afp | reuters | copyright | quelle | redaktion | agentur* | verlag |
            rechte | nachdruck
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
    registrieren | teilen | teile | folgen | folge | diskutieren | diskutiere | schreiben | klicken | hören |
    sehen | testen | teste | bestellen | sichern | werden | werde | helfen | hilf | laden | jetzt | erhalten |
    bleiben | entdecken | verpassen | besuchen | kommentieren | nutzen | geben | bitte | wählen | aktivieren |
    akzeptieren | kaufen | weiterlesen | lassen | schon | haben | noch | mehr | empfehlen | fördern | sagen |
    schenken | anmelden | gefällt | ihnen | erzählen
"""
#: What a publisher does, as it says of itself.
PRESS = """
    journalismus | journalisten | journalistinnen | redaktion | reporter | berichterstattung | recherchen |
    recherche | leser | leserinnen | artikel | unabhängig | unabhängigen | unabhängiger | zeitung | magazin |
    korrespondenten | mitglieder | abonnenten | unabhängige | verlag
"""
#: What appeals speak of and articles too: they count beside "we", "you" or the publisher.
SOFT = """
    wahrheit | fakten | unabhängig* | freiheit | demokratie | vertrauen | frei | alle | möglich | unterschied |
    brauchen | helfen | hilft | geld | kostet | kosten | preis | monat | minute* | kaffee | dank | danke | dankbar
    | zahlen | zahlt | leser* | lesen | werbung | konzern* | eigentümer | qualität | geschichten | heute | klein*
    | wert | schätzen | gefällt | weiter | morgen | sichern | zukunft
"""
#: How a page speaks of itself.
ITSELF = """
    diesen artikel | dieser artikel | dieser text | diesem artikel | diese seite | dieser seite | diese website |
    diesen inhalt | dieser inhalt | unsere seite | dieses video
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    zeitung kurier bote anzeiger tageblatt nachrichten rundschau blatt post merkur echo presse spiegel stern welt
    morgenpost abendblatt allgemeine woche tagblatt volksblatt generalanzeiger journal tagespost magazin
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
#: A pattern for verbs in the past: an article tells what happened.
PAST = (
    r"\w{3,}(?:te|ten)|kam|kamen|ging|gingen|gab|gaben|fand|fanden|stand|standen|blieb|ließ|"
    r"schrieb|sprach|begann|verlor"
)
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        kommentare | kommentar | kommentieren | kommentar schreiben | diskutieren sie mit
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
        newsletter | newsletter abonnieren | newsletter bestellen
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
        mehr | lesen sie auch | lesen sie mehr | siehe auch | video | podcast | galerie | hintergrund | mehr
        zum thema | lesen sie dazu | auch interessant | mehr dazu | passend dazu
    """,
    "credit": """
        foto | fotos | bild | bilder | quelle | quellen | grafik | text
    """,
}
