"""What was written as evidence is told as a text, a link or a file's path, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.skills.evidence import Evidence, EvidenceKind, evidence_of


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_nothing_written_is_no_evidence(nothing: str) -> None:
    assert evidence_of(nothing) is None


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "http://example.org/a/b?c=d#e",
        "HTTPS://EXAMPLE.ORG/x",
        "http://192.168.1.10:8080/minutes",
        "http://[::1]/minutes",
        "https://例子.测试/纪要",
    ],
)
def test_links(link: str) -> None:
    assert evidence_of(f" {link} ") == Evidence(kind=EvidenceKind.LINK, words=link, target=link)


@pytest.mark.parametrize(
    "text",
    [
        "Minutes Kestrel renewal 2024-10",
        "see https://example.org",
        "https://example.org and more",
        "https://",
        "http:///nowhere",
        "http://[::1",
        "http://example.org:port/",
        "https://bank.example@evil.example/",
        "https://me:secret@example.org/",
        "ftp://example.org/x",
        "javascript:alert(1)",
        "mailto:somebody@example.org",
        "data:text/html,<b>x</b>",
        "minutes.pdf",
        "./minutes.pdf",
        "C:",
        "C:minutes.pdf",
        "~",
        "~somebody/minutes.pdf",
        "/",
        "/ nothing to add",
        "//",
        "\\\\server",
        "\\\\?\\C:\\minutes.pdf",
        "\\\\.\\PhysicalDrive0",
        "file:minutes.pdf",
        "file://",
        "file:////./x/y",
        "file:///%ff.pdf",
        "file:///a%00b.pdf",
        "/home/me/a.pdf\nand /home/me/b.pdf",
        "/home/me/\u202efdp.exe",
        "https://example.org/\u202egpj.exe",
        "<b>bold</b>",
        "🎉",
    ],
)
def test_everything_else_is_a_text_with_nothing_to_open(text: str) -> None:
    assert evidence_of(text) == Evidence(kind=EvidenceKind.TEXT, words=text)


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("/home/me/Minutes 2026.pdf", "/home/me/Minutes 2026.pdf"),
        ("~/Documents/纪要.pdf", "~/Documents/纪要.pdf"),
        ("~\\Documents\\a.pdf", "~\\Documents\\a.pdf"),
        ("C:\\Users\\me\\a.pdf", "C:\\Users\\me\\a.pdf"),
        ("d:/a.pdf", "d:/a.pdf"),
        ("file:///home/me/Minutes%202026.pdf", "/home/me/Minutes 2026.pdf"),
        ("FILE:///home/me/a%23b.pdf", "/home/me/a#b.pdf"),
        ("file://localhost/home/me/a.pdf", "/home/me/a.pdf"),
        ("file:/home/me/a.pdf", "/home/me/a.pdf"),
        ("file:///C:/Users/me/a.pdf", "C:/Users/me/a.pdf"),
        ("file:///home/me/%E7%BA%AA%E8%A6%81.pdf", "/home/me/纪要.pdf"),
    ],
)
def test_paths_of_files(said: str, path: str) -> None:
    found = evidence_of(said)
    assert found == Evidence(kind=EvidenceKind.FILE, words=said, target=path)


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("\\\\server\\share\\a.pdf", "\\\\server\\share\\a.pdf"),
        ("//server/share/a.pdf", "//server/share/a.pdf"),
        ("file://server/share/a.pdf", "//server/share/a.pdf"),
        ("file:////server/share/a.pdf", "//server/share/a.pdf"),
    ],
)
def test_a_path_to_another_computer_is_marked(said: str, path: str) -> None:
    found = evidence_of(said)
    assert found == Evidence(kind=EvidenceKind.FILE, words=said, target=path, is_remote=True)


@given(st.text(max_size=60))
def test_whatever_is_written_is_told_and_kept(words: str) -> None:
    found = evidence_of(words)
    assert (found is None) == (not words.strip())
    if found is not None:
        assert found.words == words.strip()
        assert bool(found.target) == (found.kind is not EvidenceKind.TEXT)
