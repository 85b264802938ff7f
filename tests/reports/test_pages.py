"""Documents as one HTML page."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from perfscheme.reports.documents import Bullets, Document, Drawing, Facts, Heading, Paragraph, Table, Verbatim
from perfscheme.reports.pages import as_page

EVIL = "<script>alert('x')</script>&\"]]>"


def test_a_page_is_well_formed_whatever_it_says() -> None:
    """Every text of every block is escaped, and stands in the page as it was."""
    blocks = (
        Heading(EVIL, 3),
        Paragraph(EVIL),
        Bullets((EVIL,)),
        Facts(((EVIL, EVIL),)),
        Table((EVIL, "n"), ((" " + EVIL, "1"),), numbers=frozenset({1}), strong=frozenset({0})),
        Verbatim(EVIL),
        Drawing("<svg><title>d</title></svg>", EVIL),
    )
    page = as_page(Document(EVIL, "zh", blocks))
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
    found = ["".join(element.itertext()) for element in root.iter() if element.text and EVIL in element.text]
    assert len(found) == 10  # the title twice, and each of the others
    assert next(root.iter("tbody")).find("tr[@class='strong']/td[@class='in']") is not None
    assert root.get("lang") == "zh-CN"
    assert not list(root.iter("script"))


def test_a_page_needs_nothing_else() -> None:
    """No script, no address, no style or picture from elsewhere."""
    page = as_page(Document("a", "en", ())).lower()
    assert not [
        word for word in ("<script", "http:", "https:", "//", "url(", "@import", "<link", "<img") if word in page
    ]


def test_a_page_prints_on_a4() -> None:
    """The paper is named, and rows are not torn."""
    page = as_page(Document("a", "en", ()))
    assert "@page { size: A4;" in page
    assert "break-inside: avoid" in page
