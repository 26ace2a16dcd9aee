"""How English boilerplate speaks and looks; ``signs_en`` holds its matter and says how the tables are read."""

from __future__ import annotations

#: A pattern for a formal "you" that only its capital letter tells from another word; "" where there is none.
FORMAL = ""
#: Whom an appeal speaks to.
YOU = """
    you | your | yours | yourself | you're | you'll | you've | you'd | yourselves
"""
#: Who speaks in it.
WE = """
    we | our | us | ours | we're | we've | we'll | ourselves
"""
#: How it begins: what the reader is asked to do.
IMPERATIVES = """
    join | support | subscribe | sign | donate | become | help | click | read | follow | share | get | download |
    register | log | login | create | enter | try | start | stay | discover | watch | listen | tap | visit | see |
    find | check | buy | order | shop | give | contribute | pledge | please | unlock | continue | upgrade | enjoy
    | save | choose | add | leave | tell | write | send | email | tweet | like | book | explore | browse | scroll
    | view | accept | manage | allow | skip | never | don't | want | consider | keep | show | post | comment |
    rate | claim | access | activate | advertise | use | catch | stand | back | pitch | chip | receive | renew |
    reserve | scan | make | be | unsubscribe | forward | hear | turn | submit | hurry | grab | spotted | have |
    reach | report | ask | reply | go | introducing | sort | copy | press | play | opt | agree | pick | let | do |
    are | learn | by | before | already | was | got | no | without | call | pay | fund | invest | complete |
    confirm | update | switch | load | more | free
"""
#: What a publisher does, as it says of itself.
PRESS = """
    journalism | journalist | journalists | reporter | reporters | reporting | newsroom | coverage | our readers |
    our work | our team | stories | editorial | independent | trusted | fact checked | investigations | news |
    newspaper | magazine | correspondents | correspondent | editors | readers | listeners | investigation | paper
    | interviews | non-profit | nonprofit | headlines | newsletter | podcast | members | subscribers | supporters
"""
#: What appeals speak of and articles too: they count beside "we", "you" or the publisher.
SOFT = """
    truth | facts | power | powerful | independence | independent | mission | community | democracy | trust |
    trusted | free | everyone | anyone | open | possible | difference | matter* | depend* | keep | keeps | keeping
    | going | alive | continue* | help | helps | helping | need | needs | rely | relies | month | minute | minutes
    | coffee | thank | thanks | grateful | gratitude | afford | pay | pays | paying | cost | costs | price | money
    | cheap | owner* | owned | billionaire* | shareholder* | advertiser* | advertising | ads | wall | walls |
    charge | corporate | quality | question | questions | answer | accountable | behind | story | stories | able |
    today | join | readers | reading | read | written | publish | published | small | little | share | value |
    useful | enjoy* | appreciate* | believe | afloat | budget | survive | future
"""
#: How a page speaks of itself.
ITSELF = """
    this article | this story | this report | this page | this site | this website | this content | this video | this
    post | this piece | our site | our website | this newsletter | this podcast | on the page | links on this |
    articles like this | stories like this | reading this
"""
#: Names that newspapers bear: "The Harbour Courier" in an appeal is its own publisher.
PAPERS = """
    times post news herald tribune courier gazette observer journal mail chronicle telegraph guardian independent
    echo express star sun mirror standard examiner register dispatch sentinel bulletin inquirer press globe
    monitor review record argus bugle argosy weekly daily today broadcasting magazine reporter democrat republican
    advertiser leader beacon mercury pilot ledger voice citizen banner enterprise republic statesman age digest
    newsletter union call eagle messenger recorder reader newsroom letter packet
"""
#: Words that report: who says, writes, asks.
REPORTING = """
    said | says | told | according to | added | asked | wrote | announced | argued | reported | claimed | explained |
    insisted | warned | denied | noted | replied | stated | testified | ruled | voted | charged | arrested
"""
#: The third person and the past: an article tells of others.
OTHERS = """
    he | she | his | her | him | they | them | their | who | was | were | had | been | would | last | yesterday
"""
#: A pattern for verbs in the past: an article tells what happened.
PAST = (
    r"(?!(?:need|feed|seed|hundred|speed|indeed|exceed|proceed|embed|unlimited|recommended|related|sponsored|reserved|delivered|"
    r"registered|limited|interested|included|based|trusted|funded|supported|powered|backed|matched|affected|edited|"
    r"republished|protected|required|promoted|paid)$)\w{2,}ed|"
    r"went|came|gave|took|found|left|told|sold|sent|held|met|kept|brought|wrote|began|made|lost|won|fell|rose|stood|saw|"
    r"knew|thought|felt|heard|ran|led|built|bought|spent|grew|drew|broke|spoke|chose|threw|sank|drove"
)
#: Whole lines (figures aside) that are buttons and labels: nobody writes a paragraph of an article so.
LINES: dict[str, str] = {
    "comments": """
        comment | comments | reply | replies | view comments | show comments | leave a comment | no comments
        yet | comments are closed | post | discuss | join the conversation | sign in to comment | log in to
        comment | sign in to leave a comment | have your say | be the first to comment
    """,
    "share": """
        share | shares | tweet | print | email | e mail | save | bookmark | facebook | twitter | whatsapp |
        linkedin | reddit | pinterest | copy link | link copied | share this | share this article | share this
        story | share article | follow | like | pin | flipboard | telegram | x | facebook twitter | email
        print | share this page | follow us
    """,
    "related": """
        read more | related | read also | see also | more | more on this | related stories | related articles
        | related topics | related content | most read | most popular | trending | recommended | recommended
        for you | up next | editor's picks | next article | previous article | next | previous | load more |
        see more | show more | view more | more stories | more news | top stories | latest news | latest
        stories | you may also like | you might also like | keep reading | most viewed | read this next | what
        to read next | read next | in case you missed it | don't miss
    """,
    "advert": """
        advertisement | advertisements | ad | advert | sponsored | sponsored content | promoted | story
        continues below advertisement | article continues below advertisement | skip advertisement | story
        continues below | paid post | article continues after sponsor message | article continues after ad |
        story continues below this ad | advertisement scroll to continue
    """,
    "newsletter": """
        newsletter | newsletters | sign up | your email address | email address | enter your email | submit |
        sign up now | sign me up | stay informed | get the newsletter | your email | please enter a valid
        email address
    """,
    "subscribe": """
        subscribe | subscribe now | start free trial | see subscription options | become a member | join now |
        already have an account sign in | see our plans | choose a plan
    """,
    "paywall": """
        log in | sign in | login | register | create account | continue reading | already a subscriber | create free
        account
    """,
    "donation": """
        donate | donate now | support us | contribute | make a donation | support our work | support our
        journalism | donate today | give what you can | give today | stand with us | ways to give | before you
        go
    """,
    "cookie": """
        accept | accept all | reject all | accept cookies | manage preferences | cookie settings | privacy policy |
        terms of service | got it
    """,
    "promo": """
        listen | watch | listen now | watch now | watch live | play | download | shop now | buy now | book now
        | buy tickets | about us
    """,
    "credit": """
        getty | getty images | reuters | afp | ap photo | file photo | all rights reserved
    """,
    "other": """
        back to top | skip to content | loading | close | menu | search | toggle navigation | home | continue | open
        in app | text size | font size | listen to article | min read | minute read
    """,
}
#: What stands before a colon or a bar at the head of a line that leads elsewhere or names a source.
LABELS: dict[str, str] = {
    "advert": """
        sponsored | sponsored content | advertisement | partner content | paid post | paid content | promoted | ad
    """,
    "related": """
        you might also like | you may also like | you may also be interested in | more like this | in case you
        missed it |
        more | read | watch | listen | see | related | also read | read also | read more | see also | don't
        miss | from the archive | from the archives | in pictures | gallery | explainer | must read |
        recommended | up next | more on this | read now | see more | also | for more | related story | related
        article
    """,
    "credit": """
        photo | photos | picture | pictures | image | images | photograph | photographs | credit | credits | photo
        credit | image credit | video | illustration | source | sources | via
    """,
    "promo": """
        podcast | watch now | listen now
    """,
    "share": """
        share | follow | tags
    """,
}
