"""The questions that bin/bench search times, one of each kind that the index knows, and what none of them may cost.

Not asked is what nothing can be quick for as the index is: a text that nobody wrote though each two characters of it
stand in every letter (我市人民 among 500,000 that say 我市 and 市人民: 0.1 s on SQLite, 1.5 s on PostgreSQL).
"""

from dataclasses import dataclass

from correspondence.bench.pages import BARES


@dataclass(frozen=True)
class Asked:
    """A question of the table: what kind it is, what is typed, and whether there is anything to find."""

    kind: str
    text: str
    found: bool = True


QUESTIONS = (
    Asked("a city, Latin", "Moreno 19"),
    Asked("a city, Chinese", "莫娜19市"),
    Asked("a city, traditional", "魯娜18市"),
    Asked("an organization", "Ayuntamiento de Moreno 19"),
    Asked("a person, Chinese", "鲁安安娜"),
    Asked("a name of thousands", "Moreno"),
    Asked("one character", "鲁"),
    Asked("pinyin, whole", "luananna"),
    Asked("initials", "laan"),
    Asked("initials of thousands", "mygs"),
    Asked("a name begun", "mo"),
    Asked("accents", "LUCÍA MORENO"),
    Asked("Hangul", "김해"),
    Asked("a telephone's end", "0019"),
    Asked("a telephone in groups", "949 00 00 19"),
    Asked("part of a letter's number", "衡政函12"),
    Asked("year and number", "〔2020〕12"),
    Asked("a letter's title", "净水设备的函"),
    Asked("part of every letter", "友好往来"),
    Asked("a sentence of every letter", "谨向贵市人民致以诚挚问候和衷心感谢"),
    Asked("a word of every letter", "epidemia"),
    Asked("such a word, begun", "agrade"),
    Asked("such words, two letters", "re"),
    Asked("a gift", "mascarillas"),
    Asked("an occasion", "疫情3"),
    Asked("words of two fields", "Moreno Alcaldesa"),
    Asked("a name misspelt", "Morneo"),
    Asked("frequent words never together", "Trading Ayuntamiento", found=False),
    Asked("part of few titles", "夏令营"),
    Asked("nothing, Latin", "zzyzzxq", found=False),
)


@dataclass(frozen=True)
class Answered:
    """A question on the filled database: median seconds, how much was found, and a bare page of the same run."""

    asked: Asked
    seconds: float
    found: int
    bare: float

    @property
    def bares(self) -> float:
        """How many bare pages it costs."""
        return self.seconds / self.bare

    def faults(self) -> list[str]:
        """What is wrong: it costs too much, or it finds what is not there or nothing, so that nothing is measured."""
        wrong = {
            f"over {BARES} bares": self.bares > BARES,
            "nothing is found": self.asked.found and not self.found,
            "something is found": self.found and not self.asked.found,
        }
        return [fault for fault, holds in wrong.items() if holds]

    def __str__(self):
        return (
            f"{self.asked.kind:30} {1000 * self.seconds:7.1f} {self.bares:6.1f} {self.found:6d}  {self.asked.text}  "
            f"{', '.join(self.faults())}"
        ).rstrip()


HEAD = f"{'name':30} {'ms':>7} {'bares':>6} {'found':>6}"
