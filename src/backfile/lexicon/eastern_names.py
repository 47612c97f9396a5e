"""Bylines of newsrooms that write in Chinese, Japanese or Korean: a name bears no capital, and its title, place or office stands beside
it with a mark or with nothing between ("記者張三豐／台北報導", "ロンドン＝山田太郎", "김철수 기자").
"""

from backfile.late_pattern import late

EASTERN = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Kana, Han, Hangul."""
_BRACKETED = late(r"[\[［【〔（(〈《][^\]］】〕）)〉》]*[\]］】〕）)〉》]\s*")
_BRACKETS = late(r"[\[\]［］【】〔〕（）()〈〉《》]")
_ADDRESS = late(r"\S+@\S+|https?:\S+|\d[\d.:/\-年月日時时分秒년월일시분초 ]*")
_LEAD = late(
    r"(?:(?:[\u4e00-\u9fff]{0,6}(?:社|网|網|[报報](?!导|導|道)|新聞|新闻|台))?(?:本|特约|特約|特派|见习|見習|实习|實習|首席|驻\w{1,3}|駐\w{1,3})?"
    r"(?:记者|記者|通讯员|通訊員|作者|编译|編譯|图文|圖文|撰文|執筆者?|筆者|ライター|著者|構成|取材)[・･/／&＆:：＝=｜|\s]*|文[・･/／:：＝=｜|\s]+)+"
)
_AFTER = late(
    r"(?:(?:\s*[／/＝=]\s*[\u4e00-\u9fff]{0,4}|(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2})(?:报道|報導|報道)|\s*(?:記者|记者|特派員|特派员|編集委員|論説委員|支局長|編集長|通讯员|さん|氏))+$"
)
_PLACE = late(r"^[^＝=\s]{1,10}[＝=]\s*|^\S{1,12}(?:支局|総局|本社|支社|通信員)[\s・]+")
_PARTS = late(r"[、，,;；·・･/／|｜]+")
_KOREAN_TITLE = late(
    r"(?P<names>[가-힣]{2,4}(?:\s*[·ㆍ・,/]\s*[가-힣]{2,4}|\s[가-힣]{2,4})*)\s*"
    r"(?:선임|인턴|수습|전문|객원|편집|정치|경제|사회|문화|산업)?(?:기자|특파원|논설위원|칼럼니스트|앵커|위원|작가|에디터)"
)
_KOREAN_PARTS = late(r"\s*[·ㆍ・,/]\s*|\s+")
_DESK = late(
    r"(?:编辑部|編集部|編輯部|編輯|新聞|新闻|通信|通信社|通讯社|通訊社|社|网|網|報|报|局|部|室|中心|班|チーム|テレビ|放送|オンライン|デジタル|ニュース|팀|뉴스|일보|신문|방송|닷컴|"
    r"미디어|편집국|편집부|취재팀)$|^(?:온라인|디지털|來源|来源|责任|責任|責编|责编|편집|출처|입력|수정|写真|撮影)"
)
_KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕"
    "금옥육인맹제모탁국어은편용"
)
_CHINESE_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏"
    "钟鍾汪田任姜范范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文焦颜顏游倪涂温溫俞章鲁魯葛毕畢洪施陶柯翁殷"
)
_LONGEST = 9


def eastern_names(printed: str) -> list[str]:
    """The names in a byline in these scripts; those of desks, outlets and sources left out."""
    if len(printed) > _LONGEST_PRINTED:
        return []
    text = _told(printed)
    if _HANGUL.search(text):
        return _korean(text)
    text = _AFTER.sub("", _PLACE.sub("", _LEAD.sub("", _last_field(text), count=1).strip()))
    names = [name for part in _PARTS.split(text) for name in _spaced_names(part.strip())]
    return [name for name in names if 1 < len(name) <= _LONGEST and not _DESK.search(name)]


def signed_names(printed: str) -> list[str]:
    """Those of a line that says that it is a byline: by a title, a word for an author, an office and a mark."""
    if len(printed) > _LONGEST_PRINTED or len(text := _told(printed)) > _LONGEST_LINE:
        return []
    if _HANGUL.search(text):
        return _korean(text) if _KOREAN_TITLE.search(text) or _KOREAN_LEAD.match(text) else []
    field = _last_field(text)
    if not (_LEAD.match(field) or _AFTER.search(field) or _PLACE.match(field)):
        return []
    return [name for name in eastern_names(printed) if len(name) < _LONGEST or " " in name]


def _told(printed: str) -> str:
    """A line without addresses and dates, and without what stands in brackets beside it: "[서울=연합뉴스] 김철수 기자"."""
    text = _ADDRESS.sub(" ", printed)
    bare = _BRACKETED.sub(" ", text).strip(" =＝|｜·")
    return bare if EASTERN.search(bare) else _BRACKETS.sub(" ", text).strip()


_HANGUL = late(r"[가-힣]")
_LONGEST_LINE, _LONGEST_PRINTED = 48, 160
"""Code points, without and with what stands in brackets: no byline is longer."""


def _last_field(text: str) -> str:
    """The author's of several fields: "来源：新华网 作者：张三丰"."""
    found = _FIELD.search(text)
    return text[found.start() :] if found else text


_FIELD = late(r"(?<=\s)(?:作者|记者|記者|撰文|文|執筆)\s*[:：／/]")


def _korean(text: str) -> list[str]:
    found = _KOREAN_TITLE.search(text)
    words = [
        word
        for word in _KOREAN_PARTS.split(found["names"] if found else _KOREAN_LEAD.sub("", text))
        if word not in _KOREAN_RANKS
    ]
    if found is None:
        names = [word for word in words if word and not _DESK.search(word)]
        return names if all(map(is_eastern_name, names)) else []
    named: list[str] = []
    for word in reversed(words):  # the place or the desk stands first: "서울 김철수 기자"
        if named and not is_eastern_name(word):
            break
        named.insert(0, word)
    return named if named and not _DESK.search(named[-1]) else []


_KOREAN_RANKS = frozenset("선임 인턴 수습 전문 객원 편집".split())


_KOREAN_LEAD = late(r"^(?:글|기자|취재|작성자|지은이)\s*[:：=·/\s]\s*")


def _spaced_names(part: str) -> list[str]:
    """Names that only a space parts: each begins with a Chinese family name; a family name and a given name else."""
    words = part.split()
    if len(words) > 1 and all(2 <= len(word) <= 4 and word[0] in _CHINESE_SURNAMES for word in words):
        return words
    return [" ".join(words)]


def is_eastern_name(text: str) -> bool:
    """True for what is as long as a name and begins with a Korean or Chinese family name."""
    if not 2 <= len(text) <= 4:
        return False
    if text[0] in _KOREAN_SURNAMES:
        return all("\uac00" <= char <= "\ud7a3" for char in text)
    return text[0] in _CHINESE_SURNAMES and len(text) < 4 and all("\u3400" <= char <= "\u9fff" for char in text)
