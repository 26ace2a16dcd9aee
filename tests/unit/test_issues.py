from __future__ import annotations

import pytest

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.extract.issues.candidates import Candidate, Kind, gather
from tui.extract.issues.find import find_issues, note_of
from tui.extract.issues.heads import Head, head_of
from tui.extract.issues.lexicon import lexicon
from tui.extract.issues.ranking import choose, weigh, weights
from tui.extract.issues.reading import page_of
from tui.extract.issues.signs import signs_of
from tui.extract.issues.topics import topics
from tui.extract.issues.words import rarity, root, stem
from tui.model import Article, Block, BlockKind, Issue, Person, Span

ARMS = [
    "Envoys meet to save arms treaty",
    "Envoys of Russia and the United States met in Vienna on Monday to save a treaty on arms control that ends in May.",
    "Without it there would be no limit on strategic arms for the first time in fifty years, diplomats said.",
    "Bilateral relations between Russia and the United States are at their worst, and sanctions on Russia remain.",
    "Arms control has few friends left. Anna Nowak of the Harbour Institute said arms control was a habit.",
]
SCHOOLS = [
    "Villages fight over school funding",
    "The county council wants to cut school funding by a tenth, and parents in the villages are up in arms.",
    "School funding has fallen for six years. Teachers say class sizes have grown and textbooks are shared.",
    "A petition against the closure of two village schools has 4,000 names.",
]


def document(paragraphs: list[str]) -> Document:
    blocks = [Block(BlockKind.TITLE, paragraphs[0])]
    blocks += [Block(BlockKind.PARAGRAPH, text) for text in paragraphs[1:]]
    return Document(Article("test", paragraphs[0], tuple(blocks)))


def issues(paragraphs: list[str], *people: str) -> tuple[Issue, ...]:
    doc = document(paragraphs)
    named = [Person(name, tuple(_places(doc, name))) for name in people]
    return find_issues(doc, named, find_countries(doc, named))


def _places(doc: Document, name: str) -> list[Span]:
    return [doc.span(at, at + len(name)) for at in range(len(doc.text)) if doc.text.startswith(name, at)]


def labels(paragraphs: list[str], *people: str) -> list[str]:
    return [issue.label for issue in issues(paragraphs, *people)]


def test_the_main_issue_comes_first_under_its_topic() -> None:
    first = issues(SCHOOLS)[0]
    assert (first.label, first.topic, first.topic_code) == ("school funding", "education", "05000000")
    assert first.score == 1


def test_relations_of_two_countries_are_named_after_them() -> None:
    assert "US-Russia relations" in labels(ARMS, "Anna Nowak")


def test_a_label_names_the_country_that_stands_beside_it() -> None:
    assert "sanctions on Russia" in labels(ARMS, "Anna Nowak")
    text = ["Sanctions stay", "The sanctions against Belarus stay, and the sanctions on Belarus may grow, Poland says."]
    assert labels(text)[0] == "sanctions on Belarus"


def test_what_the_lexicon_knows_is_found_by_its_variants() -> None:
    text = ["Man charged", "A man laundered money through a bar. He had laundered money before, the court heard."]
    assert "money laundering" in labels(text)


def test_words_that_must_stand_in_one_sentence() -> None:
    together = ["Envoy home", "The ambassador was recalled on Friday after the ambassador had been insulted at a fair."]
    apart = ["Envoy home", "The ambassador went to a fair. A toy was recalled by its maker."]
    assert "ambassador recall" in labels(together)
    assert "ambassador recall" not in labels(apart)


def test_people_places_and_dates_are_no_issues() -> None:
    found = " ".join(labels(ARMS, "Anna Nowak")).casefold()
    assert not {"nowak", "anna", "vienna", "monday", "may"} & set(found.split())


def test_mentions_are_the_words_that_carry_the_issue() -> None:
    doc = document(SCHOOLS)
    first = find_issues(doc)[0]
    assert [doc.article.surface(span) for span in first.mentions] == [
        "school funding",
        "school funding",
        "School funding",
    ]


def test_one_issue_is_listed_once() -> None:
    text = [
        "Tax on carbon",
        "The carbon tax passed. A carbon tax law, carbon taxes, the new carbon tax: all one carbon tax.",
    ]
    assert sum("carbon tax" in label for label in labels(text)) == 1


