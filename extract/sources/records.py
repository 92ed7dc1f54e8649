"""What a source yields, one item at a time, and the frames those items become.

A reader of one format yields `Record` and `Rejection` items; here a record is checked (size,
script, stray bytes) and becomes a row of `documents`, or a rejection with its reason. Bytes and
file formats belong in the modules beside this one, dates and datelines in `extract.reading`.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from extract.schemas import DOCUMENTS, REJECTED_DOCUMENTS

# The longest wire stories run to 60 kB; beyond this a file is a dump, not an article.
MAX_DOCUMENT_BYTES = 5_000_000
MIN_ARABIC_SHARE = 0.5

# Letters are told by the first byte of their UTF-8, at a twentieth of a regular expression's cost:
# D8-DB begin the Arabic block, EF its presentation forms, C2 and E2 quotation marks and dashes.
_ASCII_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_ARABIC_FIRST = bytes((*range(0xD8, 0xDC), 0xEF))
_OTHER_FIRST = bytes({*range(0xC3, 0xF5)} - {*_ARABIC_FIRST, 0xE2})
_PERSIAN_OR_URDU_LETTERS = "پچژگکیےںٹڈڑہھ"
# A hundred characters of Arabic news hold the article five times on average, and under three times
# in one text of a hundred (counted over 5,000); Persian and Urdu have it in loan words alone.
_ARTICLE = "ال"
_MIN_ARTICLE_RATE = 0.015
_MAX_FOREIGN_LETTER_RATE = 0.05


@dataclass(frozen=True)
class Record:
    """One article as its source gives it, decoded but not yet checked.

    Attributes:
        source_uri: The article's address, else where in the landing it stood.
        text: The body, or the whole text where the source has no fields.
        media_type: IANA media type of the file it came from, with the charset where not UTF-8.
        title: The headline, where the source gives it apart.
        published_at: Publication time in UTC, where the source gives it.
        source_name: The publisher.
        byline: The author line.
        fetched_at: When a crawler had it, in UTC, where the source gives it.
    """

    source_uri: str
    text: str
    media_type: str
    title: str | None = None
    published_at: datetime | None = None
    source_name: str | None = None
    byline: str | None = None
    fetched_at: datetime | None = None

    @property
    def raw_text(self) -> str:
        """Text to store: title, blank line, body; CRLF becomes LF, all else is untouched."""
        whole = f"{self.title}\n\n{self.text}" if self.title else self.text
        return whole.replace("\r\n", "\n")


@dataclass(frozen=True)
class Rejection:
    """One input that gave no article.

    Attributes:
        source_uri: The input's address, as for a `Record`.
        reason: One of the reasons of `rejected_documents`.
        detail: What was found, in words that help to mend it.
        content_sha256: Hex digest of the input's bytes; of the record's, where a file holds many.
    """

    source_uri: str
    reason: str
    detail: str
    content_sha256: str


@dataclass(frozen=True)
class LandedFile:
    """What one file, or one batch of it, gave.

    Attributes:
        documents: Columns as in `schemas.DOCUMENTS`, in file order; `partition_date` and its source
            are null until the reading has seen the datelines.
        rejected: Columns as in `schemas.REJECTED_DOCUMENTS`, in file order.
    """

    documents: pl.DataFrame
    rejected: pl.DataFrame


def digest(content: str | bytes) -> str:
    """SHA-256, in hex, of bytes or of a text's UTF-8; a text need not be well-formed."""
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(content).hexdigest()


def arabic_share(content: bytes) -> float:
    """Share of the letters of a UTF-8 text that are of the Arabic script; 0 when it has none."""
    arabic = _count(content, _ARABIC_FIRST)
    letters = arabic + _count(content, _ASCII_LETTERS) + _count(content, _OTHER_FIRST)
    return arabic / letters if letters else 0.0


def article_rate(text: str) -> float:
    """How often the article `ال` stands in `text`, per character."""
    return text.count(_ARTICLE) / len(text) if text else 0.0


def _count(content: bytes, wanted: bytes) -> int:
    return len(content) - len(content.translate(None, wanted))


def flaw_of(record: Record) -> tuple[str, str] | None:
    """Why a record can not be an article, as (reason, detail); None when it can.

    Args:
        record: The record as read.

    Returns:
        A reason of `rejected_documents` with its detail, or None.
    """
    text = record.raw_text
    if not record.text.strip():
        return "empty", "no text"
    if "\0" in text:
        return "undecodable", "holds NUL bytes: binary, or UTF-16 without its mark"
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return "undecodable", "holds lone surrogates, which no text can"
    if len(content) > MAX_DOCUMENT_BYTES:
        return "too_large", f"{len(content):,} bytes; the limit is {MAX_DOCUMENT_BYTES:,}"
    detail = _script_flaw(text, arabic_share(content))
    return ("not_arabic", detail) if detail else None


def _script_flaw(text: str, share: float) -> str | None:
    if share < MIN_ARABIC_SHARE:
        return f"{share:.0%} of its letters are Arabic, under {MIN_ARABIC_SHARE:.0%}"
    foreign = sum(map(text.count, _PERSIAN_OR_URDU_LETTERS))
    # Some Iranian houses write Arabic with Persian ی and ک, hence both conditions.
    if foreign > _MAX_FOREIGN_LETTER_RATE * len(text) and article_rate(text) < _MIN_ARTICLE_RATE:
        return f"{foreign:,} Persian or Urdu letters and hardly an Arabic article"
    return None


def build_frames(items: Iterable[Record | Rejection], landed_at: datetime) -> LandedFile:
    """Check the items and make the two frames of them.

    Args:
        items: What a reader yielded, in file order.
        landed_at: When the file landed, aware; becomes `seen_at`, and `fetched_at` of records that
            do not give an earlier one.

    Returns:
        Every item in exactly one of the two frames.
    """
    documents: list[tuple[object, ...]] = []
    rejected: list[tuple[object, ...]] = []
    for item in map(_check, items):
        if isinstance(item, Record):
            documents.append(_document_row(item, landed_at))
        else:
            found = (item.source_uri, item.reason, item.detail, item.content_sha256)
            rejected.append((*found, landed_at))
    return LandedFile(
        documents=pl.DataFrame(documents, schema=DOCUMENTS, orient="row"),
        rejected=pl.DataFrame(rejected, schema=REJECTED_DOCUMENTS, orient="row"),
    )


def _check(item: Record | Rejection) -> Record | Rejection:
    flaw = flaw_of(item) if isinstance(item, Record) else None
    if flaw is None or isinstance(item, Rejection):
        return item
    return Rejection(item.source_uri, *flaw, digest(item.raw_text))


def _document_row(record: Record, landed_at: datetime) -> tuple[object, ...]:
    text = record.raw_text
    return (
        digest(text)[:16],
        record.source_uri,
        record.source_name,
        record.media_type,
        min(record.fetched_at or landed_at, landed_at),
        record.published_at,
        record.title,
        record.byline,
        text,
        "ar",
        None,
        None,
    )
