"""Korean: counters, 만 in large numbers, 귀하 and 귀중 once, particles by the last sound."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import (
    NO_BREAK,
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
# The head of a 시, 군, 구 or 도: 수원시장, 양평군수, 강남구청장, 경기도지사. Toledo (톨레도) ends in 도 too.
HEADS = {"시": "시장", "군": "군수", "구": "구청장"}
PEOPLE = {"시": "시민", "군": "군민", "구": "구민", "도": "도민", "현": "현민"}
RESPECTED = "존경하는 "
ACTING = "권한대행"
# What follows a name in speech: 국제협력과장 is called 과장님, who stands in for a 시장 시장 권한대행님.
SPOKEN_TITLE = re.compile(
    r"(?:부?(?:시장|군수|구청장|도지사|지사|의장|대사|총영사|영사|회장|총장|교장|주교|검사장|장관|총리|수상)"
    r"|정장|촌장|읍장|면장|동장|총독|서기|위원장|이사장|원장|법원장|학장|판사|검사|교수|박사|시의원|의원"
    r"|(?:본부|센터|위원|이사|사무국|사무총|[과국실팀부원소])장)(?: (?:권한|직무)(?:대행|대리))?$"
)
CHARGE = re.compile(r"대사대리$")
# A particle that hangs on the last sound of what stands before it, as texts write both: 을(를), 이(가), 과(와).
PARTICLES = {"을(를)": ("을", "를"), "은(는)": ("은", "는"), "이(가)": ("이", "가"), "과(와)": ("과", "와")}
PARTICLE = re.compile(r"(\S)(을\(를\)|은\(는\)|이\(가\)|과\(와\)|\(으\)로)")
# The digits whose Korean names end in a consonant, and those of them that end in ㄹ.
CLOSED_DIGITS, L_DIGITS = "0136780", "178"


def ends_closed(letter: str) -> tuple[bool, bool]:
    """(Whether a letter ends in a consonant when read, whether that is ㄹ)."""
    if "가" <= letter <= "힣":
        last = (ord(letter) - ord("가")) % 28
        return bool(last), last == 8
    if letter.isdigit():
        return letter in CLOSED_DIGITS, letter in L_DIGITS
    return letter.lower() in "lmnbckpt", letter.lower() == "l"


def place(word: str, people: str) -> PlaceForms:
    """귀 시; its people are named by the place: 수원시민 여러분."""
    return PlaceForms(f"귀 {word}", f"{{name}}{people[1:]} 여러분", people_named=f"{{name}}{people[1:]}")


NAMED = PlaceForms("{name}", "{name} 주민 여러분", people_named="{name} 주민")


class Korean(Language):
    """docs/domain.md §1.5 (서한), §2 (ko), §2.1, §3.2, §4, §13.4, §14.

    Texts write a particle of two forms as 을(를); ``smooth`` leaves the one that the sound before it asks for.
    """

    code = babel = "ko"
    order = 4
    word_code = "ko-KR"
    scripts = ("HANGUL",)
    word_forms = ("bulk", "measure")
    optional_forms = ("pair", "set")
    own_country = "중화인민공화국"
    place_line = "{country} {region} {city}"
    unofficial = "참고 번역"
    together = "{things}({others} 공동 기증)"
    from_place = "{place}의 {giver}"
    large_quantity = "다량의 {bulk}"
    some_quantity = "{bulk} 일부"
    units = {
        "pair": Word(measure="켤레"),
        "set": Word(measure="세트"),
        "bottle": Word(measure="병"),
        "pack": Word(measure="팩"),
        "batch": Word(measure="건"),
        **dict.fromkeys(("carton", "box"), Word(measure="상자")),
        "kilogram": Word(measure="킬로그램"),
        "tonne": Word(measure="톤"),
        "litre": Word(measure="리터"),
    }
    currencies = {"CNY": "위안", "JPY": "엔", "KRW": "원", "EUR": "유로", "USD": "달러", "GBP": "파운드", "PHP": "페소"}
    # The bare noun, before 피해 소식 and 소식. Own names of occasions are entered so: 코로나19.
    occasions = {
        "epidemic": "감염병",
        "earthquake": "지진",
        "flood": "홍수",
        "storm": "폭풍우",
        "fire": "화재",
        "accident": "사고",
    }
    beneficiaries = {
        "hospitals": "저희 시의 병원",
        "frontline": "최일선 현장",
        "schools": "저희 시의 학교",
        "communities": "저희 시의 지역사회",
    }
    places = {
        "country": PlaceForms("귀국", "귀국 정부와 국민 여러분"),
        "embassy": PlaceForms("귀국", "귀국 정부와 국민 여러분"),
        "hospital": PlaceForms("귀 병원", "귀 병원 임직원 여러분"),
        "school": PlaceForms("귀교", "귀교 교직원과 학생 여러분"),
        "company": PlaceForms("귀사", "귀사 임직원 여러분"),
        "association": PlaceForms("귀 협회", "귀 협회 회원 여러분"),
        "own_mission": PlaceForms("귀 공관", "귀 공관 직원 여러분"),
        "person": PlaceForms("귀하", "가족 여러분"),
        **dict.fromkeys(
            ("city_government", "council", "domestic_office", "other", "body"),
            PlaceForms("귀 기관", "귀 기관 임직원 여러분"),
        ),
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

    # {stem} is 수원 of 수원시, {head} 시장 or 군수 or 구청장, {council} 수원시의회.
    ranks = {
        "mayor": RankForms("{stem}{head}"),
        "deputy_mayor": RankForms("{city} 부{head}"),
        "governor": RankForms("{city}지사"),
        "deputy_governor": RankForms("{city} 부지사"),
        "county_head": RankForms("{stem}{head}"),
        "district_head": RankForms("{stem}{head}"),
        "council_president": RankForms("{council} 의장"),
        "ambassador": RankForms("대사"),
        "consul_general": RankForms("총영사"),
        "consul": RankForms("영사"),
        "charge_d_affaires": RankForms("대사대리"),
    }
    # The ranks that the last syllable of a place's name must fit, where no title is on record.
    fitting = {
        "mayor": "시군구",
        "deputy_mayor": "시군구",
        "county_head": "군",
        "district_head": "구",
        "governor": "도",
        "deputy_governor": "도",
        "council_president": "시군구도",
    }

    # Places -------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        """귀 시, 귀 군; its people 수원시민 여러분. A state abroad is named, and 주민 live there."""
        if not name:
            return super().place_forms(kind, name, country)
        last = name[-1]
        if last in "시군구" or (last == "도" and country in ("KR", "KP")) or (last == "현" and country == "JP"):
            return place(last, PEOPLE[last])
        if kind in ("city", "municipality"):
            return PlaceForms("귀 시", "{name} 시민 여러분", people_named="{name} 시민")
        return NAMED

    # Counting -----------------------------------------------------------------------------------

    def number(self, quantity: Decimal) -> str:
        """Digits grouped by three below ten thousand; above, 억 and 만 in letters: 2만, 12만 3,500."""
        if quantity < TEN_THOUSAND or tidy(quantity) != quantity.to_integral_value():
            return format_decimal(tidy(quantity), "#,##0.###", locale=self.babel)
        rest, said = int(quantity), []
        for unit, name in ((HUNDRED_MILLION, "억"), (TEN_THOUSAND, "만")):
            count, rest = divmod(rest, unit)
            said += [f"{count:,}{name}"] if count else []
        return NO_BREAK.join([*said, *([f"{rest:,}"] if rest else [])])

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        own = word.measure if unit == "piece" else getattr(word, unit)
        counter = own or self.units[unit].measure
        return f"{word.bulk} {self.amount(quantity, self.number(quantity), counter, qualifier)}"

    def name_one(self, word: Word) -> str:
        return word.bulk  # a noun has no number here

    def amount(self, quantity: Decimal, number: str, counter: str, qualifier: str) -> str:
        """약 before the number; 여 between a round number and counter (2만여 장), else 이상 (docs/domain.md §4.1).

        After 만 and 억 a counter stands apart, after digits it may stand close: 2만 장, 7장.
        """
        if qualifier == "over" and quantity >= 10 and quantity % 10 == 0:
            return f"{number}여{NO_BREAK}{counter.strip()}"
        apart = NO_BREAK if number[-1:] in "만억" else ""
        frame = {"about": "약 {}{}{}", "over": "{}{}{} 이상"}.get(qualifier, "{}{}{}")
        return frame.format(number, apart, counter.strip())

    def money(self, value, currency, qualifier="exact"):
        name = self.currencies.get(currency) or get_currency_name(currency, locale=self.babel)
        number = format_decimal(value, "#,##0.00", locale=self.babel) if value % 1 else self.number(value)
        return f"성금 {self.amount(value, number, name, qualifier)}"

    # Times stand without 에: the texts write it, so that it also stands once after two times joined.

    def when_several(self, times):
        """과 fits every time: 년, 월 and 일 all end in a consonant."""
        *rest, last = self.years_once(times)
        return f"{', '.join(rest)}과 {last}" if rest else last

    def day(self, day):
        return f"{day.year}년 {day.month}월 {day.day}일"

    def month(self, month):
        return f"{month.year}년 {month.month}월"

    def year(self, year):
        return f"{year.year}년"

    def place_and_date(self, place, day):
        return self.day(day)

    def smooth(self, text):
        """The text with the one form of each particle that the sound before it asks for."""

        def settle(match):
            closed, with_l = ends_closed(match[1])
            if match[2] == "(으)로":
                return f"{match[1]}{'으로' if closed and not with_l else '로'}"
            return match[1] + PARTICLES[match[2]][0 if closed else 1]

        return PARTICLE.sub(settle, super().smooth(text))

    # Politeness ---------------------------------------------------------------------------------

    def rank_of(self, addressee: Addressee) -> str:
        """The post's own rank: what somebody is called stands at the end of the title itself."""
        return addressee.role

    def post(self, addressee: Addressee) -> str:
        """The title on record or the rank's own: 수원시장, 양평군수, 수원시의회 의장; else raises FormRequired."""
        if addressee.role == "person":
            return addressee.title
        post = addressee.title or self.usual(addressee)
        return f"{post} {ACTING}" if addressee.acting and "대행" not in post and "대리" not in post else post

    def usual(self, addressee: Addressee) -> str:
        """The rank's own title where the place has it."""
        city, last = addressee.city, addressee.city[-1:]
        title = self.forms(addressee).title
        if not title:
            raise FormRequired("")
        if addressee.role in self.fitting and last not in self.fitting[addressee.role]:
            if addressee.place_kind not in ("city", "municipality") or addressee.role not in self.headed:
                raise FormRequired("")
        head = HEADS.get(last)
        stem, council = self.stem(city) if head else f"{city} ", city and f"{city}의회"
        return title.format(city=city, stem=stem, head=head or "시장", council=council).strip()

    def stem(self, city: str) -> str:
        """A city's name as its mayor's title takes it: 수원 of 수원시."""
        return city[:-1] if city[-1:] in HEADS else city

    def salutation(self, addressee: Addressee) -> str:
        if addressee.is_organization:
            return f"{addressee.organization} 관계자 여러분께"
        post = self.post(addressee).split(" 겸 ")[0]
        spoken = SPOKEN_TITLE.search(post)
        if post and not spoken:
            raise FormRequired(post)
        title = spoken[0] if spoken else ""
        respect = "" if addressee.role in ("director", "official") else RESPECTED
        return f"{respect}{addressee.name} {title}님께" if title else f"{RESPECTED}{addressee.name}님께"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
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


LANGUAGE = Korean()
