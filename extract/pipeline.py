"""Documents to every table of the contract: one pure function, and how batches of it are run."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread

import polars as pl

from extract.lexicons import Lexicons, load_lexicons
from extract.own_threads import in_polars_thread
from extract.reading.act_classes import classify_acts
from extract.reading.anonymity import hide_anonymity
from extract.reading.articles import read_articles
from extract.reading.confidence import statement_confidence
from extract.reading.cue_rules import apply_rules
from extract.reading.cues import find_cues
from extract.reading.dyads import dyad_rows, find_dealings, find_dyads
from extract.reading.encounters import encounter_rows
from extract.reading.findings import Findings, set_scene
from extract.reading.fingerprints import fingerprint_rows
from extract.reading.formulas import formula_rows
from extract.reading.gaps import find_gaps
from extract.reading.home_speakers import take_home
from extract.reading.homes import count_countries, home_countries, own_homes
from extract.reading.identities import identify_people
from extract.reading.knowledge import compile_knowledge
from extract.reading.mentions import find_names
from extract.reading.nesting import find_parents
from extract.reading.organizations import find_organizations
from extract.reading.people import find_people
from extract.reading.phrases import find_phrases, phrases_of
from extract.reading.places import find_places
from extract.reading.quotation import pair_marks
from extract.reading.quoted_before import find_quoted_before
from extract.reading.role_countries import take_country_of_body
from extract.reading.roles import describe_people, find_roles
from extract.reading.sentences import count_words, sentence_rows, split_at_parts
from extract.reading.speakers import resolve_speakers
from extract.reading.statement_rows import quote_rows
from extract.reading.statements import delimit
from extract.reading.subjects import find_subjects
from extract.reading.supports import find_backed_issues, support_rows
from extract.reading.tables import gap_rows, mention_rows, topic_rows
from extract.reading.word_reading import read_words
from extract.schemas import ARTICLES, READING_TABLES

# Raised whenever the same document may give other rows.
EXTRACTOR_VERSION = "0.1.257"


def extract_batch(documents: pl.DataFrame, lexicons: Lexicons) -> dict[str, pl.DataFrame]:
    """Read documents.

    Args:
        documents: Columns as in `schemas.DOCUMENTS`.
        lexicons: From `extract.lexicons.load_lexicons`.

    Returns:
        A frame for each of `schemas.READING_TABLES`, in the order of `documents` and of
        the text; the same for the same documents, whatever else is in the batch.
    """
    return in_polars_thread(partial(_read_batch, documents, lexicons))


def _read_batch(documents: pl.DataFrame, lexicons: Lexicons) -> dict[str, pl.DataFrame]:
    nothing = {name: schema.to_frame() for name, schema in READING_TABLES.items()}
    if documents.is_empty():
        return nothing
    knowledge = compile_knowledge(lexicons)
    articles = read_articles(documents, lexicons)
    if not articles["raw_text"].str.contains(r"\S").any():
        return {**nothing, "articles": articles.select(ARTICLES.names())}
    reading = read_words(articles["own_text"], knowledge)
    names = find_names(reading, knowledge)
    reading = split_at_parts(reading, articles)
    articles = count_words(articles, reading)
    names = find_places(reading, names, articles, knowledge)
    sentences = sentence_rows(reading, articles)
    spans = find_people(reading, names, knowledge)
    people = identify_people(spans, reading, knowledge)
    people = describe_people(find_roles(people, reading, names), reading)
    organizations = find_organizations(reading, names, articles, knowledge)
    people = take_country_of_body(people, organizations)
    hide_anonymity(reading)
    cues = find_cues(reading, knowledge)
    marks = pair_marks(reading)
    statements = delimit(apply_rules(cues), find_quoted_before(cues, marks), marks, reading)
    statements = find_subjects(find_parents(statements), reading, names, knowledge)
    findings = Findings(names, people, organizations)
    statements = resolve_speakers(statements, reading, findings, articles, knowledge)
    statements = classify_acts(statements, reading, knowledge)
    # Who is only taken to speak for the home country makes no pairs.
    stated = statements
    counts = count_countries(names, reading)
    homes = home_countries(articles, counts, statements, reading, lexicons)
    statements = statements.with_columns(take_home(statements, homes, lexicons))
    mentions = mention_rows(findings, reading, sentences, articles, lexicons)
    confidence = statement_confidence(statements, mentions, reading, lexicons)
    statements = statements.with_columns(confidence)
    phrases = find_phrases(reading, knowledge)
    topics = phrases_of(phrases, "topic")
    dealings = find_dealings(mentions, stated, own_homes(articles, counts), reading, knowledge)
    pairs = find_dyads(dealings, topics, reading, knowledge)
    scene = set_scene(reading, articles, sentences, mentions)
    backed = find_backed_issues(phrases, scene, knowledge)
    tables = {
        "articles": articles,
        "sentences": sentences,
        "mentions": mentions,
        "quotes": quote_rows(statements, mentions, reading, sentences, articles),
        "topics": topic_rows(topics, reading, sentences, articles),
        "dyads": dyad_rows(pairs, reading, sentences),
        "formulas": formula_rows(phrases, pairs, scene, knowledge),
        "encounters": encounter_rows(dealings, pairs, phrases, scene),
        "supports": support_rows(dealings, pairs, backed, scene),
        "fingerprints": fingerprint_rows(pairs, scene),
        "gaps": gap_rows(find_gaps(reading), reading, sentences, articles),
    }
    return {
        name: tables[name].select(schema.names()).cast(schema)
        for name, schema in READING_TABLES.items()
    }


def extract_batches(
    batches: Iterable[pl.DataFrame], workers: int = 1
) -> Iterator[dict[str, pl.DataFrame]]:
    """Read batches of documents in processes of their own, in the order given.

    Args:
        batches: Frames of documents; at most `workers + 1` are held at once.
        workers: Processes; 1 reads here.
    """
    if workers <= 1:
        lexicons = load_lexicons()
        for batch in batches:
            yield extract_batch(batch, lexicons)
        return
    # Polars' threads do not outlive a fork.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)
    with pool:
        try:
            pending: deque[Future[dict[str, pl.DataFrame]]] = deque()
            for batch in batches:
                pending.append(pool.submit(_extract, batch))
                if len(pending) > workers:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


_worker_lexicons: Lexicons | None = None


def _start_worker() -> None:
    global _worker_lexicons  # noqa: PLW0603 - a worker process loads the lexicons once
    # Ctrl-C goes to every process of a terminal: who reads batches out decides what to do about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _worker_lexicons = load_lexicons()
    compile_knowledge(_worker_lexicons)


def _end_with_parent() -> None:
    """End a worker whose parent was killed; it would wait for the next batch for ever."""
    parent = parent_process()
    assert parent is not None  # noqa: S101 - the pool is the parent
    parent.join()
    os._exit(1)


def _extract(batch: pl.DataFrame) -> dict[str, pl.DataFrame]:
    assert _worker_lexicons is not None  # noqa: S101 - set by the initializer
    return extract_batch(batch, _worker_lexicons)
