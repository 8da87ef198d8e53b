"""Simplified Chinese: measure words, 万 for large numbers, the whole title and name, 阁下 only where it is due."""

import re
from decimal import Decimal

from babel.numbers import format_decimal, get_currency_name

from correspondence.languages.base import (
    FEMALE,
    MALE,
    Addressee,
    FormRequired,
    Language,
    PlaceForms,
    RankForms,
    Signatory,
    Word,
    tidy,
)
from crm.scripts import is_written_in

TEN_THOUSAND, HUNDRED_MILLION = Decimal(10_000), Decimal(100_000_000)
# The kinds of a place's name that are no 市: what is not told by the last character is called by its name.
UNNAMED = ("state", "region", "department", "prefecture", "province", "county", "district", "town", "village")
# The words of rank that a title ends with when somebody is called by it: 国际交流处处长 is called 处长.
CHIEFS = "市州省县郡区镇乡町村厅局处科课部司署室所院校学会社议行台总团队馆组股"
SPOKEN = re.compile(
    r"(?:副|代理)*(?:总领事|领事|大使|公使|临时代办|代办|参赞|秘书长|[一二三]等秘书|秘书|专员|知事|督|主席|主任|总经理"
    r"|总统|总理|首相|大臣|书记|主教|大主教|都主教|教授|校监|院长|法官|检察官|检察长|议员|董事长|理事长|委员长|会长|社长"
    rf"|[{CHIEFS}]长|区厅长|政务官|书记官)$"
)
EXCELLENCY = re.compile(r"^(?:州长|省长|知事|部长|大臣|大使|公使)$")  # docs/domain.md §13.1; never with 副
DEPARTMENT_HEAD = re.compile(r"部长$")
REVERENCE, RESPECTS, SYMPATHY = "顺致崇高的敬意", "顺致敬意", "顺致诚挚的慰问"
AT_HOME = "此致\n敬礼"


def place(word: str) -> PlaceForms:
    """贵市, 贵市人民, 衡阳市人民."""
    return PlaceForms(f"贵{word}", f"贵{word}人民", people_named="{name}人民")


NAMED = PlaceForms("{name}", "{name}人民", people_named="{name}人民")


