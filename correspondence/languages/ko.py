"""Korean: numbers by 만, counters, 귀하 and 귀중 once, and particles that fit the last sound of the word before."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import NO_BREAK, Addressee, Language, PlaceForms, RankForms, Signatory, Word, tidy
from correspondence.languages.base.hangul import particle, with_particles

RESPECTED = "존경하는 "
HELD_IN_HONOUR = "깊은 경의를 표하며, 감사합니다."

# What a name may end in, by kind of place. The kind decides: 톨레도 is no 도, 광주 no 주.
ENDINGS = {
    **dict.fromkeys(("city", "municipality"), "시"),
    **dict.fromkeys(("borough", "district"), "구"),
    "": "시|군|구",
    "county": "군|현|카운티",
    "town": "읍|면|정",
    "prefecture": "현|도|부|주",
    "province": "도|성|주",
    **dict.fromkeys(("state", "department"), "주"),
    "region": "도|주",
}
KOREAN_ENDINGS = "시|군|구|도|읍|면"  # in Korea the name is right, whatever kind is ticked
PEOPLE_JOINED = "시군구도읍면현부"  # 수원시민, 양평군민; the others have 주민
# The head of a place with such a name, his rank, and the countries where that is sure; everywhere for 시.
HEADS = {
    "시": ("시장", "mayor", None),
    "군": ("군수", "county_head", ("KR", "")),
    "구": ("구청장", "district_head", ("KR", "JP", "")),
    "도": ("도지사", "governor", ("KR", "JP")),
    "현": ("현지사", "governor", ("JP",)),
    "주": (" 주지사", "governor", ("US", "MX", "BR")),
    "읍": ("읍장", "town_head", ("KR",)),
    "면": ("면장", "town_head", ("KR",)),
    "정": ("정장", "town_head", ("JP",)),
}
CITIES = ("city", "municipality", "")
MISSIONS = ("ambassador", "consul_general", "consul", "charge_d_affaires")
BODIES = ("city_government", "council", "own_mission", "domestic_office", "other", "body")

# Titles, as regular expressions, by the rank that they tell; each ends the title or stands before 겸, a comma or (.
STANDS_IN = "(?:권한|직무) ?(?:대행|대리)자?"
OF_PLACES = {
    "mayor": "시장",
    "governor": "(?:(?<= )주)?지사|(?<=주 )(?:수상|총리)|주(?:수상|총리)",
    "county_head": "군수",
    "district_head": "구청장|구장",
    "town_head": "[읍면정]장",
    "village_head": "[촌이동]장",
}
BEFORE_HEADS = {
    "deputy_mayor": "부(?:시장|군수|구청장|구장|[읍면]장)",
    "deputy_governor": "(?<!오사카)(?<!교토)부(?:지사|수상|총리)",
}
OTHERS = {
    "charge_d_affaires": "대사 ?대리|(?:임시)?대리대사",
    "consul_general": "(?<!부)총영사",
    "consul": "부총영사|부?영사",
    "ambassador": "(?<!홍보)(?<!친선)대사",
    "minister": "장관",
    "bishop": "추기경|대주교|주교|대?교구장",
    "prosecutor": "검찰총장|검사장|지청장|검사",
    "judge": "법원장|재판장|판사|대법관",
    "committee_chair": "부?위원장",
    "party_secretary": "서기",
    "rector": "(?<!사무)총장|학장|교장",
    "association_head": "부?(?:회장|이사장|사장|병원장|원장)|대표이사|대표",
    "council_president": "부?의장|의원",
    "director": "(?:본부|센터|사무국|지사|사무총|[과국실팀부소단관청처])장|담당관",
    "official": "참사관|서기관|공사|무관|사무관|주무관|비서관?|대변인|교수|이사|감사|간사",
}


def place(your: str, people: str, named: str = "{name} ") -> PlaceForms:
    """귀 시, 수원시민 여러분, 수원시민; ``named`` is what stands before the people."""
    return PlaceForms(f"귀 {your}", f"{named}{people} 여러분", people_named=f"{named}{people}")


def told(words: str) -> str:
    """The regular expression that finds a title's last word, with who stands in for the holder."""
    return rf"(?:{words})(?: ?{STANDS_IN})?(?= 겸 |[,·(]|$)"


