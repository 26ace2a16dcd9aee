"""HTML: the guards before the parser, what the page says of itself, and which of its blocks are the article."""

from __future__ import annotations

import pytest

from tui.clean import guards, model, rules
from tui.clean.page import parse, segment
from tui.clean.pipeline import clean
from tui.model import Article, BlockKind, Problem, RawDocument, Reason

PROSE = (
    "The last ferry of the year left the quay at noon on Tuesday with eleven passengers and a piano on board, and "
    "nobody on the island side came down to watch it go, as they had in other years.",
    "The harbour board had voted in September to end the winter service, which lost £40,000 last year, after a debate "
    "that lasted until two in the morning and in which every member spoke twice.",
    "Fishermen were calmer. They have crossed in worse, they said, and their fathers did so without an engine, in "
    "boats that were half as long and leaked at every seam.",
)
BODY = "".join(f"<p>{text}</p>" for text in PROSE)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>Ferry stops</title>{head}</head><body>{body}</body></html>"


def article(html: str, address: str = "") -> Article:
    found = clean(RawDocument(html.encode(), "text/html", "page.html", address))
    assert isinstance(found, Article)
    return found


def test_nesting_beyond_the_parsers_depth_is_flattened_and_told() -> None:
    found = article(page("<div>" * 5000 + BODY + "</div>" * 5000 + "<p>The service is to start again in April.</p>"))
    assert all(text in found.text for text in PROSE)
    assert "flattened" in found.notes[0]


def test_what_cannot_be_flattened_is_refused() -> None:
    found = clean(RawDocument(page("<b><div></b>" * 3000 + BODY).encode(), "text/html", "page.html"))
    assert isinstance(found, Problem)
    assert "too deep" in found.what


def test_flattening_keeps_shallow_markup_comments_and_scripts() -> None:
    html = "<div class=a><p>One<br/>two</div><!-- <div> --><script>'<div>'</script><svg><path/></svg>"
    assert guards.flatten(html) == html


def test_endless_attributes_go_and_those_that_matter_stay() -> None:
    tag = f'<div class="body" {" ".join(f"a{n}=1" for n in range(4000))}>'
    html, notes = guards.guard(page(tag + BODY))
    assert '<div class="body">' in html
    assert notes == ()


def test_null_bytes_and_too_many_elements_are_told() -> None:
    html, notes = guards.guard("a\0b" + "<p>x" * 100_100)
    assert html.count("<p>") == 100_000
    assert len(notes) == 2


@pytest.mark.parametrize("html", ["", "<", "<html>", "<!-- only a comment", "<script>var a = 1</script>"])
def test_pages_without_text_are_problems(html: str) -> None:
    assert isinstance(clean(RawDocument(html.encode(), "text/html", "page.html")), Problem)


