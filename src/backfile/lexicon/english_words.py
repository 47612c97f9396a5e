"""English words by what they can be in a sentence, as data for the clause rules of quotes/word_classes.py.

Our own lists: the closed classes in full (Quirk et al., A Comprehensive Grammar of the English Language), and the
verbs, adjectives and nouns that newspapers use most.  Several classes for one word are common: the rules choose.
"""


def listed(text: str) -> list[str]:
    """The words of a table written as running text."""
    return text.split()


DETERMINERS = listed("""
    a an the this these those every each no any some all both another either neither such many most several few
    much more fewer less half enough certain various numerous countless what-else
""")

POSSESSIVES = listed("my your his her its our their whose one's")

SUBJECTS = listed("i he she we they")
EITHER_CASE = listed("""
    another it you everyone everybody someone somebody anyone anybody nobody others one none everything nothing
    something anything this that these those both all many most some few several there neither either
""")
OBJECTS = listed("me him her us them himself herself itself themselves myself yourself ourselves")

PREPOSITIONS = listed("""
    of in on at by for with from into onto about against between among through during before after above below
    under over across behind beyond near toward towards upon within without throughout despite except like
    unlike via amid amidst alongside aboard atop beside besides beneath onto underneath opposite pending
    concerning regarding per versus vs around along past off up down out since until till as inside outside than
    including following
""")

CONJUNCTIONS = listed("and or but nor yet & plus")
SUBORDINATORS = listed("""
    because although though while whereas unless if whether when whenever where wherever since until till before
    after as once lest so
""")
RELATIVES = listed("who whom which whose")
QUESTION_WORDS = listed("what how why whether if where when who whom which whose whatever whoever")

BE = listed("is are was were am be been being isn't aren't wasn't weren't ain't")
BE_FINITE = listed("is are was were am isn't aren't wasn't weren't ain't")
HAVE = listed("has have had hasn't haven't hadn't having")
DO = listed("do does did don't doesn't didn't")
MODALS = listed("""
    will would can could may might must shall should won't wouldn't can't cannot couldn't mightn't mustn't
    shouldn't ought wo ca
""")

ADVERBS = listed("""
    also not never always often sometimes still even just only first again once twice soon later earlier now
    then already ever perhaps maybe instead however therefore thus meanwhile moreover nevertheless nonetheless
    too very quite rather almost nearly further far well here there away back together ahead forward indeed
    otherwise hence besides likewise long yet anyway altogether seldom rarely else forth apart aside so alike
    abroad aloud tonight afterward afterwards simply merely mostly
""")

TIMES = listed("""
    monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight mon. tue. tues.
    wed. thu. thur. thurs. fri. sat. sun. overnight
""")
MONTHS = listed("""
    january february march april may june july august september october november december jan. feb. mar. apr.
    jun. jul. aug. sep. sept. oct. nov. dec.
""")
TIME_NOUNS = listed("""
    day week month year morning afternoon evening night weekend time hour minute moment summer winter spring
    fall autumn season decade century days weeks months years hours minutes decades mornings evenings nights ago
    noon midnight
""")

ADJECTIVES = listed("""
    new old big small large great good bad high low long short early late young important public private local
    national federal foreign political presidential republican democratic conservative liberal senior former
    current top chief leading major minor key main final recent first second third next last other same own
    different similar possible likely unlikely able free full open clear sure true false real strong weak hard
    easy right wrong black white red blue green american russian chinese british french german israeli iranian
    muslim christian jewish hispanic latino african european western eastern northern southern afghan iraqi
    saudi pakistani indian australian canadian italian spanish polish ukrainian turkish egyptian cuban japanese
    korean dutch swedish greek irish scottish swiss palestinian lebanese libyan somali haitian venezuelan
    colombian brazilian filipino vietnamese arab kurdish islamic catholic protestant hindu sikh buddhist mormon
    evangelical syrian mexican legal illegal criminal civil military economic financial social medical
    environmental nuclear international domestic independent anonymous unidentified unnamed potential prominent
    powerful popular rich poor dead alive ready happy sad angry proud afraid concerned worried confident hopeful
    optimistic skeptical willing eager reluctant unwilling determined glad aware convinced certain better best
    worse worst higher lower larger smaller bigger greater less more least safe dangerous serious critical sharp
    tough bitter rare huge massive sweeping controversial so-called interim acting deputy assistant vice
    associate general special outside veteran longtime
""")