class Korean(Language):
    """docs/domain.md §1.5 (서한), §2 (ko), §2.1, §3.2, §4, §13.4.

    A text writes both forms of a particle after a word that it does not know, {gifts_received}을(를); one is chosen.
    """

    code = babel = "ko"
    order = 4
    word_code = "ko-KR"
    scripts = ("HANGUL",)
    word_forms = ("bulk", "measure")
    optional_forms = ("pair", "set")
    large_quantity = "다량의 {bulk}"
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
    currencies = {"CNY": "위안", "JPY": "엔", "KRW": "원", "EUR": "유로", "GBP": "파운드", "USD": "달러"}
    # The bare noun, before 확산 (epidemic), 소식, 피해 상황 or a particle. Own names are entered so: 코로나19.
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
    beneficiaries = {"hospitals": "병원", "frontline": "최일선 현장", "schools": "학교", "communities": "지역사회"}
    where_in_city = "{city}에서"
    where_in_country = "귀국에서"
    where_else = "계신 곳에서"
    money_unsaid = "성금"
    together = "{things}({others}과(와) 함께)"
    from_place = "{place}의 {giver}"
    place_said_once = True
    named_person = "{name} 님"
    own_country = "중화인민공화국"
    place_line = "{country} {region} {city}"
    unofficial = "비공식 번역문"
    fonts = ("Noto Serif CJK KR",)
    east_asian_font = "Noto Serif CJK KR"
    font_size, word_font_size = 12.5, 12.5
    line_height = 1.75
    indent = 1
    parts = ("addressee", "heading", "salutation", "body", "closing", "place_and_date", "signature")

    # Places whose names have none of the endings above (else 수원시민), and bodies.
    places = {
        **dict.fromkeys(("city", "municipality"), place("시", "시민")),
        **dict.fromkeys(("borough", "district"), place("구", "구민")),
        "county": place("군", "군민"),
        "prefecture": place("현", "현민"),
        "state": place("주", "주민"),
        **dict.fromkeys(("town", "village", "province", "region", "department"), place("지역", "주민")),
        "country": PlaceForms("귀국", "귀국 정부 및 국민 여러분"),
        "hospital": PlaceForms("귀 병원", "귀 병원 임직원 여러분"),
        "school": PlaceForms("귀교", "귀교 교직원 및 학생 여러분"),
        "company": PlaceForms("귀사", "귀사 임직원 여러분"),
        "association": PlaceForms("귀 단체", "귀 단체 임직원 여러분"),
        "society": PlaceForms("귀 협회", "귀 협회 임직원 여러분"),
        "embassy": PlaceForms("귀 대사관", "귀 대사관 직원 여러분"),
        **dict.fromkeys(BODIES, PlaceForms("귀 기관", "귀 기관 구성원 여러분")),
        "person": PlaceForms("귀하", "가족 친지 여러분"),
    }

    # Titles of places' heads follow from the place's name (usual_title); of the other ranks only these are made.
    ranks = {
        **dict.fromkeys((*OF_PLACES, *OTHERS), RankForms(respect=RESPECTED)),
        "mayor": RankForms("시장", respect=RESPECTED),
        "deputy_mayor": RankForms("부시장", respect=RESPECTED),
        "deputy_governor": RankForms(respect=RESPECTED),
        "council_president": RankForms("의장", respect=RESPECTED),
        "ambassador": RankForms("대사", respect=RESPECTED, closing=HELD_IN_HONOUR),
        "consul_general": RankForms("총영사", respect=RESPECTED),
        "consul": RankForms("영사", respect=RESPECTED),
        "charge_d_affaires": RankForms("대사대리", respect=RESPECTED),
        "minister": RankForms(respect=RESPECTED, closing=HELD_IN_HONOUR),
        "bishop": RankForms(respect=RESPECTED, closing=HELD_IN_HONOUR),
        "director": RankForms(),
        "official": RankForms(),
    }
    titles = (
        *((rf"(?<!부)(?:{words}) ?{STANDS_IN}", rank) for rank, words in OF_PLACES.items()),
        *((told(words), rank) for ranks in (BEFORE_HEADS, OF_PLACES, OTHERS) for rank, words in ranks.items()),
    )

    # Counting ---------------------------------------------------------------------------------------

    def number(self, quantity: Decimal) -> str:
        """From 만 up by groups of four, without commas: 26만 5000 (한글 맞춤법 제44항); a fraction in digits alone."""
        quantity = tidy(quantity)
        if quantity < 10_000 or quantity % 1:
            return format_decimal(quantity, locale=self.babel)
        groups, rest = [], int(quantity)
        for unit in ("", "만", "억", "조"):
            rest, group = divmod(rest, 10_000) if unit != "조" else (0, rest)
            groups.append(f"{group}{unit}" if group else "")
        return NO_BREAK.join(filter(None, reversed(groups)))

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        own = getattr(word, unit) if unit in self.optional_forms else ""
        return f"{word.bulk} {self.amount(quantity, own or self.units.get(unit, word).measure, qualifier)}"

    def uncounted(self, word, qualifier):
        return f"{word.bulk} 여러 {word.measure}" if qualifier == "some" else super().uncounted(word, qualifier)

    def name_one(self, word):
        return f"{word.bulk} 한 {word.measure}"

    def amount(self, quantity: Decimal, counter: str, qualifier: str) -> str:
        """Number and counter, apart after 만 (2만 장); 약 before, 여 after a round number (26만여 장), else 남짓 after.

        이상 would be "so many or more"; no comma stands before 여.
        """
        number = self.number(quantity)
        if qualifier == "over" and quantity >= 10 and quantity % 10 == 0:
            return f"{number.replace(',', '')}여{NO_BREAK}{counter}"
        gap = NO_BREAK if " " in counter or not number[-1].isdigit() else ""
        frame = {"about": f"약{NO_BREAK}{{}}", "over": "{} 남짓"}.get(qualifier, "{}")
        return frame.format(f"{number}{gap}{counter}")

    def money(self, value, currency, qualifier="exact"):
        """성금 100만 엔; of the dollars the American one is told by 미화."""
        name = self.currencies.get(currency) or get_currency_name(currency, locale=self.babel)
        told = self.amount(Decimal(value), name, qualifier)
        return f"{self.money_unsaid} {'미화 ' if currency == 'USD' else ''}{told}"

    def join(self, phrases):
        """With 과 or 와 before the last; with 및 where the sound is not told."""
        *rest, last = phrases
        if not rest:
            return last
        return f"{', '.join(rest)}{particle(rest[-1], '과(와)') or ' 및'} {last}"

    # Times stand without 에: the texts write it, so that it also stands once after two times joined.

    def when_several(self, times):
        return self.join(self.years_once(times))

    def month(self, month):
        return f"{month.year}년 {month.month}월"

    def year(self, year):
        return f"{year.year}년"

    def smooth(self, text):
        """Particles as the words before ask for them, no gap where a choice was empty."""
        return re.sub(" {2,}", " ", with_particles(text)).strip(" ")

    # Places -----------------------------------------------------------------------------------------

    def place_forms(self, kind, name="", country=""):
        ending = self.ending(kind, name, country)
        if not ending:
            return super().place_forms(kind, name, country)
        if ending not in PEOPLE_JOINED:
            return place("지역" if ending == "정" else ending, "주민")
        return place(ending, "민", re.sub("(?:특별자치|특별|광역|특례)(?=[시도]$)", "", name))

    def ending(self, kind: str, name: str, country: str) -> str:
        """What a place's name says that it is, where such a place may be that: 시 of 수원시; else ""."""
        endings = "|".join(filter(None, (ENDINGS.get(kind), country == "KR" and KOREAN_ENDINGS)))
        found = re.search(f"(?:{endings})$", name) if endings else None
        return found[0] if found else ""

    def body_kind(self, kind, name):
        """Only what is called 협회 is one: the Red Cross or a foundation is 귀 단체."""
        return "society" if kind == "association" and name.endswith("협회") else kind

    def full_place(self, city, region):
        return " ".join(super().full_place(city, region).split())

    # Politeness -------------------------------------------------------------------------------------

    def is_usual(self, addressee: Addressee) -> bool:
        """A director without a title is written to by name, above whom the office stands; 과장 is a rank."""
        return addressee.role == "director" or bool(self.usual_title(addressee))

    def usual_title(self, addressee: Addressee) -> str:
        """The title that follows from rank and place: 수원시장, 양평군수, 수원시 부시장, 수원시의회 의장; else ""."""
        city, role = addressee.city, addressee.role
        ending = self.ending(addressee.place_kind, city, addressee.country)
        head, rank, where = HEADS.get(ending, ("", "", None))
        if not head and addressee.place_kind in CITIES:
            ending, head, rank = "", " 시장", "mayor"
        if role in MISSIONS:
            return self.ranks[role].title
        if not head or (where and addressee.country not in where):
            return ""
        deputy = "부지사" if rank == "governor" else f"부{head.strip()}"
        titles = {
            "mayor": city.removesuffix(ending) + head,
            rank: city.removesuffix(ending) + head,
            "deputy_mayor": f"{city} {deputy}",
            "deputy_governor": f"{city} {deputy}" if rank == "governor" else "",
            "council_president": f"{city}{'' if ending or not city else ' 시'}의회 의장" if rank != "town_head" else "",
        }
        return titles.get(role, "").strip() if city else self.ranks.get(role, RankForms()).title

    def post(self, addressee: Addressee) -> str:
        """The title on record or the usual one; who only acts says so: 수원시장 권한대행, of bodies 직무대행."""
        title = addressee.title or self.usual_title(addressee)
        if not addressee.acting or not title or re.search(STANDS_IN, title):
            return title
        rank = self.rank_told(title) or addressee.role
        acts = {**dict.fromkeys(OF_PLACES, " 권한대행"), "ambassador": "대리", "charge_d_affaires": ""}
        return title + acts.get(rank, " 직무대행")

    def named(self, addressee: Addressee, title: str) -> str:
        """What is called by 님 or 귀하: the name, with what follows it where no title stands before."""
        prefix = {"Dr": "박사", "Prof": "교수", "Sir": "경"}.get(addressee.prefix.rstrip("."), addressee.prefix)
        after = "" if title else prefix
        if title.endswith("교구장"):
            after = "대주교" if title.endswith("대교구장") else "주교"
        return f"{addressee.name} {after}".strip()

    def salutation(self, addressee: Addressee) -> str:
        if addressee.is_organization:
            return f"{addressee.organization} 관계자 여러분께"
        rank = self.rank_of(addressee)
        post = self.post(addressee)
        found = next(filter(None, (re.search(words, post) for words, _rank in self.titles)), None)
        named = self.named(addressee, post)
        called = found[0] if found and not post.endswith("교구장") else ""
        gap = "" if called or named != addressee.name else " "
        respect = self.ranks[rank].respect if post else RESPECTED
        return f"{respect}{f'{named} {called}'.strip()}{gap}님께"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [f"{addressee.organization} 귀중"]
        self.rank_of(addressee)
        post = self.post(addressee)
        line = f"{post} {self.named(addressee, post)} 귀하".strip()
        stem = addressee.city.removesuffix(self.ending(addressee.place_kind, addressee.city, addressee.country))
        told = (stem, addressee.organization.removesuffix("관"))  # 주중국 대한민국 대사 tells 대사관
        if not addressee.organization or any(name and post.startswith(name) for name in told):
            return [line]
        return [addressee.organization, line]

    def closing(self, addressee: Addressee) -> str:
        """Of a condolence one that is true whether or not there are dead; a title it does not know stops no closing."""
        if addressee.condolence:
            return "다시 한번 삼가 위로의 말씀을 드립니다."
        rank = self.rank_told(addressee.title) or addressee.role
        return self.ranks.get(rank, RankForms()).closing or "감사합니다."

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, f"{signatory.title} {signatory.name}".strip()]

    def place_and_date(self, place, day):
        return self.day(day)


LANGUAGE = Korean()
