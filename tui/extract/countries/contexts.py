"""Words that say, standing beside a name, whether it is a place; tables written for this project."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words after which a place stands, and how much they say for it.
BEFORE: dict[str, float] = {
    **dict.fromkeys(
        _words("in at near outside around across throughout inside en à dans nach nahe cerca desde vers"), 0.9
    ),
    **dict.fromkeys(_words("southern northern eastern western central downtown greater suburban"), 0.8),
    **dict.fromkeys(_words("from to of visiting via toward towards aus von bei de into leaving reach reached"), 0.4),
}

#: Titles: what follows is a person's name.
TITLES = _words("""
    mr mrs ms miss dr prof professor sir lady lord dame sen senator rep gov governor judge justice pope detective
    sergeant sgt officer captain coach mayor gen col lt father sister monsieur madame mme herr frau senor senora don
    dona brother aunt uncle saint actor actress singer sheikh sheikha emir amir imam rabbi ayatollah maulana cardinal
    archbishop bishop pastor reverend rev minister secretary chairman chairwoman""")
#: Small words inside names of people, before the last of them.
PARTICLES = _words("al el bin ibn ben von van der bint abu")
#: Titles that stand before names of people and before names of countries' people alike ("President", "King").
RULERS = _words("president king queen prince princess general")

#: Nouns that make a body or a district of the place before them.
BODIES = _words("""
    city county university college airport hospital police council court high school state town village province
    district region area metro borough township harbour harbor port island islands beach valley station park stadium
    arena cathedral museum zoo symphony opera orchestra times post herald tribune gazette star news fc united rovers
    center centre convention declaration summit residents man woman native mayor fire sheriff department dept crown
    magistrates regional general international national based stock exchange marathon film festival dispatch chronicle
    daily journal courier examiner inquirer independent public library schools academy medical games olympics accords
    treaty agreement protocol conference tribunal biennale philharmonic bourse""")

#: Nouns that make a street of it.
STREETS = _words("street st road rd avenue ave lane drive dr boulevard blvd close terrace crescent way")

#: What people do and places seldom.
SAID = _words("said says told added asked replied wrote explained argued who whose he she")

#: Adjectives that are languages too.
LANGUAGES = _words("""
    english french german spanish portuguese italian chinese japanese korean arabic russian dutch greek turkish polish
    swedish danish norwegian finnish hungarian czech thai vietnamese bengali punjabi welsh irish basque catalan somali
    persian gujarati tibetan""")
#: Verbs before a language.
SPEAKING = _words("""
    speak speaks speaking spoke spoken fluent learn learns learned learning learnt teach teaches taught translate
    translated translation understand broken shouted halting accented perfect flawless fluently""")
#: What a place is said to be behind the adjective of its country: "the Argentine city of ...".
TOWNS = _words("""
    city town village capital port province state region department district island resort suburb hamlet municipality
    community settlement county""")
#: Parts of a country, between "in" and its name.
PARTS = _words("""
    northern southern eastern western central north south east west northeastern northwestern southeastern
    southwestern north-eastern rural coastal""")
#: Names of regions that are points of the compass elsewhere.
COMPASS = _words("northern southern eastern western central northeastern northwestern southeastern southwestern")
#: Nouns after a language.
LANGUAGE_NOUNS = _words("""
    language languages speaker speakers speaking lessons lesson translation translations subtitles dictionary grammar
    medium proficiency classes class course courses tuition teacher teachers literature lit word words subtitled
    dubbed skills fluency version versions edition editions paper papers exam exams essay essays sheet sheets vocabulary
    wikipedia pronunciation spelling lyrics alphabet textbook textbooks""")
#: What a language stands beside in a row.
SUBJECTS = _words("""
    maths mathematics math science sciences physics chemistry biology history geography algebra literacy numeracy
    language languages""")

#: Names of countries that are common nouns, or become one in small letters.
COMMON_NOUNS = _words("turkey china chile polish jersey guinea")
#: Names of countries that are given or family names as well.
GIVEN = _words("jordan chad")

#: States named after a river; those of them that never have "the" before their name; and states named after a lake.
RIVER_STATES = frozenset("NE JO CG CD GM SN PY UY".split())
BARE_RIVERS = frozenset("NE JO SN PY UY".split())
LAKE_STATES = frozenset("TD MW NI".split())
#: Nouns before the name of a river, and of a lake; nouns behind that of a river.
RIVER_BEFORE = _words("river rivers fleuve riviere rio fiume fluss")
LAKE_BEFORE = _words("lake lac lago")
RIVER_AFTER = _words("river rivers basin valley estuary rapids riverbank riverbanks watershed rift")
#: Which part of a river it is, between "the" and its name.
STRETCHES = _words("upper lower middle inner")
#: What rivers do.
RIVER_VERBS = _words(
    "flows flowed flow runs rose rises rising floods flooded burst bursts froze swelled meanders winds overflowed"
)

#: Nouns before a name that make a shop, a band or a work of it ("the supermarket Iceland"), and after it.
TRADES = _words("""
    supermarket supermarkets grocer retailer chain store brand label band group musical film movie novel album series
    magazine nightclub restaurant pub hotel startup""")
TRADES_AFTER = _words("supermarket supermarkets musical")
#: Words before a place that take an "in" after it from it ("from Paris in London").
ON_THE_WAY = _words("from to via between and or left leave leaving leaves")
#: Words after "the" and a place that no noun is: before one the place is an attribute ("the Dunedin side").
SMALL = _words(
    "in on at of to for from with by and or but is was are were has had will would that which who as than into"
)
#: Towns whose name is a word of bodies and things; those that the corpora write in small letters are known besides.
GENERAL = _words("""
    bank union marina liberty mission corner summit commerce enterprise paradise eden harmony unity freedom temple
    central pacific atlantic orient crown star eagle phoenix corona palace castle mercury saturn hero progress
    mountain riverside lakeside hillside seaside highland midland downtown""")
#: Countries whose towns have each other's names ("San Juan", "Granada").
HISPANIC = frozenset("AR BO BR CL CO CR CU DO EC ES GT HN MX NI PA PE PH PR PT PY SV UY VE".split())
#: First words of towns that each of them has.
SAINTLY = _words("""
    san santa santo santiago la las el los villa nueva ojo puerto trinidad concepcion morelia victoria libertad
    guadalupe mercedes florida cordoba merida valencia""")
