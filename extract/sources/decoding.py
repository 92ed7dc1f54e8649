"""Bytes to text: which encoding a landed file is in, and what to say when it is in none.

UTF-8 and UTF-16 with a byte-order mark are taken at their word. Older Arabic archives come in
windows-1256 or ISO-8859-6, which say nothing of themselves: they are tried where UTF-8 fails, and
believed only when what comes out reads as Arabic.
"""

import codecs
import io
from dataclasses import dataclass

from extract.sources.records import MIN_ARABIC_SHARE, arabic_share, article_rate

_LEGACY_CHARSETS = ("windows-1256", "iso-8859-6")
# Bytes of another script decode to Arabic letters too (Russian in windows-1251 does), but not to
# the article `ال`. The two charsets differ in the lam, so the reading with more articles is right.
_MIN_LEGACY_ARTICLE_RATE = 0.01
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Decoded:
    """A text and the charset it was read in (IANA name, lower case)."""

    text: str
    charset: str

    def media_type(self, base: str) -> str:
        """`base`, with the charset named where it is not UTF-8."""
        return base if self.charset == "utf-8" else f"{base}; charset={self.charset}"


class UndecodableError(ValueError):
    """Bytes that are no Arabic text in any charset tried; its message says what was tried."""


def decode(content: bytes) -> Decoded:
    """Decode a whole text; a byte-order mark is dropped.

    Raises:
        UndecodableError: When no charset gives a readable text.
    """
    if content.startswith(_UTF16_MARKS):
        try:
            return Decoded(content.decode("utf-16"), "utf-16")
        except UnicodeDecodeError as error:
            message = f"UTF-16 by its mark, but broken at byte {error.start}"
            raise UndecodableError(message) from error
    try:
        return Decoded(content.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(content, error)


def _decode_legacy(content: bytes, error: UnicodeDecodeError) -> Decoded:
    readings = [Decoded(content.decode(name, "replace"), name) for name in _LEGACY_CHARSETS]
    best = max(readings, key=lambda reading: article_rate(reading.text))
    if _REPLACEMENT not in best.text and _reads_as_arabic(best.text):
        return best
    message = (
        f"not UTF-8 (byte {content[error.start]:#04x} at {error.start}), "
        f"and no Arabic in {' or '.join(_LEGACY_CHARSETS)}"
    )
    raise UndecodableError(message)


def _reads_as_arabic(text: str) -> bool:
    if arabic_share(text.encode()) < MIN_ARABIC_SHARE:
        return False
    return article_rate(text) >= _MIN_LEGACY_ARTICLE_RATE


def open_text(stream: io.BufferedReader, mark: bytes, newline: str) -> io.TextIOWrapper:
    """Open a file of many records as text, so that one broken record does not spoil the rest.

    Bytes that are not UTF-8 come through as lone surrogates; `settle` decodes or refuses them,
    record by record.

    Args:
        stream: The file's bytes, decompressed, at their beginning.
        mark: The stream's first bytes, two or more.
        newline: As for `open`.

    Returns:
        The text stream, without byte-order mark.
    """
    if mark.startswith(_UTF16_MARKS):
        return io.TextIOWrapper(stream, "utf-16", errors="replace", newline=newline)
    return io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline=newline)


def settle(text: str, stream_charset: str) -> Decoded:
    """Decode a record read through `open_text`.

    Args:
        text: The record as the text stream gave it.
        stream_charset: The stream's encoding.

    Raises:
        UndecodableError: When the record's bytes are no text in any charset tried.
    """
    if stream_charset == "utf-16":
        if _REPLACEMENT in text:
            raise UndecodableError("UTF-16 by its mark, but broken in this record")
        return Decoded(text, "utf-16")
    try:
        text.encode()
    except UnicodeEncodeError:
        return decode(text.encode("utf-8", "surrogateescape"))
    return Decoded(text, "utf-8")
