"""Offices, courtesy titles and small words of German, French, Spanish, Portuguese, Italian and Dutch, as data.

A word for what somebody does is known by a list of the short and the irregular ones and by its ending ("Betriebsleiterin",
"boulangère", "guardabosques"), since newspapers make new ones every day.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from backfile.lexicon.english_words import listed


class Offices(NamedTuple):
    """What one language says of people beside their names."""

    words: frozenset[str]
    """Offices and callings, kin included."""
    endings: tuple[str, ...]
    """How other words of the kind end."""
    courtesy: dict[str, str]
    """Courtesy title, without its stop, to the gender that it tells: "m", "f" or ""."""
    small: frozenset[str]
    """Words that are never part of a name, though they have a capital letter at the head of a sentence."""
    articles: frozenset[str]
    """What stands before an office: articles, their contractions, possessives."""
    joints: frozenset[str]
    """Words inside an office: "presidente *da* câmara", "Leiter *der* Feuerwehr"."""
    particles: frozenset[str]
    """Words in small letters inside a name."""
    things: frozenset[str]
    """Words of a name, or right before one, that show it to be no person's."""


_DE = Offices(
    words=frozenset(
        listed("""
        chef chefin wirt wirtin koch köchin arzt ärztin anwalt anwältin rat rätin pfarrer pfarrerin pastor pastorin bischof
        bischöfin papst könig königin prinz prinzessin graf gräfin kantor kantorin ingenieur ingenieurin architekt architektin
        präsident präsidentin kanzler kanzlerin minister ministerin senator senatorin dezernent dezernentin referent referentin
        landrat landrätin ortsvorsteher ortsvorsteherin vorsitzender vorsitzende abgeordneter abgeordnete beauftragter beauftragte
        beamter beamtin angestellter angestellte kommandant kommandantin hauptmann oberst general soldat soldatin polizist polizistin
        bauer bäuerin landwirt landwirtin winzer winzerin jäger jägerin fischer fischerin müller bäcker bäckerin schreiner tischler
        lehrer lehrerin rektor rektorin schüler schülerin student studentin professor professorin forscher forscherin experte expertin
        autor autorin dichter dichterin künstler künstlerin maler malerin sänger sängerin musiker musikerin dirigent dirigentin
        schauspieler schauspielerin regisseur regisseurin intendant intendantin kurator kuratorin journalist journalistin redakteur
        redakteurin reporter reporterin fotograf fotografin trainer trainerin kapitän kapitänin spieler spielerin torwart stürmer
        unternehmer unternehmerin gründer gründerin besitzer besitzerin eigentümer eigentümerin inhaber inhaberin betreiber betreiberin
        sprecher sprecherin leiter leiterin direktor direktorin manager managerin geschäftsführer geschäftsführerin vorstand obmann obfrau
        zeuge zeugin nachbar nachbarin anwohner anwohnerin bewohner bewohnerin fahrer fahrerin pilot pilotin lotse lotsin wärter wärterin
        bruder schwester vater mutter sohn tochter onkel tante ehemann ehefrau witwe witwer großvater großmutter enkel enkelin cousin cousine
        kollege kollegin freund freundin mitglied kandidat kandidatin gegner gegnerin nachfolger nachfolgerin vorgänger vorgängerin
        historiker historikerin biologe biologin geologe geologin soziologe soziologin ökonom ökonomin jurist juristin richter richterin
        staatsanwalt staatsanwältin notar notarin imker imkerin hebamme pfleger pflegerin rentner rentnerin hausmeister
        assistent assistentin dozent dozentin produzent produzentin dirigent agent agentin patient patientin demonstrant demonstrantin praktikant praktikantin
        lieferant intendant informant kommunikant moderator moderatorin organisator organisatorin kurator initiator koordinator koordinatorin illustrator
        stadtrat stadträtin gemeinderat gemeinderätin nationalrat nationalrätin ständerat bundesrat bundesrätin landesrat landesrätin staatsrat regierungsrat germanist
        aktivist aktivistin polizist kriminalist spezialist spezialistin stuntman marathonläufer läufer läuferin schwimmer schwimmerin
    """)
    ),
    endings=(
        "leiter",
        "leiterin",
        "sprecher",
        "sprecherin",
        "meister",
        "meisterin",
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "chef",
        "chefin",
        "rätin",
        "wart",
        "wartin",
        "führer",
        "führerin",
        "direktor",
        "direktorin",
        "vorsitzende",
        "vorsitzender",
        "vorsteher",
        "vorsteherin",
        "anwalt",
        "anwältin",
        "kommissar",
        "kommissarin",
        "inspektor",
        "inspektorin",
        "ärztin",
        "arzt",
        "lehrer",
        "lehrerin",
        "händler",
        "händlerin",
        "macher",
        "macherin",
        "bauer",
        "bäuerin",
        "wirt",
        "wirtin",
        "pfleger",
        "pflegerin",
        "wächter",
        "wächterin",
        "sekretär",
        "sekretärin",
        "obmann",
        "mann",
        "frau",
        "hauptmann",
        "experte",
        "expertin",
        "forscher",
        "forscherin",
        "trainer",
        "trainerin",
        "fahrer",
        "fahrerin",
        "inhaber",
        "inhaberin",
        "besitzer",
        "besitzerin",
        "betreiber",
        "betreiberin",
        "züchter",
        "züchterin",
        "berater",
        "beraterin",
        "beamter",
        "beamtin",
        "beauftragte",
        "beauftragter",
        "kapitän",
        "kanzler",
        "kanzlerin",
        "abgeordnete",
        "abgeordneter",
        "ologe",
        "ologin",
        "iker",
        "ikerin",
        "wissenschaftler",
        "wissenschaftlerin",
        "schreiber",
        "schreiberin",
        "verwalter",
        "verwalterin",
        "hüter",
        "hüterin",
        "förster",
        "försterin",
        "schützer",
        "schützerin",
        "helfer",
        "helferin",
        "steher",
        "steherin",
        "pfarrer",
        "pfarrerin",
        "wohner",
        "wohnerin",
        "pächter",
        "pächterin",
        "bruder",
        "schwester",
        "vater",
        "mutter",
        "sohn",
        "tochter",
        "treiber",
        "treiberin",
        "gärtner",
        "gärtnerin",
        "arbeiter",
        "arbeiterin",
    ),
    courtesy={
        "herr": "m",
        "herrn": "m",
        "frau": "f",
        "dr": "",
        "prof": "",
        "dipl.-ing": "",
        "mag": "",
        "ing": "",
        "pater": "m",
        "schwester": "f",
    },
    small=frozenset(
        listed("""
        der die das den dem des ein eine einem einer eines einen er sie es wir ihr ich man und oder aber doch denn wenn weil als wie so auch nach
        vor von zu zum zur im in am an auf aus bei beim mit ohne für gegen über unter um durch seit bis dann dort hier heute gestern morgen
        jetzt nun noch schon nur nicht kein keine mein meine sein seine seinem seiner ihre ihrem ihrer unser unsere dieser diese dieses jeder
        jede jedes alle viele einige beide laut angaben zufolge während damit dabei dazu danach zuvor zudem außerdem dennoch trotzdem
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni juli august september
        oktober november dezember anfang mitte ende was wer wo warum wieso ja nein
        ist sind war waren wird werden wurde wurden hat haben hatte hatten sei seien kann können könnte soll sollen will wollen muss müssen darf solange zwei drei vier fünf andere mehrere
        jene jener sowie sich neue neuer
    """)
    ),
    articles=frozenset(
        listed(
            "der die das den dem des ein eine einem einer eines einen sein seine ihr ihre seinem ihrem seiner ihrer unser unsere"
        )
    ),
    joints=frozenset(listed("der des vom von für im in am an bei beim zu zur zum und der die das den dem")),
    particles=frozenset(listed("von van zu vom de la di da")),
    things=frozenset(
        listed("""
        stadt gemeinde kreis land landkreis bezirk amt behörde polizei feuerwehr gericht ministerium verein verband partei bund bundesrat
        bundestag landtag regierung kirche schule universität hochschule institut museum theater straße platz weg brücke berg see fluss insel hof haus
        firma gmbh ag kg konzern unternehmen bank zeitung bote anzeiger kurier rundschau nachrichten preis pokal liga hotel gasthof krankenhaus klinik
        stiftung agentur union gewerkschaft
    """)
    ),
)
_FR = Offices(
    words=frozenset(
        listed("""
        maire adjoint adjointe ministre président présidente député députée préfet préfète roi reine prince princesse pape évêque curé abbé père mère
        frère soeur sœur fils fille oncle tante mari femme épouse veuve veuf cousin cousine neveu nièce ami amie voisin voisine collègue juge avocat avocate
        chef cheffe capitaine colonel général commandant commandante lieutenant sergent soldat médecin docteur professeur professeure maître maîtresse élève étudiant
        étudiante artiste peintre poète pilote guide témoin patron patronne gérant gérante propriétaire locataire fondateur fondatrice porte-parole
        secrétaire trésorier trésorière notaire architecte vétérinaire garde gardien gardienne berger bergère boulanger boulangère pêcheur éclusier
        éclusière marin candidat candidate élu élue membre responsable délégué déléguée chargé chargée retraité retraitée agriculteur agricultrice paysan paysanne
        historien historienne chercheur chercheuse bibliothécaire libraire
        secrétaire militaire commissaire fonctionnaire propriétaire gérant habitant habitante commerçant commerçante enseignant enseignante représentant
        représentante assistant assistante remplaçant militant militante surveillant surveillante président passant passante dirigeant dirigeante consultant consultante
    """)
    ),
    endings=(
        "eur",
        "euse",
        "rice",
        "iste",
        "ien",
        "ienne",
        "ologue",
        "ier",
        "ière",
        "graphe",
        "naute",
        "logiste",
        "maire",
        "président",
        "présidente",
        "ministre",
        "parole",
        "chef",
    ),
    courtesy={
        "m": "m",
        "mm": "m",
        "mme": "f",
        "mmes": "f",
        "mlle": "f",
        "monsieur": "m",
        "madame": "f",
        "mademoiselle": "f",
        "me": "",
        "dr": "",
        "pr": "",
        "maître": "",
        "soeur": "f",
        "sœur": "f",
    },
    small=frozenset(
        listed("""
        le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on nous vous je tu qui que quoi
        dont où et ou mais donc or ni car si comme quand lorsque puis puisque alors ainsi après avant avec sans pour par sur sous dans en entre chez depuis dès
        vers selon d'après hier aujourd'hui demain ici là très plus moins tout toute tous toutes aucun aucune chaque plusieurs certains lundi mardi mercredi jeudi
        vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre oui non c s n y à a interrogé interrogée
        pendant malgré devant derrière contre jusqu'à c'est enfin cependant toutefois
        est sont était étaient a ont fait serait semble semblent sera seront peut doit va vont avait
    """)
    ),
    articles=frozenset(listed("le la les l un une du des au aux son sa ses leur leurs ce cet cette notre mon ma")),
    joints=frozenset(listed("de du des la le les l à au aux d et en pour chargé chargée")),
    particles=frozenset(listed("de du des d von van di ben el")),
    things=frozenset(
        listed("""
        rue avenue boulevard place quartier cours quai pont gare lycée collège école université théâtre cinéma musée hôpital clinique stade parc jardin château église
        cathédrale cimetière fondation association société syndicat fédération ministère mairie préfecture conseil commission comité parti union agence banque groupe
        compagnie tribunal cour police gendarmerie institut centre maison hôtel restaurant prix coupe festival journal saint saint- sainte port mont bourg ville île côte
        dernier dernière premier première
    """)
    ),
)
_ES = Offices(
    words=frozenset(
        listed("""
        alcalde alcaldesa intendente intendenta presidente presidenta ministro ministra gobernador gobernadora diputado diputada concejal concejala senador senadora
        juez jueza fiscal abogado abogada jefe jefa capitán capitana coronel general comandante sargento cabo soldado médico médica doctor doctora enfermero enfermera
        maestro maestra profesor profesora alumno alumna estudiante rector rectora cura párroco padre madre obispo papa rey reina príncipe princesa hermano hermana
        hijo hija tío tía esposo esposa marido mujer viuda viudo primo prima sobrino sobrina abuelo abuela nieto nieta vecino vecina amigo amiga compañero compañera
        dueño dueña portavoz vocero vocera secretario secretaria delegado delegada consejero consejera coordinador coordinadora encargado encargada responsable
        director directora autor autora artista poeta guía testigo piloto ingeniero ingeniera arquitecto arquitecta técnico técnica biólogo bióloga
        candidato candidata miembro jubilado jubilada guardabosques guardaparques farero farera campesino campesina músico actriz actor chofer
        gerente agente asistente comandante representante comerciante habitante militante ayudante cantante dirigente empresario empresaria funcionario funcionaria
        secretario comisario comisaria propietario propietaria veterinario veterinaria bibliotecario bibliotecaria notario voluntario voluntaria expresidente vicepresidente
        vicepresidenta investigador fabricante paciente docente politólogo jurista
    """)
    ),
    endings=(
        "dor",
        "dora",
        "tor",
        "tora",
        "sor",
        "sora",
        "ista",
        "ero",
        "era",
        "ólogo",
        "óloga",
        "ógrafo",
        "ógrafa",
        "ífice",
        "triz",
        "iatra",
        "alcalde",
        "presidente",
    ),
    courtesy={
        "sr": "m",
        "sra": "f",
        "srta": "f",
        "señor": "m",
        "señora": "f",
        "señorita": "f",
        "don": "m",
        "doña": "f",
        "d": "m",
        "dña": "f",
        "dr": "",
        "dra": "f",
        "ing": "",
        "lic": "",
        "fray": "m",
        "sor": "f",
    },
    small=frozenset(
        listed("""
        el la los las lo un una unos unas de del al a en con sin por para sobre bajo entre desde hasta hacia según tras ante contra y e o u pero mas sino que quien
        quienes cual cuando donde como si no sí ya también tampoco aún todavía muy más menos así entonces luego después antes mientras aunque porque pues este esta estos estas
        ese esa esos esas aquel aquella su sus mi mis tu tus nuestro nuestra él ella ellos ellas yo nosotros ustedes usted se me te le les nos hoy ayer mañana aquí allí allá
        hay había ha han es era fue son todo toda todos todas otro otra cada alguno algunos ninguno lunes martes miércoles jueves viernes sábado domingo enero febrero marzo
        abril mayo junio julio agosto septiembre octubre noviembre diciembre dijo qué quién cómo cuándo dónde además sin embargo consultado consultada
        es era fueron está están será puede debe hace tiene tienen va
    """)
    ),
    articles=frozenset(listed("el la los las un una del al su sus mi nuestro nuestra lo")),
    joints=frozenset(listed("de del la el los las y para en a al por")),
    particles=frozenset(listed("de del von van")),
    things=frozenset(
        listed("""
        calle avenida plaza paseo barrio colonia puente estación escuela colegio instituto universidad hospital clínica museo teatro estadio parque iglesia catedral cementerio
        fundación asociación sociedad sindicato federación ministerio ayuntamiento municipalidad gobierno consejo comisión comité partido unión agencia banco grupo compañía empresa
        tribunal corte juzgado policía guardia centro casa hotel restaurante premio copa festival diario santa san santo puerto monte villa isla costa cruz primaria secundaria
        carretera ruta primera primer frontera ribera manera cantera bandera
    """)
    ),
)
_PT = Offices(
    words=frozenset(
        listed("""
        presidente presidenta prefeito prefeita autarca vereador vereadora deputado deputada ministro ministra governador governadora senador senadora juiz juíza procurador
        procuradora advogado advogada chefe chefa capitão coronel general comandante sargento cabo soldado médico médica doutor doutora enfermeiro enfermeira professor
        professora aluno aluna estudante reitor reitora padre pároco bispo papa rei rainha irmão irmã filho filha tio tia esposo esposa marido mulher viúva viúvo primo prima
        sobrinho sobrinha avô avó neto neta vizinho vizinha amigo amiga colega dono dona porta-voz secretário secretária delegado delegada conselheiro conselheira coordenador
        coordenadora responsável diretor diretora director directora autor autora artista poeta guia testemunha piloto engenheiro engenheira arquiteto arquiteta técnico
        técnica biólogo bióloga candidato candidata membro aposentado aposentada reformado reformada faroleiro pescador pescadora morador moradora maquinista mãe pai
        gerente agente assistente comandante representante comerciante habitante militante ajudante dirigente empresário empresária funcionário funcionária secretário
        comissário comissária proprietário proprietária veterinário veterinária bibliotecário bibliotecária voluntário voluntária vice-presidente ex-presidente docente técnico
    """)
    ),
    endings=(
        "dor",
        "dora",
        "tor",
        "tora",
        "sor",
        "sora",
        "ista",
        "eiro",
        "eira",
        "ólogo",
        "óloga",
        "ógrafo",
        "ógrafa",
        "triz",
        "prefeito",
        "prefeita",
        "presidente",
    ),
    courtesy={
        "sr": "m",
        "sra": "f",
        "senhor": "m",
        "senhora": "f",
        "dom": "m",
        "dona": "f",
        "d": "",
        "dr": "",
        "dra": "f",
        "eng": "",
        "frei": "m",
        "irmã": "f",
    },
    small=frozenset(
        listed("""
        o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às com sem por pelo pela para sobre sob entre desde até segundo após ante contra e ou mas porém que quem
        qual quando onde como se não sim já também ainda muito mais menos assim então depois antes enquanto embora porque pois este esta estes estas esse essa aquele aquela seu sua
        seus suas meu minha nosso nossa ele ela eles elas eu nós você hoje ontem amanhã aqui ali lá há é era foi são todo toda todos todas outro outra cada alguns nenhum falta
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto
        setembro outubro novembro dezembro disse além
        são eram foram tem têm está estão será pode deve faz vai
    """)
    ),
    articles=frozenset(listed("o a os as um uma do da dos das ao à seu sua pelo pela no na")),
    joints=frozenset(listed("de do da dos das e para em no na a ao à")),
    particles=frozenset(listed("de do da dos das von van")),
    things=frozenset(
        listed("""
        rua avenida praça largo bairro ponte estação escola colégio liceu instituto universidade hospital clínica museu teatro estádio parque jardim igreja catedral cemitério fundação
        associação sociedade sindicato federação ministério câmara prefeitura governo conselho comissão comité comitê partido união agência banco grupo companhia empresa tribunal polícia
        guarda bombeiros centro casa hotel restaurante prémio prêmio taça copa festival diário jornal santa são santo porto monte vila ilha costa serra rio estrada rodovia primeira feira
        maneira bandeira fronteira
    """)
    ),
)
_IT = Offices(
    words=frozenset(
        listed("""
        sindaco sindaca presidente presidentessa ministro ministra deputato deputata senatore senatrice prefetto assessore assessora consigliere consigliera giudice procuratore avvocato
        avvocata capo capitano colonnello generale comandante maresciallo sergente soldato medico dottore dottoressa infermiere infermiera maestro maestra professore professoressa
        studente studentessa rettore rettrice parroco padre vescovo papa re regina fratello sorella figlio figlia zio zia marito moglie vedova vedovo cugino cugina nipote nonno nonna
        vicino vicina amico amica collega titolare proprietario proprietaria portavoce segretario segretaria delegato delegata responsabile direttore direttrice autore autrice
        artista poeta guida testimone pilota ingegnere architetto tecnico biologo biologa candidato candidata membro pensionato pensionata contadino contadina musicista attore attrice
        madre custode pastore pescatore fornaio sacrestano geologo geologa
        agente gerente assistente comandante rappresentante commerciante abitante militante aiutante cantante dirigente insegnante segretario commissario commissaria proprietario
        veterinario veterinaria volontario volontaria bibliotecario bibliotecaria notaio funzionario funzionaria impresario vicepresidente conducente docente
    """)
    ),
    endings=(
        "tore",
        "trice",
        "sore",
        "ista",
        "aio",
        "aia",
        "iere",
        "iera",
        "ologo",
        "ologa",
        "essa",
        "ografo",
        "ografa",
        "sindaco",
        "presidente",
    ),
    courtesy={
        "sig": "m",
        "signor": "m",
        "signora": "f",
        "sig.ra": "f",
        "signorina": "f",
        "don": "m",
        "donna": "f",
        "dott": "",
        "dottor": "m",
        "dr": "",
        "dott.ssa": "f",
        "ing": "",
        "avv": "",
        "prof": "",
        "suor": "f",
        "fra": "m",
        "monsignor": "m",
    },
    small=frozenset(
        listed("""
        il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai in nel nello nella nei con col sul sullo sulla su per tra fra senza
        secondo dopo prima durante verso contro e ed o ma però che chi cui quando dove come se non sì già anche ancora molto più meno così allora poi mentre perché poiché questo questa
        questi queste quello quella quelli suo sua suoi mio mia nostro nostra lui lei loro io noi voi egli oggi ieri domani qui lì là ha hanno è era sono tutto tutta tutti tutte altro altra
        ogni alcuni nessuno lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre inoltre
        sono era erano fu furono sarà può deve sta fa va aveva
    """)
    ),
    articles=frozenset(
        listed("il lo la i gli le l un uno una del dello della dal dalla al alla suo sua nostro nostra col")
    ),
    joints=frozenset(listed("di del dello della dei degli delle dell al alla all per e in")),
    particles=frozenset(listed("di de del della dei da")),
    things=frozenset(
        listed("""
        via viale piazza corso largo quartiere ponte stazione scuola liceo istituto università ospedale clinica museo teatro stadio parco giardino chiesa duomo cimitero fondazione
        associazione società sindacato federazione ministero comune provincia regione governo consiglio commissione comitato partito unione agenzia banca gruppo compagnia azienda tribunale
        polizia carabinieri guardia centro casa hotel albergo ristorante premio coppa festival giornale santa san santo porto monte colle villa isola costa serra strada prima primo
        maniera bandiera frontiera
    """)
    ),
)
_NL = Offices(
    words=frozenset(
        listed("""
        burgemeester wethouder minister premier president voorzitter voorzitster kamerlid raadslid gedeputeerde commissaris koning koningin prins prinses paus bisschop pastoor dominee rechter officier
        advocaat advocate chef kapitein kolonel generaal commandant sergeant soldaat arts dokter verpleegkundige leraar lerares docent docente rector leerling student studente broer zus vader moeder
        zoon dochter oom tante man vrouw echtgenoot echtgenote weduwe weduwnaar neef nicht opa oma buurman buurvrouw vriend vriendin collega eigenaar eigenares woordvoerder woordvoerster secretaris
        penningmeester directeur directrice auteur schrijver schrijfster kunstenaar kunstenares schilder dichter gids getuige piloot ingenieur architect bioloog biologe kandidaat lid boer boerin
        bestuurder bewoner bewoonster hoogleraar onderzoeker onderzoekster machinist monteur gepensioneerde bakker visser molenaar sluiswachter koster trainer coach speler
    """)
    ),
    endings=(
        "leider",
        "leidster",
        "commandant",
        "directeur",
        "directrice",
        "minister",
        "chef",
        "ingenieur",
        "meester",
        "voerder",
        "voerster",
        "houder",
        "houdster",
        "zitter",
        "wachter",
        "eigenaar",
        "aar",
        "ares",
        "ist",
        "iste",
        "oloog",
        "ologe",
        "eur",
        "man",
        "vrouw",
        "kundige",
        "arts",
        "baas",
        "chef",
        "minister",
        "ster",
        "maker",
        "kweker",
        "teler",
        "boer",
        "lid",
        "ier",
        "icus",
        "graaf",
        "loods",
    ),
    courtesy={
        "dhr": "m",
        "meneer": "m",
        "mijnheer": "m",
        "heer": "m",
        "mw": "f",
        "mevr": "f",
        "mevrouw": "f",
        "dr": "",
        "ir": "",
        "mr": "",
        "drs": "",
        "prof": "",
        "ing": "",
        "pater": "m",
        "zuster": "f",
    },
    small=frozenset(
        listed("""
        de het een 't van voor in op aan bij met zonder door over onder tussen tegen na naar uit om te tot sinds volgens aldus en of maar want dat die dit deze wie wat waar wanneer hoe als
        dan toen nu nog al ook niet geen wel zo dus daar hier er hij zij ze we wij ik je u jullie hun haar zijn mijn ons onze uw vandaag gisteren morgen maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december begin eind alle veel sommige beide elke ja nee daarna eerder
        bovendien toch
        is was waren heeft hebben wordt worden werd werden zal kan moet wil had hadden
    """)
    ),
    articles=frozenset(listed("de het een zijn haar hun onze ons mijn")),
    joints=frozenset(listed("van de het der voor bij in en op aan")),
    particles=frozenset(listed("van de der den 't ten ter von la")),
    things=frozenset(
        listed("""
        straat laan plein weg brug station school universiteit hogeschool instituut ziekenhuis kliniek museum theater stadion park kerk stichting vereniging bond vakbond partij ministerie gemeente
        provincie regering raad commissie comité unie bureau bank groep bedrijf rechtbank politie brandweer centrum huis hotel café prijs beker festival krant courant dagblad sint eiland haven
        eerste
    """)
    ),
)
OFFICES_BY_LANGUAGE = {"de": _DE, "fr": _FR, "es": _ES, "pt": _PT, "it": _IT, "nl": _NL}
SURNAME_THINGS = frozenset(
    listed("""
    berg see hof haus land kreis insel fluss bach stadt amt park weg laan brug haven raad huis bank costa puente monte villa casa banco plaza calle iglesia
    centro port mont bourg ville pont garde maison ponte serra rio santa santos colle chiesa prima primo rocca torre torres santo cruz
    """)
)
"""Words for places that are last names too, after a given name."""
_NOT_OFFICES = frozenset(
    listed("""
    mann frau mercredi dernier premier quartier janvier février papier dossier chantier métier atelier palier entier hier lumière rivière première dernière manière matière
    carrière frontière président-directeur avant pendant devant durant suivant courant instant restaurant maintenant pourtant cependant vivant heure leur valeur couleur
    chaleur hauteur largeur longueur secteur moteur bonheur malheur ailleurs extérieur intérieur supérieur affaire nécessaire contraire populaire anniversaire salaire
    territoire horaire tarifaire primaire scolaire ordinaire enero febrero primero tercero dinero sendero tablero verdadero extranjero entero cero pero obrero carretera primera tercera
    manera bandera frontera cartera madera escalera ribera espera era diario horario escenario aniversario necesario contrario calendario salario barrio primario secundario primaria
    secundaria presente siguiente reciente ambiente corriente gente puente fuente suficiente diferente accidente oriente occidente adelante durante delante bastante importante
    restante instante sector motor factor valor temor humor favor rumor menor mayor mejor peor primeira terceira maneira bandeira fronteira feira madeira carteira inteira dinheiro
    janeiro fevereiro primeiro terceiro inteiro estrangeiro diário horário cenário aniversário necessário salário frequente quente ponte fonte presente setor fator
    mattina giornale scenario orario anniversario necessario contrario salario calendario primaria secondaria presente seguente recente ambiente corrente gente ponte fonte sufficiente
    differente occidente davanti durante importante restante istante settore motore fattore valore timore umore favore minore maggiore migliore peggiore rumore colore dolore calore
    september oktober november december winter zomer augustus amsterdammer eerder later ander verder onder zonder zeker meester kwartier manier papier rivier plezier hier
    daar jaar maar naar waar paar haar zwaar klaar altaar elkaar venster november minst kunst kerst winst dienst eerst laatst pleister luister duister bolster
    zuerst fast fest rest post ost west kunst dienst herbst durst verlust august argument moment instrument dokument patient element prozent talent präsent akzent cent
    regiment parlament event restaurant elefant diamant brillant monat senat rat format privat staat salat draht heimat plakat resultat
    """)
)
"""Words that end as callings do and are none."""


