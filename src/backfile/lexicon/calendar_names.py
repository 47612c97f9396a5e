"""Names of months, weekdays, units and day words in the languages of news (CLDR's forms, newsroom abbreviations).

Data only. Each row of MONTHS has twelve cells, January first; the spellings of a cell are parted by spaces, without
their full stop, in lower case (as `str.casefold` gives them).
"""

MONTHS: dict[str, str] = {
    "en": "january jan|february feb febr|march mar|april apr|may|june jun|"
    "july jul|august aug|september sept sep|"
    "october oct|november nov|december dec",
    "de": "januar jänner jan jän|februar feber feb|märz mär mrz maerz|"
    "april apr|mai|juni jun|juli jul|august aug|"
    "september sept sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv jan|février fevrier févr fév fevr|mars|avril avr|mai|juin|juillet juil|août aout|"
    "septembre sept|octobre oct|novembre nov|décembre decembre déc dec",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|"
    "agosto ago|septiembre setiembre sept sep|"
    "octubre oct|noviembre nov|diciembre dic",
    "pt": "janeiro jan|fevereiro fev|março marco mar|abril abr|maio mai|"
    "junho jun|julho jul|agosto ago|setembro set|"
    "outubro out|novembro nov|dezembro dez",
    "it": "gennaio genn gen|febbraio febbr feb|marzo mar|aprile apr|"
    "maggio mag|giugno giu|luglio lug|agosto ago|"
    "settembre sett set|ottobre ott|novembre nov|dicembre dic",
    "ca": "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
    "gl": "xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro",
    "eu": "urtarrilaren urtarrila|otsailaren otsaila|martxoaren martxoa|apirilaren apirila|maiatzaren maiatza|"
    "ekainaren ekaina|uztailaren uztaila|abuztuaren abuztua|irailaren iraila|urriaren urria|azaroaren azaroa|"
    "abenduaren abendua",
    "ro": "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|"
    "iulie iul|august aug|septembrie sept|"
    "octombrie oct|noiembrie nov noi|decembrie dec",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|"
    "augustus aug|september sept sep|oktober okt|"
    "november nov|december dec",
    "sv": "januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|"
    "augusti aug|september sept sep|oktober okt|"
    "november nov|december dec",
    "da": "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|"
    "august aug|september sept sep|oktober okt|"
    "november nov|december dec",
    "no": "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|"
    "august aug|september sept sep|oktober okt|"
    "november nov|desember des",
    "is": "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember",
    "fi": "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|"
    "maaliskuuta maaliskuu maalis|huhtikuuta huhtikuu huhti|"
    "toukokuuta toukokuu touko|kesäkuuta kesäkuu kesä|heinäkuuta heinäkuu heinä|elokuuta elokuu elo|"
    "syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras|joulukuuta joulukuu joulu",
    "et": "jaanuar jaan|veebruar veebr|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember",
    "lv": "janvāris janvārī|februāris februārī|marts martā|aprīlis aprīlī|"
    "maijs maijā|jūnijs jūnijā|jūlijs jūlijā|"
    "augusts augustā|septembris septembrī|oktobris oktobrī|novembris novembrī|decembris decembrī",
    "lt": "sausio sausis|vasario vasaris|kovo kovas|balandžio balandis|"
    "gegužės gegužė|birželio birželis|liepos liepa|"
    "rugpjūčio rugpjūtis|rugsėjo rugsėjis|spalio spalis|lapkričio lapkritis|gruodžio gruodis",
    "pl": "stycznia styczeń sty|lutego luty lut|marca marzec|"
    "kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|"
    "lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|"
    "listopada listopad lis|grudnia grudzień gru",
    "cs": "ledna leden led|února únor úno|března březen bře|"
    "dubna duben dub|května květen kvě|června červen čer|"
    "července červenec čvc|srpna srpen srp|září zář|října říjen říj|listopadu listopad|prosince prosinec pro",
    "sk": "januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl|augusta august|"
    "septembra september|októbra október|novembra november|decembra december",
    "hr": "siječnja siječanj|veljače veljača|ožujka ožujak|travnja travanj|svibnja svibanj|lipnja lipanj|"
    "srpnja srpanj|kolovoza kolovoz|rujna rujan|listopada listopad|"
    "studenoga studenog studeni|prosinca prosinac",
    "sr": "januara januar јануара јануар|februara februar фебруара фебруар|"
    "marta mart марта март|aprila april априла април|"
    "maja maj маја мај|juna jun јуна јун|jula jul јула јул|avgusta avgust августа август|"
    "septembra septembar септембра септембар|oktobra oktobar октобра октобар|"
    "novembra novembar новембра новембар|decembra decembar децембра децембар",
    "sl": "januarja januar|februarja februar|marca marec|aprila april|maja maj|"
    "junija junij|julija julij|avgusta avgust|"
    "septembra september|oktobra oktober|novembra november|decembra december",
    "hu": "január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|"
    "szeptember szept|október okt|november nov|december dec",
    "sq": "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
    "ru": "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|"
    "июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|"
    "декабря декабрь дек",
    "uk": "січня січень січ|лютого лютий лют|березня березень бер|квітня квітень квіт|травня травень трав|"
    "червня червень черв|липня липень лип|серпня серпень серп|вересня вересень вер|жовтня жовтень жовт|"
    "листопада листопад лист|грудня грудень груд",
    "be": "студзеня|лютага|сакавіка|красавіка|траўня мая|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня",
    "bg": "януари яну|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "mk": "јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември",
    "el": "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ μάρ|απριλίου απρίλιος απρ|"
    "μαΐου μάιος μαϊ μάι μαι|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ|"
    "σεπτεμβρίου σεπτέμβριος σεπ σεπτ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε νοέ|"
    "δεκεμβρίου δεκέμβριος δεκ",
    "tr": "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|"
    "temmuz tem|ağustos ağu|eylül eyl|ekim eki|"
    "kasım kas|aralık ara",
    "az": "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr",
    "ar": "يناير جانفي|فبراير شباط فيفري|مارس آذار|"
    "أبريل ابريل إبريل نيسان أفريل|مايو أيار ماي|يونيو حزيران جوان|"
    "يوليو تموز جويلية|أغسطس اغسطس آب أوت|سبتمبر أيلول شتنبر|أكتوبر اكتوبر|نوفمبر نونبر|ديسمبر دجنبر",
    "fa": "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
    "ur": "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    "he": "ינואר בינואר|פברואר בפברואר|מרץ במרץ מרס במרס|אפריל באפריל|"
    "מאי במאי|יוני ביוני|יולי ביולי|אוגוסט באוגוסט|"
    "ספטמבר בספטמבר|אוקטובר באוקטובר|נובמבר בנובמבר|דצמבר בדצמבר",
    "hi": "जनवरी जन|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
    "mr": "जानेवारी|फेब्रुवारी|मार्च|एप्रिल|मे|जून|जुलै|ऑगस्ट|सप्टेंबर|ऑक्टोबर|नोव्हेंबर|डिसेंबर",
    "bn": "জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর",
    "ta": "ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்",
    "te": "జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జులై|ఆగస్టు|సెప్టెంబర్|అక్టోబర్|నవంబర్|డిసెంబర్",
    "id": "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|"
    "agustus agu agt ags|september sep|oktober okt|"
    "november nov|desember des",
    "ms": "januari|februari|mac|april|mei|jun|julai|ogos|september|oktober|november|disember",
    "tl": "enero|pebrero|marso|abril|mayo|hunyo|hulyo|agosto|setyembre|oktubre|nobyembre|disyembre",
    "sw": "januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba",
    "th": "มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|"
    "กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค",
    "ka": "იანვარი|თებერვალი|მარტი|აპრილი|მაისი|ივნისი|ივლისი|აგვისტო|სექტემბერი|ოქტომბერი|ნოემბერი|დეკემბერი",
    "hy": "հունվարի|փետրվարի|մարտի|ապրիլի|մայիսի|հունիսի|հուլիսի|օգոստոսի|սեպտեմբերի|հոկտեմբերի|նոյեմբերի|դեկտեմբերի",
}

