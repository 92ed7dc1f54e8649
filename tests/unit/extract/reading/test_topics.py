from collections.abc import Callable
from typing import Any

from extract.lexicons import Lexicons

Read = Callable[[str], Any]


def topics(article: Any) -> list[tuple[object, ...]]:
    return article.tables["topics"].select("topic_id", "matched_text").rows()


def test_term_is_found_with_its_clitics(read: Read) -> None:
    assert topics(read("ونددت الحكومة باللاجئين.")) == [("migration_refugees", "باللاجئين")]


def test_longest_term_stands(read: Read, lexicons: Lexicons) -> None:
    terms = lexicons["topic_terms"]
    phrase = next(
        (topic, long)
        for topic, long in terms.iter_rows()
        for short in terms["term"]
        if long.startswith(f"{short} ")
    )
    assert topics(read(f"{phrase[1]}.")) == [phrase]


def test_hit_stands_in_its_sentence(read: Read) -> None:
    article = read("وصل الوفد. وبحث ملف اللاجئين.")
    sentences = dict(article.tables["sentences"].select("sentence_id", "sentence_text").iter_rows())
    (sentence,) = article.column("topics", "sentence_id")
    assert sentences[str(sentence)].strip() == "وبحث ملف اللاجئين."


def test_dateline_holds_no_topic(read: Read) -> None:
    article = read("القاهرة 5 مايو 2024 (شينخوا) بحث الوفد ملف اللاجئين.")
    assert {topic for topic, _ in topics(article)} == {"migration_refugees"}


def test_word_of_no_topic_gives_none(read: Read) -> None:
    assert topics(read("وصل الوفد مساء أمس.")) == []
