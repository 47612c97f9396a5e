"""Titles and offices that stand before or after a name, and words that show a capitalised run to be no person: data."""

from functools import lru_cache

from backfile.lexicon.english_words import listed

ABBREVIATED = {
    "gov.": "Governor", "sen.": "Senator", "rep.": "Representative", "sec.": "Secretary", "gen.": "General",
    "lt.": "Lieutenant",
    "col.": "Colonel", "capt.": "Captain", "sgt.": "Sergeant", "adm.": "Admiral", "maj.": "Major", "cmdr.": "Commander",
    "prof.": "Professor", "rev.": "Reverend", "pres.": "President", "atty.": "Attorney", "supt.": "Superintendent",
    "det.": "Detective", "insp.": "Inspector", "hon.": "Honorable", "sens.": "Senators", "reps.": "Representatives",
    "sen": "Senator", "gov": "Governor", "rep": "Representative", "govs.": "Governors", "asst.": "Assistant", "pvt.": "Private", "cpl.": "Corporal",
    "mp": "MP", "cllr": "Councillor", "cllr.": "Councillor", "pc": "PC",
}  # fmt: skip
"""A title as printed to the office in full."""

COURTESY = {"mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m",
            "lady": "f", "dame": "f", "king": "m", "queen": "f", "prince": "m", "princess": "f", "dr.": "", "dr": "",
            "monsieur": "m", "madame": "f", "herr": "m", "frau": "f", "señor": "m", "señora": "f"}  # fmt: skip
"""Courtesy titles to the gender that they tell."""

OFFICES = frozenset(
    listed("""
    president governor senator representative congressman congresswoman congressperson secretary minister
    chancellor mayor judge justice general director chairman chairwoman chairperson chair chief sheriff
    lieutenant colonel captain sergeant officer detective professor reverend pope king queen prince princess
    ambassador speaker leader commissioner superintendent coach manager editor spokesman spokeswoman
    spokesperson ceo administrator councilman councilwoman councilmember alderman treasurer comptroller delegate
    assemblyman assemblywoman rabbi imam bishop cardinal archbishop father sister sheikh ayatollah
    undersecretary premier admiral major commander principal provost dean curator founder co-founder executive
    adviser advisor counsel attorney prosecutor marshal whip candidate nominee author host anchor correspondent
    lawmaker lawyer strategist aide analyst economist pollster activist researcher scientist historian teacher
    student resident owner member rival billionaire businessman businesswoman mogul pastor veteran voter
    supporter surrogate reporter journalist columnist actor actress singer comedian producer writer filmmaker
    farmer organizer consultant operative fundraiser donor inspector firefighter neighbor witness coauthor
    co-author co-chair co-chairman vice-president magnate tycoon entrepreneur psychologist psychiatrist
    physician doctor nurse engineer developer expert scholar theologian philanthropist player quarterback
    captain instructor undersecretary first-lady emperor sultan representative assistant deputy trustee
    selectman selectwoman spokesmen spokeswomen blogger poet novelist musician rapper wife husband mother father
    son daughter brother sister widow uncle aunt cousin nephew niece grandfather grandmother friend colleague
    boss predecessor successor contender frontrunner front-runner kanzler kanzlerin bundeskanzler
    bundeskanzlerin bundespräsident ministerin innenminister innenministerin außenminister außenministerin
    finanzminister präsident präsidentin sprecher sprecherin bürgermeister bürgermeisterin maire ministre
    président présidente députée porte-parole alcalde alcaldesa presidente presidenta ministra ministro portavoz
    gobernador gobernadora megadonor running-mate mate hopeful conservative liberal democrat republican
    libertarian independent socialist fellow co-host cohost challenger incumbent opponent councilmember clerk auditor
    controller registrar warden ranger lifeguard umpire referee striker goalkeeper pitcher watchmaker carpenter
    electrician plumber mechanic driver baker chef waiter waitress bartender barber hairdresser accountant architect
    banker broker builder butcher coroner constable bailiff assessor magistrate goalie goaltender midfielder shortstop catcher linebacker supervisor coordinator headteacher headmaster headmistress councillor councilor dentist designer dancer fisherman gardener janitor librarian locksmith machinist
    mason miner paramedic painter photographer pilot sailor sculptor shopkeeper surgeon tailor trucker welder
    veterinarian vorsitzende vorsitzender leiter leiterin amtsleiter amtsleiterin chefin trainerin abgeordnete
    abgeordneter staatssekretär staatssekretärin oberbürgermeister oberbürgermeisterin landrat landrätin
    generalsekretär generalsekretärin geschäftsführer geschäftsführerin expertin experte autor autorin wirtschaftsminister
    wirtschaftsministerin verteidigungsminister verteidigungsministerin justizminister justizministerin directeur
    directrice sénateur sénatrice préfet préfète procureur procureure député premier-ministre directora director
    concejal concejala consejero consejera delegada delegado fiscal secretario secretaria chaplain envoy negotiator
""")
)
"""Words for people by what they do, as stand before a name ("spokesman Brian Fallon") or after it."""

OFFICE_MODIFIERS = frozenset(
    listed("""
    vice deputy assistant former acting interim attorney press prime foreign home defense defence senior chief
    executive first general managing campaign national federal state city county police fire white house u.s. us
    lt. majority minority lady managing associate
""")
)

PARTY = frozenset(listed("democratic republican democrat libertarian conservative liberal labour labor tory green"))

