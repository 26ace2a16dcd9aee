"""The words by which Portuguese boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            apoie o | apoie a | apoie nosso | apoie nossa | apoie o nosso | apoie o jornalismo | seu apoio | o teu
            apoio | sua doação | sua contribuição | o seu contributo | faça uma doação | doe agora | doe hoje |
            contribua com | ajude nos | com a sua ajuda | graças aos leitores | graças aos nossos leitores | torne se
            membro | torne se apoiador | jornalismo independente | a partir de | precisamos de você | precisamos do
            seu | precisamos de si
        """,
        """
            doa* | doe | apoi* | contribu* | independent*
        """,
    ),
    "paywall": (
        """
            para continuar lendo | para continuar a ler | continue lendo | continue a ler | já é assinante | já é
            cadastrado | já tem conta | faça login | faça o login | entre na sua conta | inicie sessão | cadastre se |
            crie sua conta | registe se | exclusivo para assinantes | só para assinantes | conteúdo exclusivo | acesso
            ilimitado | tenha acesso | acesse todo | você atingiu | matérias gratuitas | desbloqueie
        """,
        """
            assinante* | login | conta | acesso | cadastr* | ilimitado | exclusivo | premium
        """,
    ),
    "subscribe": (
        """
            assine já | assine agora | assine a | assine o | assine por | quero assinar | assinatura digital | oferta
            especial | primeiro mês | um mês grátis | teste grátis | cancele quando | sem fidelidade | por mês |
            conheça os planos
        """,
        """
            assin* | oferta | teste | mês | grátis | cancel*
        """,
    ),
    "newsletter": (
        """
            nossa newsletter | nossas newsletters | a nossa newsletter | inscreva se | subscreva a | receba a | receba
            as | receba o | receba todos | no seu e mail | na sua caixa | seu e mail | o seu email | cancelar a
            inscrição | ative as notificações | não perca | fique por dentro | mantenha se informado
        """,
        """
            newsletter* | boletim | e mail | email | notificações | receb* | inscri*
        """,
    ),
    "comments": (
        """
            deixe um comentário | deixe seu comentário | deixe o seu comentário | escreva um comentário | comente | dê
            sua opinião | dê a sua opinião | participe da conversa | o que você acha | conte para nós | ver
            comentários | os comentários são | escreva para
        """,
        """
            coment* | opinião | conversa | participe | moderaç*
        """,
    ),
    "related": (
        """
            leia também | leia mais | leia ainda | veja também | saiba mais | veja mais | confira também | você pode
            gostar | pode interessar | notícias relacionadas | mais lidas | mais sobre | matérias relacionadas |
            clique aqui | assista também
        """,
        """
            leia | veja | mais | também | notícias | saiba
        """,
    ),
    "share": (
        """
            compartilhe esta | compartilhe este | compartilhe no | partilhe este | partilhe esta | siga nos | siga o |
            siga a | siga nosso | nosso canal no | entre no nosso canal | nosso grupo | nossa página no facebook |
            copiar link | enviar por e mail | curta nossa
        """,
        """
            compartilh* | partilh* | facebook | twitter | instagram | whatsapp | telegram | canal | siga
        """,
    ),
    "cookie": (
        """
            utilizamos cookies | usamos cookies | este site utiliza | este site usa | uso de cookies | política de
            privacidade | política de cookies | aceitar todos | aceitar cookies | rejeitar todos | seu consentimento |
            nossos parceiros | e nossos parceiros | termos de uso | ao continuar navegando
        """,
        """
            cookie* | consentimento | privacidade | dados | parceiros | navegador | preferências
        """,
    ),
    "advert": (
        """
            publicidade | conteúdo patrocinado | patrocinado por | continua depois da publicidade | continua após a
            publicidade | em parceria com | links de afiliados | podemos receber uma comissão
        """,
        """
            patrocin* | anúncio* | publicitári* | comissão | afiliad*
        """,
    ),
    "promo": (
        """
            baixe nosso | baixe o aplicativo | baixe o app | nosso aplicativo | nosso app | ouça o podcast | ouça
            nosso | nosso podcast | assista ao vídeo | veja o vídeo | compre seu | compre agora | compre já | nossa
            loja | concorra a | cupom de desconto
        """,
        """
            app | aplicativo | podcast | loja | ingressos | cupom | desconto | vídeo | baix*
        """,
    ),
    "credit": (
        """
            todos os direitos reservados | reprodução proibida | foto de arquivo | crédito da foto | este artigo foi
            publicado | com informações da | com informações do | edição de | colaborou
        """,
        """
            foto | imagem | afp | reuters | lusa | copyright | crédito | divulgação
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    você | vocês | teu | tua | teus | tuas | te | ti | si
"""
#: Who speaks in it.
WE = """
    nós | nosso | nossa | nossos | nossas | nos
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    apoie | assine | leia | compartilhe | partilhe | siga | baixe | ouça | assista | receba | deixe | comente |
    participe | doe | ajude | acesse | aceda | cadastre | crie | ative | aceite | confira | clique | não | dê | conte
    | compre | saiba | veja | inscreva | entre | faça | torne | conheça | continue | fique | contribua | curta |
    desbloqueie
"""
#: What a publisher does, as it says of itself.
PRESS = """
    jornalismo | jornalistas | jornalista | redação | reportagem | reportagens | leitores | informação | independente
    | notícias
"""
#: How a page speaks of itself.
ITSELF = """
    este artigo | esta matéria | esta notícia | este conteúdo | esta página | este site | nosso site | este vídeo
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    folha globo estado jornal correio diário público gazeta tribuna notícias expresso zero povo dia tempo voz
"""
#: Words that report: who says, writes, asks.
REPORTING = """
    disse | afirmou | segundo | explicou | declarou | anunciou | informou | acrescentou | ressaltou | destacou |
    garantiu | contou | diz | afirma | conforme
"""
#: The third person and the past: an article tells of others.
OTHERS = """
    ele | ela | eles | elas | seu | sua | seus | suas | era | eram | foi | foram | havia | tinha | lhe | dele | dela
"""
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        comentários | comentar | deixe um comentário
    """,
    "share": """
        compartilhar | partilhar | imprimir | copiar link | enviar | salvar
    """,
    "related": """
        leia também | leia mais | veja também | mais lidas | notícias relacionadas | saiba mais | veja mais
    """,
    "advert": """
        publicidade | anúncio | conteúdo patrocinado
    """,
    "newsletter": """
        newsletter | newsletters
    """,
    "subscribe": """
        assine | assine já
    """,
    "paywall": """
        entrar | fazer login | cadastre se
    """,
    "donation": """
        doe | doe agora | apoie
    """,
    "cookie": """
        aceitar | aceitar todos | rejeitar todos | configurar
    """,
    "credit": """
        lusa | todos os direitos reservados
    """,
    "other": """
        voltar ao topo | início | menu | buscar | fechar
    """,
}
#: What stands before a colon or a bar at the head of a line that leads elsewhere or names a source.
LABELS: dict[str, str] = {
    "related": """
        leia também | leia mais | veja também | vídeo | saiba mais | assista
    """,
    "credit": """
        foto | fotos | imagem | fonte | fontes | crédito
    """,
}
