"""Articles written by hand, with what is to be read from them as rows of the contract."""

import csv
import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

LEXICONS = Path(__file__).parents[2] / "seeds" / "lexicons"
Row = dict[str, object]


def topic_ids() -> list[str]:
    path = LEXICONS / "topics.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["topic_id"] for row in csv.DictReader(lines)]


@dataclass(frozen=True)
class Story:
    """An article with what is to be read from it, spans given as the words they hold."""

    sentences: tuple[str, ...]
    # Sentence, words, country code.
    countries: tuple[tuple[int, str, str], ...] = ()
    # Sentence, words, the speaker's country code; the speaker is the word after وقال.
    statements: tuple[tuple[int, str, str], ...] = ()
    # The same for statements inside the first of them.
    relayed: tuple[tuple[int, str, str], ...] = ()
    # Rows of the lexicon of topics: dbt tests that a topic is one of its.
    topics: tuple[int, ...] = ()
    # Where their terms stand: the whole of a sentence.
    topic_sentence: int = 1
    # Who meets whom, and backs whom as a friend, in the second sentence.
    dyads: tuple[tuple[str, str], ...] = ()
    has_dateline: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def span(self, sentence: int, words: str) -> Row:
        before = " ".join([*self.sentences[:sentence], ""]) if sentence else ""
        start = len(before) + self.sentences[sentence].index(words)
        return {"start_char": start, "end_char": start + len(words)}

    def read(self, day: dt.date) -> dict[str, list[Row]]:
        """Rows of every table, keys missing from a row being null."""
        key = hashlib.sha256(self.text.encode()).hexdigest()[:16]
        in_sentence = [
            {"article_id": key, "sentence_id": f"{key}-s{i:04}"} for i in range(len(self.sentences))
        ]
        document = {
            "document_id": key,
            "source_uri": f"landing/{key}.txt",
            "raw_text": self.text,
            "partition_date": day,
            "partition_date_source": "dateline",
        }
        article = {
            **in_sentence[0],
            "document_id": key,
            "source_uri": document["source_uri"],
            "body_start_char": 0,
            "body_end_char": len(self.text),
            "published_date": day,
            "word_count": len(self.text.split()),
            "raw_text": self.text,
        }
        return {
            "documents": [document],
            "duplicates": [
                {"article_id": key, "duplicate_group_id": key, "leader_similarity": 1.0}
            ],
            "articles": [{k: v for k, v in article.items() if k != "sentence_id"}],
            "sentences": [
                {
                    **in_sentence[i],
                    **self.span(i, sentence),
                    "paragraph_index": 0,
                    "sentence_index": i,
                    "part": "dateline" if self.has_dateline and i == 0 else "body",
                    "sentence_text": sentence,
                }
                for i, sentence in enumerate(self.sentences)
            ],
            "mentions": [
                {
                    **in_sentence[i],
                    **self.span(i, words),
                    "mention_id": f"{key}-m{n:04}",
                    "mention_text": words,
                    "name_text": words,
                    "entity_type": kind,
                    "mention_kind": "name",
                    "entity_id": f"{kind}:{code}",
                    "entity_name": words,
                    "country_code": code,
                    "is_dateline": self.has_dateline and i == 0,
                    "confidence": 1.0,
                }
                for n, (i, words, code, kind) in enumerate(self._named())
            ],
            "quotes": [
                {
                    **in_sentence[i],
                    **self.span(i, words),
                    "quote_id": f"{key}-q{n:04}",
                    "quote_text": words,
                    "quote_kind": "indirect",
                    "act_class": "say",
                    "cue_text": "وقال",
                    "cue_lemma": "قال",
                    "cue_start_char": self.span(i, "وقال")["start_char"],
                    "cue_end_char": self.span(i, "وقال")["end_char"],
                    "speaker_resolution": "unresolved",
                    "speaker_type": "person",
                    "speaker_entity_id": f"person:{code}",
                    "speaker_name": self._speaker(i),
                    "speaker_role": "المتحدث باسم الخارجية",
                    "speaker_country_code": code,
                    "co_speakers": [],
                    "parent_quote_id": f"{key}-q0000" if n >= len(self.statements) else None,
                    "depth": int(n >= len(self.statements)),
                    "confidence": 0.5,
                }
                for n, (i, words, code) in enumerate(self.statements + self.relayed)
            ],
            "topics": [
                {
                    **in_sentence[self.topic_sentence],
                    **self.span(self.topic_sentence, self.sentences[self.topic_sentence]),
                    "topic_id": topic_ids()[topic],
                    "matched_text": self.sentences[self.topic_sentence],
                }
                for topic in self.topics
            ],
            "dyads": [{**self._dealing(key, pair), "basis": "meeting"} for pair in self.dyads],
            "encounters": [
                {
                    **self._dealing(key, pair),
                    "encounter_kind": "meeting",
                    "is_planned": False,
                    "encounter_date": day,
                    "encounter_date_source": "dateline",
                }
                for pair in self.dyads
            ],
            "formulas": [
                {
                    **self._dealing(key, pair),
                    "formula_id": "friendship",
                    "pair_source": "sentence",
                    "is_raised": False,
                    "matched_text": self.sentences[1],
                }
                for pair in self.dyads
            ],
            "supports": [
                {
                    **in_sentence[1],
                    **self.span(1, self.sentences[1]),
                    "supporter_code": a,
                    "supported_code": b,
                    "supported_source": "named",
                    "issue_id": "candidacy",
                    "is_mutual": False,
                    "issue_text": self.sentences[1],
                }
                for a, b in self.dyads
            ],
            "fingerprints": [
                {
                    **self._dealing(key, pair),
                    "fingerprint": "f",
                    "masked_text": "‹بلد› ‹بلد›",
                }
                for pair in self.dyads
            ],
        }

    def _named(self) -> list[tuple[int, str, str, str]]:
        """Sentence, words, code and type of what is named: countries, and who speaks for them."""
        speakers = {(i, self._speaker(i), code) for i, _, code in self.statements + self.relayed}
        return [(*country, "country") for country in self.countries] + [
            (*speaker, "person") for speaker in sorted(speakers)
        ]

    def _speaker(self, sentence: int) -> str:
        words = self.sentences[sentence].split()
        return words[words.index("وقال") + 1]

    def _dealing(self, key: str, pair: tuple[str, str]) -> Row:
        a, b = pair
        place = {"article_id": key, "sentence_id": f"{key}-s0001", "country_a": a, "country_b": b}
        return {**place, **self.span(1, self.sentences[1])}