# base, third person, past, participle, -ing
IRREGULAR = """
be is was been being
have has had had having
do does did done doing
say says said said saying
go goes went gone going
get gets got gotten getting
make makes made made making
know knows knew known knowing
think thinks thought thought thinking
take takes took taken taking
see sees saw seen seeing
come comes came come coming
give gives gave given giving
find finds found found finding
tell tells told told telling
become becomes became become becoming
leave leaves left left leaving
feel feels felt felt feeling
put puts put put putting
bring brings brought brought bringing
begin begins began begun beginning
keep keeps kept kept keeping
hold holds held held holding
write writes wrote written writing
stand stands stood stood standing
hear hears heard heard hearing
let lets let let letting
mean means meant meant meaning
set sets set set setting
meet meets met met meeting
run runs ran run running
pay pays paid paid paying
sit sits sat sat sitting
speak speaks spoke spoken speaking
lie lies lay lain lying
lead leads led led leading
read reads read read reading
grow grows grew grown growing
lose loses lost lost losing
fall falls fell fallen falling
send sends sent sent sending
build builds built built building
understand understands understood understood understanding
draw draws drew drawn drawing
break breaks broke broken breaking
spend spends spent spent spending
cut cuts cut cut cutting
rise rises rose risen rising
drive drives drove driven driving
buy buys bought bought buying
wear wears wore worn wearing
choose chooses chose chosen choosing
win wins won won winning
beat beats beat beaten beating
fight fights fought fought fighting
throw throws threw thrown throwing
catch catches caught caught catching
teach teaches taught taught teaching
eat eats ate eaten eating
sell sells sold sold selling
hit hits hit hit hitting
shut shuts shut shut shutting
seek seeks sought sought seeking
sing sings sang sung singing
swear swears swore sworn swearing
steal steals stole stolen stealing
shoot shoots shot shot shooting
sleep sleeps slept slept sleeping
forget forgets forgot forgotten forgetting
forgive forgives forgave forgiven forgiving
hide hides hid hidden hiding
ride rides rode ridden riding
shake shakes shook shaken shaking
strike strikes struck struck striking
tear tears tore torn tearing
wake wakes woke woken waking
withdraw withdraws withdrew withdrawn withdrawing
undergo undergoes underwent undergone undergoing
overcome overcomes overcame overcome overcoming
bear bears bore borne bearing
bend bends bent bent bending
bet bets bet bet betting
bind binds bound bound binding
blow blows blew blown blowing
deal deals dealt dealt dealing
dig digs dug dug digging
fly flies flew flown flying
freeze freezes froze frozen freezing
hang hangs hung hung hanging
hurt hurts hurt hurt hurting
lend lends lent lent lending
quit quits quit quit quitting
ring rings rang rung ringing
sink sinks sank sunk sinking
slide slides slid slid sliding
spread spreads spread spread spreading
split splits split split splitting
swing swings swung swung swinging
undercut undercuts undercut undercut undercutting
uphold upholds upheld upheld upholding
mistake mistakes mistook mistaken mistaking
foresee foresees foresaw foreseen foreseeing
shed sheds shed shed shedding
cast casts cast cast casting
cost costs costs cost costing
arise arises arose arisen arising
lay lays laid laid laying
retell retells retold retold retelling
rewrite rewrites rewrote rewritten rewriting
foretell foretells foretold foretold foretelling
rebut rebuts rebutted rebutted rebutting
""".strip().split("\n")

