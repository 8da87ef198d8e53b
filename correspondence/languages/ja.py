"""Japanese: 謹啓 and 拝啓 with the season where a letter has them, 様, 御中 or 閣下 once, counters after 万."""

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

LARGE_UNITS = ((Decimal(100_000_000), "億"), (Decimal(10_000), "万"))
# The season that a letter begins with, each from its month and day on: no 余寒 before 立春, no 残暑 before 立秋,
# no 盛夏 before 小暑, no 初夏 at the end of June.
SEASONS = (
    *("0101新春", "0108厳寒", "0204余寒", "0301早春", "0401陽春", "0501新緑", "0601向暑"),
    *("0708盛夏", "0808残暑", "0901初秋", "1001秋冷", "1101晩秋", "1116向寒", "1201師走"),
)
# A condolence, an offer of help and a notification begin at once; a kind of the office's own may be as grave.
GREETED = ("thanks", "letter", "congratulation", "greeting", "invitation", "request")
REVERENT, PLAIN = "謹白", "敬具"
OPENINGS = {REVERENT: "謹啓", PLAIN: "拝啓"}

# What a name may end in that tells its kind, and what is added to one that tells none (グアダラハラ, オハイオ).
MARKS = {
    "city": "市町村区",
    "municipality": "市町村区",
    "borough": "区市",
    "district": "区郡県市",
    "county": "郡県州市",
    "town": "町村邑面鎮",
    "village": "村町",
    "prefecture": "県府都道州",
    "province": "省県道州府",
    "state": "州",
    "region": "州道",
    "department": "県",
}
ADDED = {"province": "州", "prefecture": "県", "district": "区"}
ADDED_BY_COUNTRY = {
    "municipality": {"PH": "町"},
    "county": {**dict.fromkeys(("RO", "NO", "SE", "HU", "EE", "CN", "TW"), "県"), **dict.fromkeys(("GB", "IE"), "州")},
    "province": {"CN": "省", "VN": "省", "ES": "県", "IT": "県", "TR": "県", "KR": "道"},
}
WHOLE_NAMES = ("地区", "自治区", "地域圏", "地方", "共和国")  # named, and their people too: ○○の皆様

# Where a rank's usual title is sure in some countries only.
SURE_IN = {
    ("governor", "prefecture"): "JP",
    ("governor", "state"): "US MX BR",
    ("governor", "province"): "KR PH",
    ("deputy_governor", "prefecture"): "JP",
    ("deputy_governor", "state"): "US",
    ("county_head", "county"): "KR DE",
    ("district_head", "district"): "JP KR",
    ("deputy_mayor", "district"): "JP",
    ("council_president", "district"): "JP",
    ("council_president", "prefecture"): "JP",
}
KOREAN_TITLES = {"county_head": "{place}守", "district_head": "{place}庁長"}
ACTING_HEADS = ("mayor", "governor", "county_head", "district_head", "town_head", "village_head")
SAYS_ACTING = re.compile("代理|代行|職務執行者|事務取扱")
# What a title has around the word that tells its rank: （経済担当）, 兼議長, 職務代理者.
ASIDE = re.compile(r"[（(].*?[）)]|[兼、].*|\s+|(?:職務)?(?:代理者?|代行者?|執行者)$|事務取扱$|(?:様|殿|閣下)$")
HONOURED = re.compile("(?:様|殿下?|閣下)$")
# Degrees kept in Latin letters, before the name of somebody without a post; beside a post none is said.
DEGREES = {"Dr": "博士", "Prof": "教授"}
# Houses that are called by the end of their own name (貴省, 貴庁), and offices whose head is called by it and 長.
HOUSES = ("教区", "財団", "機構", "センター", *"省庁所館団局園社会")
HEADED = tuple("課部局室所院学校館署")
LARGE = re.compile("[大多][量数]の|.+を超える")


