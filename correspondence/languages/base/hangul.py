"""Korean particles, whose form hangs on the last sound of the word before: 을 after 장갑, 를 after 마스크."""

import re

# After a consonant and after a vowel; after ㄹ all but 으로 go as after a consonant.
PARTICLES = {
    "을(를)": ("을", "를"),
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "과(와)": ("과", "와"),
    "으로(로)": ("으로", "로"),
}
MARKED = re.compile(r"(\S+?)(" + "|".join(map(re.escape, PARTICLES)) + ")")
ADDED = re.compile(r"(?<=\w)\((?!주\))[^()]*\)$")  # 세계보건기구(WHO); but 가가(주) is read 가가 주식회사
CONSONANT, RIEUL, VOWEL = "consonant", "rieul", "vowel"
# Digits as they are read (영 일 이 …), capitals by their names (엘 엠 엔, else vowels), small letters by their sound.
# Not b c d e g k p t, which end in a consonant or in 으 as the word is: 인터넷, 케이크.
SOUNDS = {
    **dict.fromkeys("036MNmn", CONSONANT),
    **dict.fromkeys("178Ll", RIEUL),
    **dict.fromkeys("2459ABCDEFGHIJKOPQRSTUVWXYZaiouyfhjqrsvwxz", VOWEL),
}


def last_sound(word: str) -> str:
    """What a word ends in as it is read, brackets added to it and quotation marks aside; "" where that is not told."""
    letters = re.findall(r"[^\W_]", ADDED.sub("", word))
    last = letters[-1] if letters else ""
    if "가" <= last <= "힣":
        return {0: VOWEL, 8: RIEUL}.get((ord(last) - ord("가")) % 28, CONSONANT)
    return CONSONANT if "".join(letters).endswith("ng") else SOUNDS.get(last, "")


def particle(word: str, marked: str) -> str:
    """The form of a particle, a key of PARTICLES, after a word; "" where the word's last sound is not told."""
    sound, (closed, open_) = last_sound(word), PARTICLES[marked]
    if sound == RIEUL:
        return open_ if marked == "으로(로)" else closed
    return {CONSONANT: closed, VOWEL: open_}.get(sound, "")


def with_particles(text: str) -> str:
    """A text with each marked particle in the form its word asks for; both forms stay where that is not told."""
    return MARKED.sub(lambda found: found[1] + (particle(found[1], found[2]) or found[2]), text)