def test_character_references_steer_no_terminal() -> None:
    found = article(
        page(f"<article><h1>Ferry&#27;[31m stops&#x9b;2J</h1>{BODY}<p>It&#8238; was&#0; noon.&#7;</p></article>")
    )
    everything = found.title + found.text
    assert not any((ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0 for char in everything)
    assert "\u202e" not in everything


def test_navigation_comments_and_footers_are_no_article() -> None:
    found = article(
        page(
            "<nav><ul><li><a href=/a>News from the county</a><li><a href=/b>Sport and tides</a></ul></nav>"
            f"<article><h1>Ferry stops</h1>{BODY}</article>"
            "<div class=comments><p>First! What a disgrace this board is, they should all resign.</p></div>"
            "<footer><p>© 2024 Upland Media Ltd. All rights reserved.</p></footer>"
        )
    )
    assert found.text == "\n".join(PROSE)
    assert found.title == "Ferry stops"


def test_a_body_that_waits_for_a_consent_box_is_read() -> None:
    html = page(f"<article>{BODY}</article><p hidden>Never shown to anybody.</p>")
    html = html.replace("<body>", "<body style=display:none>")
    assert article(html).text == "\n".join(PROSE)


def test_what_a_page_says_of_itself() -> None:
    head = (
        '<meta property="og:site_name" content="The Harbour Courier"><meta name="author" content="By R. Ames">'
        '<meta property="article:published_time" content="2024-05-14T06:30:00Z">'
        '<meta property="og:title" content="Ferry stops for the winter - The Harbour Courier">'
        '<link rel="canonical" href="/2024/ferry">'
    )
    found = article(page(f"<article>{BODY}</article>", head), "https://courier.example/x?utm=1")
    assert (found.title, found.site) == ("Ferry stops for the winter", "The Harbour Courier")
    assert (found.byline, found.published) == ("R. Ames", "2024-05-14T06:30:00Z")
    assert (found.language, found.address) == ("en", "https://courier.example/2024/ferry")


@pytest.mark.parametrize(
    "script", ["{", "[[[]]]", '{"@type": 3, "author": [[]]}', '{"@type": "NewsArticle", "headline": {}}']
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    found = article(page(f"<script type=application/ld+json>{script}</script><article>{BODY}</article>"))
    assert found.text == "\n".join(PROSE)


def test_a_page_that_is_withheld_says_so() -> None:
    script = '{"@type": "NewsArticle", "headline": "Ferry stops", "isAccessibleForFree": "False"}'
    found = article(page(f"<script type=application/ld+json>{script}</script><article>{BODY}</article>"))
    assert found.withheld
    assert "withholds" in found.notes[-1]


def test_links_are_absolute_and_only_to_the_web() -> None:
    links = "The <a href=/quay>quay</a> and <a href='javascript:x()'>a trap</a>."
    body = f"<article><p>{links} {PROSE[0]}</p>{BODY}</article>"
    found = article(page(body), "https://courier.example/a/b")
    assert [(link.start, link.end, link.href) for link in found.blocks[1].links] == [
        (4, 8, "https://courier.example/quay")
    ]


def test_two_line_breaks_part_paragraphs() -> None:
    found = article(page(f"<h1>Ferry stops</h1><div class=article>{'<br><br>'.join(PROSE)}</div>"))
    assert found.text == "\n".join(PROSE)


def test_preformatted_text_keeps_its_lines() -> None:
    found = article(page(f"<article>{BODY}<pre>noon   11\n 1pm    2</pre>{BODY}</article>"))
    assert [block.text for block in found.blocks if block.kind is BlockKind.PREFORMATTED] == ["noon   11\n 1pm    2"]


def test_nested_lists_have_levels_and_numbers() -> None:
    items = "<ul><li>Flour for the winter months<ol start=3><li>From the mill on the river</ol></ul>"
    found = article(page(f"<article>{BODY}{items}{BODY}</article>"))
    listed = [(block.level, block.marker) for block in found.blocks if block.kind is BlockKind.LIST_ITEM]
    assert listed == [(1, "•"), (2, "3.")]


def test_a_table_that_lays_out_the_page_is_paragraphs() -> None:
    found = article(page(f"<table><tr><td>{BODY}</td></tr></table>"))
    assert {block.kind for block in found.blocks} <= {BlockKind.TITLE, BlockKind.PARAGRAPH}


def test_what_falls_between_the_articles_blocks_is_told() -> None:
    box = "<aside class=newsletter-signup><p>Get the tide table in your inbox every morning.</p></aside>"
    found = article(page(f"<article><p>{PROSE[0]}</p>{box}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></article>"))
    assert found.text == "\n".join(PROSE)
    (removed,) = found.removed
    assert (removed.reason, removed.text[:18]) == (Reason.NEWSLETTER, "Get the tide table")
    assert found.blocks[removed.after].text == PROSE[0]


def test_what_readability_chose_and_the_model_did_not_is_told() -> None:
    rows = "".join(f"<li>{name}</li>" for name in ("Stavanger, one", "Kirkwall, two", "Lerwick, none"))
    body = f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p><ul>{rows}</ul>"
    found = article(page(f"<article>{body}</article>"))
    told = [*(block.text for block in found.blocks), *(one.text for one in found.removed)]
    assert [text for text in ("Stavanger, one", "Kirkwall, two", "Lerwick, none") if text not in told] == []


def test_a_list_that_is_mostly_kept_is_kept_whole_but_its_links() -> None:
    blocks = segment(parse(f"<body>{BODY}<ul><li>one<li>two<li>three<li><a href=/x>four</a></ul></body>"), "").blocks
    kept = [block.text != "three" and block.linked == 0 for block in blocks]
    rules.apply(blocks, kept)
    assert [block.text for block, keep in zip(blocks, kept, strict=True) if keep] == [*PROSE, "one", "two", "three"]


def test_a_teaser_under_the_headline_is_the_standfirst() -> None:
    teaser = "<p class=teaser>Whose winter it is, and who has to go by plane.</p>"
    found = article(page(f"<article><h1>Ferry stops</h1>{teaser}{BODY}</article>"))
    assert found.standfirst == "Whose winter it is, and who has to go by plane."


def test_the_model_stops_early_only_when_the_answer_is_certain() -> None:
    tree: model.Tree = ([0], [0.5], [~0], [~1], [-1.0, 1.0])
    names = {"names": ["a"], "inside": 0.4, "outside": 0.75}
    small = model.build(names | {"trees": [tree, tree]})
    assert [small.keeps([value], chosen) for value in (0.0, 1.0) for chosen in (True, False)] == [
        False,
        False,
        True,
        True,
    ]
    weak = model.build(names | {"trees": [tree]})
    assert not weak.keeps([1.0], chosen=False)


def test_the_shipped_model_is_small() -> None:
    shipped = model.load()
    assert 20 <= len(shipped.names) <= 100
    assert len(shipped.trees) == len(shipped.rest) == 80
