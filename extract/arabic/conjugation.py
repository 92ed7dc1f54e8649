"""Verbs: the stems that the endings of the third person are written on, for every kind of root.

From the two forms that a dictionary gives, perfect and imperfect. The passive is not apart: without
diacritics it is written as the active. The endings belong in `extract.arabic.inflection`.
"""

import re
from collections.abc import Iterator

from extract.arabic.inflection import BOUND, Stem, stem_of

_PERFECT = ("perfect_ms+", "perfect_fs+", "perfect_md", "perfect_fd", "perfect_mp+")
_IMPERFECT = ("imperfect_s+", "indicative_d", "subjunctive_d", "indicative_mp+", "subjunctive_mp+")
_LONG_FINAL = "اىي"
_WEAK = "اويى"
# رد; احتج but not اتهم; انضم. استمر looks like استمع, so that form X is not told.
_DOUBLED = re.compile(r"..|ا[^ت]ت.|ان..")


def perfect_stems(perfect: str, imperfect: str) -> list[Stem]:
    """Give the stems of a verb's perfect.

    Args:
        perfect: 3rd person m.sg., `قال`.
        imperfect: 3rd person m.sg., `يقول`.

    Returns:
        Stems that together take every third-person ending once, spelling variants apart.
    """
    if perfect[-1] in _LONG_FINAL:
        return list(_defective_perfect(perfect, imperfect))
    if perfect[-2] == "ا":
        return list(_hollow_perfect(perfect))
    if perfect[-1] == "أ":
        root = perfect[:-1]
        return [
            stem_of(
                perfect, "perfect_ms+", "perfect_fs+", "perfect_fd", "perfect_mp+", "perfect_fp"
            ),
            stem_of(root, "perfect_md_madda"),
            stem_of(root + "ؤ", "perfect_mp+"),
        ]
    return [
        stem_of(perfect, *_PERFECT),
        *_feminine_plural(perfect, perfect, imperfect, "perfect_fp"),
    ]


def _defective_perfect(perfect: str, imperfect: str) -> Iterator[Stem]:
    root = perfect[:-1]
    if perfect.endswith("ي"):
        yield stem_of(
            perfect,
            *("perfect_ms+", "perfect_fs+", "perfect_md", "perfect_fd", "perfect_fp"),
        )
        yield stem_of(root, "perfect_mp+")
        return
    glide = "و" if perfect.endswith("ا") and imperfect.endswith("و") else "ي"
    # رأى with a pronoun is رآه: the two alefs are written as one.
    bound = root[:-1] + "آ" if root.endswith("أ") else root + "ا"
    yield stem_of(perfect, "perfect_ms")
    yield Stem(bound, perfect, ("perfect_ms" + BOUND,))
    yield stem_of(root, "perfect_fs+", "perfect_fd", "perfect_mp+")
    yield stem_of(root + glide, "perfect_md", "perfect_fp")


def _hollow_perfect(perfect: str) -> Iterator[Stem]:
    yield stem_of(perfect, *_PERFECT)
    short, last = perfect[:-2], perfect[-1]
    if last == "ء":
        yield stem_of(perfect[:-1] + "ؤ", "perfect_mp+")
        yield stem_of(short + "ئ", "perfect_fp")
    elif last != "ن":
        yield stem_of(short + last, "perfect_fp")


def imperfect_stems(perfect: str, imperfect: str) -> list[Stem]:
    """Give the stems of a verb's imperfect, without its person prefix `ي` or `ت`.

    Args:
        perfect: 3rd person m.sg., `أشار`.
        imperfect: 3rd person m.sg., `يشير`.

    Returns:
        Stems that together take every third-person ending once, spelling variants apart.

    Raises:
        ValueError: The imperfect does not begin with `ي`.
    """
    if not imperfect.startswith("ي") or len(imperfect) < len("يرد"):
        msg = f"not the imperfect of a third person: {imperfect!r}"
        raise ValueError(msg)
    stem = imperfect[1:]
    if perfect[-1] in _LONG_FINAL and stem[-1] in _WEAK:
        return list(_defective_imperfect(stem))
    if perfect[-2] == "ا" and stem[-2] in _WEAK:
        return list(_hollow_imperfect(stem))
    if stem[-1] == "أ":
        root = stem[:-1]
        return [
            stem_of(stem, "imperfect_s+", "indicative_mp+", "subjunctive_mp+", "imperfect_fp"),
            Stem(root + "ؤ", stem, ("imperfect_s" + BOUND,)),
            stem_of(root + "ؤ", "indicative_mp+", "subjunctive_mp+"),
            stem_of(root, "indicative_d_madda", "subjunctive_d_madda"),
        ]
    return [stem_of(stem, *_IMPERFECT), *_feminine_plural(stem, perfect, imperfect, "imperfect_fp")]


def _defective_imperfect(stem: str) -> Iterator[Stem]:
    root = stem[:-1]
    if stem[-1] in "وي":
        yield stem_of(stem, "imperfect_s+", "indicative_d", "subjunctive_d", "imperfect_fp")
    else:
        yield stem_of(stem, "imperfect_s")
        yield Stem(root + "ا", stem, ("imperfect_s" + BOUND,))
        yield stem_of(root + "ي", "indicative_d", "subjunctive_d", "imperfect_fp")
    yield stem_of(root, "indicative_mp+", "subjunctive_mp+", "jussive_s+")


def _hollow_imperfect(stem: str) -> Iterator[Stem]:
    short, last = stem[:-2], stem[-1]
    if last != "ء":
        yield stem_of(stem, *_IMPERFECT)
        yield stem_of(short + last, "jussive_s+", *(() if last == "ن" else ("imperfect_fp",)))
        return
    yield stem_of(stem, "imperfect_s")
    seat = "ئ" if stem[-2] == "ي" else "ؤ"
    seated = stem[:-1] + seat
    yield Stem(seated, stem, ("imperfect_s" + BOUND,))
    yield stem_of(seated, "indicative_mp+", "subjunctive_mp+")
    yield stem_of(stem if seat == "ؤ" else seated, "indicative_d", "subjunctive_d")
    yield stem_of(short + ("ئ" if seat == "ئ" else "أ"), "jussive_s", "imperfect_fp")


def _feminine_plural(stem: str, perfect: str, imperfect: str, ending: str) -> list[Stem]:
    """Give the stem before `ن`, where a doubled radical is written twice: `رد`, `رددن`."""
    if stem.endswith("ن"):
        # The two n are written as one, with a shadda: أعلنّ reads as أعلن.
        return []
    return [stem_of(stem + stem[-1] if _is_doubled(perfect, imperfect) else stem, ending)]


def _is_doubled(perfect: str, imperfect: str) -> bool:
    """Tell a verb whose last radical is doubled, as far as its letters show it."""
    form_4 = perfect.startswith("أ") and imperfect == "ي" + perfect[1:]
    return bool(_DOUBLED.fullmatch(perfect)) or (form_4 and len(imperfect) == len("يصر"))