class SimplifiedChinese(Language):
    """docs/domain.md §2 (zh-Hans), §2.1, §4.1, §4.3, §13.1, §14. Full-width punctuation throughout."""

    code = "zh-hans"
    babel = "zh_Hans_CN"
    order = 1
    named_as = "zh"
    html_code = "zh-Hans"
    word_code = "zh-CN"
    scripts = ("CJK", "IDEOGRAPHIC")
    word_forms = ("bulk", "measure")
    optional_forms = ("pair", "set")
    large_quantity = "大量{bulk}"
    some_quantity = "{bulk}若干"
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
    beneficiaries = {
        "hospitals": "我市医院",
        "frontline": "一线工作人员",
        "schools": "我市学校",
        "communities": "我市社区",
    }
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
    }
    partnership_nouns = {"sister": "友好城市", "friendly": "友好交流城市", "prospective": "友好交往城市"}
    first_mention = "{country}{name}"
    where_in_city = "在{city}"
    where_in_country = "在贵国"
    where_else = "在当地"
    money_unsaid = "善款"
    together = "{things}（与{others}共同捐赠）"
    from_place = "{place}{giver}"
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
        "deputy_mayor": RankForms("副市长", with_city="{city}{title}", closing=RESPECTS),
        "governor": RankForms("", closing=REVERENCE),
        "deputy_governor": RankForms("", closing=RESPECTS),
        **dict.fromkeys(
            ("county_head", "district_head", "town_head", "village_head", "prefect", "committee_chair"),
            RankForms("", closing=REVERENCE),
        ),
        "party_secretary": RankForms("书记", closing=REVERENCE),
        "council_president": RankForms("议长", with_city="{city}议会{title}", closing=RESPECTS),
        **dict.fromkeys(("minister", "bishop", "royal"), RankForms("", closing=REVERENCE)),
        "ambassador": RankForms("大使", closing=REVERENCE),
        "consul_general": RankForms("总领事", closing=RESPECTS),
        "consul": RankForms("领事", closing=RESPECTS),
        "charge_d_affaires": RankForms("临时代办", closing=RESPECTS),
    }
    # The head of a place whose name ends so, where no title is on record: 杨平郡 has a 郡守.
    heads = {"市": "市长", "郡": "郡守", "区": "区长", "町": "町长", "村": "村长", "县": "县长", "镇": "镇长"}

    # Names and places ---------------------------------------------------------------------------

    def can_read(self, name: str) -> bool:
        """Han characters and the dot between them alone; neither kana nor Latin letters."""
        return is_written_in(name, self.scripts) and any(map(str.isalpha, name))

    def place_forms(self, kind, name="", country=""):
        """贵市, 贵郡; a state is named, for 贵州 is a province of China, and 贵府 means somebody's home."""
        if not name:
            return super().place_forms(kind, name, country)
        last = name[-1]
        if last in "市县区郡镇町村省道":
            return place(last)
        return NAMED if kind in UNNAMED or last in "州府都国" else place("市")

    # Counting -----------------------------------------------------------------------------------

    def number(self, quantity: Decimal) -> str:
        """All digits below ten thousand; above, 万 or 亿 where at most four decimals are left: 26.5万, 1.2万."""
        for unit, name in ((HUNDRED_MILLION, "亿"), (TEN_THOUSAND, "万")):
            if quantity >= unit and quantity % (unit / 1000) == 0:
                return f"{format_decimal(tidy(quantity / unit), '0.###', locale=self.babel)}{name}"
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
        """The post's own rank: titles are translated, and what somebody is called stands in the title itself."""
        return addressee.role

    def title(self, addressee: Addressee) -> str:
        """The title that follows the name: the word of rank that ends the first one on record, else the rank's own.

        What ends in none (国际关系处, 教育长) is said whole; without a title nothing is made up.
        """
        if not addressee.title:
            return self.usual_title(addressee)
        first = re.split("[兼、，]", addressee.title)[0]
        spoken = next(filter(None, map(SPOKEN.search, re.split("[兼、，]", addressee.title))), None)
        called = spoken[0] if spoken else first
        return f"代理{called}" if addressee.acting and "代" not in called else called

    def usual_title(self, addressee: Addressee) -> str:
        """The rank's own title where the place has it: 市长 of a city, 郡守 of a 郡; "" where none is known."""
        title = self.forms(addressee).title
        if addressee.role == "mayor":
            title = self.head_of(addressee)
        if addressee.role == "deputy_mayor":
            title = f"副{self.head_of(addressee)}"
        return f"代理{title}" if title and addressee.acting else title

    def head_of(self, addressee: Addressee) -> str:
        """What the head of the place is called; raises FormRequired for a state, a province and the like."""
        last = addressee.city[-1:]
        if last in self.heads:
            return self.heads[last]
        if addressee.place_kind in UNNAMED or last in "州省道府都":
            raise FormRequired("")
        return "市长"

    def salutation(self, addressee: Addressee) -> str:
        if addressee.is_organization:
            return f"{addressee.organization}："
        title, courtesy = self.title(addressee), self.courtesy.get(addressee.gender, "")
        if addressee.own_mission and title:
            return f"尊敬的{addressee.family or addressee.name}{title}："
        if not title and not courtesy:
            raise FormRequired("")
        if not title or not SPOKEN.search(title):
            return f"尊敬的{addressee.name}{title}{courtesy}："
        if addressee.role in ("consul_general", "consul", "charge_d_affaires", "judge"):
            return f"尊敬的{addressee.name}{title}{courtesy}："
        return f"尊敬的{addressee.name}{title}{self.excellency(addressee, title)}："

    def excellency(self, addressee: Addressee, title: str) -> str:
        """阁下 for governors, ministers and ambassadors of others; a Japanese 部長 heads a department."""
        heads_department = DEPARTMENT_HEAD.search(title) and addressee.role != "minister"
        return "阁下" if EXCELLENCY.match(title) and not heads_department and not addressee.acting else ""

    def named(self, addressee: Addressee) -> str:
        """The full name, with 女士 or 先生 only where the gender is on record (docs/domain.md §2.1)."""
        return f"{addressee.name}{addressee.prefix}{self.courtesy.get(addressee.gender, '')}"

    def post(self, addressee: Addressee) -> str:
        """The title on record, else the rank's own after the city's name unless the organization is named."""
        if addressee.title:
            acting = "代理" if addressee.acting and "代" not in addressee.title else ""
            return f"{acting}{addressee.title}"
        frame = self.forms(addressee).with_city or "{title}"
        city = "" if addressee.organization else addressee.city
        return frame.format(city=city, title=self.usual_title(addressee))

    def envelope(self, addressee: Addressee) -> list[str]:
        if addressee.is_organization:
            return [addressee.organization]
        if addressee.own_mission:
            line = f"{addressee.name}{self.title(addressee)}"
        else:
            line = f"{self.post(addressee)} {self.named(addressee)}".strip()
        return [line for line in (addressee.organization, line) if line]

    def closing(self, addressee: Addressee) -> str:
        mark = "。" if addressee.condolence else "！"
        if addressee.own_mission:
            return AT_HOME + ("" if addressee.condolence else "！")
        if addressee.condolence:
            return f"{SYMPATHY}。"
        return f"{self.forms(addressee).closing or RESPECTS}{mark}"

    def signature(self, signatory: Signatory) -> list[str]:
        """衡阳市人民政府市长 and the name below it; the identity alone where nobody signs."""
        if not signatory.name:
            return [signatory.identity]
        return [f"{signatory.identity}{signatory.title}", signatory.name]


LANGUAGE = SimplifiedChinese()