class Japanese(Language):
    """docs/domain.md §1.4, §2 (ja), §2.1, §3.2, §4, §13.3."""

    code = babel = "ja"
    order = 3
    word_code = "ja-JP"
    scripts = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA")
    word_forms = ("bulk", "measure")
    optional_forms = ("pair", "set")
    large_quantity = "大量の{bulk}"  # some is the bare noun: 若干の would belittle what they gave
    units = {
        "pair": Word(measure="組"),
        "set": Word(measure="セット"),
        "bottle": Word(measure="本"),
        "pack": Word(measure="パック"),
        "batch": Word(measure="ロット"),
        "carton": Word(measure="ケース"),
        "box": Word(measure="箱"),
        "kilogram": Word(measure="キログラム"),
        "tonne": Word(measure="トン"),
        "litre": Word(measure="リットル"),
    }
    currencies = {"CNY": "元", "JPY": "円", "GBP": "ポンド", "KRW": "ウォン"}
    money_unsaid = "寄附金"
    # The bare noun: before が拡大している (epidemic), と見舞われた; after このたびの and before により and の報.
    # Own names of occasions are entered so: 新型コロナウイルス感染症.
    occasions = {
        "epidemic": "感染症",
        "earthquake": "地震",
        "flood": "水害",
        "storm": "暴風雨",
        "fire": "火災",
        "accident": "事故",
    }
    beneficiaries = {"hospitals": "病院", "frontline": "最前線の現場", "schools": "学校", "communities": "各地域"}
    partnership_nouns = {"sister": "友好都市", "friendly": "友好交流都市", "prospective": "交流都市"}
    places = {
        "country": PlaceForms("貴国", "貴国政府及び国民の皆様"),
        "embassy": PlaceForms("貴館", "貴館の皆様"),
        "own_mission": PlaceForms("貴館", "貴館の皆様"),
        "hospital": PlaceForms("貴院", "貴院の皆様"),
        "school": PlaceForms("貴校", "貴校の皆様"),
        "university": PlaceForms("貴学", "貴学の皆様"),
        "company": PlaceForms("貴社", "貴社の皆様"),
        "association": PlaceForms("貴会", "貴会の皆様"),
        "council": PlaceForms("貴議会", "貴議会の皆様"),
        "person": PlaceForms("貴殿", "ご家族の皆様"),
        "bank": PlaceForms("貴行", "貴行の皆様"),
        **{house: PlaceForms(f"貴{house}", f"貴{house}の皆様") for house in HOUSES},
        **dict.fromkeys(
            ("city_government", "department", "domestic_office", "other", "body"), PlaceForms("貴機関", "貴機関の皆様")
        ),
    }
    where_in_city = "{city}において"
    where_in_country = "貴国において"
    where_else = "貴地において"
    own_country = "中華人民共和国"
    place_line = "{country}{region}{city}"
    unofficial = "（参考訳）"
    together = "{things}（{others}と共同でのご寄贈）"
    from_place = "{place}の{giver}様"
    named_person = "{name}氏"  # of our own people too, whom a letter does not raise before its reader
    contractions = {
        "義援金寄附金": "義援金",  # a text's own word for money after a disaster
        "氏様": "様",
        r"(貴[市町村区郡県]の)([^、。]+(?:、|及び))\1": r"\1\2",  # said once of two givers
        "(?<=[ァ-ヶー]) (?=[ァ-ヶー])": "・",
    }
    fonts = ("Noto Serif CJK JP",)
    east_asian_font = "Noto Serif CJK JP"
    font_size, word_font_size = 14, 14
    line_height = 1.75
    indent = 1
    parts = ("place_and_date", "addressee", "signature", "heading", "salutation", "body", "closing")

    # {place} always has its kind (栗東市), {mark} is the kind alone; what has neither place nor words is asked for.
    ranks = {
        **dict.fromkeys(
            ("mayor", "county_head", "district_head", "town_head", "village_head"),
            RankForms("{place}長", closing=REVERENT),
        ),
        "deputy_mayor": RankForms("{place}副{mark}長"),
        "governor": RankForms("{place}知事", closing=REVERENT),
        "deputy_governor": RankForms("{place}副知事"),
        "prefect": RankForms(closing=REVERENT),
        "council_president": RankForms("{place}議会議長"),
        "minister": RankForms(honorific="閣下", called="閣下", closing=REVERENT),
        "ambassador": RankForms("特命全権大使", honorific="閣下", called="閣下", closing=REVERENT),
        "consul_general": RankForms("総領事"),
        "consul": RankForms("領事"),
        "charge_d_affaires": RankForms("臨時代理大使"),
        "bishop": RankForms(closing=REVERENT),
        "royal": RankForms(honorific="殿下", called="殿下", closing=REVERENT),
        "committee_chair": RankForms("{place}人民委員会委員長", closing=REVERENT),
        "party_secretary": RankForms(closing=REVERENT),
    }
    headed = {
        "mayor": ("city", "municipality"),
        "deputy_mayor": ("city", "municipality", "town", "village", "district"),
        "council_president": ("city", "municipality", "town", "village", "district", "prefecture"),
        "governor": ("prefecture", "state", "province"),
        "deputy_governor": ("prefecture", "state"),
        "county_head": ("county",),
        "district_head": ("district",),
        "town_head": ("town",),
        "village_head": ("village",),
        "committee_chair": ("city", "province", "district", "town"),
        # Their titles differ too much to be told from the rank: 学長 or 総長, 会長 or 理事長.
        **dict.fromkeys(
            ("prefect", "minister", "rector", "bishop", "royal", "judge", "prosecutor", "party_secretary"), ()
        ),
        "association_head": (),
    }
    titles = (
        ("殿下|親王|王妃$|皇太子", "royal"),
        ("(?:司教|主教|枢機卿)$", "bishop"),
        ("代理(?:大使|公使)$", "charge_d_affaires"),
        ("(?:観光|親善|文化)大使$|大使館.*(?<!大使)$|副大臣$|副議長$|副会長$|副理事長$|副学長$|副校長$", "official"),
        ("大使$", "ambassador"),
        ("副総領事$|(?<!総)領事$", "consul"),
        ("総領事$", "consul_general"),
        ("副[市町村区郡]長$|副区庁長$|副郡守$|助役$", "deputy_mayor"),
        ("副知事$|副総督$|副州知事$", "deputy_governor"),
        ("議会議長$|市会議長$|^議長$", "council_president"),
        ("人民委員会(?:委員長|主席)$", "committee_chair"),
        ("委(?:員会)?書記$", "party_secretary"),
        ("行政(?:府|庁)長官$|軍政府長官$|知事$|州総督$|州首相$", "governor"),
        ("地方長官$", "prefect"),
        ("大臣$|首相$|国務長官$|財務長官$", "minister"),
        ("市長$", "mayor"),
        ("郡守$|郡長$|県長$", "county_head"),
        ("区長$|区庁長$", "district_head"),
        ("(?:町|邑|鎮)長$", "town_head"),
        ("(?:村|面|洞|里)長$", "village_head"),
        ("裁判所長官?$|判事$|裁判官$", "judge"),
        ("検事(?:正|長|総長)?$|検察官$|検察(?:庁|院)(?:長|検事長)$", "prosecutor"),
        ("(?<!事務)総長$|学長$|校長$", "rector"),
        ("会長$|理事長$|会頭$|総裁$", "association_head"),
        ("[局部課室処所院館署係班]長$|センター長$|次長$|主幹$|補佐$|ディレクター$|マネージャー$", "director"),
        (
            "(?:[長員事監者師授任記]|(?<!長)官)$|顧問|担当|公使|社長|代表|取締役|相談役|主査|専門|コーディネーター",
            "official",
        ),
    )

    # Counting ---------------------------------------------------------------------------------------

    def number(self, quantity: Decimal, pattern: str = "#,##0.###") -> str:
        """Digits below ten thousand, 万 and 億 above, as official writing has it: 3万, 26万5,000."""
        parts, quantity = [], tidy(quantity)
        for unit, name in LARGE_UNITS:
            count, quantity = divmod(quantity, unit)
            if count:
                parts.append(f"{format_decimal(count, '#,##0', locale=self.babel)}{name}")
        if quantity or not parts:
            parts.append(format_decimal(quantity, pattern, locale=self.babel))
        return "".join(parts)

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        if unit == "batch" and quantity == 1:
            return f"{word.bulk}一式"
        counter = word.measure if unit == "piece" else getattr(word, unit) or self.units[unit].measure
        return self.amount(word.bulk, quantity, self.number(quantity) + counter, qualifier)

    def uncounted(self, word, qualifier):
        """多数の where single things are counted, 大量の of sheets and masses."""
        single = qualifier == "large" and word.measure in ("台", "冊", "着")
        return f"多数の{word.bulk}" if single else super().uncounted(word, qualifier)

    def name_one(self, word):
        return self.count(word, Decimal(1))

    def amount(self, noun: str, quantity: Decimal, counted: str, qualifier: str) -> str:
        """マスク約20枚, マスク26万枚余り; of no round number 9枚を超えるマスク, for 9枚以上 may be nine."""
        if qualifier == "over":
            is_round = quantity >= 10 and quantity % 10 == 0
            return f"{noun}{counted}余り" if is_round else f"{counted}を超える{noun}"
        return f"{noun}{'約' if qualifier == 'about' else ''}{counted}"

    def money(self, value, currency, qualifier="exact"):
        """The sum after what it is: a bare one is no gift."""
        name = self.currencies.get(currency) or get_currency_name(currency, locale=self.babel).replace(" ", "")
        number = self.number(value, "#,##0.00" if value % 1 else "#,##0")
        return self.amount(self.money_unsaid, value, f"{number}{name}", qualifier)

    def join(self, phrases):
        """甲、乙及び丙; of two sums what they are is said once, and 大量の stands last, lest it hold for the next."""
        phrases, money = sorted(phrases, key=lambda phrase: bool(LARGE.match(phrase))), self.money_unsaid
        *rest, last = [
            (phrase.removeprefix(money) or phrase) if before.removeprefix(money) != before != money else phrase
            for before, phrase in zip(["", *phrases], phrases, strict=False)
        ]
        return f"{'、'.join(rest)}及び{last}" if rest else last

    # Times stand without に: the texts write it, so that it also stands once after two times joined. -----------

    def when_several(self, times):
        return self.join(self.years_once(times))

    def month(self, month):
        return f"{month.year}年{month.month}月"

    def year(self, year):
        return f"{year.year}年"

    def list_item(self, when, things):
        return f"{when}：{things}"

    def place_and_date(self, place, day):
        return self.day(day)

    # Places -----------------------------------------------------------------------------------------

    def mark_of(self, kind: str, name: str, country: str) -> str:
        """The character that tells what a place is: the name's own last one, else the one that its kind is given."""
        marks = MARKS.get(kind, MARKS["city"])
        if name[-1:] in marks:
            return name[-1:]
        return ADDED_BY_COUNTRY.get(kind, {}).get(country) or ADDED.get(kind, marks[0])

    def place_forms(self, kind, name="", country=""):
        """貴市, 貴県; a state and 北海道 are named, for 貴州 is a province of China, 貴道 unusual."""
        if not name:
            return super().place_forms(kind, name, country)
        if name.endswith(WHOLE_NAMES):
            return PlaceForms("{name}", "{name}の皆様", people_named="{name}の人々")
        mark = self.mark_of(kind, name, country)
        named = "{name}" if name.endswith(mark) else "{name}" + mark
        yours = named if mark in "州道" else f"貴{mark}"
        return PlaceForms(yours, f"{yours}民の皆様", named, f"{named}民")

    def body_kind(self, kind, name):
        """A university is 貴学, another school 貴校; a bank 貴行; a ministry 貴省, a court 貴所, the Red Cross 貴社."""
        if kind == "school":
            return "university" if re.search("大学|高等専門学校|カレッジ", name) else kind
        if kind == "company":
            return "bank" if name.endswith("銀行") else kind
        house = next((house for house in HOUSES if name.endswith(house)), kind)
        return house if kind in ("other", "association", "domestic_office", "body") else kind

    # Forms of address ---------------------------------------------------------------------------------

    def rank_told(self, title):
        return super().rank_told(title if re.search("代理(?:大使|公使)", title) else ASIDE.sub("", title))

    def is_usual(self, addressee):
        sure = SURE_IN.get((addressee.role, addressee.place_kind), addressee.country)
        return super().is_usual(addressee) and addressee.country in sure

    def rank_of(self, addressee):
        rank = super().rank_of(addressee)
        return "charge_d_affaires" if rank == "ambassador" and addressee.acting else rank

    def is_greeted(self, addressee: Addressee) -> bool:
        """Whether the letter has an opening word, season and good wishes; a condolence never (docs/domain.md §1.4)."""
        return addressee.kind in GREETED and not addressee.condolence

    def ending(self, addressee: Addressee) -> str:
        """The closing word that the rank is owed."""
        return self.forms(addressee).closing or PLAIN

    def salutation(self, addressee: Addressee) -> str:
        if not self.is_greeted(addressee):
            return ""
        whom = self.wished_well(addressee)
        wishes = "ご清栄" if whom != self.forms(addressee).called else "ご清祥" if whom else "ご健勝"
        whom = f"{whom}におかれましては" if whom else ""
        opening = f"{OPENINGS[self.ending(addressee)]}　{self.season(addressee)}"
        return f"{opening}、{whom}ますます{wishes}のこととお慶び申し上げます。"

    def season(self, addressee: Addressee) -> str:
        """The season of the letter's day in Japan; for a reader elsewhere none."""
        if addressee.on is None or addressee.country not in ("", "JP"):
            return "時下"
        return next(season[4:] for season in reversed(SEASONS) if season[:4] <= f"{addressee.on:%m%d}") + "の候"

    def wished_well(self, addressee: Addressee) -> str:
        """Who is said to prosper: the place, the house or the person of an office; a private person goes unnamed."""
        rank = self.rank_of(addressee)
        if rank == "person":
            return ""
        if self.forms(addressee).called and self.honorific(addressee) != "様":
            return self.forms(addressee).called
        if rank == "council_president" or addressee.body_kind == "council":
            return self.places["council"].your
        if addressee.city and addressee.body_kind in ("", "city_government", "department"):
            return self.your_place(addressee.place_kind, addressee.city, addressee.country)
        return self.your_place(self.body_kind(addressee.body_kind or "body", addressee.organization))

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [f"{addressee.organization}　御中"]
        post, house = self.post(addressee), addressee.organization
        post = "" if addressee.role == "person" else HONOURED.sub("", post)
        if post and house.endswith(HEADED) and f"{house}長".endswith(post):
            post = f"{house}長"  # 栗東市国際交流課 and 国際交流課長 are one
        named = (post, *self.named(addressee, post), self.honorific(addressee))
        line = "　".join(part for part in named if part)
        houses = tuple(name for name in (addressee.city, house) if name)
        return [line] if not house or post.startswith(houses) else [house, line]

    def named(self, addressee: Addressee, post: str) -> tuple[str, str]:
        """What stands before the name, and the name: 医学博士; Sir is part of it."""
        prefix, name = addressee.prefix.rstrip("."), self.spaced(addressee)
        if prefix == "Sir":
            return "", f"サー・{name}"
        return ("" if post and prefix in DEGREES else DEGREES.get(prefix, addressee.prefix)), name

    def honorific(self, addressee: Addressee) -> str:
        """閣下 for an ambassador and a foreign minister, 様 for nearly everybody else."""
        honorific = self.forms(addressee).honorific or "様"
        return "様" if self.rank_of(addressee) == "minister" and addressee.country == "JP" else honorific

    def post(self, addressee: Addressee) -> str:
        """The title on record, else the rank's own (栗東市長, 日野町副町長), with its 職務代理者 where it is acting."""
        self.rank_of(addressee)  # raises FormRequired
        title = addressee.title or self.usual_title(addressee)
        if not addressee.acting or not title or SAYS_ACTING.search(title):
            return title
        if addressee.role not in ACTING_HEADS:
            return f"{title}{'代理' if title.endswith(('大使', '領事')) else '職務代行者'}"
        deputy = addressee.title and self.rank_told(title) != addressee.role and self.is_usual(addressee)
        return f"{self.usual_title(addressee)}職務代理者　{title}" if deputy else f"{title}職務代理者"

    def usual_title(self, addressee: Addressee) -> str:
        """The title that a rank has in such a place, or "" for one that goes by name alone; raises FormRequired."""
        rank = "charge_d_affaires" if addressee.acting and addressee.role == "ambassador" else addressee.role
        title = self.ranks.get(rank, RankForms()).title
        if addressee.country == "KR":
            title = KOREAN_TITLES.get(rank, title)
        if "{place}" in title and not addressee.city:
            raise FormRequired("")
        where = (addressee.place_kind, addressee.city, addressee.country)
        place = self.named_place(*where) if addressee.city else ""
        return title.format(place=place, mark=place[-1:])

    def spaced(self, person: Addressee | Signatory) -> str:
        """A name written closed, opened between family and given name: 栗東　太郎; a foreign one with its dots."""
        if person.given and person.name == f"{person.family}{person.given}":
            return f"{person.family}　{person.given}"
        return self.smooth(person.name)

    def closing(self, addressee: Addressee) -> str:
        return self.ending(addressee) if self.is_greeted(addressee) else ""

    def signature(self, signatory: Signatory) -> list[str]:
        if not signatory.name:
            return [signatory.identity]
        return [signatory.identity, "　".join(part for part in (signatory.title, self.spaced(signatory)) if part)]


LANGUAGE = Japanese()
