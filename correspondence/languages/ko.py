"""Korean: counters, 귀하 and 귀중 once, and no particle whose form hangs on a stored name's last sound."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import Addressee, Language, RankForms, Signatory, Word

# The head of a 시, 군 or 구: 수원시장, 양평군수, 강남구청장. Not 도: Toledo (톨레도) ends so too.
HEADS = {"시": "시장", "군": "군수", "구": "구청장"}
RESPECTED = "존경하는 "
# What follows a name in speech: 국제협력과장 is called 과장님, who stands in for a 시장 시장 권한대행님.
SPOKEN_TITLE = re.compile(
    r"(?:부?(?:시장|군수|구청장|도지사|지사|의장|대사|총영사|영사|회장|총장|교장)"
    r"|(?:본부|센터|위원|이사|사무국|사무총|[과국실팀부원소])장)(?: (?:권한|직무)(?:대행|대리))?$"
)


class Korean(Language):
    """docs/domain.md §1.5 (서한), §2 (ko), §2.1, §3.2, §4.

    Texts put after a placeholder only particles of one form (에, 에서, 의, 부터, 도) or 및, 소식: 을/를, 은/는,
    이/가, 와/과 and 로/으로 would hang on its last sound. There is no closing line: 감사합니다 would be wrong in a
    condolence, whose kind these methods do not know; the texts that give thanks say so in their last paragraph.
    """

    code = babel = "ko"
    order = 4
    word_code = "ko-KR"
    scripts = ("HANGUL",)
    word_forms = ("bulk", "measure")
    large_quantity = "다량의 {bulk}"
    units = {
        **dict.fromkeys(("carton", "box"), Word(measure="상자")),
        "kilogram": Word(measure="킬로그램"),
        "tonne": Word(measure="톤"),
        "litre": Word(measure="리터"),
    }
    currencies = {"CNY": "위안", "JPY": "엔", "KRW": "원", "EUR": "유로"}
    # The bare noun, before 확산 소식 and 속에서 (epidemic), 소식, 상황, 이후.
    # Own names of occasions are entered so: 코로나19.
    occasions = {
        "epidemic": "감염병",
        "earthquake": "지진",
        "flood": "홍수",
        "storm": "폭풍우",
        "fire": "화재",
        "accident": "사고",
    }
    # 우호교류도시 is itself the name of a formal partnership in Korea, so a planned partnership is never called so.
    partnership_nouns = {"sister": "자매도시", "friendly": "우호협력도시", "prospective": "교류 도시"}
    where_in_city = "{city}에서"
    where_in_country = "귀국에서"
    where_else = "계신 곳에서"
    money_unsaid = "성금"
    fonts = ("Noto Serif CJK KR",)
    east_asian_font = "Noto Serif CJK KR"
    font_size, word_font_size = 12.5, 12.5
    line_height = 1.75
    indent = 1
    parts = ("addressee", "heading", "salutation", "body", "closing", "place_and_date", "signature")

    # {stem} is 수원 of 수원시 (other names keep a blank), {head} 시장 or 군수 or 구청장, {council} 수원시의회.
    ranks = {
        "mayor": RankForms("{stem}{head}", respect=RESPECTED),
        "deputy_mayor": RankForms("{city} 부{head}", respect=RESPECTED),
        "council_president": RankForms("{council} 의장", respect=RESPECTED),
        "director": RankForms("국제교류 담당관"),
        "ambassador": RankForms("대사", respect=RESPECTED),
        "consul_general": RankForms("총영사", respect=RESPECTED),
        "consul": RankForms("영사", respect=RESPECTED),
    }

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.large_quantity.format(bulk=word.bulk)
        counter = self.units.get(unit, word).measure
        return f"{word.bulk} {self.amount(quantity, self.number(quantity), counter, qualifier)}"

    def amount(self, quantity: Decimal, number: str, counter: str, qualifier: str) -> str:
        """약 before the number; 여 between a round number and counter (20여 장), else 이상 (docs/domain.md §4.1)."""
        if qualifier == "over" and quantity >= 10 and quantity % 10 == 0:
            return f"{number}여 {counter.strip()}"
        frame = {"about": "약 {}{}", "over": "{}{} 이상"}.get(qualifier, "{}{}")
        return frame.format(number, counter)

    def money(self, value, currency, qualifier="exact"):
        name = self.currencies.get(currency) or f" {get_currency_name(currency, locale=self.babel)}"
        number = format_decimal(value, "#,##0.00" if value % 1 else "#,##0", locale=self.babel)
        return self.amount(value, number, name, qualifier)

    # Times stand without 에: the texts write it, so that it also stands once after two times joined.

    def when_several(self, times):
        """과 fits every time: 년, 월 and 일 all end in a consonant."""
        *rest, last = self.years_once(times)
        return f"{', '.join(rest)}과 {last}" if rest else last

    def month(self, month):
        return f"{month.year}년 {month.month}월"

    def year(self, year):
        return f"{year.year}년"

    def post(self, addressee: Addressee) -> str:
        """The title on record or the rank's own: 수원시장, 수원시 부시장, 수원시의회 의장."""
        if addressee.title:
            return addressee.title
        city, head = addressee.city, HEADS.get(addressee.city[-1:])
        stem, council = self.stem(city) if head else f"{city} ", city and f"{city}의회"
        title = self.forms(addressee).title.format(city=city, stem=stem, head=head or "시장", council=council)
        return title.strip()

    def stem(self, city: str) -> str:
        """A city's name as its mayor's title takes it: 수원 of 수원시."""
        return city[:-1] if city[-1:] in HEADS else city

    def salutation(self, addressee: Addressee) -> str:
        if addressee.role == "organization":
            return f"{addressee.organization} 관계자 여러분께"
        post = self.post(addressee)
        post = post.split(" 겸 ")[0]
        spoken = SPOKEN_TITLE.search(post)
        title = spoken[0] if spoken else post.split(" ")[-1]
        respect = RESPECTED if addressee.role == "person" else self.forms(addressee).respect
        return f"{respect}{addressee.name} {title}님께"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.role == "organization":
            return [f"{addressee.organization} 귀중"]
        post = self.post(addressee)
        line = f"{post} {addressee.name} 귀하".strip()
        names_city = bool(addressee.city) and post.startswith(self.stem(addressee.city))
        return [line] if names_city or not addressee.organization else [addressee.organization, line]

    def closing(self, addressee: Addressee) -> str:
        return ""

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, f"{signatory.title} {signatory.name}".strip()]

    def place_and_date(self, place, day):
        return self.day(day)


LANGUAGE = Korean()
