"""The words by which Spanish boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            apóyanos | apoya nuestro | apoya el periodismo | apoye el periodismo | ayúdanos | tu apoyo |
            su apoyo | tu donación | su donación | tu aportación | tu contribución | haz una donación |
            haga una donación | haz tu donación | dona ahora | dona hoy | con tu ayuda | gracias a tu |
            gracias a nuestros lectores | sin ti | hazte socio | hazte socia | hazte miembro | periodismo
            independiente | desde solo | desde sólo | necesitamos tu | ayúdanos a | si valoras | valoras
            lo que | lo que hacemos | sin dueño | sin dueños | nuestro trabajo | nuestra redacción |
            nuestro periodismo | colabora con | tu ayuda | cada aporte | tu aporte | independiente desde |
            defiende el | al mes y | euros al mes | sin publicidad | nos permite investigar | nos lees |
            nuestros socios | nuestras socias | lectores como tú
        """,
        """
            dona* | donati* | apoy* | aport* | contribu* | socio | socia | socios | donativo* |
            independiente | redacción | periodismo | euros | lectores | valor* | hazte | colabora | apoya
        """,
    ),
    "paywall": (
        """
            para seguir leyendo | para continuar leyendo | sigue leyendo | siga leyendo | ya eres
            suscriptor | ya es suscriptor | ya tienes cuenta | inicia sesión | inicie sesión |
            identifícate | regístrate gratis | regístrate para | regístrese | crea tu cuenta | solo para
            suscriptores | sólo para suscriptores | exclusivo para suscriptores | contenido exclusivo |
            acceso ilimitado | accede a todo | accede a todos | has alcanzado | te quedan | artículo
            gratis | artículos gratis | seguir leyendo | límite de artículos | artículos gratuitos |
            exclusivo para | es exclusivo | para suscriptores | suscríbete para | inicia sesión para | ya
            estás suscrito | este contenido | lee sin límites
        """,
        """
            suscriptor* | sesión | cuenta | acceso | registr* | ilimitado | exclusivo | premium | límite |
            gratuit* | contenido | leyendo | regístrate | accede
        """,
    ),
    "subscribe": (
        """
            suscríbete | suscríbase | suscribirme | quiero suscribirme | oferta especial | primer mes | un
            mes gratis | prueba gratis | prueba gratuita | cancela cuando | sin permanencia | al mes |
            suscripción digital | aún no eres | nuestras ofertas | nuestros planes | consulta nuestras |
            ver ofertas | cuando quieras | por 1 euro | regala una | elige tu plan
        """,
        """
            suscri* | oferta | prueba | mes | gratis | cancel* | plan | planes | ofertas
        """,
    ),
    "newsletter": (
        """
            nuestra newsletter | nuestro boletín | nuestros boletines | recibe nuestro | recibe nuestra |
            recibe cada | recibe las | recíbelo | apúntate a | suscríbete a nuestra newsletter |
            suscríbete al boletín | en tu correo | en tu bandeja | tu correo electrónico | su correo
            electrónico | tu email | darte de baja | activa las notificaciones | no te pierdas | mantente
            informado | al registrarte | condiciones de uso | aceptas nuestras | aceptas la | aceptas los
            | cada mañana en | recibe cada mañana | boletín semanal | suscríbete al | las noticias que |
            es gratis | sin spam | recibes este
        """,
        """
            newsletter* | boletín* | boletines | correo | bandeja | notificaciones | email | recib* |
            mañana | semanal | gratis | condiciones | apúntate
        """,
    ),
    "comments": (
        """
            deja un comentario | deja tu comentario | escribe un comentario | comenta esta | danos tu
            opinión | únete a la conversación | participa en la conversación | qué opinas | qué te parece
            | cuéntanos | ver comentarios | ver los comentarios | normas de participación | escríbenos |
            cartas al director a | deja tu | normas para comentar | para comentar | los mensajes | los
            comentarios | has visto un error | un error | tu opinión | cuál es tu
        """,
        """
            comentario* | coment* | opin* | conversación | participa* | debate | mensajes | normas |
            respetuos* | error | comentario | envíanos
        """,
    ),
    "related": (
        """
            lee también | lea también | leer más | lee más | te puede interesar | le puede interesar |
            también te puede | ver también | vea también | más información | noticias relacionadas | más
            noticias | lo más leído | más sobre | relacionado | sigue la última | sigue toda la | consulta
            aquí | haz clic aquí | pincha aquí | también puede | puede interesar | lo último | mira
            también | vea más | ver más | nuestro especial | la cronología
        """,
        """
            leer | lee | más | noticias | ver | también | información | interesar | especial
        """,
    ),
    "share": (
        """
            comparte esta | comparte este | compartir en | síguenos en | síganos en | sigue a | únete a
            nuestro canal | nuestro canal de | nuestra página de facebook | copiar enlace | enviar por
            correo | dale me gusta | únete a nuestro | únete al | canal de | por whatsapp | en redes |
            nuestras redes | con tus amigos
        """,
        """
            compart* | facebook | twitter | instagram | whatsapp | telegram | canal | síguenos | redes |
            amigos | únete | compartir | comparte
        """,
    ),
    "cookie": (
        """
            utilizamos cookies | usamos cookies | utiliza cookies | uso de cookies | política de cookies |
            política de privacidad | aceptar todo | aceptar cookies | rechazar todo | tu consentimiento |
            su consentimiento | nuestros socios | y nuestros socios | configurar cookies | términos y
            condiciones | si continúas navegando | cookies propias | y de terceros | de terceros | mejorar
            su experiencia | mejorar tu experiencia | su experiencia | tu experiencia | puede aceptarlas |
            puedes aceptar
        """,
        """
            cookie* | consentimiento | privacidad | datos | navegador | preferencias | terceros |
            experiencia | acept* | configur* | aceptarlas | configurarlas | bloqueador
        """,
    ),
    "advert": (
        """
            publicidad | contenido patrocinado | patrocinado por | la noticia continúa | continúa después
            | en colaboración con | enlaces de afiliados | enlaces de afiliado | podemos recibir una
            comisión | después de la publicidad | contenido de marca | contenido promocionado
        """,
        """
            patrocin* | anuncio* | publicitari* | comisión | afiliad* | publicidad | marca | anuncio
        """,
    ),
    "promo": (
        """
            descarga nuestra | descarga la app | nuestra app | escucha nuestro | escucha el podcast |
            nuestro podcast | mira el video | mira el vídeo | ver vídeo | ve el video | compra tus |
            compra tu | en nuestra tienda | participa en el sorteo | código de descuento | consigue tu |
            alertas de | última hora | tu plataforma | plataforma favorita | nuestro canal | no te lo
            pierdas | ya disponible | en quioscos | a la venta
        """,
        """
            app | podcast | tienda | entradas | sorteo | descuento | vídeo | video | descarg* | alertas |
            plataforma | aplicación | pódcast | descarga | escucha
        """,
    ),
    "credit": (
        """
            todos los derechos reservados | prohibida su reproducción | foto de archivo | crédito de la
            foto | este artículo fue publicado | con información de | editado por | reporte de | derechos
            reservados | con información | información de agencias | fotografía de | fotos de | redacción
            de | publicado originalmente
        """,
        """
            foto | imagen | efe | afp | reuters | copyright | crédito | agencia* | derechos | fotografía |
            agencias
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    tú | tu | tus | te | ti | usted | ustedes | vosotros | vuestro | vuestra | contigo | eres | tienes | quieres |
    puedes | deseas | aceptas | valoras | quieras | leas
"""
#: Who speaks in it.
WE = """
    nosotros | nuestro | nuestra | nuestros | nuestras | nos
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    apoya | apoye | suscríbete | suscríbase | regístrate | únete | haz | haga | hazte | lee | lea | comparte |
    síguenos | sigue | descarga | escucha | mira | recibe | deja | comenta | participa | dona | ayúdanos |
    apúntate | accede | inicia | crea | activa | acepta | consulta | pincha | no | danos | cuéntanos | compra |
    consigue | elige | aprovecha | disfruta | descubre | escribe | suscribirte | colabora | entra | has | aún | ya
    | si | regala | deje | siga | descargue | comparta | apóyanos | síganos | reciba | apóyenos | hágase |
    inscríbete | envíanos | continúa | únase | al | para
"""
#: What a publisher does, as it says of itself.
PRESS = """
    periodismo | periodistas | periodista | redacción | reporteros | lectores | información | independiente |
    noticias | investigaciones | periódico | diario | medio | revista | corresponsales | suscriptores | socios
"""
#: What appeals speak of and articles too: they count beside "we", "you" or the publisher.
SOFT = """
    verdad | hechos | independ* | libertad | democracia | confianza | libre* | todos | posible | diferencia |
    necesit* | ayud* | dinero | cuesta | coste | precio | mes | minuto* | café | gracias | pagar | lectores | leer
    | publicidad | accionistas | dueño* | calidad | historias | hoy | pequeñ* | valor* | seguir | mañana | futuro
    | gratis | permite
"""
#: How a page speaks of itself.
ITSELF = """
    este artículo | esta noticia | este contenido | esta página | este sitio | esta web | nuestra web | este vídeo |
    este video
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    país mundo diario periódico correo voz heraldo tiempo nación prensa universal vanguardia noticias jornada
    mercurio gaceta tribuna noticiero imparcial observador faro independiente semanario confidencial sur provincia
    ideal
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
#: A pattern for verbs in the past: an article tells what happened.
PAST = r"\w{2,}(?:ó|aron|ieron|aban|ían)|era|eran|fue|fueron|dijo|hizo|tuvo|puso|pusieron"
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        comentarios | comentar | ver comentarios | deja un comentario
    """,
    "share": """
        compartir | imprimir | copiar enlace | enviar | guardar
    """,
    "related": """
        lee también | te puede interesar | noticias relacionadas | más información | lo más leído | leer más |
        ver más | relacionado
    """,
    "advert": """
        publicidad | anuncio | contenido patrocinado | la noticia continúa después de la publicidad
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
        donar | dona | apóyanos | hazte socio
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
        lee también | lea también | leer más | ver también | vídeo | video | en imágenes | relacionado | te
        puede interesar | lea más | le puede interesar | más información | vea también | mira también
    """,
    "credit": """
        foto | fotos | imagen | fuente | fuentes | crédito | vídeo
    """,
}
