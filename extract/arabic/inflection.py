"""Arabic inflection: endings, and the stems of nouns and participles that they are written on.

Written Arabic, undiacritised: only what shows in the letters is told apart. A stem names the
endings that it takes; `ENDINGS` says what each of them writes. Verbs have a module of their own,
`extract.arabic.conjugation`. Proclitics and pronouns are data (`clitics.csv`); which go with which
belongs in `extract.arabic.morphology_database`.
"""

from dataclasses import dataclass

BOUND = "+"


@dataclass(frozen=True, slots=True)
class Ending:
    """An inflectional ending.

    Attributes:
        text: The letters at the end of the word.
        bound: The letters before a pronoun; None where no pronoun is written on it.
        gender: `m`, `f` or None: the stem's, or the prefix's.
        number: `s`, `d`, `p` or None: the stem's.
        case: `n` nominative, `g` genitive and accusative, `a` indefinite accusative, `u` any.
        state: `c` where only a genitive may follow, else `u`.
        host: Which pronouns attach: `verb` or `noun`.
    """

    text: str
    bound: str | None = None
    gender: str | None = None
    number: str | None = None
    case: str = "u"
    state: str = "u"
    host: str = "noun"


ENDINGS: dict[str, Ending] = {
    "perfect_ms": Ending("", "", "m", "s", host="verb"),
    "perfect_fs": Ending("ت", "ت", "f", "s", host="verb"),
    "perfect_md": Ending("ا", None, "m", "d"),
    "perfect_md_madda": Ending("آ", None, "m", "d"),
    "perfect_fd": Ending("تا", None, "f", "d"),
    "perfect_mp": Ending("وا", "و", "m", "p", host="verb"),
    "perfect_fp": Ending("ن", None, "f", "p"),
    "imperfect_s": Ending("", "", None, "s", host="verb"),
    "jussive_s": Ending("", "", None, "s", host="verb"),
    "indicative_d": Ending("ان", None, None, "d"),
    "indicative_d_madda": Ending("آن", None, None, "d"),
    "subjunctive_d": Ending("ا", None, None, "d"),
    "subjunctive_d_madda": Ending("آ", None, None, "d"),
    "indicative_mp": Ending("ون", "ون", "m", "p", host="verb"),
    "subjunctive_mp": Ending("وا", "و", "m", "p", host="verb"),
    "imperfect_fp": Ending("ن", None, "f", "p"),
    "word": Ending("", ""),
    "accusative": Ending("ا", case="a"),
    "feminine": Ending("ة", None, "f", "s"),
    "dual_n": Ending("ان", None, None, "d", "n"),
    "dual_g": Ending("ين", None, None, "d", "g"),
    "dual_n_construct": Ending("ا", None, None, "d", "n", "c"),
    "dual_g_construct": Ending("ي", None, None, "d", "g", "c"),
    "feminine_dual_n": Ending("تان", None, "f", "d", "n"),
    "feminine_dual_g": Ending("تين", None, "f", "d", "g"),
    "feminine_dual_n_construct": Ending("تا", None, "f", "d", "n", "c"),
    "feminine_dual_g_construct": Ending("تي", None, "f", "d", "g", "c"),
    "masculine_plural_n": Ending("ون", None, "m", "p", "n"),
    "masculine_plural_g": Ending("ين", None, "m", "p", "g"),
    "feminine_plural": Ending("ات", None, "f", "p"),
}

ADJECTIVE_ENDINGS = (
    "word",
    "accusative",
    "feminine",
    "dual_n",
    "dual_g",
    "feminine_dual_n",
    "feminine_dual_g",
    "masculine_plural_n",
    "masculine_plural_g",
    "feminine_plural",
)

DUAL_ENDINGS = ("dual_n", "dual_g", "dual_n_construct", "dual_g_construct")


@dataclass(frozen=True, slots=True)
class Stem:
    """The letters that endings are written on.

    Attributes:
        surface: The stem as written before its endings.
        base: The same where no pronoun follows (`نفى`, of which a pronoun makes `نفا`).
        endings: Keys of `ENDINGS`; with `BOUND` after it, the ending before a pronoun.
    """

    surface: str
    base: str
    endings: tuple[str, ...]


def participle_stems(participle: str, imperfect: str | None) -> list[Stem]:
    """Give the stems of an active participle.

    Args:
        participle: m.sg., `مؤكد`; of a defective verb `داع` or `داعي`.
        imperfect: 3rd person m.sg. of its verb, whose final letter tells a defective one.

    Returns:
        Stems that take the endings of an adjective.
    """
    if imperfect is None or imperfect[-1] not in "ويى":
        return [stem_of(participle, *ADJECTIVE_ENDINGS)]
    root = participle.removesuffix("ي")
    long = [ending for ending in ADJECTIVE_ENDINGS if not ending.startswith("masculine")]
    return [
        stem_of(root, "word", "masculine_plural_n", "masculine_plural_g"),
        stem_of(root + "ي", *long),
    ]


def noun_stems(noun: str, *, endings: tuple[str, ...] = ("word+",)) -> list[Stem]:
    """Give the stems of a noun that takes pronouns: `دعوة` and `دعوتـ`, `ادعاء` and `ادعائـ`.

    Args:
        noun: As written without a pronoun.
        endings: What it takes besides a pronoun; `word+` stands for both.

    Returns:
        Stems, a spelling variant of the hamza before a pronoun being a stem of its own.
    """
    free = tuple("word" if ending == "word+" else ending for ending in endings)
    bound = [] if "word+" not in endings else _before_pronoun(noun)
    return [stem_of(noun, *free), *(Stem(written, noun, ("word" + BOUND,)) for written in bound)]


def _before_pronoun(noun: str) -> list[str]:
    last, root = noun[-1], noun[:-1]
    if last == "ة":
        return [root + "ت"]
    if last == "ى":
        return [root + "ا"]
    if last == "ء" and root.endswith("ا"):
        return [noun, root + "ئ", root + "ؤ"]
    if last == "أ":
        return [noun, root + "ئ", root + "ؤ"]
    return [noun]


def takes_tanwin_alef(noun: str) -> bool:
    """Tell whether the indefinite accusative adds an alef: `قولا`, but `دعوة`, `ادعاء`."""
    return noun[-1] not in "ةىاأآ" and not noun.endswith("اء")


def stem_of(written: str, *endings: str) -> Stem:
    """Make a stem; `x+` among `endings` means ending x both free and before a pronoun."""
    both: list[str] = []
    for ending in endings:
        both += [ending[:-1], ending] if ending.endswith(BOUND) else [ending]
    return Stem(written, written, tuple(both))
