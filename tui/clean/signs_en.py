"""The words by which English boilerplate is known.

Each row is ``reason -> (sure, maybe)``: phrases that hardly stand anywhere but in boilerplate, and words of the same
matter that articles use too and that count only beside other signs. Phrases are parted by `` | ``; a word that ends in
``*`` stands for all words that begin so. All in small letters, without punctuation, as
``judge_signs.words`` gives them.
"""

from __future__ import annotations

from tui.clean.signs_en_forms import (
    FORMAL,
    IMPERATIVES,
    ITSELF,
    LABELS,
    LINES,
    OTHERS,
    PAPERS,
    PAST,
    PRESS,
    REPORTING,
    SOFT,
    WE,
    YOU,
)

__all__ = [
    "FORMAL",
    "IMPERATIVES",
    "ITSELF",
    "LABELS",
    "LINES",
    "OTHERS",
    "PAPERS",
    "PAST",
    "PRESS",
    "REASONS",
    "REPORTING",
    "SOFT",
    "WE",
    "YOU",
]

REASONS: dict[str, tuple[str, str]] = {
    "donation": (
        """
            your support makes | your support helps | your donation | your contribution | your generosity
            | support us | support our | support independent journalism | support quality journalism |
            support local journalism | support this journalism | reader funded | reader supported | funded
            by our readers | chip in | make a donation | make a contribution | make a gift | donate now |
            donate today | give today | give now | become a supporter | become a patron | your gift | with
            your support | without your support | with your help | rely on readers | rely on our readers |
            rely on your | depend on readers | rely on donations | readers like you | listeners like you |
            people like you | we need your | power our | keep our journalism | keep us independent | free
            from commercial | free from paywalls | fund our | funds our | our independence | tax
            deductible | our nonprofit newsroom | nonprofit newsroom | will you join them | fearless
            journalism | every contribution | every donation | every gift | however big or small | whether
            big or small | buy us a coffee | our tip jar | from as little as | for as little as | will be
            matched | help us keep | help us continue | help us raise | stand with us | stand with our |
            back our | back it today | never been more important | matters more than ever | never mattered
            more | only takes a minute | buy our | reader funded journalism | keeps our | keep our
            reporters | keep our newsroom | give what you can | give what they can | pitch in | one off
            gift | one off donation | monthly gift | your support keeps | your support allows | your
            support means | your support ensures | your support will | your contribution helps | no
            billionaire owner | no shareholders | without shareholders | consider giving | consider
            donating | consider a donation | consider supporting | consider making | if everyone who reads
            | owned by its readers | because of readers | thanks to readers | thanks to our readers |
            thanks to our members | we rely on | we depend on | help fund | keep it free | keeping it free
            | stay free for everyone | our appeal | our winter appeal | our spring appeal | by donating |
            paid for by those who can | funded by readers like | asking our readers | asking readers |
            asking you to | asking for your | only possible with | only possible because of | made
            possible by our | made possible by readers | support of its readers | support of our readers |
            support of readers | can you spare | could you spare | small donation | making a donation |
            making a contribution | making a gift | already support our | already support us | believe in
            a free press | believe in independent | free for everyone | keep this site | keeps this site |
            keep the lights on | goes straight into | goes directly to | thank you for your support |
            thanks for your support | monthly supporter | regular supporter | help us to | help us with |
            a gift to our | gift to our | so i am asking | we are asking | i am asking you | dear reader |
            dear readers | help keep them
            | help keep our | you can still help | send a cheque | send a check | founding member | our
            fundraiser | our drive | fundraising drive | dollar for dollar | matched pound | make your
            gift | our readers pay | paid for by readers | paid for by its readers | owned by readers |
            every pound counts | every dollar counts | every little helps | every bit helps | reporting
            like this | journalism like this | work like this | stories like these | our journalism | our
            nonprofit | our reporting | quality journalism | independent journalism | who fund the |
            funded by you | backed by you | powered by you | help pay for | give a little | give once |
            give monthly | afford to chip | afford to pay | no paywall | without a paywall | without
            paywalls | behind a paywall because | support the | support this | support from readers |
            thank you for reading | help keep | help keep them | keep our reporters | pays for an hour |
            pays for one hour | even £2 | even a small | even the smallest | makes a difference | without
            you | make
            a difference today | join our members | find out how you can help | how you can help | value
            what we do | value our work | appreciate our work | if our work | our members make | now more
            than ever | your money | consider a contribution | a monthly contribution | member supported |
            listener supported | member owned
        """,
        """
            donat* | contribut* | support* | gift* | generous* | generosity | fund* | nonprofit | patron*
            | pledge* | charity | fundrais* | membership drive | matched | chip | give | giving | donor* |
            monthly | your support | backing | spare | donating | free press | readers | support | reader
            | member | members | afford | independence | independent | owner | shareholders | billionaire
            | advertisers | paywall | newsroom | investigat* | fund | money | gratitude | match | cheque
        """,
    ),
    "paywall": (
        """
            to continue reading | to keep reading | to read the full | to read the rest | to read this
            article | already a subscriber | already a member | already subscribed | already have an
            account | don't have an account | log in to read | sign in to read | login to read |
            subscribers only | subscriber only | for subscribers | unlock this | unlock full | unlimited
            access | free articles | free article | article limit | register to read | register to
            continue | register for free | create a free account | create an account | premium content |
            premium article | exclusive to subscribers | reserved for subscribers | reserved for members |
            full access | your subscription | you've reached | you have reached your | lock you out | lock
            readers out | behind a paywall we | with paywalls | access to all our | access to all of our |
            read the full story with | last free article | free stories | free story | more free | sign in
            here | log in here | register now | register here | digital pass | to see the full | to see
            the rest | to access this | to view this | this article is for | this article is only | this
            story is for | this story is only | is available to subscribers | available only to | for
            members only | for our members | for our subscribers | for premium members | carry on reading
            | keep reading for | you have read | you have used | you have no free | have free articles
            left | get access to | get unlimited | enter your password | forgot your password | forgotten
            your password | is for members | are for members | log in or | log in using | log in with |
            sign in or | sign in with | sign in using | a preview of | reading a preview | your trial |
            read the full interview | in full please | want to read the rest | want to read more | free
            account | username and password | email and password | reserved for | is reserved for | is for
            paying | paying subscribers | subscribers can read | start your trial | free article left |
            free articles left | article left this month | the remainder of this
            | rest of this story | rest of this article | rest of the article | rest of this investigation
            | rest of this report | to read it to the end | complimentary stories | day pass | switch off
            your ad | switch it off | using an ad blocker | pick a plan | to carry on | to finish reading
            | to finish this | subscriber exclusive | your free trial | keep reading with | continue
            reading with | continue with a | read on
        """,
        """
            paywall* | log in | login | sign in | unlock* | premium | unlimited | register* | account |
            access | exclusive | members | full article | full story | continue reading | subscriber |
            full | free | pass | trial | preview | password | username | join | library card | clients |
            complimentary | paying | remainder | whitelist
        """,
    ),
    "subscribe": (
        """
            subscribe now | subscribe today | subscribe to our | subscribe for | subscribe here |
            subscribe to the | subscribe to get | subscribe and | become a subscriber | become a member |
            start your subscription | free trial | cancel any time | cancel anytime | start your free |
            digital subscription | print edition | digital access | introductory offer | special offer |
            subscription offer | our subscribers | please subscribe | gift subscription | consider
            subscribing | by subscribing | subscription options | get full access | try it free | choose a
            plan | choose your plan | join us for | subscribe to carry on | subscribe to read | subscribe
            to continue | not yet a subscriber | not a subscriber | our best offer | our best price | the
            gift of | full digital access | ad free reading | choose the plan | renew now | save on your
            first | your first year | your first month | our print edition | have it delivered | get the
            print | get the paper | join our membership | membership starts | unlimited digital | no
            commitment | no contract | subscription offers | our subscription | readers who subscribe | if
            you are a subscriber | if you're a subscriber | delivered to your door | home delivery of |
            try one month | one month free | month for free | get six issues | issues for | your first
            three months | first three months | first three issues | offer ends | offer closes | offer
            expires | offer valid | billed annually | billed monthly | gift subscriptions | subscriptions
            start | subscriptions desk | your subscriber | see our plans | our plans | print and digital |
            delivered to your | from the current issue | appears in the | order a copy | back issues | to
            subscribe | cancel at any time | cancel whenever | a subscription for | a subscription to our
            | subscription helps | for the first year | for the first month | on us | want more like
        """,
        """
            subscri* | membership | member | members | a month | a week | per month | per week | a year |
            trial | renew* | offer | billed | cancel* | ad free | delivery | plan | plans | save | archive
            | digital | a week for | a month for | delivered | issue | issues | free | commitment | bundle
            | edition | annually | unlimited
        """,
    ),
    "newsletter": (
        """
            sign up for our | sign up to our | sign up for the | sign up to receive | sign up here | sign
            up now | sign up to get | signup | to your inbox | in your inbox | into your inbox | our
            newsletter | our newsletters | free newsletter | daily newsletter | weekly newsletter | enter
            your email | your email address | subscribe to our newsletter | email alerts | get the latest
            | delivered to your | delivered straight | delivered every | get breaking news | get daily |
            get weekly | our daily briefing | our weekly digest | stay informed with | newsletter sign up
            | you can unsubscribe | unsubscribe at | unsubscribe any | unsubscribe | invalid email |
            please enter a valid | thanks for signing up | thank you for signing up | thanks for
            subscribing | check your inbox | push notifications | turn on notifications | never miss a |
            every morning in your | in their inbox | inbox each | inbox every | sign up to | sign up by |
            want more stories | want more like this | stories like this | straight to you | by signing up
            | receive emails from | receive our | receive the latest | stay up to date | stay in the know
            | stay informed | stay in the loop | our politics newsletter | our weekly | our morning | our
            evening | our free | our guide to | essential guide | sent every | first to know | to your
            phone | alerts in | keep up with our | mailing list | to your mailbox | in your mailbox | your
            mailbox | share your address | share your email | alerts from | on top of the news | weekly
            round up | daily round up | to get it first | comes from our | from our newsletter |
            newsletter here | on your phone | no spam | one email a | opt out | opted in | update your
            preferences | your preferences | unsubscribe from | was this forwarded | forwarded this |
            forward it to | view this email | view in browser | view it in your browser | trouble viewing
            | receiving this | you are receiving | you receive this | you received this | stop receiving |
            reply with stop | our mailing list | added to our | add your name | our email | our friday |
            our daily | our bulletin | friday digest | weekly email | morning email | evening email | by
            email every | goes out by email | leave your address | your address | by entering your | sign
            me up | your email | breaking news alerts | news alerts | this is an excerpt from | weekly
            digest | the day's headlines | leave whenever | what you're reading | more where that came |
            you are reading the | send you the | let us send
        """,
        """
            newsletter* | inbox | sign up | email | e mail | briefing | digest | alerts | notifications |
            mailing list | delivered | must read | top stories | straight to | every morning | every week
            | each week | weekly | newsletter | sent | round up | address | bulletin | headlines | spam |
            forward | receiv* | excerpt | preferences
        """,
    ),
    "comments": (
        """
            join the conversation | join our commenting | commenting forum | view comments | show comments
            | leave a comment | leave a reply | post a comment | have your say | comments section | in the
            comments | comments below | comment below | add a comment | add your comment | be the first to
            comment | comments are closed | comments closed | comments are moderated | commenting
            guidelines | community guidelines | see their replies | house rules | log in to comment | sign
            in to comment | tell us what you think | let us know what you think | what do you think |
            share your thoughts | share your views | send us your | your comment | our community | letters
            to the editor should | write to us at | reply to this | all comments | load more comments |
            view all comments | have a view | your view on | your views on | write to us | get in touch
            with us | share your story | share your experience | we want to hear from you | we would like
            to hear from you | let us know in | tell us in | tell us about your | the first to comment |
            other readers | our moderators | your comments | your say | comments on this | comments are
            now | commenting is | start the conversation | start a discussion | report this comment |
            closed for comments | closed to comments | open for comments | to leave a comment | your
            comments are | stay on topic | tell us your | got something to say | what others are saying |
            what other readers | start the discussion | sort by newest | comments so far | your thoughts |
            keep it civil | pre moderated | your experience | have you been affected | are you affected |
            contact our | spotted a mistake | spotted an error | spot an error | found an error | seen an
            error | noticed an error | report an error | report a correction | letters page | submit a
            response | submit a letter | your full name | the discussion below | join the discussion |
            join the debate | what's your view | what is your view | do you agree | do you have an opinion
            | do you know more | know something | reach our | tips to | securely on | via signal |
            anonymously if | report this | write to the editor | letter to the editor
        """,
        """
            comment* | replies | reply | conversation | discussion | forum | moderat* | thoughts | views |
            opinion | readers | moderators | letters | comments | newest | oldest | civil | premoderated |
            corrections | correction | error | mistake | tip | tips | debate | signal | liked | response |
            abusive
        """,
    ),
    "related": (
        """
            read also | also read | see also | read next | more from | more on this | more on this story |
            related stories | related articles | related content | related coverage | related topics |
            related links | related news | recommended for you | recommended reading | recommended stories
            | you may also | you might also | you may like | most read | most popular | most viewed | most
            shared | trending now | trending stories | up next | editor's picks | editors picks | editors'
            picks | more stories | further reading | top stories | click here to read | click here for
            more | find more stories | more like this | explore more | what to read next | continue to
            next | in other news | from our archive | see more | more news | more coverage | read the
            latest | read our full | full coverage | for more on | see our | read our | our explainer |
            our full coverage | our live | our full report | read the full | more about this | watch also
            | explained here | you can read | read more | find out more | don't miss | keep reading |
            coverage continues here | continues here | from the archive | from the archives | for
            background | our guide to | more stories from | related reading | you might like | might
            interest you | catch up on | live blog | special report | our guide | our results | results
            page | for more about | what to read | read this next | continue reading about | this week's
            episode | our special | previously on | go deeper | the latest from | our latest | follow our
            live | follow live | explore our
        """,
        """
            related | recommended | trending | popular | timeline | gallery
        """,
    ),
    "share": (
        """
            share this | share on | share via | share the story | share with your | follow us | like us on
            | like us | find us on | tweet this | email this | print this | copy link | link copied |
            follow him on | follow her on | follow them on | follow me on | follow the author | share
            article | share story | add us on | join us on | join our whatsapp | join our telegram | our
            facebook page | our youtube channel | our channel | pin it | send to a friend | this story to
            a friend | send this story | send this article | to a friend | opens in new window | opens in
            a new | spread the word | our whatsapp channel | our telegram channel | our instagram | our
            twitter | our socials | tag us | connect with us | click to share | click to email | follow
            our | with your friends | share it with | share it on | like this story | like this article |
            liked this story | liked this article | enjoy this article | enjoyed this article | enjoyed
            this story | enjoyed reading | found this useful | for more updates | facebook group |
            facebook page | share your | tell a friend | tell your friends | reading list | save for later
            | for later | preferred source | like our page | follow the | follow along | on bluesky | on
            mastodon | on instagram | on threads | print this page | text size | join our | our page |
            never miss a
        """,
        """
            share | tweet | facebook | twitter | instagram | whatsapp | telegram | linkedin | pinterest |
            reddit | tiktok | youtube | print | bookmark | save | follow | channel | friend | social media
            | friends | updates | bluesky | mastodon | threads | tap
        """,
    ),
    "cookie": (
        """
            we use cookies | uses cookies | use of cookies | our use of | cookie policy | cookie settings
            | cookie preferences | manage cookies | accept cookies | accept all | reject all | allow
            cookies | privacy policy | privacy notice | your consent | your privacy | your preferences |
            privacy settings | manage preferences | manage your | our partners | and our partners | terms
            of service | terms of use | terms and conditions | personalise content | personalize content |
            personalised ads | personalized ads | your browser | your device | enable javascript | disable
            your ad | ad blocker | adblocker | withdraw your consent | legitimate interest | protected by
            recaptcha | may contain content provided by | before anything is loaded | hosted by a third
            party | provided by a third party | need your consent | give your consent | by continuing to |
            your cookie | on your device | information on your | enable cookies | accept the use | accept
            our | we need your consent | store and access | personal data is | third party content | to
            view this content | need cookies | requires cookies | require cookies | how we use your data |
            use your data | your data | privacy is important | your cookie settings | your privacy
            settings | fits your interests | can't be shown | cannot be shown | cannot be displayed |
            can't be displayed | our use of cookies | you consent to | social media cookies | your choices
            | your settings | your browser does not | does not support this | may set cookies | set
            cookies on your | do you want to load | partners store | partners use | best experience | best
            possible experience | your experience | you need to allow | privacy choices | do not sell
        """,
        """
            cookie* | consent | privacy | gdpr | partners | preferences | settings | browser | tracking |
            javascript | third party | third parties | device | store | experience | ads | features |
            choices | personal | accept | browse
        """,
    ),
    "advert": (
        """
            advertisement | advertisements | story continues below | article continues below | article
            continues after | story continues after | continues below this | content continues below |
            advertise with | paid post | sponsored content | sponsored by | in association with | promoted
            content | advertorial | skip advertisement | skip ad | scroll to continue | skip past | after
            the ad | report this ad | remove ads | we may earn | affiliate commission | affiliate links |
            affiliate link | may receive a commission | at no extra cost to you | earn a commission | ad
            feature | partner content | our sponsors | message from our sponsor | a word from our |
            contains affiliate | from our sponsor | from our partners | when you buy through | if you buy
            through | through links on | through our links | products we recommend | selected by our
            editors | paid partnership | presented by | brought to you by | may earn a | earn a small |
            our advertising | advertising policy | below the ad | after the ad | past the ad | to continue
            reading after | sponsor message | sponsor's message | continues after
            sponsor | paid for by the | this message is brought | for a free quote | commission if you |
            about ads | why this ad | ad choices | hide this ad | paid content | content from our | our
            affiliate | links on this page | links in this article
        """,
        """
            advert* | sponsor* | ad | ads | promoted | affiliate | commission | partner | links | message
            | quote | promotion | promotional
        """,
    ),
    "promo": (
        """
            download our | download the app | get the app | get our app | our app | our podcast | our
            podcasts | wherever you get your podcasts | listen on apple | listen now | listen to our |
            listen to this | watch live | watch now | watch our | watch the video | watch more | book now
            | book your | buy now | shop now | order now | pre order | order your | order a copy | buy the
            book | tune in | available on the app | enter our | win a | our shop | our events | join us at
            | register now | tickets are available | save up to | use code | discount code | promo code |
            limited time | apple podcasts | or on spotify | subscribe on | at checkout | off your | video
            above | video below | player above | from our shop | in our shop | from our store | our store
            | on sale now | book yours | reserve your | join our | see the video | hear more | hear the
            full | listen and | our latest documentary | our documentary | our new podcast | our latest
            podcast | new episode | new episodes | catch up on | scan the | competition to win | chance to
            win | enter to win | t s and c s | terms apply | of our podcast | today's episode | latest
            episode | get your tickets | get your copy | out now get | our gallery | our book | our
            magazine | spring lecture here | write for us | pitch your | our video | our festival | our
            channel | our homepage | your homepage | press play | listen to this article | now listen to |
            our new | introducing our | play today's | today's puzzle | our puzzles | on notifications |
            turn on | the app for | our print | prints of the | pick up a copy | is read by | read by over
            | is published | published ten times | published weekly | is an independent | is an award |
            was founded in | independent magazine | independent news | news site that | newspaper that
            covers | is the voice of | about us | how to join | about our work | get your | in all good |
            your newsagent | wherever you listen | your podcasts | tickets for our | are on sale now
        """,
        """
            app | podcast* | listen | watch | video | tickets | shop | discount | code | stream | episode
            | download | event | competition | win | above | checkout | puzzle | puzzles | crossword |
            documentary | notifications | festival | newsagent | alerts | scores | founded | award
        """,
    ),
    "credit": (
        """
            photo by | photos by | picture by | image by | photo credit | image credit | picture credit |
            photograph by | photographs by | image source | photo courtesy | image courtesy | file photo |
            file picture | getty images | ap photo | shutterstock | reporting by | editing by | additional
            reporting | edited by | writing by | compiled by | contributed to this | contributed reporting
            | all rights reserved | may not be published | may not be reproduced | copyright | reprinted
            with permission | republished with permission | this article was originally published | this
            article first appeared | this story was originally | originally appeared | have a news tip |
            contact the reporter | can be reached at | the views expressed | views expressed are | is a
            staff writer | is a freelance | is a senior reporter | press association | photo courtesy of |
            illustration by | graphic by | video by | words by | text by | translated by | produced by |
            photography by | first appeared in | first published in | was first published | staff writer |
            is a reporter | is a journalist | is a correspondent | is a columnist | is the author of |
            follow the reporter | email the reporter | with reporting | with additional | with files from
            | from wire reports | material from | in partnership with | produced in partnership |
            contributed to this story | contributed to this article | contributed to this report | have a
            tip | got a tip | have a story | got a story | pictures by | is republished | republished here
            | republished from | republished under | under a creative commons | creative commons | first
            published by | was originally published | with inputs | inputs from | been edited by our | has
            not been edited | syndicated feed | staff reporter | our foreign staff | staff and agencies |
            the agencies | reporting from | was produced in | in partnership with | reach him at | reach
            her at | reach them at | reach him on |
            email him at | email her at | contact him at | contact her at | covers energy | covers
            politics | is our | may not be | rewritten or | all rights | image copyright | production by |
            fact checked by | edited for length
        """,
        """
            photo* | image | picture | reuters | afp | credit | courtesy | editor | republish* |
            permission | contributed | illustration | © | staff | photographer | published | pictures |
            partnership | tip | agencies | agency | source | syndicat* | inputs | covers | ltd | rights |
            redistributed | photograph
        """,
    ),
}
