"""Marts worked out a second time: in Polars and Python from the Parquet files, without SQL."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import polars as pl

Row = dict[str, object]
Tables = Mapping[str, pl.DataFrame]
WORD = r"[\p{L}\p{M}\p{N}]+"


def with_month(frame: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Rows of articles, with the first day of their month and whether the article leads."""
    articles = tables["articles"].select("article_id", "published_date")
    leads = tables["duplicates"].select(
        "article_id", is_lead=pl.col("article_id") == pl.col("duplicate_group_id")
    )
    dated = frame.drop("published_date", strict=False).join(articles, on="article_id")
    month = pl.col("published_date").dt.truncate("1mo").alias("month_start_date")
    return dated.join(leads, on="article_id").with_columns(month)


def countries_named(tables: Tables) -> pl.DataFrame:
    return tables["mentions"].filter(
        pl.col("entity_type") == "country",
        pl.col("country_code").is_not_null(),
        ~pl.col("is_dateline"),
    )


def statements_about(tables: Tables) -> pl.DataFrame:
    """One row a statement and a country that it names, which is not its speaker's."""
    named = countries_named(tables).select("article_id", about="country_code", ends="end_char")
    statements = tables["quotes"].with_columns(n_words=pl.col("quote_text").str.count_matches(WORD))
    return (
        statements.join(named, on="article_id")
        .filter(
            pl.col("start_char") < pl.col("ends"),
            pl.col("end_char") >= pl.col("ends"),
            pl.col("speaker_country_code") != pl.col("about"),
        )
        .unique(["quote_id", "about"])
    )


def weigh(statements: pl.DataFrame, weights: Mapping[str, float | None]) -> float | None:
    known = [weights.get(way) for way in statements["speaker_resolution"]]
    if not known or any(weight is None for weight in known):
        return None
    # To nine decimals, exactly, as the warehouse adds them.
    return sum(round((weight or 0) * 10**9) for weight in known) / 10**9


def country_voice(tables: Tables, weights: Mapping[str, float | None]) -> list[tuple[object, ...]]:
    about = with_month(statements_about(tables), tables)
    keys = ["month_start_date", "speaker_country_code", "about", "act_class"]
    groups = dict(about.group_by(keys))
    found = []
    for (month, speaker, other, act), rows in groups.items():
        back = groups.get((month, other, speaker, act), about.clear()).height
        n, n_direct = rows.height, rows.filter(quote_kind="direct").height
        n_reports = rows.filter("is_lead")["article_id"].n_unique()
        counts = (
            n,
            rows["n_words"].sum(),
            n_direct,
            rows["article_id"].n_unique(),
            n_reports,
            back,
        )
        ratios = (n_direct / n, (n - back) / (n + back), weigh(rows, weights))
        found.append((month, speaker, other, act, *counts, *ratios))
    return found


def readout_balance(tables: Tables) -> list[tuple[object, ...]]:
    meetings = tables["dyads"].filter(basis="meeting")
    outermost = tables["quotes"].filter(pl.col("depth") == 0)
    found = []
    for article, a, b in meetings.select("article_id", "country_a", "country_b").unique().rows():
        sides = {
            side: outermost.filter(article_id=article, speaker_country_code=side) for side in (a, b)
        }
        words = {
            side: rows["quote_text"].str.count_matches(WORD).sum() for side, rows in sides.items()
        }
        first = {side: rows["start_char"].min() for side, rows in sides.items()}
        heard = sorted((at, side) for side, at in first.items() if at is not None)
        place = {side: 1 + [at for at, _ in heard].index(at) for at, side in heard}
        for side, rows in sides.items():
            n = rows.height
            direct = rows.filter(quote_kind="direct").height
            all_statements = sum(rows.height for rows in sides.values())
            counts = (n, words[side], direct, first[side], place.get(side))
            shares = (_share(n, all_statements), _share(words[side], sum(words.values())))
            found.append((article, a, b, side, *counts, *shares, _share(direct, n)))
    return found


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def topic_cooccurrence(tables: Tables, tops: Mapping[str, str]) -> list[tuple[object, ...]]:
    """Level 2 and 1, by month and over all, of articles at large; without tests of significance."""
    hits = with_month(tables["topics"], tables).filter("is_lead")
    reports = with_month(tables["articles"], tables).filter("is_lead")
    found = []
    months = sorted(reports["month_start_date"].unique())
    for month in [None, *months]:
        within = pl.lit(True) if month is None else pl.col("month_start_date") == month
        total = reports.filter(within).height
        by_article: defaultdict[str, set[str]] = defaultdict(set)
        for article, topic in hits.filter(within).select("article_id", "topic_id").rows():
            by_article[article].add(topic)
        for level in (1, 2):
            units = [_on_level(topics, level, tops) for topics in by_article.values()]
            single = Counter(topic for topics in units for topic in topics)
            both = Counter(pair for topics in units for pair in combinations(sorted(topics), 2))
            for (a, b), n in both.items():
                found.append((month, level, a, b, n, single[a], single[b], total))
    return [row + _association(*row[4:]) for row in found]


