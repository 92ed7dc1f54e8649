"""Names in Latin letters, by rule, where no list gives the name as its bearer writes it.

camel-tools transliterates letter by letter; here its letters are spelt as news agencies do, and
vowels that Arabic does not write are put where no word could be spoken without them.
"""

from functools import cache

import polars as pl
from camel_tools.utils.charmap import CharMapper
from camel_tools.utils.transliterate import Transliterator

from extract.arabic.vocabulary import Vocabulary

_SEPARATOR = "\n"
# Words of names with a spelling of their own.
_WHOLE = {
    "Abn": "ibn", "bn": "bin", "bnt": "bint", "wld": "ould", "|l": "al", ">bw": "abu",
    "Abw": "abu", ">by": "abi",
    "Aby": "abi", "Ebd": "abd", "Allh": "allah", "mHmd": "mohammed", "Hsn": "hassan",
    "Hsyn": "hussein", "EbdAllh": "abdullah",
    "Ely": "ali", "EmAn": "oman", "yy": "yi", "dy": "de", "fy": "fi", "mn": "min", "w": "and",
}  # fmt: skip
# One letter a consonant, until vowels stand; then the ones that take two.
_LETTERS = {
    "H": "h", "S": "s", "D": "d", "T": "t", "Z": "z", "p": "a", "Y": "a", "A": "a", ">": "a",
    "<": "i", "|": "a",
    "{": "a", "'": "", "&": "u", "}": "i", "E": "a", "P": "p", "G": "q", "_": "", "`": "a",
    "~": "", "o": "", "F": "",
    "N": "", "K": "",
}  # fmt: skip
_DIGRAPHS = {"v": "th", "x": "kh", "*": "dh", "$": "sh", "g": "gh", "J": "ch", "V": "v"}
_CONSONANT = r"[bcdfghjklmnpqrstvxzJV*$WI]"
# Ends of words that are spoken as they are: `Wang`, `Mark`.
_CODAS = "(ng|nd|nt|ns|rk|rt|rd|st|ks|ls|lt)$"


def latin_names(names: list[str]) -> list[str]:
    """Spell names in Latin letters.

    Args:
        names: Names in Arabic, without line feeds; what is in Latin letters already stays.

    Returns:
        One readable ASCII name for each, `Ahmed al-Khatib` for `أحمد الخطيب`.
    """
    if not names:
        return []
    given = pl.Series("name", names)
    words = (
        pl.DataFrame({"word": given.str.split(" ")})
        .with_row_index("row")
        .explode("word", empty_as_null=False)
    )
    number, known = _SPELT.number(words["word"])
    words = words.with_columns(spelt=known["spelt"][number])
    joined = words.group_by("row", maintain_order=True).agg("spelt")
    spelt = pl.col("spelt").list.join(" ").str.replace_all(" +", " ").str.strip_chars()
    result = joined.select(
        pl.when(pl.lit(given).str.contains("[A-Za-z]")).then(given).otherwise(spelt)
    )
    return result.to_series().to_list()


def _spell_words(words: pl.Series) -> pl.DataFrame:
    """Distinct words of names as `spelt`."""
    return _spell(_transliterate(words)).to_frame("spelt")


# Names come again from batch to batch.
_SPELT = Vocabulary(_spell_words)


def _transliterate(words: pl.Series) -> pl.Series:
    """Words in Buckwalter's letters; camel-tools is asked once for each letter that occurs."""
    text = _SEPARATOR.join(words.to_list())
    letters = {letter: _buckwalter().transliterate(letter) for letter in set(text)}
    letters[_SEPARATOR] = _SEPARATOR
    return pl.Series("word", text.translate(str.maketrans(letters)).split(_SEPARATOR))


@cache
def _buckwalter() -> Transliterator:
    return Transliterator(CharMapper.builtin_mapper("ar2bw"))


def _spell(words: pl.Series) -> pl.Series:
    """Words in Buckwalter's letters as one would read them aloud."""
    is_definite, rest = pl.col("word").str.contains("^Al.{3}"), pl.col("rest")
    without = pl.when("is_definite").then(pl.col("word").str.slice(2)).otherwise("word")
    # In steps: Polars would spell a word anew wherever the next step reads it.
    spelt = (
        words.to_frame("word")
        .with_columns(is_definite=is_definite)
        .select("is_definite", rest=without, whole=without.replace_strict(_WHOLE, default=None))
        .with_columns(rest=_with_semivowels(rest))
        .with_columns(rest=_opened(rest))
        .with_columns(rest=_closed(rest))
    )
    article = pl.when("is_definite").then(pl.lit("al-")).otherwise(pl.lit(""))
    word = pl.coalesce("whole", _plain(rest)).str.to_titlecase()
    return spelt.select(spelt=pl.concat_str(article, word)).to_series()


def _with_semivowels(word: pl.Expr) -> pl.Expr:
    """Letters as agencies spell them; `w` and `y` are vowels unless a vowel follows."""
    vowel = "A>|{pYaE"
    word = word.str.replace_all(f"^w([^{vowel}y])", "wa$1").str.replace_all(
        f"^y([^{vowel}w])", "ya$1"
    )
    word = word.str.replace_all(r"^(?:A|<)y", "<").str.replace_all(r"^(?:A|>)w", "&")
    word = word.str.replace("^wy", "Wy").str.replace_all(f"([^{vowel}wy-])y([{vowel}])", "${1}iI$2")
    word = word.str.replace_all(f"w([{vowel}])", "W$1").str.replace_all(f"y([{vowel}w])", "I$1")
    word = word.str.replace_all("w", "u").str.replace_all("yy", "ay").str.replace_all("y", "i")
    return word.str.replace_many(list(_LETTERS), list(_LETTERS.values()))


def _opened(word: pl.Expr) -> pl.Expr:
    """Break up what cannot be spoken: two consonants at the head, three anywhere."""
    word = word.str.replace(f"^({_CONSONANT})({_CONSONANT})", "${1}a$2")
    return word.str.replace_all(f"({_CONSONANT}{_CONSONANT})({_CONSONANT})", "${1}e$2")


def _closed(word: pl.Expr) -> pl.Expr:
    """Break up two consonants at the end, where they are none that end words elsewhere."""
    broken = word.str.replace(f"({_CONSONANT})({_CONSONANT})$", "${1}e$2")
    is_coda = word.str.contains(_CODAS.replace("g", "[gj]", 1))
    return pl.when(is_coda).then(word).otherwise(broken)


def _plain(word: pl.Expr) -> pl.Expr:
    """Letters that stand for one sound each, as one writes them."""
    word = word.str.replace("ng$", "\u014b").str.replace_many(
        list(_DIGRAPHS), list(_DIGRAPHS.values())
    )
    word = word.str.replace("\u014b", "ng").str.replace_all("W", "w").str.replace_all("I", "y")
    return word.str.replace_all("[^a-z0-9-]", "")
