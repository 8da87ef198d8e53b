"""Simplified Chinese: measure words, plain digits or 万 where it is exact, and no 阁下 between Chinese officials."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import (
    FEMALE,
    MALE,
    Addressee,
    Language,
    PlaceForms,
    RankForms,
    Signatory,
    Word,
    tidy,
)

TEN_THOUSAND, HUNDRED_MILLION = Decimal(10_000), Decimal(100_000_000)
# What follows a family name: 国际交流处处长 is called 处长, 常务副市长 is called 副市长, a 市长兼议长 is called 市长.
SPOKEN_TITLE = re.compile(
    r"副?(?:总领事|领事|大使|公使|代办|参赞|秘书|知事|郡守|主席|主任|总经理|(?:董事|理事|秘书|委员)长|.长)$"
)
UNNAMED = ("state", "region", "department", "prefecture", "province", "county", "district", "town", "village")
REVERENCE = "顺致崇高的敬意"


class SimplifiedChinese(Language):
    """docs/domain.md §2 (zh-Hans), §2.1, §4.1, §4.3. Full-width punctuation throughout."""

    code = "zh-hans"
    babel = "zh_Hans_CN"
    order = 1
    named_as = "zh"
    html_code = "zh-Hans"
    word_code = "zh-CN"
    scripts = ("CJK", "IDEOGRAPHIC")
    word_forms = ("bulk", "measure")
    large_quantity = "大量{bulk}"
    units = {"carton": Word(measure="箱"), "box": Word(measure="盒")}
    weights = {"kilogram": "公斤", "tonne": "吨", "litre": "升"}
    # Bare nouns: after 抗击 (epidemic) and 发生 (disaster), before 蔓延, 发生后, 的消息, 的有关情况.
    # Own names of occasions are entered so: 新冠肺炎疫情.
    occasions = {
        "epidemic": "疫情",
        "earthquake": "地震",
        "flood": "洪涝灾害",
        "storm": "风暴灾害",
        "fire": "火灾",
        "accident": "事故",
    }
    beneficiaries = {"hospitals": "我市医院", "frontline": "一线", "schools": "我市学校", "communities": "我市社区"}
    # What a place is called after 贵 is the last character of its name (docs/domain.md §14); bodies by their kind.
    places = {
        "country": PlaceForms("贵国", "贵国政府和人民"),
        "hospital": PlaceForms("贵院", "贵院全体同仁"),
        "school": PlaceForms("贵校", "贵校全体师生"),
        "company": PlaceForms("贵公司", "贵公司全体同仁"),
        "association": PlaceForms("贵会", "贵会全体同仁"),
        "own_mission": PlaceForms("贵馆", "全馆同志"),
        "embassy": PlaceForms("贵馆", "贵馆全体同仁"),
        "person": PlaceForms("您", "您的亲友"),
        **dict.fromkeys(
            ("department", "council", "domestic_office", "other", "body"), PlaceForms("贵方", "贵方全体同仁")
        ),
    }
    partnership_nouns = {"sister": "友好城市", "friendly": "友好交流城市", "prospective": "友好交往城市"}
    where_in_city = "在{city}"
    where_in_country = "在贵国"
    where_else = "在当地"
    money_unsaid = "善款"
    fonts = ("Noto Serif CJK SC",)
    # The standard's face (docs/domain.md §1.1).
    office_fonts = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong")
    font_size, word_font_size = 14, 14
    line_height = 1.75
    indent = 2
    parts = ("heading", "salutation", "body", "closing", "signature", "place_and_date")

    courtesy = {FEMALE: "女士", MALE: "先生"}
    # None for a director: 局长, 处长 and 课长 are ranks, and a rank is not guessed.
    ranks = {
        "mayor": RankForms("市长", with_city="{city}{title}", closing=REVERENCE),
        "deputy_mayor": RankForms("副市长", with_city="{city}{title}", closing=REVERENCE),
        "council_president": RankForms("议长", closing=REVERENCE),
        "ambassador": RankForms("大使", closing=REVERENCE),
        "consul_general": RankForms("总领事", closing=REVERENCE),
        "consul": RankForms("领事", closing=REVERENCE),
    }

    def place_forms(self, kind, name="", country=""):
        """贵市, 贵郡; a state is named, for 贵州 is a province of China, and 贵府 means somebody's home."""
        if not name:
            return super().place_forms(kind, name, country)
        last = name[-1]
        if last in "市县区郡镇町村省道":
            return PlaceForms(f"贵{last}", f"贵{last}人民", people_named="{name}人民")
        if kind in UNNAMED or last in "州府都":
            return PlaceForms("{name}", "{name}人民", people_named="{name}人民")
        return PlaceForms("贵市", "贵市人民", people_named="{name}人民")

    def number(self, quantity: Decimal) -> str:
        for unit, name in ((HUNDRED_MILLION, "亿"), (TEN_THOUSAND, "万")):
            if quantity >= unit and quantity % unit == 0:
                return f"{quantity / unit:.0f}{name}"
        return format_decimal(tidy(quantity), "0.###", locale=self.babel)

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.large_quantity.format(bulk=word.bulk)
        measure = self.weights.get(unit) or self.units.get(unit, word).measure
        return f"{word.bulk}{self.amount(quantity, self.number(quantity), qualifier)}{measure}"

    def amount(self, quantity: Decimal, number: str, qualifier: str) -> str:
        """约 before the number; 多 between a round number and the measure word (26万多只), else 超过 (超过15只)."""
        if qualifier == "over":
            return f"{number}多" if quantity >= 10 and quantity % 10 == 0 else f"超过{number}"
        return f"约{number}" if qualifier == "about" else number

    def money(self, value, currency, qualifier="exact"):
        number = format_decimal(value, "0.00", locale=self.babel) if value % 1 else self.number(value)
        amount = self.amount(value, number, qualifier)
        if currency == "CNY":
            return f"人民币{amount}元"
        return f"{amount}{get_currency_name(currency, locale=self.babel)}"

    def join(self, phrases):
        *rest, last = phrases
        return f"{'、'.join(rest)}和{last}" if rest else last

    def when_several(self, times):
        return self.join(self.years_once(times))

    def month(self, month):
        return f"{month.year}年{month.month}月"

    def year(self, year):
        return f"{year.year}年"

    def list_item(self, when, things):
        return f"{when}：{things}"

    def title(self, addressee: Addressee) -> str:
        """The title that follows the family name: the last word of the first one on record, else the role's own.

        What is no form of address (国际关系处, CEO) is left to the envelope.
        """
        spoken = next(filter(None, map(SPOKEN_TITLE.search, re.split("[兼、，]", addressee.title))), None)
        return spoken[0] if spoken else self.forms(addressee).title

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return f"{addressee.organization}："
        title = self.title(addressee)
        if not title:
            return f"尊敬的{self.named(addressee)}："
        excellency = "阁下" if title.endswith("大使") and not addressee.own_mission else ""
        return f"尊敬的{addressee.family or addressee.name}{title}{excellency}："

    def named(self, addressee: Addressee) -> str:
        """The full name, with 女士 or 先生 only where the gender is on record (docs/domain.md §2.1)."""
        return f"{addressee.name}{self.courtesy.get(addressee.gender, '')}"

    def post(self, addressee: Addressee) -> str:
        """The role's own title where none is on record, after the city's name unless the organization is named."""
        forms = self.forms(addressee)
        city = "" if addressee.organization else addressee.city
        return (forms.with_city or "{title}").format(city=city, title=forms.title)

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [addressee.organization]
        if addressee.own_mission:
            line = f"{addressee.name}{self.title(addressee)}"
        else:
            line = f"{addressee.title or self.post(addressee)} {self.named(addressee)}".strip()
        return [line for line in (addressee.organization, line) if line]

    def closing(self, addressee: Addressee) -> str:
        reverence = self.forms(addressee).closing
        if reverence and not addressee.own_mission:
            return f"{reverence}{'。' if addressee.condolence else '！'}"
        return "此致\n敬礼" if addressee.condolence else "此致\n敬礼！"

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, f"{signatory.title} {signatory.name}".strip()]

    def place_and_date(self, place, day):
        return self.day(day)


LANGUAGE = SimplifiedChinese()
