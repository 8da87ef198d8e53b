"""Simplified Chinese: measure words, 万 for large numbers, the whole title and name, 阁下 only where it is due."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import (
    FEMALE,
    MALE,
    Addressee,
    FormRequired,
    GenderRequired,
    Language,
    PlaceForms,
    RankForms,
    Signatory,
    Word,
    tidy,
)
from crm.han_forms import is_simplified
from crm.scripts import is_written_in

TEN_THOUSAND, HUNDRED_MILLION = Decimal(10_000), Decimal(100_000_000)
REVERENCE, RESPECTS, SYMPATHY, AT_HOME = "顺致崇高的敬意！", "顺致敬意！", "谨致诚挚的慰问。", "此致\n敬礼！"
HOME = ("CN", "HK", "MO", "TW")
CITIES = ("city", "municipality")
# The kinds of places that are no 市 where the last character of the name does not tell what they are.
UNNAMED = (
    *("state", "region", "department", "prefecture", "province", "county", "borough", "district", "town", "village"),
)
# What a place's head is called, by the end of its name, and the countries where that is sure; elsewhere a title is
# asked for: 州 and 郡 have heads of many names, the head of a Japanese 县 is its governor.
HEADS = {
    "市": ("市长", ()),
    "区": ("区长", ()),
    "町": ("町长", ()),
    "村": ("村长", ()),
    "镇": ("镇长", ()),
    "乡": ("乡长", ()),
    "县": ("县长", ("CN", "TW", "DE", "US")),
    "郡": ("郡守", ("KR", "KP", "")),
}
GOVERNORS = {
    "州": ("州长", ("US", "MX", "BR", "AU", "IN", "RU", "UA")),
    "省": ("省长", ("PH", "CN", "KP", "AR", "ID")),
    "道": ("知事", ("JP", "KR")),
    **dict.fromkeys("县都府", ("知事", ("JP",))),
}
OF_PLACES = ("mayor", "county_head", "district_head", "town_head", "village_head")
# The words that titles end with and that their holders are called by, with the ranks that they tell; "" goes by the
# post's own. 国际交流处处长 is called 处长, 教育长 is a word of its own.
RANK_WORDS = {
    "mayor": "市长",
    "governor": "州长 省长 知事 大区主席",
    "county_head": "县长 郡守 郡长",
    "district_head": "区长 区厅长",
    "town_head": "町长 镇长 乡长",
    "village_head": "村长",
    "minister": "大臣 国务卿",
    "ambassador": "大使",
    "consul_general": "总领事",
    "consul": "领事",
    "charge_d_affaires": "临时代办 代办",
    "bishop": "主教 大主教 都主教",
    "royal": "亲王 内亲王 王子 公主 长公主 王储 王储妃 王妃 太子 太子妃 大公",
    "judge": "法官",
    "prosecutor": "检察官 检察长",
    "": "部长 议长 主席 书记 主任 校长 院长 学长 总长 园长 会长 理事长 董事长 社长 行长 局长 厅长 处长 科长 课长 系长 "
    "室长 司长 署长 所长 站长 台长 馆长 团长 队长 组长 秘书长 委员长 教育长 护士长 总裁 总监 总经理 经理 长官 省督 "
    "公使 参赞 武官 秘书 随员 专员 助理 参事 主事 理事 监事 董事 委员 议员 代表 顾问 教授 发言人 干事 督察",
}
RANK_OF = {word: rank for rank, words in RANK_WORDS.items() for word in words.split()}
CALLED = re.compile(rf"(?:名誉|代理|代)?副?(?:{'|'.join(sorted(RANK_OF, key=len, reverse=True))})$")
DEPUTIES = {
    **dict.fromkeys(OF_PLACES, "deputy_mayor"),
    "governor": "deputy_governor",
    "consul_general": "consul",
    "consul": "consul",
}
HEAD_OF_STATE = re.compile(r"(?:国家主席|总统|总理|首相|国王|女王|天皇)$")  # whom no city writes to by itself
OFFICE_HOLDER = re.compile(r"[长官员师监卿]$")  # an unknown word that is somebody all the same: 消防总监, 联络官
EXCELLENCIES = ("州长", "省长", "知事", "部长", "大臣", "国务卿", "大使")
WITH_COURTESY = ("总领事", "领事", "临时代办", "代办", "法官", "检察官")
BEFORE_NAMES = ("拿督", "拿汀", "拿督斯里", "丹斯里", "敦")
PREFIXES = {
    "Dr": "博士",
    "Prof": "教授",
    "Sir": "爵士",
    "Atty": "律师",
    "Engr": "工程师",
    "Datuk": "拿督",
    "Dato": "拿督",
}
HIGH = (*OF_PLACES, "governor", "prefect", "committee_chair", "party_secretary", "minister", "ambassador", "bishop")
LOW = (
    *("deputy_mayor", "deputy_governor", "council_president", "consul_general", "consul", "charge_d_affaires"),
    *("rector", "judge", "prosecutor", "director", "association_head", "official"),
)


def place(word: str) -> PlaceForms:
    """贵市, 贵市人民, 衡阳市人民."""
    return PlaceForms(f"贵{word}", f"贵{word}人民", people_named="{name}人民")


NAMED = PlaceForms("{name}", "{name}人民", people_named="{name}人民")
# Bodies that their name's end calls otherwise than their kind, and what that is.
BODIES = {
    "大使馆": "馆",
    "领事馆": "馆",
    "博物馆": "馆",
    "图书馆": "馆",
    "银行": "行",
    "中心": "中心",
    "研究所": "所",
    "诊所": "所",
}
BODIES |= {"议会": "议会", "教区": "教区", "基金会": "会", "协会": "会", "学会": "会", "联合会": "会", "委员会": "会"}
BODIES |= {"出版社": "社", "报社": "社", "电视台": "台", "法院": "院", "检察院": "院", "研究院": "院"}


class SimplifiedChinese(Language):
    """docs/domain.md §2 (zh-Hans), §2.1, §4.1, §4.3, §13.1, §14. Full-width punctuation throughout."""

    code = "zh-hans"
    babel = "zh_Hans_CN"
    order = 1
    named_as = "zh"
    html_code = "zh-Hans"
    word_code = "zh-CN"
    scripts = ("CJK",)
    word_forms = ("bulk", "measure")
    optional_forms = ("pair", "set")
    large_quantity = "大量{bulk}"
    some_quantity = "一批{bulk}"
    units = {
        "pair": Word(measure="双"),
        "set": Word(measure="套"),
        "bottle": Word(measure="瓶"),
        "pack": Word(measure="包"),
        "batch": Word(measure="批"),
        "carton": Word(measure="箱"),
        "box": Word(measure="盒"),
        "kilogram": Word(measure="公斤"),
        "tonne": Word(measure="吨"),
        "litre": Word(measure="升"),
    }
    # Bare nouns: after 遭受 and 发生, before 的消息, 的有关情况. Own names of occasions are entered so: 新冠肺炎疫情.
    occasions = {
        "epidemic": "疫情",
        "earthquake": "地震",
        "flood": "洪涝灾害",
        "storm": "风暴灾害",
        "fire": "火灾",
        "accident": "事故",
    }
    # After 送达我市 and 用于我市.
    beneficiaries = {"hospitals": "医院", "frontline": "一线单位", "schools": "学校", "communities": "社区"}
    places = {
        "country": PlaceForms("贵国", "贵国政府和人民"),
        "hospital": PlaceForms("贵院", "贵院全体同仁"),
        "school": PlaceForms("贵校", "贵校全体师生"),
        "company": PlaceForms("贵公司", "贵公司全体同仁"),
        "association": PlaceForms("贵会", "贵会全体同仁"),
        "own_mission": PlaceForms("贵馆", "全馆同志"),
        "embassy": PlaceForms("贵国", "贵国政府和人民"),
        "person": PlaceForms("您", "您的亲友"),
        **dict.fromkeys(
            ("department", "council", "city_government", "domestic_office", "other", "body"),
            PlaceForms("贵方", "贵方全体同仁"),
        ),
        **{word: PlaceForms(f"贵{word}", f"贵{word}全体同仁") for word in dict.fromkeys(BODIES.values())},
    }
    partnership_nouns = {"sister": "友好城市", "friendly": "友好交流城市", "prospective": "友好交往城市"}
    first_mention = "{country}{name}"
    where_in_city = "在{city}"
    where_in_country = "在贵国"
    where_else = "在当地"
    money_unsaid = "善款"
    together = "{things}（与{others}共同捐赠）"
    from_place = "{place}{giver}"
    # 代表衡阳市人民政府和衡阳市人民: the city is not named twice.
    contractions = {r"([一-鿿]+?([市州县区省盟旗]))人民政府(和|谨代表)\1人民": r"\1人民政府\3全\2人民"}
    fonts = ("Noto Serif CJK SC",)
    # The standard's face (docs/domain.md §1.1).
    office_fonts = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong")
    font_size, word_font_size = 14, 14
    line_height = 1.75
    indent = 2
    parts = ("heading", "salutation", "body", "closing", "signature", "place_and_date")

    courtesy = {FEMALE: "女士", MALE: "先生"}
    # The titles that are called so wherever the post is; of others a place's name tells, or nothing does.
    ranks = {
        **dict.fromkeys((*HIGH, "royal"), RankForms(closing=REVERENCE)),
        **dict.fromkeys(LOW, RankForms(closing=RESPECTS)),
        "mayor": RankForms("市长", closing=REVERENCE),
        "deputy_mayor": RankForms("副市长", closing=RESPECTS),
        "council_president": RankForms("议长", closing=RESPECTS),
        "committee_chair": RankForms("主席", closing=REVERENCE),
        "party_secretary": RankForms("书记", closing=REVERENCE),
        "ambassador": RankForms("大使", closing=REVERENCE),
        "consul_general": RankForms("总领事", closing=RESPECTS),
        "consul": RankForms("领事", closing=RESPECTS),
        "charge_d_affaires": RankForms("临时代办", closing=RESPECTS),
    }

    # Names and places ---------------------------------------------------------------------------

    def can_read(self, name: str) -> bool:
        """Han characters as Chinese law writes them, and the dot between them; no kana, no Latin letters, no 鈴."""
        return is_written_in(name, self.scripts) and is_simplified(name) and any(map(str.isalpha, name))

    def place_forms(self, kind, name="", country=""):
        """贵市, 贵郡; a state is named, for 贵州 is a province of China, and 贵府 means somebody's home."""
        if not name:
            return super().place_forms(kind, name, country)
        word = self.place_word(kind, name)
        return place(word) if word else NAMED

    def place_word(self, kind: str, name: str) -> str:
        """What a place is, by the end of its name, else 市 of a city; "" where it is called by its name."""
        told = re.search("(?:大区|地区|[市县区郡镇乡町村省道])$", name)
        if told and len(name) > len(told[0]):
            return told[0]
        return "" if kind in UNNAMED or (kind not in CITIES and name[-1] in "州府都国") else "市"

    def body_kind(self, kind: str, name: str) -> str:
        """The kind of a body, or what the end of its name says: 贵中心, 贵行. An embassy speaks for its country."""
        told = next((BODIES[end] for end in sorted(BODIES, key=len, reverse=True) if name.endswith(end)), "")
        return told if told and kind not in ("country", "own_mission") else kind

    # Counting -----------------------------------------------------------------------------------

    def number(self, quantity: Decimal) -> str:
        """亿 and 万 where at most two decimals are left, 26.5万, 1.2亿; else all digits (docs/domain.md §4.3)."""
        for unit, name in ((HUNDRED_MILLION, "亿"), (TEN_THOUSAND, "万")):
            if quantity >= unit and quantity % (unit / 100) == 0:
                return f"{format_decimal(tidy(quantity / unit), '0.##', locale=self.babel)}{name}"
        return format_decimal(tidy(quantity), "0.###", locale=self.babel)

    def count(self, word, quantity, qualifier="exact", unit="piece"):
        if quantity is None:
            return self.uncounted(word, qualifier)
        own = word.measure if unit == "piece" else getattr(word, unit)
        measure = own or self.units[unit].measure
        return f"{word.bulk}{self.amount(quantity, self.number(quantity), qualifier)}{measure}"

    def name_one(self, word: Word) -> str:
        return word.bulk  # a noun has no number here

    def amount(self, quantity: Decimal, number: str, qualifier: str) -> str:
        """约 before the number; 余 between a round number and the measure word (26万余只), else 超过 (超过15只)."""
        if qualifier == "over":
            return f"{number}余" if quantity >= 10 and quantity % 10 == 0 else f"超过{number}"
        return f"约{number}" if qualifier == "about" else number

    def money(self, value, currency, qualifier="exact"):
        number = format_decimal(value, "0.00", locale=self.babel) if value % 1 else self.number(value)
        amount = self.amount(value, number, qualifier)
        if currency == "CNY":
            return f"善款人民币{amount}元"
        return f"善款{amount}{get_currency_name(currency, locale=self.babel)}"

    def join(self, phrases):
        *rest, last = phrases
        return f"{'、'.join(rest)}和{last}" if rest else last

    # Times --------------------------------------------------------------------------------------

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

    # Forms of address ---------------------------------------------------------------------------

    def rank_of(self, addressee: Addressee) -> str:
        """The rank that the title on record tells, else the post's; raises FormRequired.

        Whoever has no title, or one that calls nobody, is 先生 or 女士: right for all but those to whom more is due.
        """
        rank = addressee.role
        if addressee.is_organization or rank == "person" or addressee.own_mission:
            return rank
        if called := self.called(addressee):
            bare = re.sub("^(?:名誉|代理|代)", "", called)
            told = RANK_OF.get(bare.removeprefix("副"), "")
            return (DEPUTIES.get(told, "official") if bare.startswith("副") else told) or rank
        if HEAD_OF_STATE.search(addressee.title) or rank in (*HIGH, "royal"):
            raise FormRequired(addressee.title)
        return rank

    def called(self, addressee: Addressee) -> str:
        """What follows the name: the word of rank that ends the first title on record, else the rank's usual one.

        Who only acts is called as if in office; 代理 stands in the address. "" where nothing is told.
        """
        if not addressee.title:
            return self.usual_title(addressee)
        titles = [title.strip() for title in re.split("[兼、，；/（]", addressee.title)]
        found = next(filter(None, map(CALLED.search, titles)), None)
        if found:
            return re.sub("^(?:代理|代)(?!办)", "", found[0])
        is_holder = OFFICE_HOLDER.search(titles[0]) and not HEAD_OF_STATE.search(titles[0])
        return titles[0] if is_holder and self.can_read(titles[0]) else ""

    def usual_title(self, addressee: Addressee) -> str:
        """The title that follows from the post and the place: 市长, 郡守, 知事, 议长; "" where none is sure."""
        role = addressee.role
        if role in OF_PLACES:
            return self.head_of(addressee)
        if role == "deputy_mayor":
            head = self.head_of(addressee)
            return f"副{head}" if head else ""
        if role in ("governor", "deputy_governor"):
            title, where = GOVERNORS.get(addressee.city[-1:], ("", ()))
            sure = title if addressee.country in where else ""
            return f"副{sure}" if sure and role == "deputy_governor" else sure
        if role == "council_president" and addressee.country not in ("JP", "KR", "KP", "PH", "TW", ""):
            return "主席"
        return self.ranks[role].title if role in self.ranks else ""

    def head_of(self, addressee: Addressee) -> str:
        """What the head of the place is called; "" where its name does not tell."""
        word = self.place_word(addressee.place_kind, addressee.city) if addressee.city else "市"
        title, where = HEADS.get(word, ("", ()))
        return title if not where or addressee.country in where else ""

    def salutation(self, addressee: Addressee) -> str:
        """尊敬的, the whole name, what its bearer is called; our own people by family name (docs/domain.md §13.1)."""
        if addressee.is_organization:
            return f"{addressee.organization}："
        called = self.called(addressee)
        if addressee.own_mission:
            return f"尊敬的{addressee.family or addressee.name}{called or '同志'}："
        rank = self.rank_of(addressee)
        if not called:
            return f"尊敬的{self.named(addressee)}："
        return f"尊敬的{self.with_honour(addressee)}{called}{self.after(addressee, rank, called)}："

    def after(self, addressee: Addressee, rank: str, called: str) -> str:
        """What stands after the title: 阁下 for governors, ministers and ambassadors, 先生 or 女士 for consuls.

        Neither deputies nor who only acts are 阁下; the Japanese 部长 heads a department.
        """
        if rank == "royal":
            return "殿下"
        if called in WITH_COURTESY:
            return self.courtesy.get(addressee.gender, "")
        is_minister = called != "部长" or (addressee.role == "minister" and addressee.country != "JP")
        is_due = called in EXCELLENCIES and is_minister and addressee.role != "prefect"
        return "阁下" if is_due and not addressee.acting else ""

    def prefix(self, addressee: Addressee) -> str:
        """博士, 教授, 拿督; what is kept in Latin letters as Chinese says it, or not at all."""
        known = PREFIXES.get(addressee.prefix.rstrip("."), addressee.prefix)
        return known if known and self.can_read(known) else ""

    def with_honour(self, addressee: Addressee) -> str:
        """The full name, after what stands before names."""
        prefix = self.prefix(addressee)
        return f"{prefix if prefix in BEFORE_NAMES else ''}{addressee.name}"

    def named(self, addressee: Addressee, *, required: bool = True) -> str:
        """The full name with 博士, 女士 or 先生; raises GenderRequired where a bare name would be left."""
        prefix = self.prefix(addressee)
        behind = "" if prefix in BEFORE_NAMES else prefix
        courtesy = behind or self.courtesy.get(addressee.gender, "")
        if required and not (courtesy or prefix):
            raise GenderRequired(addressee.name)
        return f"{self.with_honour(addressee)}{courtesy}"

    def post(self, addressee: Addressee) -> str:
        """The title on record, else the usual one after the place's name; 代理 before the word of rank."""
        title = addressee.title or self.usual_title(addressee)
        if title and not addressee.title and not addressee.organization:
            council = "议会" if addressee.role == "council_president" else ""
            title = f"{addressee.city}{council if addressee.city else ''}{title}"
        found = CALLED.search(title)
        if not addressee.acting or not found or "代" in found[0]:
            return title
        return f"{title[: found.start()]}代理{found[0]}"

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [addressee.organization]
        if addressee.own_mission:
            line = f"{addressee.name}{self.called(addressee) or '同志'}"
        else:
            self.rank_of(addressee)
            post = self.post(addressee)
            line = f"{post} {self.named(addressee, required=not post)}".strip()
        return [line for line in (addressee.organization, line) if line]

    def closing(self, addressee: Addressee) -> str:
        """By the class of the rank (docs/domain.md §13); 此致敬礼 at home alone, and neither in a condolence."""
        if addressee.condolence:
            return SYMPATHY
        if addressee.own_mission or addressee.country in HOME:
            return AT_HOME
        return self.forms(addressee).closing or RESPECTS

    def signature(self, signatory: Signatory) -> list[str]:
        """衡阳市人民政府市长 and the name below it; the identity alone where nobody signs."""
        if not signatory.name:
            return [signatory.identity]
        names_it = signatory.title[:2] == signatory.identity[:2]  # 衡阳市市长 says whose
        return [signatory.title if names_it else f"{signatory.identity}{signatory.title}", signatory.name]


LANGUAGE = SimplifiedChinese()