PAIRED_MONTHS: dict[str, tuple[int, int]] = {"كانون": (12, 1), "تشرين": (10, 11)}
"""Months of the Levant that two share: by "the first" (الأول) and "the second" (الثاني) after it."""

SOLAR_HIJRI: dict[str, str] = {
    "fa": "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
    "prs": "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت",
    "ps": "وری|غویی|غبرګولی|چنګاښ|زمری|وږی|تله|لړم|لیندۍ|مرغومی|سلواغه|کب",
}
"""Months of Iran and Afghanistan, the first in March."""

WEEKDAYS: dict[str, str] = {
    "en": "monday mon|tuesday tues tue|wednesday wed weds|thursday thurs thur thu|friday fri|saturday sat|sunday sun",
    "de": "montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa|sonntag so",
    "fr": "lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam|dimanche dim",
    "es": "lunes lun|martes mar|miércoles miercoles mié|jueves jue|viernes vie|sábado sabado sáb|domingo dom",
    "pt": "segunda-feira segunda|terça-feira terça|quarta-feira quarta|"
    "quinta-feira quinta|sexta-feira sexta|sábado|domingo",
    "it": "lunedì lun|martedì mar|mercoledì mer|giovedì gio|venerdì ven|sabato sab|domenica dom",
    "nl": "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    "sv": "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag",
    "da": "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
    "fi": "maanantai maanantaina|tiistai tiistaina|keskiviikko keskiviikkona|"
    "torstai torstaina|perjantai perjantaina|"
    "lauantai lauantaina|sunnuntai sunnuntaina",
    "pl": "poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela",
    "cs": "pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle",
    "hu": "hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap",
    "ro": "luni|marți|miercuri|joi|vineri|sâmbătă|duminică",
    "ru": "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
    "uk": "понеділок|вівторок|середа|четвер|пʼятниця п'ятниця п’ятниця|субота|неділя",
    "el": "δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή",
    "tr": "pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar",
    "id": "senin|selasa|rabu|kamis|jumat|sabtu|minggu",
    "ar": "الاثنين الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
    "he": "שני|שלישי|רביעי|חמישי|שישי|שבת|ראשון",
    "hi": "सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार",
    "ja": "月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日",
    "zh": "星期一|星期二|星期三|星期四|星期五|星期六|星期日",
    "ko": "월요일|화요일|수요일|목요일|금요일|토요일|일요일",
}