VERBS = listed("""
    accept accuse achieve acknowledge act add address admit adopt advise affect afford agree aim allege allow
    announce answer anticipate apologize appeal appear apply appoint appreciate approach approve argue arrest
    arrive ask aspire assert assess assign assist assume assure attack attempt attend attract avoid back ban bar
    base battle beg believe belong benefit blame blast block boast boost borrow brag bristle broadcast bully
    burn call campaign cancel capture care carry cause caution celebrate challenge change chant characterize
    charge cheer chide choose cite claim clarify clash clear close coin collapse collect combat comment commit
    compare compete complain complete concede concern conclude concur condemn conduct confess confirm confront
    confuse congratulate connect consider consist contact contain contemplate contend contest continue
    contradict contribute control convene convey convict convince cooperate correct counter cover craft crash
    create credit criticize cross crow cry dare date debate decide declare decline decrease decry deem defeat
    defend define defy delay delegate delete deliver demand demonstrate denounce deny depart depend deploy
    deport deride describe deserve design desire destroy detail detain determine develop die differ direct
    disagree disappear disappoint disavow disclose discover discuss dismiss display dispute distance disturb
    document dodge dominate donate double doubt downplay draft drop dub earn ease echo edge elaborate elect
    eliminate email embarrass embrace emerge emphasize employ enable encourage end endorse endure enforce engage
    enjoy enlist ensure enter envision escape establish estimate evaluate examine exceed exclaim execute
    exercise exist expand expect experience explain explode explore expose express extend face fail fare favor
    fear feature feed figure file fill finance finish fire fix flip float focus follow force form found frame
    fuel fulfill function fund gain gather generate govern grant grab greet grieve guarantee guess guide hail
    handle happen harm hate head heal help hesitate highlight hint hire hope host identify ignore illustrate
    imagine impact implement imply impose impress improve include increase indicate indict inform inherit inject
    inquire insist inspire install instruct insult intend interject interpret interrupt interview introduce
    invent invest investigate invite invoke involve issue jab jail join joke judge jump justify kick kill kiss
    knock label lack lag lambaste lament land last laugh launch lean learn leap lecture lift like limit link
    list listen live load lobby locate lock look loom love lower maintain manage march mark marry match matter
    measure mention migrate mind miss mobilize mock monitor mount mourn move mull murder muse name narrow need
    negotiate nod nominate note notice notify object oblige observe obtain occur offer open operate opine oppose
    opt order organize oust outline outrage owe own pardon participate pass penalize perceive perform permit
    persuade pick pitch place plan play plead pledge point poll ponder portray pose possess post postpone pound
    pour praise pray preach predict prefer prepare present preserve press pressure presume prevail prevent print
    proceed proclaim produce profess project promise promote prompt pronounce propose prosecute protect protest
    prove provide provoke publicize publish pull punch purchase pursue push question quip quote race rail raise
    rally rant reach react realize reason reassure rebuff rebuke recall receive reckon recognize recommend
    record recount recover recruit reduce refer reflect refuse regard register regret regulate reiterate reject
    relate release relent rely remain remark remember remind remove renew repeal repeat replace reply report
    represent reprimand request require rescue resemble resent reserve resign resist resolve respect respond
    rest restore restrict result resume retain retire retort retreat return reveal reverse revert review revise
    revoke rip risk rule rush sanction satisfy save scale schedule scoff scold scramble scream screen search
    secure seem seize sense separate serve settle share shift ship shout show shrug sign signal slam slip snap
    sneer sound sour spark speculate spill sponsor spot spur stage start state stay stem step stick stoke stop
    storm strengthen stress stretch struggle study stumble submit succeed suffer suggest sum support suppose
    surface surge surprise surround survive suspect suspend sustain switch sympathize tackle talk target taunt
    tax tease term test testify text thank theorize threaten thrive tie tolerate touch tour tout trace track
    trade trail train transfer transform translate travel treat trigger trim triumph trouble trump trust try
    turn tweet underscore unify unite unleash unveil update urge use utter value vent venture veto view violate
    visit volunteer vote vow wage wait walk want warn wash waste watch weaken weigh welcome whisper widen wield
    wish witness wonder work worry yell yield zero
""")

# Past forms with a doubled last letter, and those in -y, follow from the spelling rules in quotes/word_classes.py.
DOUBLING = listed("""
    admit ban bar beg brag commit compel confer control drop drag expel flip grab hop jab jog knit lag nod occur
    omit permit plan plot prefer quip ship shop skip slam slip snap spot step stop strip sum tap trim trip rebut
    rip refer regret transfer outbid stun submit spur blog chat clap equip propel
""")

COMMON_NOUNS = listed("""
    people voters officials supporters campaign party state states government house president candidate election
    country nation world war law bill plan plans tax taxes job jobs trade deal policy money percent million
    billion poll polls vote votes primary debate speech rally convention committee court judge police department
    agency office company companies group groups members leaders lawmakers senators governors critics opponents
    allies aides advisers experts analysts reporters spokesman spokeswoman spokesperson report reports statement
    interview news media press email emails server foundation family father mother wife husband son daughter
    children women men man woman workers students teachers parents residents immigrants refugees republicans
    democrats conservatives liberals americans muslims christians delegates donors staff team issue issues
    question questions problem problems story stories case cases way ways thing things part place right rights
    power member leader witnesses sources source researchers scientists authorities prosecutors investigators
    lawyers lawyer attorney doctors surrogates strategists strategist activists advocates protesters
    demonstrators diplomats executives economists historians observers pundits ally assembly monopoly anomaly project
    forecast signal counter tweet post email text note reply caption
""")