def test_verbs_of_headlines_part_phrases() -> None:
    text = ["Minister launches harbour plan", "The minister spoke of the harbour plan. The harbour plan is old."]
    found = labels(text)
    assert "harbour plan" in found and all("launches" not in label for label in found)


def test_an_issue_of_one_word_gives_way_to_the_plainer_one() -> None:
    text = [
        "Women urged to have cancer screening",
        "Cancer screening finds cancer early, the clinic said. Cancer screening is free, and cancer kills.",
    ]
    found = labels(text)
    assert found[0] == "cancer screening"
    assert "cancer" not in found


def test_a_short_text_gives_few_issues_and_an_empty_one_none() -> None:
    assert issues(["Untitled", ""]) == ()
    assert len(issues(SCHOOLS)) <= 8


def test_other_languages_get_none_and_say_so() -> None:
    doc = Document(document(SCHOOLS).article, "pl")
    assert find_issues(doc) == ()
    assert "no lexicon for pl" in note_of(doc)
    assert note_of(document(SCHOOLS)) == ""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", ["Les vignerons inquiets", "Les vignerons attendent la pluie. L'inflation pèse sur l’inflation."], 2),
        (
            "de",
            ["Warnstreiks bei der Bahn", "Die Gewerkschaft ruft zu Streiks auf, die Gewerkschaften wollen mehr."],
            2,
        ),
        ("es", ["La huelga sigue", "Los huelguistas piden una subida salarial. La huelga empezó en el transporte."], 2),
    ],
)
def test_main_terms_in_french_german_and_spanish(language: str, text: list[str], expected: int) -> None:
    doc = Document(document(text).article, language)
    found = find_issues(doc)
    assert len(found) == expected
    assert found[0].score == 1
    assert all(doc.article.surface(span) for issue in found for span in issue.mentions)
    assert "main terms" in note_of(doc)


def test_a_term_of_another_language_in_passing_is_no_issue() -> None:
    filler = " ".join(["La ciudad duerme y el río baja lento."] * 12)
    doc = Document(document(["La feria", f"{filler} Un vecino habló de la huelga."]).article, "es")
    assert find_issues(doc) == ()


@pytest.mark.parametrize(
    ("word", "head"),
    [("crises", Head.ISSUE), ("ministers", Head.AGENT), ("tins", Head.THING), ("committee", Head.BODY)],
)
def test_the_last_word_says_what_a_phrase_is(word: str, head: Head) -> None:
    assert head_of(word) is head


def test_persons_bodies_and_places_are_no_issues() -> None:
    text = [
        "A tin for the minister",
        "The Polish foreign minister opened a biscuit tin. The harbour envoy and the Upland Post saw the church tower.",
        "A concrete mixer stood there, said the observatory director.",
    ]
    assert not {"minister", "envoy", "Post", "Polish", "director"} & set(" ".join(labels(text)).split())


def test_a_plural_and_the_verb_after_it_part_a_headline() -> None:
    text = ["Monks plant trees as geese upset farm plans", "Many left."]
    assert not {"monks plant", "plant trees", "geese upset"} & set(labels(text))


def likelihood(paragraphs: list[str], issue: str) -> float:
    """Return how likely an issue of the lexicon is right for an article, 0 if it is no candidate."""
    page = page_of(document(paragraphs), [], [])
    gathered = gather(page)
    weigh(page, gathered)
    return max((one.right for one in gathered.candidates if one.issue == issue), default=0.0)


def test_one_weak_word_says_less_than_two() -> None:
    one = ["A walk", "The walk began early. They crossed a motorway and sang."]
    two = ["A walk", "The motorway will end here, and the bypass begins at the church."]
    assert likelihood(one, "road building") < 0.5 < likelihood(two, "road building")
    assert "road building" in labels(two)


def test_weaker_words_need_more_beside_them() -> None:
    lines = ["A long night", "The voters came at dawn. Their ballots lay in a box, and nobody spoke."]
    more = [lines[0], lines[1] + " Poll workers sang. Early voting had been dull, one candidate said."]
    assert likelihood(lines, "elections") < 0.6 < likelihood(more, "elections")
    assert "elections" in labels(more)


