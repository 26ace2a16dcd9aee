"""The words by which French boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            soutenez nous | soutenez le | soutenez la | soutenez notre | soutenez un | soutenez une presse
            | soutenez l'information | faites un don | faire un don | je fais un don | votre don | vos
            dons | votre soutien | votre contribution | grâce à vos dons | grâce à votre | sans vous |
            aidez nous | à partir de | défiscalisable | déductible des impôts | déductibles des impôts |
            financé par ses lecteurs | financés par nos lecteurs | besoin de vous | besoin de votre |
            presse indépendante | journalisme indépendant | devenez membre | don mensuel | don ponctuel |
            campagne de dons | votre générosité | faites un | même modeste | nos lecteurs | ses lecteurs |
            vit de | vivent de | ne vit que | vous appréciez | aimez notre travail | notre travail | à le
            poursuivre | à continuer | soutenir notre | nous soutenir | participez à | indépendante et |
            sans actionnaire | sans publicité | chaque don | rejoignez les
        """,
        """
            don | dons | donner | soutien | souten* | contribu* | financ* | indépendant* | adhér* |
            lecteurs | indépendance | impôts | rédaction | journalisme | déductible
        """,
    ),
    "paywall": (
        """
            pour lire la suite | pour continuer votre lecture | pour continuer à lire | lire la suite de
            cet | déjà abonné | déjà inscrit | vous êtes abonné | connectez vous | identifiez vous | créez
            un compte | créez votre compte | inscrivez vous gratuitement | réservé aux abonnés | réservé à
            nos abonnés | réservée aux abonnés | article réservé | la suite est réservée | accès illimité
            | accédez à tous | accès à tous | il vous reste | article offert | débloquez | contenu réservé
            | en accès libre | profitez d'un accès | lire la suite | la suite est | découvrir la suite | à
            découvrir | se connecter | pour accéder | article est réservé | est réservé | est réservée |
            testez gratuitement | créer un compte | pour lire cet article | en illimité
        """,
        """
            abonnés | connecter | connexion | compte | accès | réservé | illimité | inscription |
            identifiant | premium | suite | réserv* | abonné* | découvrir
        """,
    ),
    "subscribe": (
        """
            abonnez vous | je m'abonne | s'abonner à | abonnement numérique | offre d'abonnement | offre
            découverte | offre spéciale | sans engagement | le premier mois | essai gratuit | essayez
            gratuitement | découvrez nos offres | nos offres | profitez de | puis | résiliable à tout |
            offrez un abonnement | un abonnement | le premier | dès 1
        """,
        """
            abonn* | mois | offre | gratuit | essai | engagement | résili* | numéro* | euros | offr* |
            abonnez | numéros | l'abonnement
        """,
    ),
    "newsletter": (
        """
            notre newsletter | nos newsletters | inscrivez vous à | recevez notre | recevez chaque |
            recevez nos | recevez gratuitement | dans votre boîte | dans votre boite | votre adresse e
            mail | votre adresse mail | votre adresse email | votre e mail | chaque matin dans | chaque
            semaine dans | vous désinscrire | vous désabonner | notre lettre | la lettre d'information |
            lettre d'information | activez les notifications | ne manquez rien | ne ratez rien | restez
            informé | en vous inscrivant | l'essentiel de l'actualité | l'actualité dans | boîte mail |
            inscrivez vous | inscription à | à tout moment | vos alertes | recevoir nos | cette lettre |
            cet e mail | version en ligne
        """,
        """
            newsletter* | lettre | inscri* | recevez | courriel | e mail | notification* | matinale |
            hebdomadaire | alerte* | boîte | mail | essentiel | matin
        """,
    ),
    "comments": (
        """
            votre avis | donnez votre avis | laissez un commentaire | laisser un commentaire | poster un
            commentaire | ajouter un commentaire | réagissez | commentez | participez à la discussion |
            rejoignez la discussion | dites nous | partagez votre avis | qu'en pensez vous | voir les
            commentaires | lire les commentaires | les commentaires sont | écrivez nous | charte de
            modération | courrier des lecteurs | signaler une erreur | une erreur | votre témoignage | la
            parole est | commentaire ci dessous | vous avez une information | contactez nous
        """,
        """
            commentaire* | réagir | réaction* | avis | discussion | modéra* | témoign* | erreur |
            commenter | contact* | signalez | témoignez
        """,
    ),
    "related": (
        """
            lire aussi | à lire aussi | a lire aussi | lire également | à lire également | voir aussi | à
            voir aussi | à lire | lire plus | en savoir plus | lire la suite | sur le même sujet | dans la
            même rubrique | les plus lus | à découvrir | à ne pas manquer | nos autres articles | pour
            aller plus loin | retrouvez tous | retrouvez toute | retrouvez l'ensemble | cliquez ici | sur
            le même | même sujet | notre dossier | lire notre | voir notre | à voir | notre grand format |
            notre série
        """,
        """
            lire | voir | suite | articles | plus | sujet | dossier | format | aussi | retrouvez
        """,
    ),
    "share": (
        """
            partagez cet article | partager cet article | partagez sur | partager sur | suivez nous |
            retrouvez nous sur | rejoignez nous sur | notre page facebook | notre chaîne | copier le lien
            | envoyer par e mail | envoyer à un ami | likez | avec vos amis | sur nos réseaux | réseaux
            sociaux | abonnez vous à notre chaîne | rejoignez notre | canal whatsapp
        """,
        """
            partag* | facebook | twitter | instagram | whatsapp | telegram | suivre | suivez | imprimer |
            amis | réseaux | chaîne | canal | partagez
        """,
    ),
    "cookie": (
        """
            nous utilisons des cookies | utilise des cookies | en poursuivant votre navigation | votre
            consentement | vos données | tout accepter | accepter les cookies | tout refuser | politique
            de confidentialité | gérer les cookies | gérer vos | nos partenaires | et nos partenaires |
            contenu tiers | contenu externe | conditions générales | vos préférences | accepté les cookies
            | vos choix | modifiez vos | est bloqué | ce contenu est | contenu est fourni | par un tiers |
            donner votre consentement | bloqueur de publicité
        """,
        """
            cookie* | consent* | confidentialité | partenaires | données | traceurs | navigateur | bloqu*
            | choix | tiers | afficher | fourni | l'afficher | paramètres | javascript
        """,
    ),
    "advert": (
        """
            publicité | la suite après | la suite après la publicité | contenu sponsorisé | sponsorisé |
            en partenariat avec | contenu partenaire | liens affiliés | nous percevons une commission |
            communiqué sponsorisé | après cette publicité | cette publicité | suite après cette | contenu
            proposé
        """,
        """
            sponsor* | affili* | commission | publicit* | partenaire | annonce* | annonce
        """,
    ),
    "promo": (
        """
            téléchargez notre | téléchargez l'application | notre application | écoutez notre | écoutez le
            podcast | notre podcast | regardez la vidéo | voir la vidéo | regardez notre | réservez vos |
            réservez votre | achetez | en vente dans | notre boutique | jouez et gagnez | tentez de gagner
            | code promo | notre appli | ne rien manquer | en direct sur | info en direct | un podcast à |
            à écouter | en kiosque | en librairie
        """,
        """
            application | podcast | boutique | vidéo | billets | concours | télécharg* | replay | appli |
            kiosque | direct | écout* | téléchargez | écoutez
        """,
    ),
    "credit": (
        """
            crédit photo | crédits photo | photo d'illustration | tous droits réservés | reproduction
            interdite | avec afp | cet article a été publié | cet article est paru | article initialement
            | avec la contribution | avec les agences | sans l'accord | l'accord de la | avec agences |
            avec l'afp | droits réservés | toute reproduction | propos recueillis
        """,
        """
            photo | crédit | afp | reuters | copyright | reproduction | illustration | agences | droits |
            accord | photos
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    vous | votre | vos | tu | ton | ta | tes | toi | t'
"""
#: Who speaks in it.
WE = """
    nous | notre | nos
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    soutenez | abonnez | faites | devenez | lisez | lire | inscrivez | recevez | découvrez | profitez | partagez |
    suivez | rejoignez | retrouvez | téléchargez | écoutez | regardez | réagissez | commentez | donnez | aidez |
    cliquez | connectez | créez | participez | dites | ne | activez | acceptez | gérez | essayez | offrez |
    laissez | écrivez | réservez | achetez | tentez | accédez | débloquez | continuez | envie | voir | modifiez |
    signalez | déjà | pour | adhérez | contribuez | consultez | choisissez | soyez | restez | ajoutez | testez
"""
#: What a publisher does, as it says of itself.
PRESS = """
    journalisme | journalistes | journaliste | rédaction | reporters | enquêtes | lecteurs | information |
    indépendance | indépendant | presse | journal | magazine | correspondants | abonnés | médias | média |
    indépendante
"""
#: What appeals speak of and articles too: they count beside "we", "you" or the publisher.
SOFT = """
    vérité | faits | indépendan* | démocratie | confiance | libre* | tous | possible | différence | besoin | aider
    | aidez | argent | coûte | coût | prix | mois | minute* | café | merci | grâce | payer | lecteurs | lire |
    publicité | actionnaire* | propriétaire | qualité | histoires | aujourd'hui | petit* | modeste | appréciez |
    continuer | poursuivre | demain | avenir | gratuit*
"""
#: How a page speaks of itself.
ITSELF = """
    cet article | ce contenu | cette page | ce site | cette vidéo | notre site | ce texte
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    monde figaro courrier dépêche voix gazette journal écho tribune presse matin parisien nouvelliste quotidien
    hebdo temps soir libre dauphiné progrès télégramme républicain
"""
#: Words that report: who says, writes, asks.
REPORTING = """
    dit | déclaré | affirmé | expliqué | selon | indiqué | annoncé | assuré | estimé | ajouté | précisé | souligné |
    rappelé | explique | affirme | raconte | estime
"""
#: The third person and the past: an article tells of others.
OTHERS = """
    il | elle | ils | elles | son | sa | ses | leur | leurs | était | étaient | avait | avaient | été | lui
"""
#: A pattern for verbs in the past: an article tells what happened.
PAST = r"était|étaient|avait|avaient|fut|furent|eut|\w{2,}(?:èrent|aient)"
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        commentaires | commentaire | réagir | commenter
    """,
    "share": """
        partager | imprimer | envoyer | copier le lien | partager sur facebook
    """,
    "related": """
        lire aussi | à lire aussi | sur le même sujet | les plus lus | voir aussi | lire la suite | à lire
        également | en savoir plus
    """,
    "advert": """
        publicité | contenu sponsorisé | annonce | la suite après cette publicité
    """,
    "newsletter": """
        newsletter | newsletters | inscrivez vous | je m'inscris
    """,
    "subscribe": """
        s'abonner | je m'abonne | abonnez vous
    """,
    "paywall": """
        se connecter | connexion | créer un compte | déjà abonné
    """,
    "donation": """
        faire un don | je donne | soutenez nous | je fais un don
    """,
    "cookie": """
        tout accepter | tout refuser | accepter | continuer sans accepter | paramétrer
    """,
    "credit": """
        afp | tous droits réservés
    """,
    "other": """
        haut de page | accueil | menu | rechercher | fermer | écouter l'article
    """,
}
#: What stands before a colon or a bar at the head of a line that leads elsewhere or names a source.
LABELS: dict[str, str] = {
    "related": """
        lire aussi | à lire aussi | voir aussi | à voir | vidéo | podcast | en images | relire | à lire | sur
        le même sujet | à lire également
    """,
    "credit": """
        photo | photos | crédit | crédits | source | sources | image
    """,
}
