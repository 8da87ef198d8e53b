"""Japanese: counters, 万 in large numbers, 様 and 御中 once, an opening word with the season only where it is due."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import (
    Addressee,
    FormRequired,
    Language,
    PlaceForms,
    RankForms,
    Signatory,
    Word,
    tidy,
)

TEN_THOUSAND, HUNDRED_MILLION = 10_000, 100_000_000
# The words of the season, by month (docs/domain.md §1.4).
SEASONS = "新春 余寒 早春 陽春 新緑 向暑 盛夏 残暑 初秋 仲秋 晩秋 師走".split()
OPENED = ("thanks", "letter", "greeting", "congratulation", "invitation")  # the kinds that open with 謹啓
EXCELLENCY = re.compile(r"(?:大使|大臣)$")
CHARGE = re.compile(r"代理|臨時")


def place(word: str, people: str) -> PlaceForms:
    """貴市, 貴市の皆様, 衡陽市民."""
    return PlaceForms(f"貴{word}", f"貴{word}の皆様", people_named=f"{{name}}{people}")


NAMED = PlaceForms("{name}", "{name}の皆様", people_named="{name}の皆様")
BY_NAME = {"市": "民", "町": "民", "村": "民", "区": "民", "郡": "民", "県": "民", "都": "民", "府": "民"}


class Japanese(Language):
    """docs/domain.md §1.4, §2 (ja), §2.1, §3.2, §4, §13.3, §14.

    Letters of thanks and plain letters open with 謹啓, the season and a wish for the reader's place, and close with
    謹白; condolences, support and notifications begin at once.
    """

    code = babel = "ja"
    order = 3
    word_code = "ja-JP"
    scripts = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA")
    word_forms = ("bulk", "measure")
    optional_forms = ("pair", "set")
    own_country = "中華人民共和国"
    place_line = "{country}{region}{city}"
    unofficial = "（参考訳）"
    together = "{things}（{others}とのご連名）"
    from_place = "{place}の{giver}様"
    large_quantity = "大量の{bulk}"
    some_quantity = "若干の{bulk}"
    units = {
        "pair": Word(measure="組"),
        "set": Word(measure="セット"),
        "bottle": Word(measure="本"),
        "pack": Word(measure="袋"),
        "batch": Word(measure="口"),
        **dict.fromkeys(("carton", "box"), Word(measure="箱")),
        "kilogram": Word(measure="キログラム"),
        "tonne": Word(measure="トン"),
        "litre": Word(measure="リットル"),
    }
    currencies = {
        "CNY": "人民元",
        "JPY": "円",
        "GBP": "ポンド",
        "KRW": "ウォン",
        "PHP": "フィリピンペソ",
        "USD": "米ドル",
        "EUR": "ユーロ",
    }
    # The bare noun, before により and の報. Own names of occasions are entered so: 新型コロナウイルス感染症.
    occasions = {
        "epidemic": "感染症",
        "earthquake": "地震",
        "flood": "水害",
        "storm": "暴風災害",
        "fire": "火災",
        "accident": "事故",
    }
    beneficiaries = {
        "hospitals": "本市の医療機関",
        "frontline": "最前線で務めを果たす方々",
        "schools": "本市の学校",
        "communities": "市内の各地域",
    }
    places = {
        "country": PlaceForms("貴国", "貴国の政府及び国民の皆様"),
        "embassy": PlaceForms("貴国", "貴国の政府及び国民の皆様"),
        "hospital": PlaceForms("貴院", "貴院の皆様"),
        "school": PlaceForms("貴校", "貴校の皆様"),
        "company": PlaceForms("貴社", "貴社の皆様"),
        "association": PlaceForms("貴会", "貴会の皆様"),
        "own_mission": PlaceForms("貴館", "貴館の皆様"),
        "person": PlaceForms("貴殿", "ご家族の皆様"),
        **dict.fromkeys(
            ("city_government", "council", "domestic_office", "other", "body"), PlaceForms("貴機関", "貴機関の皆様")
        ),
    }
    partnership_nouns = {"sister": "友好都市", "friendly": "友好交流都市", "prospective": "交流都市"}
    where_in_city = "{city}において"
    where_in_country = "貴国において"
    where_else = "貴地において"
    money_unsaid = "義援金"
    fonts = ("Noto Serif CJK JP",)
    east_asian_font = "Noto Serif CJK JP"
    font_size, word_font_size = 14, 14
    line_height = 1.75
    indent = 1
    parts = ("place_and_date", "addressee", "signature", "heading", "salutation", "body", "closing")

    # {city} has its kind (栗東市), {place} is empty where the city is not on record.
    ranks = {
        "mayor": RankForms("{city}長"),
        "deputy_mayor": RankForms("{place}副{kind}長"),
        "town_head": RankForms("{city}長"),
        "village_head": RankForms("{city}長"),
        "district_head": RankForms("{city}長"),
        "governor": RankForms("{city}知事"),
        "deputy_governor": RankForms("{city}副知事"),
        "council_president": RankForms("{city}議会議長"),
        "ambassador": RankForms("特命全権大使"),
        "consul_general": RankForms("総領事"),
        "consul": RankForms("領事"),
        "charge_d_affaires": RankForms("臨時代理大使"),
    }
    # The places whose head the rank's own title fits, by the last character of the name.
    heads = {
        "mayor": "市町村区",
        "deputy_mayor": "市町村区",
        "town_head": "町",
        "village_head": "村",
        "district_head": "区",
        "governor": "都道府県",
        "deputy_governor": "都道府県",
        "council_president": "市町村区都道府県",
    }
    untitled = ("director", "minister", "rector", "bishop", "royal", "judge", "prosecutor", "prefect", "county_head")

    # Places -------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        """貴市, 貴県; 北海道 and states abroad are named (docs/domain.md §14)."""
        if not name:
            return super().place_forms(kind, name, country)
        last = name[-1]
        if last in BY_NAME and not (last in "都府" and country != "JP"):
            return place(last, BY_NAME[last])
        if last == "道" and country == "JP":
            return PlaceForms("{name}", "道民の皆様", people_named="道民")
        known = kind in ("city", "municipality") and country != "JP"
        return PlaceForms("貴市", "貴市の皆様", people_named="{name}市民") if known else NAMED

    # Counting -----------------------------------------------------------------------------------

    def number(self, quantity: Decimal) -> str:
        """Digits grouped by three below ten thousand; above, 億 and 万 in characters: 3万, 1,234万5,000."""
        if quantity < TEN_THOUSAND or tidy(quantity) != quantity.to_integral_value():
            return format_decimal(tidy(quantity), "#,##0.###", locale=self.babel)
        rest, said = int(quantity), ""
        for unit, name in ((HUNDRED_MILLION, "億"), (TEN_THOUSAND, "万")):
            count, rest = divmod(rest, unit)
            said += f"{count:,}{name}" if count else ""
        return said + (f"{rest:,}" if rest else "")

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        own = word.measure if unit == "piece" else getattr(word, unit)
        counter = own or self.units[unit].measure
        return f"{word.bulk}{self.amount(quantity, self.number(quantity) + counter, qualifier)}"

    def name_one(self, word: Word) -> str:
        return word.bulk  # a noun has no number here

    def amount(self, quantity: Decimal, counted: str, qualifier: str) -> str:
        """約 before the number; 余り after the counter of a round number, else を超える as 超."""
        if qualifier == "over":
            return f"{counted}余り" if quantity >= 10 and quantity % 10 == 0 else f"{counted}以上"
        return f"約{counted}" if qualifier == "about" else counted

    def money(self, value, currency, qualifier="exact"):
        name = self.currencies.get(currency) or get_currency_name(currency, locale=self.babel).replace(" ", "")
        number = format_decimal(value, "#,##0.00", locale=self.babel) if value % 1 else self.number(value)
        return f"義援金{self.amount(value, f'{number}{name}', qualifier)}"

    def join(self, phrases):
        *rest, last = phrases
        return f"{'、'.join(rest)}及び{last}" if rest else last

    # Times stand without に: the texts write it, so that it also stands once after two times joined.

    def when_several(self, times):
        return self.join(self.years_once(times))

    def day(self, day):
        return f"{day.year}年{day.month}月{day.day}日"

    def month(self, month):
        return f"{month.year}年{month.month}月"

    def year(self, year):
        return f"{year.year}年"

    def list_item(self, when, things):
        return f"{when}：{things}"

    def place_and_date(self, place, day):
        return self.day(day)

    # Politeness ---------------------------------------------------------------------------------

    def rank_of(self, addressee: Addressee) -> str:
        """The post's own rank: a title stands whole in the address block, and the text says 貴職 to all."""
        return addressee.role

    def opens(self, addressee: Addressee) -> bool:
        """Whether the letter opens with 謹啓 and the season."""
        return addressee.kind in OPENED and not addressee.condolence and addressee.on is not None

    def salutation(self, addressee: Addressee) -> str:
        """謹啓, the season and a wish for the reader's place, in a letter that opens so; else nothing."""
        if not self.opens(addressee):
            return ""
        season = SEASONS[addressee.on.month - 1]
        return f"謹啓　{season}の候、{self.wished(addressee)}のこととお慶び申し上げます。"

    def wished(self, addressee: Addressee) -> str:
        """Whom one wishes well, and in which words: a place and a body prosper, a person is in good health."""
        if addressee.body_kind in ("city_government", "council", "department") and addressee.city:
            your = self.your_place(addressee.place_kind, addressee.city, addressee.country)
            return f"{your}におかれましてはますますご清栄"
        if addressee.body_kind in self.places:
            return f"{self.your_place(addressee.body_kind)}におかれましてはますますご隆盛"
        return "皆様におかれましてはますますご健勝"

    def closing(self, addressee: Addressee) -> str:
        return "謹白" if self.opens(addressee) else ""

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [f"{addressee.organization}　御中"]
        post = self.acting(addressee, addressee.title or self.post(addressee))
        line = "　".join(part for part in (post, self.spaced(addressee), self.honorific(post)) if part)
        names_city = bool(addressee.city) and post.startswith(addressee.city)
        return [line] if names_city or not addressee.organization else [addressee.organization, line]

    def acting(self, addressee: Addressee, post: str) -> str:
        """○○市長職務代理者 where the post is held for another."""
        return f"{post}職務代理者" if addressee.acting and post and "代理" not in post else post

    def honorific(self, post: str) -> str:
        """閣下 for an ambassador and a minister, 様 for everybody else, a consul general and a chargé included."""
        return "閣下" if EXCELLENCY.search(post) and not CHARGE.search(post) else "様"

    def post(self, addressee: Addressee) -> str:
        """The rank's own title where none is on record: 栗東市長, 滋賀県知事; raises FormRequired for any other."""
        if addressee.role == "person":
            return ""
        city, last = addressee.city, addressee.city[-1:]
        title = self.forms(addressee).title
        if not title or addressee.role in self.untitled:
            raise FormRequired("")
        if addressee.role in self.heads and last not in self.heads[addressee.role]:
            if addressee.place_kind not in ("city", "municipality", "") or addressee.role not in self.headed:
                raise FormRequired("")
            city = f"{city}市"
        return title.format(city=city, place=addressee.city and city, kind=city[-1:])

    def spaced(self, person: Addressee | Signatory) -> str:
        """A name written closed, opened between family and given name: 栗東　太郎."""
        closed = person.given and person.name == f"{person.family}{person.given}"
        return f"{person.family}　{person.given}" if closed else person.name

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, "　".join(part for part in (signatory.title, self.spaced(signatory)) if part)]


LANGUAGE = Japanese()
