"""English words that attribute: speech, beliefs and intentions, each with the shapes of content it takes.

Our own table, after the kinds of attribution in the Penn Discourse Treebank and PARC3 (assertion, belief, eventuality).

The shapes:
    s  a clause, with "that" or without it, taken readily        ("said the bill would pass")
    z  a clause without "that" only where a whole clause is seen  ("showed voters want change")
    q  a question clause                                         ("asked whether", "explained why")
    d  stands beside direct speech, and ends or splits a clause   ('"No," she said', "the bill is dead, she said")
    o  hearers come between it and the clause                    ("told reporters that")
    i  an infinitive                                             ("vowed to")
    O  hearers and an infinitive                                 ("urged Congress to")
    g  a gerund                                                  ("denied taking")
    n  a noun phrase                                             ("proposed a ban on")
    f  "for" and a noun phrase                                   ("called for")
    b  somebody "of" or "for" something                          ("accused him of")
    a  something "as" something                                  ("described it as")
    t  something something, no word between                      ("called it a disgrace")
    p  passive with an infinitive                                ("is expected to")
    u  passive, the subject being the hearer                     ("were told they should")
"""

from backfile.lexicon.english_words import listed

SPEECH, BELIEF, INTENTION = "speech", "belief", "intention"

# lemma, shapes; "said" is the commonest word of all, and the only one that fits everywhere.
SPEECH_VERBS = """
go d | say sqdp | tell oOqdu | add sd | ask qOdfuiz | claim sidp | argue sd | note sqd | insist sdfg | explain sqd
warn soOdu | write sqd | tweet sdn | announce sqdn | declare sdnt | state sqd | assert sd | contend sd | maintain sd
acknowledge sqdng | admit sgdn | concede sd | deny sgn | reveal zqdp | report zqgdp | respond sd | reply sd
retort sd | answer sd | suggest sgdn | propose sgin | recommend sgn | demand siqnd | complain sd | lament sd
boast sd | brag sd | joke sd | quip sd | predict sqdn | estimate zqdp | conclude sd | confirm sqd | testify sd
allege sdp | charge sdb | mention z | emphasize sqd | stress sqd | reiterate sqdn | repeat zqdn | remind oOdu
assure odu | inform oqdu | notify ou | advise oOsdu | caution soOdu | hint sd | imply sd | indicate sqd | signal s
counter sd | observe zd | remark sd | comment sd | proclaim sd | theorize sd | speculate sqd | muse sd | opine sd
dispute zn | question q | wonder qsd | shout zd | yell zd | cry d | whisper zd | chant zd | exclaim sd
scream zd | mutter zd | murmur zd | interject d | continue d | recall zqgd | recount qd | describe qag | detail q
outline q | text zd | email zd | post zd | blog zd | rule zq | disclose zqd | guarantee so | bet z | crow d | gush d
chide d | scoff d | sneer d | snap d | bellow d | thunder d | reckon sd | concur sd | decree s | preach zd
object sd | protest zd | plead d | inquire qd | attest sd | profess s | pronounce d | rejoin d | read d | deadpan d
enthuse d | clarify sqd | elaborate d | relate qd | accuse b | blame b | criticize ba | praise ba | condemn ba
denounce ba | call ftOd | label t | brand t | dub t | deem t | characterize a | portray a | dismiss a | hail a
tout a | cast a | slam ba | blast ba | ridicule a | mock a | deride a | denigrate a | decry a | tease d | urge Osnd | attack b
order Ou | command O | instruct Ou | direct O | request sn | beg Of | implore Od | exhort Od | challenge O | press O
pressure O | spotlight zq | talk - | speak - | affirm zdn | reaffirm zn | confess zgd | confide zd | divulge zq | verify z | certify z
specify zq | stipulate z | posit sd | insinuate s | venture d | rage d | fume d | vent d | whine zd | moan zd | groan d
rave d | blurt d | gloat zd | kid d | interrupt d | aver sd | fault b | scold bd | admonish b | rebuke b | chastise b | lambaste b
rip b | bash b | credit b | thank b | commend b | underline zq | depict a | paint a
bark d | refer a | liken a | compare a | point s | threaten is | swear is | caption d | cite n
"""
BELIEF_VERBS = """
think sqd | believe sqdpa | know zq | feel zd | hope sidf | fear sgnd | worry sd | expect ziOp | doubt zqn
suspect sd | assume sp | consider tp | understand zqp | realize sq | recognize zqn | remember zqg | forget zq
imagine zq | guess sd | figure sd | see qa | view a | regard a | perceive za | sense z | wish si | find zd | show zqd
prove z | hear zq | learn zqd | discover zq | notice zq | calculate z | determine zq | regret zg
resent g | agree si | disagree z | envision g | presume s | suppose s | foresee z | conclude s | decide isq | care q
anticipate zgn | question q | ponder q | rule z | project zp | value - | rumor p | demonstrate zq | illustrate q
underscore zq | highlight q | fret sd | marvel sd | grumble sd | gripe sd | bemoan n | surmise sd | deduce z | infer z | conjecture z | forecast zpn | detect z | discern z
ascertain zq | rejoice zd | hypothesize z | reflect d | accept z | dream z | pray z
"""
INTENTION_VERBS = """
want iOn | plan ig | intend ig | vow isdn | promise ison | pledge isn | agree is | refuse i | decline i | offer i
volunteer i | seek i | aim i | long i | aspire i | opt i | choose i | prefer in | threaten is | consider g
contemplate gnq | weigh gq | mull gnq | resolve i | commit i | dare i | prepare i | look I | encourage O | convince o | push Of
lobby O | support - | oppose g | favor gn | demand i | hesitate i | undertake i | yearn i | love i | hate i | like i
need - | advocate fgn | hold - | elect i | desire i | consent i
"""