def test_an_article_of_few_issues_gets_what_its_title_hints_at() -> None:
    assert labels(["Swallows nest over the motorway", "Nobody knew why. They flew on, and rain fell."]) == [
        "road building"
    ]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Silver masks stolen from Upland museum", "theft of silver masks"),
        ("Dismissal of the harbour master splits council", "dismissal of harbour master"),
        ("Council to demolish market hall", "demolition of market hall"),
        ("Fog shuts Lisbon airport", "closure of airport"),
        ("Hail damages 40 greenhouses", "damage to greenhouses"),
        ("Swimming pool in Porto closes", "swimming pool closure"),
    ],
)
def test_what_happens_to_something_is_named_after_both(title: str, label: str) -> None:
    doc = document([title, "Nobody spoke."])
    page = page_of(doc, [], find_countries(doc, []))
    assert label in [one.label for one in gather(page).candidates if one.kind is Kind.MADE]


def spoken(paragraphs: list[str]) -> list[str]:
    """Return the phrases of an article that are candidates."""
    gathered = gather(page_of(document(paragraphs), [], []))
    return [one.label for one in gathered.candidates if one.kind is Kind.PHRASE]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Mumps cases double before term", "mumps cases"),
        ("Bakers' strike shuts shops", "bakers strike"),
        ("Island heads for mayoral run-off", "mayoral run-off"),
        ("Heavy frost ruins plums", "heavy frost"),
        ("Villagers cheer raffle win", "raffle win"),
        ("Ferry drug trial begins", "ferry drug trial"),
    ],
)
def test_headlines_keep_the_phrases_that_they_are_about(title: str, label: str) -> None:
    assert label in spoken([title, "Nobody spoke."])


def test_a_phrase_that_always_goes_on_is_no_label() -> None:
    found = spoken(["Old tram depot sold", "The tram depot is old. A bank bought the tram depot, and the depot shut."])
    assert "tram depot" in found
    assert not {"tram", "old tram"} & set(found)


def test_phrases_of_one_issue_are_listed_beside_each_other_and_the_issue_itself_is_not() -> None:
    def one(kind: Kind, label: str, likely: float) -> Candidate:
        roots = frozenset(label.split())
        return Candidate(kind, label, [(0, 1)], roots, issue="rents", right=likely, main=likely)

    every = [one(Kind.KNOWN, "flat rent", 0.5), one(Kind.PHRASE, "rent cap", 0.9), one(Kind.PHRASE, "rising rent", 0.8)]
    assert [each.label for each in choose(every)] == ["rent cap", "rising rent"]


def test_no_label_is_listed_twice() -> None:
    for text in (ARMS, SCHOOLS):
        found = labels(text)
        assert len(found) == len(set(found))


def test_every_sign_of_a_candidate_is_weighed() -> None:
    page = page_of(document(SCHOOLS), [], [])
    gathered = gather(page)
    for one in gathered.candidates:
        assert signs_of(page, gathered, one).keys() <= weights()[one.kind].keys()


def test_a_variant_in_capitals_is_found_as_written_only() -> None:
    assert "HIV and AIDS" not in labels(["Lorries bring aid", "The aid came late. Aids came too: aid is aid."])
    assert "HIV and AIDS" in labels(["Clinic opens", "The clinic treats AIDS. Few diseases cost more than AIDS did."])


@pytest.mark.parametrize(
    ("one", "two"),
    [("emissions", "emission"), ("organisation", "organization"), ("policies", "policy"), ("crises", "crisis")],
)
def test_stems_join_numbers_and_spellings(one: str, two: str) -> None:
    assert stem(one) == stem(two)


@pytest.mark.parametrize(
    ("one", "two"), [("laundered", "laundering"), ("resigned", "resignation"), ("volunteers", "volunteering")]
)
def test_roots_join_verbs_and_nouns(one: str, two: str) -> None:
    assert root(one) == root(two)


def test_common_words_say_less_than_rare_ones() -> None:
    assert rarity("people") < rarity("school") < rarity("fentanyl") == 1


def test_topics_are_the_seventeen_of_the_top_level() -> None:
    assert len(topics().labels) == 17
    assert all(code.endswith("000000") for code in topics().labels)


def test_every_entry_of_the_lexicon_has_a_topic_and_there_are_several_hundred() -> None:
    entries = lexicon().entries.values()
    assert {entry.code for entry in entries} <= set(topics().labels)
    assert len({entry.label for entry in entries}) > 1000
    assert all(entry.template.count("{}") == 1 for entry in entries if entry.template)


def test_words_that_say_little_do_not_begin_a_label_of_several() -> None:
    found = spoken(["Ministers extend the current harbour treaty", "The heavy frost stayed."])
    assert "harbour treaty" in found and "current harbour treaty" not in found
    assert "heavy frost" in found
