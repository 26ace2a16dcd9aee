"""The words by which Portuguese boilerplate is known; ``signs_en`` says how the tables are read."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            apoie o | apoie a | apoie nosso | apoie nossa | apoie o nosso | apoie o jornalismo | seu apoio
            | o teu apoio | sua doação | sua contribuição | o seu contributo | faça uma doação | doe agora
            | doe hoje | contribua com | ajude nos | com a sua ajuda | graças aos leitores | graças aos
            nossos leitores | torne se membro | torne se apoiador | jornalismo independente | a partir de
            | precisamos de você | precisamos do seu | precisamos de si | somos uma redação | se valoriza
            | valoriza o nosso | o nosso trabalho | nosso trabalho | nosso jornalismo | o nosso jornalismo
            | apoie nos | nos apoie | nos ajuda | mesmo pequena | com uma contribuição | uma contribuição
            | custa dinheiro | torne se | seja membro | seja assinante | faça parte | sem donos | nossos
            leitores | leitores como você | euros por mês | reais por mês
        """,
        """
            doa* | doe | apoi* | contribu* | independent* | independente | redação | jornalismo | leitores
            | dinheiro | euros | apoie | contribuir
        """,
    ),
    "paywall": (
        """
            para continuar lendo | para continuar a ler | continue lendo | continue a ler | já é assinante
            | já é cadastrado | já tem conta | faça login | faça o login | entre na sua conta | inicie
            sessão | cadastre se | crie sua conta | registe se | exclusivo para assinantes | só para
            assinantes | conteúdo exclusivo | acesso ilimitado | tenha acesso | acesse todo | você atingiu
            | matérias gratuitas | desbloqueie | continuar lendo | limite de artigos | limite de matérias
            | artigos gratuitos | exclusivo para | é exclusivo | assine para | para ler o resto | ler o
            resto | faça login para | leia sem limites | atingiu o limite
        """,
        """
            assinante* | login | conta | acesso | cadastr* | ilimitado | exclusivo | premium | limite |
            gratuit* | conteúdo | lendo | resto
        """,
    ),
    "subscribe": (
        """
            assine já | assine agora | assine a | assine o | assine por | quero assinar | assinatura
            digital | oferta especial | primeiro mês | um mês grátis | teste grátis | cancele quando | sem
            fidelidade | por mês | conheça os planos | ainda não é | nossos planos | os nossos planos |
            conheça os | conheça nossos | quando quiser | no primeiro mês
        """,
        """
            assin* | oferta | teste | mês | grátis | cancel* | planos | plano | assine | presenteie
        """,
    ),
    "newsletter": (
        """
            nossa newsletter | nossas newsletters | a nossa newsletter | inscreva se | subscreva a |
            receba a | receba as | receba o | receba todos | no seu e mail | na sua caixa | seu e mail | o
            seu email | cancelar a inscrição | ative as notificações | não perca | fique por dentro |
            mantenha se informado | ao se inscrever | ao inscrever | concorda com | os termos | termos de
            uso | todas as manhãs | toda manhã | newsletter semanal | é grátis | notícias mais importantes
            | sem spam | recebe este
        """,
        """
            newsletter* | boletim | e mail | email | notificações | receb* | inscri* | manhã* | semanal |
            grátis | termos | inscrever
        """,
    ),
    "comments": (
        """
            deixe um comentário | deixe seu comentário | deixe o seu comentário | escreva um comentário |
            comente | dê sua opinião | dê a sua opinião | participe da conversa | o que você acha | conte
            para nós | ver comentários | os comentários são | escreva para | responsabilidade dos autores
            | não representam | opinião deste | encontrou um erro | viu um erro | sua opinião | você acha
        """,
        """
            coment* | opinião | conversa | participe | moderaç* | erro | autores | responsabilidade |
            deixe | comentário
        """,
    ),
    "related": (
        """
            leia também | leia mais | leia ainda | veja também | saiba mais | veja mais | confira também |
            você pode gostar | pode interessar | notícias relacionadas | mais lidas | mais sobre |
            matérias relacionadas | clique aqui | assista também | a cronologia | acompanhe a cobertura |
            veja fotos
        """,
        """
            leia | veja | mais | também | notícias | saiba | especial | cronologia
        """,
    ),
    "share": (
        """
            compartilhe esta | compartilhe este | compartilhe no | partilhe este | partilhe esta | siga
            nos | siga o | siga a | siga nosso | nosso canal no | entre no nosso canal | nosso grupo |
            nossa página no facebook | copiar link | enviar por e mail | curta nossa | entre no nosso |
            canal do telegram | canal no whatsapp | com seus amigos | nas redes
        """,
        """
            compartilh* | partilh* | facebook | twitter | instagram | whatsapp | telegram | canal | siga |
            amigos | redes | notícia | compartilhe | partilhe
        """,
    ),
    "cookie": (
        """
            utilizamos cookies | usamos cookies | este site utiliza | este site usa | uso de cookies |
            política de privacidade | política de cookies | aceitar todos | aceitar cookies | rejeitar
            todos | seu consentimento | nossos parceiros | e nossos parceiros | termos de uso | ao
            continuar navegando | melhorar a sua | melhorar sua experiência | sua experiência | gerir as
            suas | suas preferências | pode aceitar
        """,
        """
            cookie* | consentimento | privacidade | dados | parceiros | navegador | preferências |
            experiência | aceitar | gerir | gerenciar | bloqueador
        """,
    ),
    "advert": (
        """
            publicidade | conteúdo patrocinado | patrocinado por | continua depois da publicidade |
            continua após a publicidade | em parceria com | links de afiliados | podemos receber uma
            comissão | depois da publicidade | após a publicidade | continua após | continua depois |
            conteúdo de marca
        """,
        """
            patrocin* | anúncio* | publicitári* | comissão | afiliad* | publicidade | marca | anúncio
        """,
    ),
    "promo": (
        """
            baixe nosso | baixe o aplicativo | baixe o app | nosso aplicativo | nosso app | ouça o podcast
            | ouça nosso | nosso podcast | assista ao vídeo | veja o vídeo | compre seu | compre agora |
            compre já | nossa loja | concorra a | cupom de desconto | baixe o | baixe o nosso | o nosso
            aplicativo | alertas em | tempo real | o nosso podcast | plataforma favorita | sua plataforma
            | nas bancas
        """,
        """
            app | aplicativo | podcast | loja | ingressos | cupom | desconto | vídeo | baix* | alertas |
            plataforma | tempo real | ouça
        """,
    ),
    "credit": (
        """
            todos os direitos reservados | reprodução proibida | foto de arquivo | crédito da foto | este
            artigo foi publicado | com informações da | com informações do | edição de | colaborou |
            direitos reservados | com informações | informações das | das agências | com agências |
            fotografia de
        """,
        """
            foto | imagem | afp | reuters | lusa | copyright | crédito | divulgação | agência | agências |
            direitos | reservados
        """,
    ),
}

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    você | vocês | teu | tua | teus | tuas | te | ti | si | sua | seu | suas | seus | quiser | concorda | valoriza
"""
#: Who speaks in it.
WE = """
    nós | nosso | nossa | nossos | nossas | nos
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    apoie | assine | leia | compartilhe | partilhe | siga | baixe | ouça | assista | receba | deixe | comente |
    participe | doe | ajude | acesse | aceda | cadastre | crie | ative | aceite | confira | clique | não | dê |
    conte | compre | saiba | veja | inscreva | entre | faça | torne | conheça | continue | fique | contribua |
    curta | desbloqueie | cancele | escolha | seja | ainda | já | para | se | ao | registe | subscreva |
    descarregue | presenteie | acompanhe | junte
"""
#: What a publisher does, as it says of itself.
PRESS = """
    jornalismo | jornalistas | jornalista | redação | reportagem | reportagens | leitores | informação |
    independente | notícias | jornal | revista | correspondentes | assinantes | membros | apoiadores
"""
#: What appeals speak of and articles too: they count beside "we", "you" or the publisher.
SOFT = """
    verdade | factos | fatos | independ* | liberdade | democracia | confiança | livre* | todos | possível |
    diferença | precis* | ajud* | dinheiro | custa | custo | preço | mês | minuto* | café | obrigad* | graças |
    pagar | leitores | ler | publicidade | donos | qualidade | histórias | hoje | pequen* | valoriz* | continuar |
    amanhã | futuro | grátis
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
#: A pattern for verbs in the past: an article tells what happened.
PAST = r"\w{2,}(?:ou|aram|eram|iram|avam|iam)|era|foi|disse|fez|teve"
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
        publicidade | anúncio | conteúdo patrocinado | continua depois da publicidade | continua após a
        publicidade
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
        leia também | leia mais | veja também | vídeo | saiba mais | assista | veja mais | confira também
    """,
    "credit": """
        foto | fotos | imagem | fonte | fontes | crédito | vídeo
    """,
}
