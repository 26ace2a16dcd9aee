"""The words by which Spanish boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            apóyanos | apoya nuestro | apoya el periodismo | apoye el periodismo | ayúdanos | tu apoyo | su apoyo | tu
            donación | su donación | tu aportación | tu contribución | haz una donación | haga una donación | haz tu
            donación | dona ahora | dona hoy | con tu ayuda | gracias a tu | gracias a nuestros lectores | sin ti |
            hazte socio | hazte socia | hazte miembro | periodismo independiente | desde solo | desde sólo |
            necesitamos tu
        """,
        """
            dona* | donati* | apoy* | aport* | contribu* | socio | socia | socios | donativo*
        """,
    ),
    "paywall": (
        """
            para seguir leyendo | para continuar leyendo | sigue leyendo | siga leyendo | ya eres suscriptor | ya es
            suscriptor | ya tienes cuenta | inicia sesión | inicie sesión | identifícate | regístrate gratis |
            regístrate para | regístrese | crea tu cuenta | solo para suscriptores | sólo para suscriptores |
            exclusivo para suscriptores | contenido exclusivo | acceso ilimitado | accede a todo | accede a todos |
            has alcanzado | te quedan | artículo gratis | artículos gratis
        """,
        """
            suscriptor* | sesión | cuenta | acceso | registr* | ilimitado | exclusivo | premium
        """,
    ),
    "subscribe": (
        """
            suscríbete | suscríbase | suscribirme | quiero suscribirme | oferta especial | primer mes | un mes gratis
            | prueba gratis | prueba gratuita | cancela cuando | sin permanencia | al mes | suscripción digital
        """,
        """
            suscri* | oferta | prueba | mes | gratis | cancel*
        """,
    ),
    "newsletter": (
        """
            nuestra newsletter | nuestro boletín | nuestros boletines | recibe nuestro | recibe nuestra | recibe cada
            | recibe las | recíbelo | apúntate a | suscríbete a nuestra newsletter | suscríbete al boletín | en tu
            correo | en tu bandeja | tu correo electrónico | su correo electrónico | tu email | darte de baja | activa
            las notificaciones | no te pierdas | mantente informado
        """,
        """
            newsletter* | boletín* | boletines | correo | bandeja | notificaciones | email | recib*
        """,
    ),
    "comments": (
        """
            deja un comentario | deja tu comentario | escribe un comentario | comenta esta | danos tu opinión | únete
            a la conversación | participa en la conversación | qué opinas | qué te parece | cuéntanos | ver
            comentarios | ver los comentarios | normas de participación | escríbenos | cartas al director a
        """,
        """
            comentario* | coment* | opin* | conversación | participa* | debate
        """,
    ),
    "related": (
        """
            lee también | lea también | leer más | lee más | te puede interesar | le puede interesar | también te
            puede | ver también | vea también | más información | noticias relacionadas | más noticias | lo más leído
            | más sobre | relacionado | sigue la última | sigue toda la | consulta aquí | haz clic aquí | pincha aquí
        """,
        """
            leer | lee | más | noticias | ver | también
        """,
    ),
    "share": (
        """
            comparte esta | comparte este | compartir en | síguenos en | síganos en | sigue a | únete a nuestro canal
            | nuestro canal de | nuestra página de facebook | copiar enlace | enviar por correo | dale me gusta
        """,
        """
            compart* | facebook | twitter | instagram | whatsapp | telegram | canal | síguenos
        """,
    ),
    "cookie": (
        """
            utilizamos cookies | usamos cookies | utiliza cookies | uso de cookies | política de cookies | política de
            privacidad | aceptar todo | aceptar cookies | rechazar todo | tu consentimiento | su consentimiento |
            nuestros socios | y nuestros socios | configurar cookies | términos y condiciones | si continúas navegando
        """,
        """
            cookie* | consentimiento | privacidad | datos | navegador | preferencias
        """,
    ),
    "advert": (
        """
            publicidad | contenido patrocinado | patrocinado por | la noticia continúa | continúa después | en
            colaboración con | enlaces de afiliados | enlaces de afiliado | podemos recibir una comisión
        """,
        """
            patrocin* | anuncio* | publicitari* | comisión | afiliad*
        """,
    ),
    "promo": (
        """
            descarga nuestra | descarga la app | nuestra app | escucha nuestro | escucha el podcast | nuestro podcast
            | mira el video | mira el vídeo | ver vídeo | ve el video | compra tus | compra tu | en nuestra tienda |
            participa en el sorteo | código de descuento | consigue tu
        """,
        """
            app | podcast | tienda | entradas | sorteo | descuento | vídeo | video | descarg*
        """,
    ),
    "credit": (
        """
            todos los derechos reservados | prohibida su reproducción | foto de archivo | crédito de la foto | este
            artículo fue publicado | con información de | editado por | reporte de
        """,
        """
            foto | imagen | efe | afp | reuters | copyright | crédito
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    tú | tu | tus | te | ti | usted | ustedes | vosotros | vuestro | vuestra | contigo
"""
#: Who speaks in it.
WE = """
    nosotros | nuestro | nuestra | nuestros | nuestras | nos
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    apoya | apoye | suscríbete | suscríbase | regístrate | únete | haz | haga | hazte | lee | lea | comparte |
    síguenos | sigue | descarga | escucha | mira | recibe | deja | comenta | participa | dona | ayúdanos | apúntate |
    accede | inicia | crea | activa | acepta | consulta | pincha | no | danos | cuéntanos | compra | consigue | elige
    | aprovecha | disfruta | descubre | escribe
"""
#: What a publisher does, as it says of itself.
PRESS = """
    periodismo | periodistas | periodista | redacción | reporteros | lectores | información | independiente | noticias
    | investigaciones
"""
#: How a page speaks of itself.
ITSELF = """
    este artículo | esta noticia | este contenido | esta página | este sitio | esta web | nuestra web | este vídeo |
    este video
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    país mundo diario periódico correo voz heraldo tiempo nación prensa universal vanguardia noticias jornada mercurio
    gaceta tribuna
"""
#: Words that report: who says, writes, asks.
REPORTING = """
    dijo | afirmó | según | señaló | explicó | aseguró | anunció | indicó | declaró | añadió | agregó | informó |
    sostuvo | advirtió | ha dicho | ha explicado
"""
#: The third person and the past: an article tells of others.
OTHERS = """
    él | ella | ellos | ellas | su | sus | era | eran | fue | fueron | había | habían | le | les
"""
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        comentarios | comentar | ver comentarios | deja un comentario
    """,
    "share": """
        compartir | imprimir | copiar enlace | enviar | guardar
    """,
    "related": """
        lee también | te puede interesar | noticias relacionadas | más información | lo más leído | leer más | ver más
        | relacionado
    """,
    "advert": """
        publicidad | anuncio | contenido patrocinado
    """,
    "newsletter": """
        newsletter | boletines
    """,
    "subscribe": """
        suscríbete | suscribirse
    """,
    "paywall": """
        iniciar sesión | regístrate | registrarse
    """,
    "donation": """
        donar | dona | apóyanos
    """,
    "cookie": """
        aceptar | aceptar todo | rechazar todo | configurar
    """,
    "credit": """
        efe | afp
    """,
    "other": """
        volver arriba | inicio | menú | buscar | cerrar
    """,
}
#: What stands before a colon or a bar at the head of a line that leads elsewhere or names a source.
LABELS: dict[str, str] = {
    "related": """
        lee también | lea también | leer más | ver también | vídeo | video | en imágenes | relacionado | te puede
        interesar
    """,
    "credit": """
        foto | fotos | imagen | fuente | fuentes | crédito
    """,
}
