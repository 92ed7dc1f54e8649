"""Documents that hold several stories, and those that only look as if they did."""

import pytest

NIGERIA = "أعلن وزير النقل النيجيري أن الجسر الجديد سيفتح قبل نهاية العام."
RUSSIA = "قالت وزارة الصحة الروسية إن اللقاح جاهز منذ أسابيع."
KENYA = "أكد الرئيس الكيني أن الموسم جيد هذا العام."


@pytest.fixture
def stories(read_all):
    """City and body of each article of a text."""

    def read_stories(text: str) -> list[tuple[str, str]]:
        found = [article.tables["articles"].row(0, named=True) for article in read_all(text)]
        return [
            (a["dateline_city"], a["raw_text"][a["body_start_char"] : a["body_end_char"]])
            for a in found
        ]

    return read_stories


def test_stories_of_a_roundup_are_articles_of_their_own(read_all):
    text = f"أخبار قصيرة\nلاغوس -- {NIGERIA}\nموسكو -- {RUSSIA}\nنيروبي -- {KENYA}\n"
    articles = read_all(text)
    ids = [article.column("articles", "article_id")[0] for article in articles]
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]
    assert [article.speaker_countries for article in articles] == [["NGA"], ["RUS"], ["KEN"]]
    for article in articles:
        (quote,) = article.tables["quotes"].iter_rows(named=True)
        assert text[quote["start_char"] : quote["end_char"]] == quote["quote_text"]


def test_each_story_keeps_its_paragraphs_and_its_end(stories):
    text = f"لاغوس -- {NIGERIA}\nوأضاف أن الكلفة كبيرة.\nموسكو -- {RUSSIA}\n(أ ف ب)\n"
    assert stories(text) == [
        ("لاغوس", f"{NIGERIA}\nوأضاف أن الكلفة كبيرة."),
        ("موسكو", RUSSIA),
    ]


def test_headline_between_stories_belongs_to_the_one_below(read_all):
    text = (
        f"جسر جديد\nلاغوس 3 مايو 2021 (شينخوا) -- {NIGERIA}\n// انتهى //\n"
        f"موسم الشاي\nنيروبي 4 مايو 2021 (شينخوا) -- {KENYA}\n"
    )
    first, second = read_all(text)
    assert first.column("articles", "headline") == ["جسر جديد"]
    assert second.column("articles", "headline") == ["موسم الشاي"]
    assert second.column("articles", "dateline_text") == ["نيروبي 4 مايو 2021 (شينخوا)"]


@pytest.mark.parametrize(
    "text",
    [
        f"جسر جديد\nلاغوس 3 مايو (شينخوا) -- {NIGERIA}\nلاغوس 3 مايو (شينخوا) -- {KENYA}\n",
        f"لاغوس -- {NIGERIA}\nموسكو 4 مايو: {RUSSIA}\n",
        f"جسر جديد\nلاغوس (رويترز) - {NIGERIA}\nموسكو -- {RUSSIA}\n",
        f"{NIGERIA}\nموسكو -- {RUSSIA}\n",
        f"لاغوس -- {NIGERIA}\nوفي مايو -- {RUSSIA}\n",
    ],
    ids=["a further take", "another form", "signed, then not", "no dateline first", "no place"],
)
def test_story_with_a_second_dateline_is_not_always_two(stories, text):
    assert len(stories(text)) == 1


def test_stories_are_read_alike_whatever_else_is_in_the_batch(read_all):
    roundup = f"لاغوس -- {NIGERIA}\nموسكو -- {RUSSIA}\n"
    alone = read_all(roundup)
    among = read_all(f"جسر جديد\n{KENYA}", roundup, f"تونس 3 مايو (شينخوا) {KENYA}")
    assert [a.tables["quotes"].rows() for a in alone] == [
        a.tables["quotes"].rows() for a in among[1:3]
    ]
