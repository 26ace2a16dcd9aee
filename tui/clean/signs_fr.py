"""The words by which French boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            soutenez nous | soutenez le | soutenez la | soutenez notre | soutenez un | soutenez une presse | soutenez
            l'information | faites un don | faire un don | je fais un don | votre don | vos dons | votre soutien |
            votre contribution | grâce à vos dons | grâce à votre | sans vous | aidez nous | à partir de |
            défiscalisable | déductible des impôts | déductibles des impôts | financé par ses lecteurs | financés par
            nos lecteurs | besoin de vous | besoin de votre | presse indépendante | journalisme indépendant | devenez
            membre | don mensuel | don ponctuel | campagne de dons
        """,
        """
            don | dons | donner | soutien | souten* | contribu* | financ* | indépendant* | adhér*
        """,
    ),
    "paywall": (
        """
            pour lire la suite | pour continuer votre lecture | pour continuer à lire | lire la suite de cet | déjà
            abonné | déjà inscrit | vous êtes abonné | connectez vous | identifiez vous | créez un compte | créez
            votre compte | inscrivez vous gratuitement | réservé aux abonnés | réservé à nos abonnés | réservée aux
            abonnés | article réservé | la suite est réservée | accès illimité | accédez à tous | accès à tous | il
            vous reste | article offert | débloquez | contenu réservé | en accès libre | profitez d'un accès
        """,
        """
            abonnés | connecter | connexion | compte | accès | réservé | illimité | inscription | identifiant |
            premium
        """,
    ),
    "subscribe": (
        """
            abonnez vous | je m'abonne | s'abonner à | abonnement numérique | offre d'abonnement | offre découverte |
            offre spéciale | sans engagement | le premier mois | essai gratuit | essayez gratuitement | découvrez nos
            offres | nos offres | profitez de | puis | résiliable à tout
        """,
        """
            abonn* | mois | offre | gratuit | essai | engagement | résili*
        """,
    ),
    "newsletter": (
        """
            notre newsletter | nos newsletters | inscrivez vous à | recevez notre | recevez chaque | recevez nos |
            recevez gratuitement | dans votre boîte | dans votre boite | votre adresse e mail | votre adresse mail |
            votre adresse email | votre e mail | chaque matin dans | chaque semaine dans | vous désinscrire | vous
            désabonner | notre lettre | la lettre d'information | lettre d'information | activez les notifications |
            ne manquez rien | ne ratez rien | restez informé
        """,
        """
            newsletter* | lettre | inscri* | recevez | courriel | e mail | notification* | matinale | hebdomadaire
        """,
    ),
    "comments": (
        """
            votre avis | donnez votre avis | laissez un commentaire | laisser un commentaire | poster un commentaire |
            ajouter un commentaire | réagissez | commentez | participez à la discussion | rejoignez la discussion |
            dites nous | partagez votre avis | qu'en pensez vous | voir les commentaires | lire les commentaires | les
            commentaires sont | écrivez nous | charte de modération | courrier des lecteurs
        """,
        """
            commentaire* | réagir | réaction* | avis | discussion | modéra*
        """,
    ),
    "related": (
        """
            lire aussi | à lire aussi | a lire aussi | lire également | à lire également | voir aussi | à voir aussi |
            à lire | lire plus | en savoir plus | lire la suite | sur le même sujet | dans la même rubrique | les plus
            lus | à découvrir | à ne pas manquer | nos autres articles | pour aller plus loin | retrouvez tous |
            retrouvez toute | retrouvez l'ensemble | cliquez ici
        """,
        """
            lire | voir | suite | articles | plus | sujet
        """,
    ),
    "share": (
        """
            partagez cet article | partager cet article | partagez sur | partager sur | suivez nous | retrouvez nous
            sur | rejoignez nous sur | notre page facebook | notre chaîne | copier le lien | envoyer par e mail |
            envoyer à un ami | likez
        """,
        """
            partag* | facebook | twitter | instagram | whatsapp | telegram | suivre | suivez | imprimer
        """,
    ),
    "cookie": (
        """
            nous utilisons des cookies | utilise des cookies | en poursuivant votre navigation | votre consentement |
            vos données | tout accepter | accepter les cookies | tout refuser | politique de confidentialité | gérer
            les cookies | gérer vos | nos partenaires | et nos partenaires | contenu tiers | contenu externe |
            conditions générales | vos préférences
        """,
        """
            cookie* | consent* | confidentialité | partenaires | données | traceurs | navigateur
        """,
    ),
    "advert": (
        """
            publicité | la suite après | la suite après la publicité | contenu sponsorisé | sponsorisé | en
            partenariat avec | contenu partenaire | liens affiliés | nous percevons une commission | communiqué
            sponsorisé
        """,
        """
            sponsor* | affili* | commission | publicit* | partenaire
        """,
    ),
    "promo": (
        """
            téléchargez notre | téléchargez l'application | notre application | écoutez notre | écoutez le podcast |
            notre podcast | regardez la vidéo | voir la vidéo | regardez notre | réservez vos | réservez votre |
            achetez | en vente dans | notre boutique | jouez et gagnez | tentez de gagner | code promo
        """,
        """
            application | podcast | boutique | vidéo | billets | concours | télécharg* | replay
        """,
    ),
    "credit": (
        """
            crédit photo | crédits photo | photo d'illustration | tous droits réservés | reproduction interdite | avec
            afp | cet article a été publié | cet article est paru | article initialement | avec la contribution
        """,
        """
            photo | crédit | afp | reuters | copyright | reproduction | illustration
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    vous | votre | vos | tu | ton | ta | tes | toi
"""
#: Who speaks in it.
WE = """
    nous | notre | nos
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    soutenez | abonnez | faites | devenez | lisez | lire | inscrivez | recevez | découvrez | profitez | partagez |
    suivez | rejoignez | retrouvez | téléchargez | écoutez | regardez | réagissez | commentez | donnez | aidez |
    cliquez | connectez | créez | participez | dites | ne | activez | acceptez | gérez | essayez | offrez | laissez |
    écrivez | réservez | achetez | tentez | accédez | débloquez | continuez | envie | voir
"""
#: What a publisher does, as it says of itself.
PRESS = """
    journalisme | journalistes | journaliste | rédaction | reporters | enquêtes | lecteurs | information |
    indépendance | indépendant | presse
"""
#: How a page speaks of itself.
ITSELF = """
    cet article | ce contenu | cette page | ce site | cette vidéo | notre site | ce texte
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    monde figaro courrier dépêche voix gazette journal écho tribune presse matin parisien nouvelliste quotidien hebdo
    temps soir libre dauphiné progrès
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
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        commentaires | commentaire | réagir | commenter
    """,
    "share": """
        partager | imprimer | envoyer | copier le lien | partager sur facebook
    """,
    "related": """
        lire aussi | à lire aussi | sur le même sujet | les plus lus | voir aussi | lire la suite | à lire également |
        en savoir plus
    """,
    "advert": """
        publicité | contenu sponsorisé | annonce
    """,
    "newsletter": """
        newsletter | newsletters
    """,
    "subscribe": """
        s'abonner | je m'abonne | abonnez vous
    """,
    "paywall": """
        se connecter | connexion | créer un compte | déjà abonné
    """,
    "donation": """
        faire un don | je donne | soutenez nous
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
        lire aussi | à lire aussi | voir aussi | à voir | vidéo | podcast | en images | relire
    """,
    "credit": """
        photo | photos | crédit | crédits | source | sources | image
    """,
}