NOT_PERSON = frozenset(
    listed("""
    foundation university college institute center centre street avenue road airport county city party committee
    commission council department agency bureau office service court congress senate house parliament ministry
    administration police authority association union corp corp. inc inc. co co. company llc ltd group bank
    hotel tower towers hall park river lake mountain beach island islands valley bay ocean sea school schools
    hospital church cathedral mosque temple museum library theater theatre stadium arena times post journal
    tribune herald news press globe gazette chronicle magazine network radio television channel states kingdom
    republic nations army navy force forces guard corps act bill amendment law treaty accord agreement plan war
    day week month year conference convention summit forum games cup league series show award awards prize
    institute society club federation coalition alliance movement front project program initiative fund campaign
    street tea square bridge building house hill district pentagon america american street super tuesday
    democrats republicans wall journal report today daily weekly review association board trade security
    investigation intelligence defense justice treasury labor commerce energy education transportation monday
    wednesday thursday friday saturday sunday east west north south hampshire york carolina dakota mexico jersey
    virginia island california texas florida ohio iowa nevada arizona georgia michigan wisconsin pennsylvania
    illinois colorado africa asia europe russia china iran iraq syria israel korea japan germany france britain
    england ireland scotland wales canada facebook twitter google apple microsoft fox cnn nbc abc cbs msnbc
    assembly workers farm teamsters system systems operator team corridor pac programme services jazeera pediatrics crew
    international corporation sachs airlines airways air kitchens media studios records motors partners holdings
    technologies capital economics analytics research consulting strategies ventures industries strip relations
    venezuela nepal india pakistan australia brazil argentina colombia peru chile turkey egypt nigeria kenya ghana
    ethiopia somalia sudan libya lebanon jordan qatar yemen afghanistan bangladesh indonesia malaysia thailand vietnam
    philippines taiwan singapore spain italy portugal greece poland ukraine hungary austria switzerland belgium
    netherlands denmark sweden norway finland cuba haiti gaza kashmir washington london paris berlin moscow kyiv
    beijing tokyo amazon politico breitbart reuters bloomberg gop ltd ltd. plc gmbh society choir guild orchestra
    cooperative conservancy brigade sons bros bros.
""")
)

SURNAMES = frozenset(
    listed("""
    hall park hill lake church house day week wall bank bay beach rice street east west north south england
    bloomberg fox justice wales israel post french german london paris york berlin ireland holland jersey jordan
    washington poland spain
""")
)
"""Words of the set above that are also last names, after a given name."""

PLACE_LEADS = frozenset(
    listed("""
    new north south east west san los las fort united saint st. mount great super supreme white wall middle
    saudi hong sri puerto costa el black red world national american federal islamic social central grand palm
    santa capitol
""")
)
PARTICLES = frozenset(listed("de van von der den bin ibn al el la le del della di da dos du ter ben abu"))
SUFFIXES = frozenset(listed("jr. jr sr. sr ii iii iv snr jnr snr. jnr."))

_TITLES = (
    "ologist", "ographer", "ician", "keeper", "warden", "officer", "worker", "woman", "attendant", "superintendent", "trustee",
    "herder", "grower", "caretaker", "spokesperson", "-elect", "master-general", "supervisor", "coordinator", "specialist",
    "capitalist", "economist", "epidemiologist",
)  # fmt: skip
"""How words for what somebody does end, with a capital letter too: "Wildlife Biologist Noor Haddad"."""
_CALLINGS = (
    *_TITLES, "man", "person", "ist", "maker", "holder", "master", "mistress", "smith", "monger", "driver", "owner", "teller", "carrier",
    "teacher", "trainer", "planner", "shopper", "buyer", "seller", "dealer", "walker", "hunter", "weaver", "potter", "guardian", "custodian",
    "assistant", "consultant", "retiree", "employee", "volunteer", "hiker", "cleaner", "undertaker", "minister",
)  # fmt: skip
"""How such words end in small letters: a last name may be Walker or Coleman."""


@lru_cache(maxsize=2048)
def is_calling(word: str) -> bool:
    """Whether a word in small letters says what somebody is: a listed office, or any word that ends as one does."""
    return word in OFFICES or (
        len(word) > _SHORTEST_CALLING
        and word.endswith(_CALLINGS)
        and word not in _NO_CALLINGS
        and not word.endswith(("-list", "klist", "tlist"))
    )


@lru_cache(maxsize=2048)
def is_title_calling(word: str) -> bool:
    """Whether a word that has a capital letter, given here in small ones, is what somebody does and no last name."""
    return len(word) > _SHORTEST_CALLING and word.endswith(_TITLES)


_SHORTEST_CALLING = 5
"""Letters: "list", "fist" and "twist" are shorter words, or stand below."""
_NO_CALLINGS = frozenset(
    listed("""
    assist consist exist insist resist persist enlist human roman german ottoman in-person multi-person two-person first-person
    one-person third-person per-person
    """)
)

GROUPS = frozenset(
    listed("""
    company firm group organization organisation nonprofit charity agency corporation startup start-up subsidiary chain
    maker manufacturer publisher newspaper magazine weekly website site paper station network channel platform app
    tank think-tank institute university college school church union association alliance coalition league club team
    band choir orchestra museum theater theatre hospital clinic hotel restaurant bar pub cafe shop store brewery
    suburb town city village hamlet county district neighborhood neighbourhood borough region province state country
    island river lake mountain park street road bridge building ship boat ferry vessel yacht film movie book novel
    album song show series game horse dog cat cow goat breed brand
    product drug law bill project program programme movement party bank fund foundation trust museum festival
    """)
)
"""Words after a name that show it to be no person's: "Acme Pipes, a company in Ohio,"."""
