"""The command line: what goes where, in which words, with which status."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import __main__, cli, start
from tui.model import Problem


@pytest.fixture(autouse=True)
def _quiet_log() -> Iterator[None]:
    """Leave the root logger as it was."""
    before = logging.getLogger().handlers[:]
    yield
    for handler in set(logging.getLogger().handlers) - set(before):
        if isinstance(handler, logging.StreamHandler):
            handler.stream.close()
    logging.getLogger().handlers[:] = before


class Reader:
    """Stands where the reader would start, and remembers what it was given."""

    def __init__(self) -> None:
        self.calls: list[tuple[tuple[str, ...], Path | None, bool]] = []

    def __call__(self, arguments: tuple[str, ...], *, config_path: Path | None = None, debug: bool = False) -> int:
        self.calls.append((tuple(arguments), config_path, debug))
        return 7


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    stub = Reader()
    monkeypatch.setattr(start, "read", stub)
    return stub


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        ([], ((), None, False)),
        (["a.txt", "b"], (("a.txt", "b"), None, False)),
        (["-"], (("-",), None, False)),
        (["--debug", "a.txt"], (("a.txt",), None, True)),
        (["--config", "/dev/null", "show.txt"], (("show.txt",), Path("/dev/null"), False)),
        (["--config=/dev/null"], ((), Path("/dev/null"), False)),
        (["--", "--odd.txt"], (("--odd.txt",), None, False)),
        (["https://courier.example/show"], (("https://courier.example/show",), None, False)),
    ],
)
def test_what_is_no_command_is_read(
    arguments: list[str], given: tuple[tuple[str, ...], Path | None, bool], reader: Reader
) -> None:
    assert cli.main(arguments) == 7
    assert reader.calls == [given]


def test_a_plain_start_goes_past_the_commands(reader: Reader, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "main", lambda arguments: pytest.fail("the commands were asked"))
    for arguments in ([], [str(story)], ["https://courier.example/a"], [str(story.parent)]):
        monkeypatch.setattr(sys, "argv", ["pullquote", *arguments])
        assert __main__.main() == 7
    assert [call[0] for call in reader.calls] == [
        (),
        (str(story),),
        ("https://courier.example/a",),
        (str(story.parent),),
    ]


@pytest.mark.parametrize("argument", ["show", "--help", "-", "nowhere.txt", "shwo", "/nowhere/at/all"])
def test_anything_else_is_for_the_commands(argument: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "main", lambda arguments: 42)
    monkeypatch.setattr(sys, "argv", ["pullquote", argument])
    assert __main__.main() == 42


@pytest.mark.parametrize("command", [[], ["show"], ["quotes"], ["doctor"]])
def test_every_command_has_help_with_examples(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Usage: pullquote" in out and "Example" in out and f"  pullquote {' '.join(command)}".rstrip() in out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("pullquote 0.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shwo"], "Did you mean “show”?"),
        (["doktor"], "Did you mean “doctor”?"),
        (["--debgu"], "--debug"),
        (["--config"], "The option --config needs a file after it"),
        (["--debug", "--config"], "The option --config needs a file after it"),
        (["show", "a.txt", "--width"], "Option '--width' requires an argument"),
        (["show"], "SOURCE"),
        (["show", "--format", "yaml", "x"], "'yaml' is not one of"),
        (["show", "--widht", "60", "x"], "--width"),
    ],
)
def test_a_mistake_is_told_with_what_was_meant(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_fault_is_told_in_a_line_and_kept_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(start, "read", fail)
    assert cli.main(["a.txt"]) == 1
    err = capsys.readouterr().err
    log = Path(os.environ["XDG_STATE_HOME"]) / "pullquote" / "pullquote.log"
    assert "a fault of this program: RuntimeError: boom" in err and str(log) in err and "Traceback" not in err
    assert "Traceback" in log.read_text() and log.stat().st_mode & 0o777 == 0o600
    with pytest.raises(RuntimeError):
        cli.main(["--debug", "a.txt"])


def test_a_fault_at_a_plain_start_is_told_in_a_line(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: list[str]) -> int:
        raise faults.pop()

    faults: list[BaseException] = [KeyboardInterrupt(), RuntimeError("boom")]
    monkeypatch.setattr(start, "read", fail)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(sys, "argv", ["pullquote", str(story)])
    assert [__main__.main(), __main__.main()] == [1, 130]
    err = capsys.readouterr().err
    assert "a fault of this program: RuntimeError: boom" in err and "Traceback" not in err


def test_the_reader_wants_a_terminal(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.read([str(story)]) == 1
    said = "the reader needs a terminal, and its output goes elsewhere; to print an article, use: pullquote show SOURCE"
    assert said in capsys.readouterr().err


def test_sources_become_canonical_and_the_others_are_told(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    problems: list[Problem] = []
    sources = start._resolve(
        ["story.txt", ".", "none.txt", "ftp://x.example/", "https://x.example/a#b", "story.txt"], problems
    )
    assert sources == [str(story.resolve()), str(story.parent.resolve()), "https://x.example/a"]
    assert [type(problem) for problem in problems] == [Problem, Problem]
    assert start._resolve([""], problems) == [] and "names nothing" in str(problems[-1])


def run(*arguments: str, piped: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "tui", *arguments],
        input=piped,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
    )


def test_show_prints_every_form_of_an_article(story: Path) -> None:
    text = run("show", str(story)).stdout.decode()
    assert text.startswith("The hall votes\n") and "People\n  Ann Calder (1)" in text and "\x1b" not in text
    assert "  “We were not asked about any of this,” — Ann Calder\n" in text
    markdown = run("show", "--format", "md", str(story)).stdout.decode()
    assert (
        markdown.startswith("# The hall votes\n\n“We were not asked") and "\n## People\n\n- Ann Calder (1)" in markdown
    )
    (record,) = json.loads(run("show", "--format", "json", str(story)).stdout)
    assert record["title"] == "The hall votes" and record["source"] == str(story) and record["published"] is None


def test_the_records_keep_the_contract(story: Path) -> None:
    record = json.loads(run("show", "--format", "jsonl", str(story)).stdout)
    assert (
        list(record)
        == (
            "source title standfirst byline site published language text blocks removed people countries issues quotes"
        ).split()
    )
    texts = [block["text"] for block in record["blocks"]]
    assert record["text"] == texts[1] and record["blocks"][0] == {"kind": "title", "text": "The hall votes"}
    (person,) = record["people"]
    block, begin, end = person["mentions"][0]
    assert (person["name"], person["count"]) == ("Ann Calder", 1) and texts[block][begin:end] == "Ann Calder"
    (country,) = record["countries"]
    assert country["code"] == "FR" and country["mentions"][0][3] == "implied"
    (quote,) = record["quotes"]
    assert (quote["speaker"], quote["sure"], quote["cue"]) == ("Ann Calder", True, "said")
    block, begin, end = quote["parts"][0]
    assert texts[block][begin:end] == quote["text"] == "We were not asked about any of this,"


def test_show_takes_many_sources_in_order_and_goes_on_after_failures(story: Path) -> None:
    folder = story.parent
    (folder / "empty.txt").touch()
    (folder / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "bad.html").write_text(
        "<p>Broken <b>page <i>about</p> <div>the council of Orla, which voted on Friday.<p"
    )
    (folder / "deep.html").write_text(
        "<div>" * 5000 + "<p>The council of Orla voted on Friday, all night.</p>" + "</div>" * 5000
    )
    (folder / "utf8.txt").write_bytes("Größe zählt – „so“ sagte sie über Köln und Düren.\n".encode() + b"caf\xff end\n")
    (folder / "none").mkdir()
    with open(folder / "large.txt", "wb") as file:
        file.truncate(50_000_000)
    names = [
        "missing.txt",
        "none",
        "empty.txt",
        "photo.html",
        "large.txt",
        "bad.html",
        "deep.html",
        "utf8.txt",
        "story.txt",
    ]
    result = run("show", "--format", "jsonl", *(str(folder / name) for name in names))
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1 and len(records) == len(names)
    assert [record["source"] for record in records] == [str(folder / name) for name in names]
    assert [record.get("error", "").split(".")[0] for record in records[:5]] == [
        "there is no such file",
        "there are no articles in this folder",
        "the file is empty",
        "this is a PNG image, not an article",
        "it is 50 MB large, too much for an article",
    ]
    assert "voted on Friday" in records[5]["text"]
    assert "voted on Friday" in records[6].get("text", "") or "nested" in records[6]["error"]
    assert "Größe zählt" in records[7]["text"] + records[7]["title"] and records[8]["title"] == "The hall votes"
    lines = result.stderr.decode().splitlines()
    assert len(lines) == sum("error" in record for record in records)
    assert all(line.startswith("pullquote: ") for line in lines)


def test_a_folder_is_shown_file_by_file(story: Path) -> None:
    shutil.copy(story, story.parent / "a10.txt")
    shutil.copy(story, story.parent / "a9.txt")
    result = run("show", "--format", "jsonl", str(story.parent))
    names = [Path(json.loads(line)["source"]).name for line in result.stdout.splitlines()]
    assert names == ["a9.txt", "a10.txt", "story.txt"] and result.returncode == 0


def test_standard_input_is_shown(story: Path) -> None:
    record = json.loads(run("show", "--format", "jsonl", "-", piped=story.read_bytes()).stdout)
    assert (record["source"], record["title"]) == ("-", "The hall votes")


def test_text_keeps_to_its_width_and_has_no_trailing_spaces(story: Path) -> None:
    story.write_text(f"The hall votes\n\n{'The council of Orla voted on Friday and went home late. ' * 12}\n")
    for width in (30, 60, 100):
        lines = run("show", "--width", str(width), str(story)).stdout.decode().splitlines()
        assert max(map(len, lines)) in range(width - 12, width + 1)
        assert not any(line != line.rstrip() for line in lines)
    assert max(map(len, run("show", str(story)).stdout.decode().splitlines())) <= 72


def test_a_reader_that_has_seen_enough_is_no_error(story: Path) -> None:
    command = f"{sys.executable} -P -m tui show --format jsonl {' '.join([str(story)] * 200)} | head -c 10"
    result = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
    assert result.stdout == b'{"source":' and result.stderr == b""


def test_letters_that_an_encoding_lacks_do_not_end_the_output(story: Path) -> None:
    result = run("show", str(story), PYTHONIOENCODING="ascii")
    assert result.returncode == 0 and b"?We were not asked about any of this,? said Ann Calder" in result.stdout


def test_a_full_disk_is_no_fault_of_the_program(story: Path) -> None:
    command = f"{sys.executable} -P -m tui show {story} > /dev/full"
    result = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
    assert (result.returncode, b"the output could not be written" in result.stderr) == (1, True)
    assert b"fault" not in result.stderr


def test_a_closed_output_is_no_fault_of_the_program(story: Path) -> None:
    command = f"{sys.executable} -P -m tui show --format jsonl {story} >&-"
    result = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["show", "feeds check"])
def test_a_closed_input_is_an_empty_one(command: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -P -m tui {command} - <&-", shell=True, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "is empty" in done.stderr


def test_show_leaves_no_library_behind(story: Path) -> None:
    run("show", str(story))
    assert not (Path(os.environ["XDG_DATA_HOME"]) / "pullquote").exists()


def test_the_doctor_says_what_is_where() -> None:
    result = run("doctor")
    out = result.stdout.decode()
    assert result.returncode == 0, out
    assert [
        line.split()[0] for line in out.splitlines()
    ] == "version terminal settings library log engine names".split()
    assert "works: text after" in out and os.environ["XDG_DATA_HOME"] in out


def test_a_model_that_is_not_installed_is_told_and_names_are_read_without_it(story: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[extraction]\nmodel = "en_no_such_pipeline"\n')
    shown = run("--config", str(settings), "show", str(story))
    said = shown.stderr.decode()
    assert shown.returncode == 0 and said.count("\n") == 1
    assert "config.toml, line 2: extraction.model: “en_no_such_pipeline” " in said and " -m " in said
    assert b"Ann Calder" in shown.stdout and b"names without en_no_such_pipeline" in shown.stdout
    doctor = run("--config", str(settings), "doctor")
    lines = doctor.stdout.decode().splitlines()
    assert doctor.returncode == 1
    assert lines[-2].startswith("  names      this program's own tagger: ") and "of 800 words" in lines[-2]
    assert lines[-1].startswith("! ") and "“en_no_such_pipeline”" in lines[-1]
