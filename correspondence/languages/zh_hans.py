"""Simplified Chinese: measure words, 万 for exact multiples only, and no 阁下 between Chinese officials."""

from decimal import Decimal

from correspondence.languages.base import FEMALE, MALE, Addressee, Language, Signatory, Word

TEN_THOUSAND = Decimal(10_000)


class SimplifiedChinese(Language):
    """DOMAIN.md §2 (zh-Hans), §2.1, §4.1, §4.3. Full-width punctuation throughout."""

    code = "zh-hans"
    babel = "zh_Hans_CN"
    word_forms = ("bulk", "measure")
    unknown_quantity = "大量{bulk}"
    containers = {"carton": Word(measure="箱"), "box": Word(measure="盒")}
    weights = {"kilogram": "公斤", "tonne": "吨", "litre": "升"}
    currencies = {"CNY": "人民币", "JPY": "日元", "USD": "美元", "EUR": "欧元", "KRW": "韩元"}
    occasions = {
        "epidemic": "疫情",
        "earthquake": "地震",
        "flood": "洪涝灾害",
        "storm": "风暴灾害",
        "fire": "火灾",
        "accident": "事故",
    }
    tie_nouns = {"sister": "友好城市", "friendly": "友好交流城市", "prospective": "友好交往城市"}
    where_in_city = "在{city}"
    where_else = "在当地"
    fonts = ("Noto Serif CJK SC",)
    parts = ("salutation", "body", "closing", "signature", "place_and_date")

    courtesy = {FEMALE: "女士", MALE: "先生"}
    titles = {"mayor": "市长", "deputy_mayor": "副市长", "council_president": "议长", "ambassador": "大使"}

    def number(self, quantity: Decimal) -> str:
        if quantity >= TEN_THOUSAND and quantity % TEN_THOUSAND == 0:
            return f"{quantity / TEN_THOUSAND:.0f}万"
        return super().number(quantity)

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.unknown_quantity.format(bulk=word.bulk)
        measure = self.weights.get(unit) or self.containers.get(unit, word).measure
        return f"{word.bulk}{self.amount(quantity, qualifier)}{measure}"

    def amount(self, quantity: Decimal, qualifier: str) -> str:
        """The number with 约 before it, or 多 after it and before the measure word: 26万多."""
        number = self.number(quantity)
        return {"about": f"约{number}", "over": f"{number}多"}.get(qualifier, number)

    def money(self, value, currency, qualifier="exact"):
        name = self.currencies.get(currency)
        amount = self.amount(value, qualifier)
        if currency == "CNY":
            return f"{name}{amount}元"
        return f"{amount}{name}" if name else f"{amount} {currency}"

    def join(self, phrases):
        *rest, last = phrases
        return f"{'、'.join(rest)}和{last}" if rest else last

    def year(self, year):
        return f"{year.year}年"

    def in_year(self, year):
        return self.year(year)

    def month(self, month):
        return f"{month.year}年{month.month}月"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "body":
            return f"{addressee.body}："
        title = self.titles.get(addressee.role) or addressee.title
        if addressee.role in ("person", "official") and not title:
            return f"尊敬的{addressee.name}{self.courtesy.get(addressee.gender, '')}："
        return f"尊敬的{addressee.family or addressee.name}{title}："

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "body":
            return [addressee.body]
        name = f"{addressee.name}{self.courtesy.get(addressee.gender, '')}"
        post = addressee.title or self.titles.get(addressee.role, "")
        return [line for line in (addressee.body, f"{post} {name}".strip()) if line]

    def closing(self, addressee: Addressee) -> str:
        solemn = addressee.role in ("mayor", "deputy_mayor", "council_president", "ambassador")
        if solemn and not addressee.own_mission:
            return "顺致崇高的敬意！"
        return "此致\n敬礼！"

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, f"{signatory.title} {signatory.name}".strip()]

    def place_and_date(self, place, day):
        return self.day(day)


LANGUAGE = SimplifiedChinese()
