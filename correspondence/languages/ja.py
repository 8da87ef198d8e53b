"""Japanese: counters, 様 and 御中 once, no 拝啓 and so no 敬具, the date by the western calendar."""

from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import Addressee, Language, RankForms, Signatory, Word

TOWNS = ("市", "町", "村", "区")


class Japanese(Language):
    """docs/domain.md §1.4, §2 (ja), §2.1, §3.2, §4.

    A 頭語 and its 結語 belong together and are wrong in a condolence, whose kind these methods do not
    know: so no letter has either. The addressee's name opens the letter, the text begins at once.
    """

    code = babel = "ja"
    order = 3
    word_code = "ja-JP"
    scripts = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA")
    word_forms = ("bulk", "measure")
    large_quantity = "多くの{bulk}"
    units = {
        **dict.fromkeys(("carton", "box"), Word(measure="箱")),
        "kilogram": Word(measure="キログラム"),
        "tonne": Word(measure="トン"),
        "litre": Word(measure="リットル"),
    }
    currencies = {"CNY": "人民元", "JPY": "円"}
    # The bare noun: before が広がっている (epidemic), after において発生した (disaster), before の報, に見舞われた.
    # Own names of occasions are entered so: 新型コロナウイルス感染症.
    occasions = {
        "epidemic": "感染症",
        "earthquake": "地震",
        "flood": "水害",
        "storm": "暴風災害",
        "fire": "火災",
        "accident": "事故",
    }
    partnership_nouns = {"sister": "友好都市", "friendly": "友好交流都市", "prospective": "交流都市"}
    where_in_city = "{city}において"
    where_in_country = "貴国において"
    where_else = "貴地において"
    money_unsaid = "寄付金"
    fonts = ("Noto Serif CJK JP",)
    east_asian_font = "Noto Serif CJK JP"
    font_size, word_font_size = 14, 14
    line_height = 1.75
    indent = 1
    parts = ("place_and_date", "addressee", "signature", "heading", "salutation", "body", "closing")

    # {city} always has its kind (栗東市), {place} is empty where the city is not on record, {kind} is the kind alone.
    ranks = {
        "mayor": RankForms("{city}長"),
        "deputy_mayor": RankForms("{place}副{kind}長"),
        "council_president": RankForms("{city}議会議長"),
        "director": RankForms("国際交流担当"),
        "ambassador": RankForms("特命全権大使"),
        "consul_general": RankForms("総領事"),
        "consul": RankForms("領事"),
    }

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.large_quantity.format(bulk=word.bulk)
        counter = self.units.get(unit, word).measure
        return f"{word.bulk}{self.amount(quantity, self.number(quantity) + counter, qualifier)}"

    def amount(self, quantity: Decimal, counted: str, qualifier: str) -> str:
        """約 before the number; 余り after the counter of a round number, else 超 (docs/domain.md §4.1)."""
        if qualifier == "over":
            return f"{counted}余り" if quantity >= 10 and quantity % 10 == 0 else f"{counted}超"
        return f"約{counted}" if qualifier == "about" else counted

    def money(self, value, currency, qualifier="exact"):
        name = self.currencies.get(currency) or get_currency_name(currency, locale=self.babel).replace(" ", "・")
        number = format_decimal(value, "#,##0.00" if value % 1 else "#,##0", locale=self.babel)
        return self.amount(value, f"{number}{name}", qualifier)

    def join(self, phrases):
        *rest, last = phrases
        return f"{'、'.join(rest)}及び{last}" if rest else last

    # Times stand without に: the texts write it, so that it also stands once after two times joined.

    def when_several(self, times):
        return self.join(self.years_once(times))

    def month(self, month):
        return f"{month.year}年{month.month}月"

    def year(self, year):
        return f"{year.year}年"

    def list_item(self, when, things):
        return f"{when}：{things}"

    def salutation(self, addressee: Addressee) -> str:
        return ""

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [f"{addressee.organization}　御中"]
        post = addressee.title or self.post(addressee)
        line = "　".join(part for part in (post, self.spaced(addressee), self.honorific(post)) if part)
        names_city = bool(addressee.city) and post.startswith(addressee.city)
        return [line] if names_city or not addressee.organization else [addressee.organization, line]

    def honorific(self, post: str) -> str:
        """閣下 for an ambassador, 様 for everybody else, a consul general and a chargé included."""
        return "閣下" if post.endswith("大使") and "代理" not in post else "様"

    def post(self, addressee: Addressee) -> str:
        """The rank's own title where none is on record: 栗東市長, 栗東市議会議長. A 課長 is not guessed."""
        city = addressee.city if addressee.city.endswith(TOWNS) else f"{addressee.city}市"
        return self.forms(addressee).title.format(city=city, place=addressee.city and city, kind=city[-1])

    def spaced(self, person: Addressee | Signatory) -> str:
        """A name written closed, opened between family and given name: 栗東　太郎."""
        closed = person.given and person.name == f"{person.family}{person.given}"
        return f"{person.family}　{person.given}" if closed else person.name

    def closing(self, addressee: Addressee) -> str:
        return ""

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, "　".join(part for part in (signatory.title, self.spaced(signatory)) if part)]

    def place_and_date(self, place, day):
        return self.day(day)


LANGUAGE = Japanese()
