"""Small pages and the stamps that they are read with: tests/dates/cases/pages.txt holds the cases.

A case is a title with options in brackets, the lines that stand under the headline, and what is right after "=". A line that
begins with <meta or <script goes to the head. Options: `lang fi`, `url https://...`, `captured 2017-03-01T12:00Z`, `headline ...`.
What is right: `published VALUE`, `updated VALUE`, `conflict`; what is not named must be null.
"""

import re
from datetime import datetime
from pathlib import Path

import pytest

from backfile.reading import read

CASES = Path(__file__).parent / "cases" / "pages.txt"
OPTION = re.compile(r" \[(\w+) ([^\]]+)\]")
IN_HEAD = ("<meta", "<script", "<link")

BODIES = {
    "en": (
        "The ferry to Winsome Point was stopped at noon on Thursday after its engine failed for the third time, its owner said.",
        "Sixty passengers were taken off by two fishing boats and a tug, and nobody was hurt, the harbor office told reporters.",
    ),
    "de": (
        "Die Fähre nach Winsen ist am Donnerstagmittag stehen geblieben, nachdem ihr Motor zum dritten Mal ausgefallen war.",
        "Sechzig Fahrgäste wurden von zwei Fischerbooten übernommen, verletzt wurde niemand, wie die Reederei mitteilte.",
    ),
    "fr": (
        "Le bac de Vinsonne s’est arrêté jeudi à midi après une panne de moteur, la troisième du mois, a indiqué son propriétaire.",
        "Une soixantaine de passagers ont été recueillis par deux bateaux de pêche et un remorqueur, et personne n’a été blessé.",
    ),
    "es": (
        "El transbordador de Vinsón se paró el jueves al mediodía después de que su motor fallara por tercera vez, dijo su dueño.",
        "Dos barcos de pesca y un remolcador recogieron a unos sesenta pasajeros, y nadie resultó herido, según la oficina.",
    ),
    "pt": (
        "A balsa de Vinsão parou na quinta-feira ao meio-dia depois que o motor falhou pela terceira vez no mês, disse o dono.",
        "Dois barcos de pesca e um rebocador recolheram os sessenta passageiros, e ninguém ficou ferido, informou o porto.",
    ),
    "it": (
        "Il traghetto di Vinsona si è fermato giovedì a mezzogiorno dopo il terzo guasto al motore in un mese, ha detto il proprietario.",
        "Due pescherecci e un rimorchiatore hanno raccolto i sessanta passeggeri, e nessuno è rimasto ferito, secondo il porto.",
    ),
    "nl": (
        "De veerpont naar Winsum is donderdagmiddag stilgevallen nadat de motor voor de derde keer deze maand was uitgevallen.",
        "Zestig passagiers werden door twee vissersboten en een sleepboot overgenomen en niemand raakte gewond, zei de eigenaar.",
    ),
    "sv": (
        "Färjan till Vinsö stannade vid lunchtid på torsdagen efter att motorn hade slutat fungera för tredje gången i månaden.",
        "Sextio passagerare togs ombord på två fiskebåtar och en bogserbåt, och ingen kom till skada, enligt hamnkontoret.",
    ),
    "fi": (
        "Vinsaaren lautta pysähtyi torstaina puolenpäivän aikaan, kun sen moottori petti kolmannen kerran tässä kuussa.",
        "Kuusikymmentä matkustajaa siirrettiin kahteen kalastusveneeseen ja hinaajaan, eikä kukaan loukkaantunut, omistaja sanoi.",
    ),
    "is": (
        "Ferjan til Vinseyjar stöðvaðist um hádegi á fimmtudag eftir að vélin bilaði í þriðja sinn í þessum mánuði, sagði eigandinn.",
        "Sextíu farþegar voru teknir um borð í tvo fiskibáta og dráttarbát og engan sakaði, að sögn hafnarskrifstofunnar.",
    ),
    "pl": (
        "Prom do Winsowa stanął w czwartek w południe po tym, jak jego silnik zepsuł się po raz trzeci w tym miesiącu.",
        "Sześćdziesięciu pasażerów zabrały dwa kutry i holownik, nikomu nic się nie stało, powiedział właściciel promu.",
    ),
    "cs": (
        "Přívoz do Vinsova se ve čtvrtek v poledne zastavil poté, co mu potřetí v tomto měsíci selhal motor, řekl majitel.",
        "Šedesát cestujících převzaly dvě rybářské lodě a remorkér a nikomu se nic nestalo, uvedl přístavní úřad.",
    ),
    "tr": (
        "Vinsin feribotu perşembe günü öğle saatlerinde motorunun bu ay üçüncü kez arızalanmasının ardından durdu, dedi sahibi.",
        "Altmış yolcu iki balıkçı teknesi ve bir römorkör tarafından alındı, yaralanan olmadı, liman dairesi açıkladı.",
    ),
    "ru": (
        "Паром до Винсова остановился в полдень в четверг, после того как его двигатель отказал в третий раз за месяц, сказал владелец.",
        "Шестьдесят пассажиров сняли два рыбацких судна и буксир, никто не пострадал, сообщили в управлении порта.",
    ),
    "ar": (
        "توقفت العبارة عند الظهر يوم الخميس بعد أن تعطل محركها للمرة الثالثة هذا الشهر، وقال مالكها إن الإصلاح سيستغرق أسبوعا.",
        "ونقل قاربا صيد وقاطرة ستين راكبا إلى الشاطئ، ولم يصب أحد بأذى، بحسب ما أعلنه مكتب الميناء في المدينة.",
    ),
    "fa": (
        "شناور مسافربری ظهر پنج‌شنبه پس از آن که موتورش برای سومین بار در این ماه از کار افتاد متوقف شد و مالک آن این را گفت.",
        "شصت مسافر با دو قایق ماهیگیری و یک یدک‌کش به ساحل برده شدند و به کسی آسیب نرسید، اداره بندر اعلام کرد.",
    ),
    "ja": (
        "木曜日の正午ごろ、渡し船のエンジンが今月三度目の故障を起こし、船は川の真ん中で止まった。けが人はいなかったという。",
        "乗客六十人は漁船二隻と引き船に移され、港の事務所によると、修理には一週間ほどかかる見通しだという。",
    ),
    "zh": (
        "渡轮的发动机本月第三次出现故障，周四中午停在河中央，船主表示修理需要大约一周的时间，期间将停止运营。",
        "六十名乘客由两艘渔船和一艘拖船接走，没有人受伤，港口办公室当天下午向记者介绍了有关情况。",
    ),
    "ko": (
        "나루터를 오가는 배가 목요일 정오께 이달 들어 세 번째로 엔진이 고장 나 강 한가운데에서 멈춰 섰다고 선주가 말했다.",
        "승객 예순 명은 어선 두 척과 예인선에 옮겨 탔으며 다친 사람은 없었다고 항만 사무소가 밝혔다.",
    ),
    "th": (
        "เรือข้ามฟากหยุดกลางแม่น้ำเมื่อเที่ยงวันพฤหัสบดี หลังเครื่องยนต์ขัดข้องเป็นครั้งที่สามในเดือนนี้ เจ้าของเรือกล่าว",
        "ผู้โดยสารหกสิบคนถูกย้ายไปยังเรือประมงสองลำและเรือลากจูง ไม่มีผู้ใดได้รับบาดเจ็บ สำนักงานท่าเรือแจ้ง",
    ),
}
HEADLINES = {"en": "Ferry to Winsome Point is stopped again"}


