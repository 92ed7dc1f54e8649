"""Fields of a record, as publishers name them, to a `Record`."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from extract.sources.records import Record, Rejection, digest

# First name found wins; of times, the first that can be read.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "source_uri": ("source_uri", "url"),
    "title": ("title",),
    "text": ("text", "body", "content"),
    "published_at": (
        "published_at",
        "published",
        "published_date",
        "publication_date",
        "date_published",
        # `datePublished` of schema.org and `pubDate` of feeds: names come in lower case.
        "datepublished",
        "publish_date",
        "date_publish",
        "pub_date",
        "pubdate",
        "date",
    ),
    # When a crawler had it is no day of publication, but a better guess than when the file landed.
    "fetched_at": ("fetched_at", "crawled_at", "scraped_at", "date_download", "date_extracted"),
    "source_name": ("source", "source_name"),
    "byline": ("author", "byline"),
}
FIELD_NAMES = frozenset(name for names in FIELDS.values() for name in names)


def missing_text(columns: Iterable[str]) -> str | None:
    """What to say of a table whose `columns` hold no text; None when one does."""
    names = list(columns)
    if any(name in names for name in FIELDS["text"]):
        return None
    return f"no column named {', '.join(FIELDS['text'])}; found: {', '.join(names)}"


def build_record(fields: Mapping[str, object], uri: str, media_type: str) -> Record | Rejection:
    """Make a record of its fields.

    Args:
        fields: Values by lower-case field name; fields not in `FIELDS` are passed over.
        uri: Where the record stood, for one without an address of its own.
        media_type: Media type of the file.

    Returns:
        The record, or a rejection when it holds no text.
    """
    found = {column: _first(fields, names) for column, names in FIELDS.items()}
    text = found["text"]
    if not isinstance(text, str):
        kind = "nothing" if text is None else type(text).__name__
        detail = f"{' or '.join(FIELDS['text'])} should be a text, found {kind}"
        content = repr(sorted(fields.items())).encode("utf-8", "backslashreplace")
        return Rejection(uri, "malformed_record", detail, digest(content))
    return Record(
        source_uri=_clean(found["source_uri"]) or uri,
        text=text,
        media_type=media_type,
        title=_clean(found["title"]),
        published_at=_first_time(fields, FIELDS["published_at"]),
        fetched_at=_first_time(fields, FIELDS["fetched_at"]),
        source_name=_clean(found["source_name"]),
        byline=_clean(found["byline"]),
    )


def _first(fields: Mapping[str, object], names: Iterable[str]) -> object:
    values = [fields[name] for name in names if fields.get(name) is not None]
    return next((value for value in values if value != ""), values[0] if values else None)


def _first_time(fields: Mapping[str, object], names: Iterable[str]) -> datetime | None:
    times = (parse_timestamp(fields.get(name)) for name in names)
    return next((time for time in times if time is not None), None)


def parse_timestamp(value: object) -> datetime | None:
    """A source's time of publishing or fetching in UTC; a time without zone is taken as UTC.

    Args:
        value: A datetime, a date, ISO 8601 or the mail format of feeds; all else counts as absent.
    """
    if isinstance(value, datetime):
        moment: datetime | None = value
    elif isinstance(value, date):
        moment = datetime.combine(value, time())
    else:
        moment = _parse_timestamp_text(value.strip()) if isinstance(value, str) else None
    if moment is None:
        return None
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        return None


def _parse_timestamp_text(value: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(value)
        except ValueError:
            continue
    return None


def _clean(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None