# A noun and what follows it: t "that" and a clause, T the same where somebody has or makes it, i an infinitive, f "for" and a noun phrase.
SPEECH_NOUNS = """
claim t | allegation t | statement t | announcement t | argument t | assertion t | suggestion t | promise ti
pledge tif | vow ti | warning t | report t | rumor t | prediction t | acknowledgment t | acknowledgement t
admission t | contention t | insistence t | charge t | accusation t | complaint t | proposal ti | recommendation t
call fi | demand tif | threat ti | offer i | denial t | declaration t | revelation t | confession t | testimony t
remark t | comment t | assurance t | reminder T | finding t | ruling t | criticism t | request tif | explanation t
message t | talk t | refusal i | plea if | order i | agreement t | admonishment t | guarantee t | insinuation t
implication t | pronouncement t | projection t | forecast t | indication T | refrain t | mantra t | rumour t | offer i
advice t | invitation i | assessment t | boast t | concession t | counterargument t | excuse t | lament t | objection t
observation t | instruction ti | reassurance t | case T | point T | position T | stance T | joke T | lie T | word T
"""
BELIEF_NOUNS = """
belief t | idea tg | notion t | view t | opinion t | theory t | conviction t | feeling t | sense t | fear t | hope tg
concern t | speculation t | conclusion t | confidence t | doubt t | understanding t | expectation t | perception t
impression t | assumption t | suspicion t | realization t | worry t | estimate t | consensus t | optimism t
skepticism t | perspective t | recognition t | anxiety t | disbelief t | judgment t | hypothesis t | calculation t
certainty t | acceptance t | thought t | hunch t | guess t | premise t | presumption t | supposition t | knowledge t
possibility T | myth t | estimation t | telling t | mind T | words T | account T | dream T
"""
INTENTION_NOUNS = """
plan i | desire if | decision i | intention ig | willingness i | commitment i | wish i | determination i | intent i
unwillingness i | reluctance i | eagerness i | readiness i | proposal i | ambition i | prospect g
"""

# "is confident that", "is willing to": t clause, i infinitive
BELIEF_ADJECTIVES = """
confident t | certain t | sure tq | worried t | concerned t | afraid t | hopeful t | optimistic t | convinced t
aware t | skeptical t | disappointed t | glad t | happy ti | proud ti | surprised ti | angry t | adamant t
doubtful t | fearful t | unsure tq | uncertain tq | pessimistic t | mindful t | grateful t | pleased ti | shocked t
unaware t | delighted ti | thrilled ti | outraged t | furious t | frustrated t | relieved ti | nervous t | alarmed t
apprehensive t | scared t | terrified t | honored ti | encouraged t | disgusted t | curious q | positive t | excited ti
stunned t | satisfied t | sorry t | clear tq | upset t | thankful t | unconvinced t
"""
INTENTION_ADJECTIVES = """
willing i | eager i | ready i | reluctant i | determined i | unwilling i | hesitant i | committed i | inclined i
prepared i | loath i | keen i | anxious i | poised i | desperate i | set i
"""

# Verbs after which an infinitive cue is the real one: "declined to say whether", "went on to add".
CARRIERS = listed(
    "decline refuse continue go begin seem appear come use fail manage start return hasten rush hesitate tend proceed"
)

# Places and means of speaking, which come between the cue and the content: "said in an interview with CNN that".
OCCASIONS = frozenset(
    listed("""
    interview statement speech rally tweet email e-mail conference briefing letter post debate event hall call
    hearing report memo filing remarks address appearance twitter facebook cnn nbc abc cbs msnbc fox news press
    press-conference release podcast show broadcast video message telephone phone text meeting forum summit ad
    advertisement column op-ed essay book article editorial testimony session panel town-hall stop fundraiser
    convention breakfast lunch dinner reporters radio television tv interviews tweets statements remarks
    speeches appearances emails radio deposition affidavit lawsuit complaint study survey instagram note memo
    presentation trip visit tour comments blog website site gathering audience crowd
""")
)

# Words after "to" or "with" that are hearers.
HEARERS = frozenset(
    listed("""
    reporters journalists supporters crowd audience voters cnn press media lawmakers senators police officers
    investigators congress guests delegates donors students members viewers fans friends parents court jurors
    colleagues
""")
)

# Verbs that join an adjective to its subject, "be" apart.
COPULAS = frozenset(listed("remain remains remained seem seems seemed feel feels felt become became"))