def cases():
    for block in CASES.read_text("utf-8").strip().split("\n\n"):
        title, *lines = block.split("\n")
        right = lines.pop()
        assert right.startswith("="), title
        yield pytest.param(lines, right[1:].strip(), dict(OPTION.findall(title)), id=OPTION.sub("", title))


def page_of(lines, options):
    """A page of the 2010s with these lines under its headline."""
    language = options.get("lang", "en")
    body = "".join(f"<p>{text}</p>" for text in BODIES[language])
    headline = options.get("headline", HEADLINES.get(language, BODIES[language][0][:40]))
    over = "\n".join(line[1:] for line in lines if line.startswith("^"))
    under = "\n".join(line for line in lines if not line.startswith(("^", "_", *IN_HEAD)))
    after = "\n".join(line[1:] for line in lines if line.startswith("_"))
    head = "\n".join(line for line in lines if line.startswith(IN_HEAD))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{headline} | Winsome Ledger</title>{head}</head><body>'
        f'<header class="site-header"><a href="/">Winsome Ledger</a><nav><a href="/news">News</a></nav></header>'
        f"<main><article>{over}<h1>{headline}</h1>{under}<div class='text'>{body}{body}</div>{after}</article></main>"
        f"<footer>© Winsome Ledger</footer></body></html>"
    )


def told(story):
    stamps = (("published", story.published), ("updated", story.updated))
    found = [f"{name} {stamp.value}" for name, stamp in stamps if stamp is not None]
    return "; ".join([*found, *(["conflict"] if story.published is not None and story.published.conflict else [])])


@pytest.mark.parametrize(("lines", "right", "options"), list(cases()))
def test_a_page_is_read_as_the_case_says(lines, right, options):
    captured = options.get("captured")
    captured_at = datetime.fromisoformat(captured.replace("Z", "+00:00")) if captured else None
    story = read(page_of(lines, options), options.get("url", "https://ledger.example/n/12"), captured_at, analyse=False)
    assert (told(story) or "nothing") == right