UNITS: dict[str, str] = {
    "second": "second seconds sec secs s sekunde sekunden seconde secondes "
    "seconden segundo segundos secondo secondi "
    "sekund sekunder sekundy секунд секунды секунду saniye detik 秒 秒钟 초 δευτερόλεπτα",
    "minute": "minute minutes min mins m minuten minuto minutos minuti minuut "
    "minuter minutter minut minuty минут минуты "
    "минуту хвилин хвилини хвилину dakika menit 分 分钟 分鐘 분 minuuttia "
    "minutami perce perccel λεπτά دقيقة دقائق דקות "
    "मिनट phút",
    "hour": "hour hours hr hrs h stunde stunden std heure heures hora horas ora "
    "ore uur timme timmar time timer godzin "
    "godziny godzinę час часа часов годин години годину saat jam 時間 小时 小時 "
    "시간 tuntia tunti hodinami hodinou órája "
    "órával ώρες ώρα ساعة ساعات שעות घंटे giờ",
    "day": "day days d tag tage tagen jour jours día días dia dias giorno giorni "
    "dag dagen dagar dage dager dni dzień день "
    "дня дней днів дні gün hari 日 天 일 päivää päivä dny dnem napja nappal ημέρες μέρες أيام يوم ימים दिन ngày",
    "week": "week weeks w woche wochen semaine semaines semana semanas "
    "settimana settimane weken vecka veckor uge uger "
    "uke uker tydzień tygodnie tygodni неделю недели недель тижнів тижні "
    "hafta minggu 週間 周 週 주 viikkoa viikko týdny "
    "hete héttel εβδομάδες أسابيع أسبوع שבועות सप्ताह हफ्ते tuần",
    "month": "month months monat monate monaten mois mes meses mês mese mesi "
    "maand maanden månad månader måned måneder "
    "miesiąc miesiące miesięcy месяц месяца месяцев місяців місяці ay bulan ヶ月 か月 カ月 个月 個月 개월 kuukautta "
    "měsíci hónapja hónappal μήνες أشهر شهر חודשים महीने tháng",
    "year": "year years y yr yrs jahr jahre jahren an ans année années año años "
    "ano anos anno anni jaar år rok lata lat "
    "год года лет років роки рік yıl tahun 年 년 vuotta vuosi lety éve évvel χρόνια سنوات سنة שנים साल năm",
}

AGO: str = (
    "ago fa geleden sedan siden temu назад тому önce lalu 前 전 sitten पहले trước "  # after the amount
    "vor hace há ha il_y_a منذ قبل לפני před πριν a"  # before it
)

DAY_WORDS: dict[str, str] = {
    "en": "today|yesterday",
    "de": "heute|gestern",
    "fr": "aujourd'hui aujourd’hui|hier",
    "es": "hoy|ayer",
    "pt": "hoje|ontem",
    "it": "oggi|ieri",
    "nl": "vandaag|gisteren",
    "sv": "idag|igår",
    "fi": "tänään|eilen",
    "pl": "dziś dzisiaj|wczoraj",
    "cs": "dnes|včera",
    "hu": "ma|tegnap",
    "ru": "сегодня|вчера",
    "uk": "сьогодні|вчора учора",
    "el": "σήμερα|χθες χτες",
    "tr": "bugün|dün",
    "id": "hari|kemarin",
    "ar": "اليوم|أمس",
    "he": "היום|אתמול",
    "hi": "आज|कल",
    "ja": "今日|昨日",
    "zh": "今天 今日|昨天 昨日",
    "ko": "오늘|어제",
}
"""Two cells a row: today, yesterday."""


def words_of(table: dict[str, str], *, languages: tuple[str, ...] | None = None) -> dict[str, int]:
    """Spelling -> place in its row, counted from 0, over `languages` (all of "
    "them when None); the first row wins."""
    found: dict[str, int] = {}
    for language, row in table.items():
        if languages is not None and language not in languages:
            continue
        for number, cell in enumerate(row.split("|")):
            for word in cell.split():
                found.setdefault(word.casefold(), number)
    return found