@lru_cache(maxsize=4096)
def is_foreign_calling(word: str, language: str) -> bool:
    """Whether a word in small letters says what somebody is."""
    offices = OFFICES_BY_LANGUAGE.get(language)
    if offices is None:
        return False
    if word in offices.words:
        return True
    parts = word.split("-")
    if len(parts) > 1 and parts[0] in _BEFORE_OFFICE and is_foreign_calling("-".join(parts[1:]), language):
        return True
    return (
        len(word) > _SHORTEST_CALLING
        and word.endswith(offices.endings)
        and word not in _NOT_OFFICES
        and word not in offices.things
    )


_SHORTEST_CALLING = 5
_TITLE_ENDINGS = (
    "minister", "ministerin", "meister", "meisterin", "präsident", "präsidentin", "chef", "chefin", "sprecher", "sprecherin", "kanzler",
    "kanzlerin", "sekretär", "sekretärin", "anwalt", "anwältin", "trainer", "trainerin", "leiter", "leiterin", "direktor", "direktorin",
    "kommissar", "kommissarin", "bischof", "rätin", "papst", "könig", "königin", "prinz", "prinzessin", "richter", "richterin", "kommandant",
    "ingenieur", "ingenieurin", "pfarrer", "pfarrerin", "professor", "professorin", "senator", "senatorin", "imker", "wirt", "wirtin",
    "förster", "försterin", "kapitän", "bauer", "vorsitzender", "vorsitzende", "rektor", "rektorin", "kantor",
)  # fmt: skip


def is_german_title(word: str) -> bool:
    """Whether a German office stands before a last name alone: "Bürgermeisterin Kolb"; a plain noun may follow "Besitzer"."""
    return word.endswith(_TITLE_ENDINGS)


_BEFORE_OFFICE = frozenset(["vice", "ex", "co", "sous", "oud", "vize", "sub", "pro"])


_ELISION = re.compile(r"(?:[ldnsjmc]|qu|un|dell|nell|all|dall|sull|quest|lorsqu|puisqu|L|Qu|Dell|All|Un)[’'](?=\w)")
"""Matches "l'" in "l'éleveuse" and "d'" in "d'Odile"; not in "D'Angelo"."""


def without_elision(word: str) -> str:
    """A word without the article or preposition that French and Italian join to it."""
    hit = _ELISION.match(word) if "’" in word or "'" in word else None
    return word[hit.end() :] if hit else word