def _on_level(topics: Iterable[str], level: int, tops: Mapping[str, str]) -> set[str]:
    return {tops[t] for t in topics} if level == 1 else {t for t in topics if tops[t] != t}


def _association(n: int, a: int, b: int, total: int) -> tuple[float, ...]:
    lift = n * total / (a * b)
    npmi = 1.0 if n == total else math.log2(lift) / -math.log2(n / total)
    return n / total, lift, math.log2(lift), npmi


def speaker_activity(tables: Tables) -> list[tuple[object, ...]]:
    statements = with_month(tables["quotes"].drop_nulls("speaker_entity_id"), tables)
    about = statements_about(tables).select("quote_id", "about")
    found = []
    for (month, speaker), rows in statements.group_by("month_start_date", "speaker_entity_id"):
        acts = Counter(rows["act_class"])
        spoken_about = about.filter(pl.col("quote_id").is_in(rows["quote_id"].to_list()))
        words = rows["quote_text"].str.count_matches(WORD).sum()
        counts = (rows.height, words, rows["article_id"].n_unique())
        n_reports = rows.filter("is_lead")["article_id"].n_unique()
        by_act = tuple(acts[act] for act in ("say", "urge", "promise", "stance"))
        unnamed, named = rows["speaker_text"].null_count(), spoken_about["about"].n_unique()
        days = (rows["published_date"].min(), rows["published_date"].max())
        share = rows.filter(quote_kind="direct").height / rows.height
        found.append((month, speaker, *counts, n_reports, *by_act, unnamed, named, share, *days))
    return found


def bilateral_monthly(tables: Tables) -> list[tuple[object, ...]]:
    """Reports of pairs by month, beside the month, each country's own and the pair's past."""
    named = with_month(countries_named(tables), tables).filter("is_lead")
    articles = with_month(tables["articles"], tables)
    totals = dict(articles.filter("is_lead").group_by("month_start_date").len().rows())
    months = sorted(articles["month_start_date"].unique())
    single: Counter[tuple[object, str]] = Counter()
    both: defaultdict[tuple[str, str], Counter[object]] = defaultdict(Counter)
    for (month, _), rows in named.group_by("month_start_date", "article_id"):
        codes = sorted(set(rows["country_code"]))
        single.update((month, code) for code in codes)
        for pair in combinations(codes, 2):
            both[pair][month] += 1
    found = []
    for pair, counts in both.items():
        since = [month for month in months if month >= min(counts)]
        for place, month in enumerate(since):
            n, total = counts[month], totals.get(month, 0)
            past = [counts[earlier] for earlier in since[:place]]
            near = [counts[m] for m in since[: place + 1] if _months_between(m, month) < 12]
            if not sum(near):
                continue
            near_3 = [counts[m] for m in since[: place + 1] if _months_between(m, month) < 3]
            a, b = (single[month, code] for code in pair)
            npmi = _association(n, a, b, total)[3] if n else None
            counts_near = (n, total, sum(near_3), sum(near), _share(n, total), npmi)
            found.append((month, *pair, *counts_near, len(past), *_history(n, past)))
    return found


def _months_between(one: object, other: object) -> int:
    return 12 * (other.year - one.year) + other.month - one.month  # type: ignore[attr-defined]


def _history(n: int, past: list[int]) -> tuple[float | None, ...]:
    if not past:
        return None, None, None
    mean = sum(past) / len(past)
    if len(past) == 1:
        return mean, None, None
    squares = sum(count**2 for count in past) - sum(past) ** 2 / len(past)
    deviation = math.sqrt(max(0.0, squares) / (len(past) - 1))
    return mean, deviation, (n - mean) / deviation if deviation else None
