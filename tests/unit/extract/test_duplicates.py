"""Near-duplicates are found by their wording, and the earliest of them leads."""

import polars as pl

from extract.duplicates import (
    DUPLICATES,
    PAIRS,
    choose_leaders,
    find_pairs,
    sign_articles,
)

STORY = (
    "افتتح وزير النقل الأردني جسرا جديدا فوق وادي الموجب، وقال إن الجسر يختصر الطريق بين الكرك "
    "ومادبا إلى أربعين دقيقة. وأضاف أن العمل استمر ثلاث سنوات بمشاركة مهندسين من تركيا، مؤكدا أن "
    "الحركة ستبدأ مطلع الأسبوع المقبل بعد فحص أخير للإنارة والحواجز الجانبية."
)
OTHER = (
    "أعلنت وزارة الزراعة الكينية أن محصول الشاي زاد في الموسم الماضي بنسبة عشرة في المائة، وعزت "
    "ذلك إلى أمطار مبكرة وأسمدة وزعت على صغار المزارعين في المرتفعات الغربية من البلاد."
)


def articles(**texts: str) -> pl.DataFrame:
    frame = pl.DataFrame({"article_id": list(texts), "raw_text": list(texts.values())})
    return frame.with_columns(
        body_start_char=pl.lit(0), body_end_char=pl.col("raw_text").str.len_chars()
    )


def pairs_of(**texts: str) -> list[tuple[str, str]]:
    signed = sign_articles(articles(**texts))
    return find_pairs(signed, signed).select(PAIRS.names()[:2]).rows()


def test_copy_with_a_changed_sentence_is_alike_and_another_story_is_not() -> None:
    copied = STORY.replace("مطلع الأسبوع المقبل", "يوم الأحد")
    assert pairs_of(a=STORY, b=OTHER, c=copied) == [("a", "c")]


def test_hamzas_diacritics_and_punctuation_make_no_difference() -> None:
    spelled = STORY.replace("أ", "ا").replace("،", " -").replace("جسرا", "جِسْرًا")
    signed = sign_articles(articles(a=STORY, b=spelled))
    assert find_pairs(signed, signed)["similarity"].to_list() == [1.0]


def test_only_the_body_is_compared() -> None:
    two = articles(a=STORY, b=OTHER + STORY)
    two = two.with_columns(body_start_char=pl.Series([0, len(OTHER)]))
    assert find_pairs(sign_articles(two), sign_articles(two))["similarity"].to_list() == [1.0]


def test_text_under_three_words_is_like_nothing() -> None:
    assert sign_articles(articles(a="خبر عاجل", b="", c=STORY))["article_id"].to_list() == ["c"]
    assert pairs_of(a="خبر عاجل", b="خبر عاجل") == []


def test_signature_is_the_same_whatever_else_is_signed() -> None:
    alone = sign_articles(articles(b=STORY))["signature"]
    among = sign_articles(articles(a=OTHER, b=STORY, c="ن" * 9)).filter(article_id="b")
    assert among["signature"].to_list() == alone.to_list()


def leaders(order: str, *pairs: str) -> dict[str, str]:
    rows = [(one, other, 0.5) for one, other in pairs]
    found = choose_leaders(
        pl.DataFrame({"article_id": list(order)}), pl.DataFrame(rows, schema=PAIRS, orient="row")
    )
    assert found.schema == DUPLICATES
    return dict(found.select("article_id", "duplicate_group_id").iter_rows())


def test_earliest_leads_and_who_is_alone_leads_himself() -> None:
    assert leaders("abcd", "ca", "cd", "ad") == {"a": "a", "b": "b", "c": "a", "d": "a"}


def test_story_retold_day_by_day_does_not_become_one_group() -> None:
    # Each is like the one before alone: c is not like a, so it leads, and d joins it.
    assert leaders("abcd", "ab", "bc", "cd") == {"a": "a", "b": "a", "c": "c", "d": "c"}


def test_article_between_two_leaders_joins_the_earlier() -> None:
    assert leaders("abc", "ac", "bc") == {"a": "a", "b": "b", "c": "a"}
