"""How the lines begin that each of LINE_RULES fits: data, written by scripts/make_line_openings.py from the rules' patterns."""

LENGTH = 4
"""Letters of an opening at most. With four, a line of a page meets one rule in two; with three, one; with five the table is twice as long."""
NUMBER, MARK = "0", "-"
"""The openings of lines that begin with a digit, and with neither a letter nor a digit."""
OPENINGS: tuple[str, ...] = (
    "",
    "cet |dies|este",
    "-|arch|arti|arty|beri|ce c|cet |cett|cont|den |denn|der |deta|dies|dit |el a|el c|el n|esta|este|está|fact|from|head|info|link|note|noti|old |plea|ques|sie |some|this|you |you'|you’|архи|эта ",
    "bitt|enab|ihr |il t|java|micr|noti|plea|su n|this|to v|tu n|votr|we h|we'v|you |you'|your|you’",
    "are |call|did |do y|e|fehl|got |have|send|shar|show|subm|tell|text|uplo|vote|want|what|wher|whic|who |who'|who’",
    "",
    "ce s|deze|dies|este|noso|nous|our |ques|this|we a|we g|we n|we s|we u|we v|wir ",
    "by c|by e|by p|by s|don'|dont|ente|get |insc|iscr|jetz|join|meld|news|our |plea|regi|sign|star|stay|subs|susc|than|unse|want",
    "",
    "a e|a le|a ne|abbo|abon|anmä|apun|apún|assi|best|bült|cada|der |e|foll|få |get |grat|have|hole|insc|iscr|jetz|kost|meld|modt|mott|odeb|one |ontv|pren|přih|read|rece|reci|regi|regí|rice|s'ab|s'in|schr|subs|susc|s’ab|s’in|tila|tilm|type|zapi|εγγρ|подп|اشتر|ニュース|メルマガ|メールマ|訂閱|订阅|뉴스레터",
    "",
    "also|auch|baca|clic|cont|czyt|das |don'|dont|don’|dowi|edit|en s|find|gall|guar|hear|in c|in p|late|lea |lear|lee |leer|lees|legg|leia|les |lese|lies|lire|list|lue |läs |læs |mehr|meis|more|most|must|más |next|noti|pass|phot|potr|prev|read|reco|rela|saib|see |see:|sieh|sur |te p|top |tren|up n|veja|ver |vide|view|voir|watc|weit|you |zoba|zum |à li|такж|чита|あわせて|关联阅读|相关新闻|相关阅读|関連記事|관련기사",
    "-|arti|auf |blue|by|comp|cond|copy|deel|del|druc|e|face|find|flip|foll|gift|impr|join|like|link|mail|merk|mess|more|on|or|part|payl|per |pin |pint|pock|prin|redd|save|sdíl|send|shar|sms|stor|teil|tele|text|this|thre|tumb|twee|twit|udos|via|what|x",
    "find|foll|for |join|like",
    "baix|desc|down|for |get |hol |hole|inst|lade|scar|try |télé",
    "-|ad|anno|anze|arti|cont|der |don|ikla|la s|main|paid|part|prom|pubb|publ|rekl|remo|repo|scro|skip|spon|stor|this|werb|рекл|广告|広告|광고",
    "-|dies|if y|in d|this",
    "-",
    "an d|ce c|dabe|dami|deze|empf|este|exte|ich |link|pers|this|to v|we a",
    "0",
    "actu|aggi|aktu|ersc|firs|gepu|last|mis |oppd|post|pubb|publ|upda|uppd|verö",
    "alre|are |beco|bere|cet |cont|crea|dies|déjà|full|il v|inic|jetz|log |para|sign|star|subs|supp|this|to c|to k|unli|unlo|weit|you |you'",
    "-|abbo|abon|al a|al l|alle|arti|arty|artí|assi|bere|bli |ce c|cet |conn|cont|den |denn|dies|dit |déjà|esta|este|exkl|fini|hier|il v|inic|je m|jetz|já é|keep|la s|lees|memb|noti|nur |only|para|per |ques|reda|reed|s'ab|scho|sei |sie |subs|susc|s’ab|test|this|treś|um d|verd|weit|word|ya e|ya s|you |you'|you’|мате|стат|ここから|この記事|残り",
    "",
    "0|add |ajou|all |be t|come|comm|deix|deja|disc|escr|faça|have|hide|join|komm|lais|lasc|leav|legg|load|lämn|no c|no d|no r|our |plaa|post|reac|read|schr|see |show|skri|view|what|writ|écri",
    "-|all |alle|copy|no p|this|todo|tous",
    "argo|assu|cate|emne|etiq|file|in t|keyw|mots|más |onde|post|schl|stic|tag|tema|them|topi|tópi",
    "0|a|back|book|clos|coll|enla|escu|esti|expa|foll|font|full|gift|hear|hide|imag|larg|lese|less|list|load|menu|more|next|one|open|play|prev|read|resi|save|sear|shar|show|smal|text|togg|top|view|vorl|zoom|zuhö",
    "-|a cl|a co|a ea|a or|a pr|a ve|an c|an e|an o|an p|anm.|anme|clar|corr|der |dies|edit|erra|fe d|firs|hinw|korr|nota|note|orig|rect|rett|rätt|the |this|upda",
    "-|aanv|acla|actu|aggi|aktu|anm.|arti|atua|beri|ce t|cet |core|corr|der |dies|dit |düze|edit|en t|erra|escl|esta|este|fe d|fris|fört|günc|hely|hinw|i en|in e|klar|korr|mise|n.d.|nach|nasc|ndlr|noot|nota|note|od r|oika|opda|oppd|opra|prec|pres|präz|præc|préc|päiv|ques|rect|reda|rett|rich|rätt|sake|spro|tran|täsm|uma |una |une |uppd|verd|διόρ|ενημ|випр|испр|обно|от р|попр|уточ|تحدي|تصحي|توضي|ملاح|お詫びと|更正 |更正(|更正, |更正:|更正–|更正—|更正：|編者按 |編者按(|編者按,|編者按:|編者按–|編者按—|編者按：|編集部注|编者注 |编者注(|编者注,|编者注:|编者注–|编者注—|编者注：|訂正 |訂正(|訂正, |訂正:|訂正–|訂正—|訂正：|追記 |追記(|追記, |追記:|追記–|追記—|追記：|바로잡습|정정 |정정(|정정, |정정:|정정–|정정—|정정：|편집자주",
    "",
    "-|addi|avec|bron|com |con |cont|edit|fakt|font|fuen|incl|kild|käll|met |mit |our |quel|reda|repo|rese|schl|sour|su f|this|unte|with|writ|über",
    "beit|bild|cred|créd|foto|phot|tite",
    "",
    "-|afp|agen|ani|anp|ansa|ap|belg|bern|cna|cp|ctk|dpa|efe|epa|epd|ians|kna|kyod|lusa|mdr|ndr|ntb|pap|pti|reut|ritz|rtr|sda|sid|staf|stt|tass|tns|tt|upi|wdr|wire|with|xinh",
)  # fmt: skip
