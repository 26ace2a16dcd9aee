"""The words by which Italian boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            sostienici | sostieni il nostro | sostieni la nostra | sostieni il giornalismo | il tuo
            sostegno | il tuo contributo | la tua donazione | fai una donazione | dona ora | aiutaci | con
            il tuo aiuto | grazie ai nostri lettori | grazie al tuo | senza di te | diventa sostenitore |
            diventa socio | giornalismo indipendente | a partire da | abbiamo bisogno di te | abbiamo
            bisogno del tuo | siamo una piccola | se apprezzi | apprezzi il nostro | il nostro lavoro | ci
            aiuti | aiuti a | anche piccola | con una donazione | una donazione | ha un costo | senza
            padroni | senza editori | nostri lettori | euro al mese | il nostro giornalismo | nostra
            redazione | un contributo | abbiamo bisogno | lettori come te
        """,
        """
            dona* | donati* | sosten* | contribu* | indipendent* | indipendente | redazione | giornalismo
            | lettori | lavoro | euro | sostieni | diventa
        """,
    ),
    "paywall": (
        """
            per continuare a leggere | per leggere tutto | per leggere l'articolo | continua a leggere |
            sei già abbonato | già abbonato | hai già un account | accedi per | accedi qui | registrati
            gratis | registrati per | crea un account | riservato agli abbonati | solo per abbonati |
            contenuto riservato | accesso illimitato | accedi a tutti | hai raggiunto | articoli gratuiti
            | sblocca | è riservato agli | riservato agli | per leggere il resto | leggere il resto |
            limite di articoli | abbonati per | questo articolo è | contenuto esclusivo | leggi senza
            limiti
        """,
        """
            abbonati | accedi | account | accesso | registr* | illimitato | riservato | premium | limite |
            gratuit* | leggere | resto | registrati
        """,
    ),
    "subscribe": (
        """
            abbonati ora | abbonati a | abbonati subito | abbonamento digitale | offerta speciale | primo
            mese | un mese gratis | prova gratis | prova gratuita | disdici quando | senza vincoli | al
            mese | scopri le offerte | non sei ancora | nostre offerte | le nostre offerte | quando vuoi |
            a 1 euro | il primo mese | regala un | scegli il piano | i nostri piani
        """,
        """
            abbon* | offerta | prova | mese | gratis | disdir* | offerte | piano | piani | abbonati
        """,
    ),
    "newsletter": (
        """
            nostra newsletter | nostre newsletter | iscriviti alla | iscriviti a | ricevi la | ricevi ogni
            | ricevi le | nella tua casella | la tua email | la tua e mail | il tuo indirizzo |
            cancellarti | disiscriverti | attiva le notifiche | non perdere | non perderti | resta
            aggiornato | rimani aggiornato | condizioni d'uso | accetti le | accetti i | ogni mattina
            nella | newsletter settimanale | è gratuita | notizie più importanti | niente spam | ricevi
            questa
        """,
        """
            newsletter | iscri* | casella | email | notifiche | ricev* | aggiornat* | mattina |
            settimanale | gratuita | condizioni | iscrivendoti | iscriviti
        """,
    ),
    "comments": (
        """
            lascia un commento | scrivi un commento | commenta questo | di' la tua | dì la tua | partecipa
            alla discussione | cosa ne pensi | che ne pensi | facci sapere | raccontaci | vedi i commenti
            | leggi i commenti | scrivici | regole della community | lascia un | per commentare | accedi
            per commentare | qui sotto | hai trovato un errore | un errore | la tua opinione | tu cosa ne
        """,
        """
            comment* | discussione | opinione | moderat* | errore | segnal* | sotto | segnalaci
        """,
    ),
    "related": (
        """
            leggi anche | leggi di più | leggi tutto | leggi ancora | ti potrebbe interessare | potrebbe
            interessarti | potrebbero interessarti | vedi anche | guarda anche | approfondisci | articoli
            correlati | notizie correlate | i più letti | le più lette | per approfondire | clicca qui |
            altre notizie | ti potrebbero | lo speciale | la cronologia | guarda le foto | la diretta
        """,
        """
            leggi | anche | altro | altri | notizie | articoli | approfond* | interess* | speciale |
            diretta
        """,
    ),
    "share": (
        """
            condividi questo | condividi l'articolo | condividi su | seguici su | seguici anche | segui la
            nostra | unisciti al canale | il nostro canale | la nostra pagina facebook | copia link |
            invia per email | metti mi piace | entra nel nostro | nostro canale | canale telegram | canale
            whatsapp | con i tuoi amici | sui social
        """,
        """
            condivid* | facebook | twitter | instagram | whatsapp | telegram | canale | segui* | amici |
            social | entra | seguici | condividi
        """,
    ),
    "cookie": (
        """
            utilizziamo i cookie | utilizziamo cookie | usiamo i cookie | questo sito utilizza | uso dei
            cookie | cookie policy | accetta tutto | accetta i cookie | rifiuta tutto | il tuo consenso |
            informativa sulla privacy | i nostri partner | e i nostri partner | preferenze sui cookie |
            contenuto di terze | cookie tecnici | di profilazione | puoi accettarli | gestire le
            preferenze | le tue preferenze | la tua esperienza | disattiva l'ad
        """,
        """
            cookie | consenso | privacy | partner | dati | browser | preferenze | profilazione | tecnici |
            accett* | gestire | esperienza | adblock
        """,
    ),
    "advert": (
        """
            pubblicità | contenuto sponsorizzato | sponsorizzato da | continua dopo la pubblicità |
            l'articolo continua | in collaborazione con | link di affiliazione | link affiliati |
            riceviamo una commissione | dopo la pubblicità | contenuto promozionale | messaggio
            promozionale
        """,
        """
            sponsor* | annuncio | pubblicitari* | affilia* | commissione | pubblicità
        """,
    ),
    "promo": (
        """
            scarica la nostra | scarica l'app | la nostra app | ascolta il podcast | ascolta il nostro |
            il nostro podcast | guarda il video | guarda la | acquista i | acquista ora | nel nostro shop
            | partecipa al concorso | codice sconto | in tempo reale | tutte le piattaforme | su tutte le
            | le notizie in tempo | in edicola | in libreria | non perderti
        """,
        """
            app | podcast | shop | biglietti | concorso | sconto | video | scaric* | piattaforme | tempo
            reale | edicola | scarica | ascolta
        """,
    ),
    "credit": (
        """
            tutti i diritti riservati | riproduzione riservata | foto di archivio | foto d'archivio |
            credits foto | questo articolo è stato pubblicato | a cura di | ha collaborato | diritti
            riservati | con le agenzie | fonte agenzie | fotografie di
        """,
        """
            foto | ansa | afp | reuters | copyright | crediti | immagine | agenzia | agenzie | diritti |
            riservat* | riproduzione
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    tu | tuo | tua | tuoi | tue | ti | te | voi | vostro | vostra | vi | sei | hai | vuoi | puoi | accetti | aiuti
    | apprezzi | iscrivendoti
"""
#: Who speaks in it.
WE = """
    noi | nostro | nostra | nostri | nostre | ci
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    sostieni | sostienici | abbonati | iscriviti | leggi | condividi | segui | seguici | scarica | ascolta |
    guarda | ricevi | lascia | commenta | partecipa | dona | aiutaci | accedi | registrati | crea | attiva |
    accetta | scopri | clicca | non | diventa | fai | scrivi | scrivici | raccontaci | acquista | prova | continua
    | resta | rimani | entra | unisciti | sblocca | disdici | scegli | regala | hai | sei | per | se |
    iscrivendoti | abbonatevi | seguite | leggete | sosteneteci | aiutateci | contribuisci | potrebbe | seguiteci
    | scaricate
"""
#: What a publisher does, as it says of itself.
PRESS = """
    giornalismo | giornalisti | giornalista | redazione | inchieste | lettori | informazione | indipendente |
    notizie | giornale | quotidiano | rivista | corrispondenti | abbonati | sostenitori
"""
#: What appeals speak of and articles too: they count beside "we", "you" or the publisher.
SOFT = """
    verità | fatti | indipend* | libertà | democrazia | fiducia | liber* | tutti | possibile | differenza |
    bisogno | aiut* | soldi | costo | costa | prezzo | mese | minuto | caffè | grazie | pagare | lettori | leggere
    | pubblicità | padron* | qualità | storie | oggi | piccol* | apprezzi | continuare | domani | futuro | gratis
"""
#: How a page speaks of itself.
ITSELF = """
    questo articolo | questa notizia | questo contenuto | questa pagina | questo sito | nostro sito | questo video
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    corriere repubblica stampa giornale gazzetta messaggero mattino resto giorno tempo post foglio fatto secolo
    tirreno piccolo eco quotidiano gazzettino unione
"""
#: Words that report: who says, writes, asks.
REPORTING = """
    detto | ha dichiarato | secondo | spiegato | affermato | annunciato | sottolineato | aggiunto | riferito |
    dichiarato | spiega | racconta | precisato | sostiene
"""
#: The third person and the past: an article tells of others.
OTHERS = """
    lui | lei | loro | suo | sua | suoi | sue | era | erano | aveva | avevano | stato | stata | stati | gli
"""
#: A pattern for verbs in the past: an article tells what happened.
PAST = r"\w{2,}(?:ò|arono|erono|irono|avano|evano)|era|erano|fu|furono|disse|fece"
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        commenti | commenta | lascia un commento
    """,
    "share": """
        condividi | stampa | copia link | invia | salva
    """,
    "related": """
        leggi anche | articoli correlati | i più letti | potrebbe interessarti | ti potrebbe interessare |
        leggi tutto | vedi anche | altre notizie
    """,
    "advert": """
        pubblicità | annuncio | contenuto sponsorizzato
    """,
    "newsletter": """
        newsletter | iscriviti
    """,
    "subscribe": """
        abbonati | abbonati ora
    """,
    "paywall": """
        accedi | registrati | entra
    """,
    "donation": """
        dona | dona ora | sostienici
    """,
    "cookie": """
        accetta | accetta tutto | rifiuta | rifiuta tutto
    """,
    "credit": """
        ansa | riproduzione riservata
    """,
    "other": """
        torna su | home | menu | cerca | chiudi
    """,
}
#: What stands before a colon or a bar at the head of a line that leads elsewhere or names a source.
LABELS: dict[str, str] = {
    "related": """
        leggi anche | vedi anche | guarda anche | video | le immagini | approfondisci | leggi | per
        approfondire | potrebbe interessarti | ti potrebbe interessare
    """,
    "credit": """
        foto | immagine | fonte | fonti | credits | video
    """,
}
