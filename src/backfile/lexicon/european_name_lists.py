"""Given names of Europe and Latin America by language and gender: data, written by scripts/make_given_names.py from Faker (MIT)."""

NAMES: dict[str, tuple[str, str]] = {
    "de": (
        """
        aaron abbas abdul abdullah abel abraham abram achim ada adalbert adam adelbert adem adis admir adnan adolf adrian adriano afrim agim
        agron ahmad ahmed ahmet ajan alain alan alban albert alberto albin albrecht aldin aldo alejandro aleksandar aleksander aleksandr
        aleksej alen alessandro alessio alex alexandar alexander alexandre alexandros alexei alexej alexis alf alfons alfonso alfred alfredo
        ali almir alois aloys altin alvaro alwin amar amin amir anastasios anatol anatoli anatolij andre andrea andreas andree andrei andrej
        andres andrew andrey andri andrin andrzej andré andy anes angel angelo anselm ansgar ante anthony anto antoine anton antonino
        antonio antonios antonius antónio apostolos arben arbnor arda ardian ardit arian aribert arif arlind armando armend armin arnd arndt
        arne arnfried arnim arno arnold arnulf aron arsim artan arthur artur astrit athanasios attila august augustin augusto aurel aurelio
        avni axel aziz bajram baldur balthasar balz baptist baris bartholomäus bashkim basil bastian bayram beat beda bekim bekir bela ben
        benedict benedikt beni benjamin benno berat berend bernard bernd berndt bernfried bernhard bernt bernward bert berthold bertold
        bertram besart besim besnik biagio bilal birger björn blerim boban bodo bogdan bojan boris branislav branko brian bruno bryan bujar
        burak burckhard burghard burim burkard burkhard burkhardt calogero calvin can carl carlo carlos carmelo carmine carsten caspar
        cedric celal cem cemal cemil cengiz cetin charles chris christian christof christoph christophe christopher christos claas claude
        claudio claudius claus clemens colin conrad constantin cord cornel cornelius corsin cosimo cristian cristiano csaba curdin curt
        cyril cyrill czeslaw cédric dagobert dalibor damian damiano damien damir damjan dan daniel daniele danijel danilo danny dardan dario
        darius dariusz darko dave david davide dean dejan denis deniz dennis denny detlef detlev devin diar didier diedrich diego dierk
        dieter diethard diethelm diether dietmar dietrich dimitri dimitrios dino diogo dion dirk ditmar dittmar dogan domenic domenico
        domingos dominic dominik dominique donald donat donato dorian dragan drago drilon driton dursun dusan dylan eberhard eberhardt
        eckard eckart eckehard eckhard eckhardt eckhart edelbert edgar edin edmond edmund edon eduard eduardo edward edwin egbert eggert
        egon egzon ehrenfried ehrhard eitel ekkehard ekkehart ekrem elia elias elio elmar elvis elyas emanuel emanuele emil emilian emilio
        emin emir emmanuel emmerich emre endrit enea enes engelbert engin enis ennio enno enrico enrique ensar enver enzo ercan erdal
        erdogan eren erhard erhardt eric erich erik erion erkan ernest ernesto ernst erol erwin etienne eugen eugenio evan evangelos ewald
        fabian fabio fabrice fabrizio fadil falk falko faruk fatih fatmir faton federico fedor felice felipe felix ferdi ferdinand ferenc
        fernando filip filipe filippo finn fisnik fitim flamur flavio florent florentin florian florim florin flurin folker folkert
        francesco francis francisco franco franjo frank franz françois fred freddy frederic frederik fredi fredo fredy fridolin friedbert
        friedemann frieder friedhelm friedhold friedo friedrich frithjof fritz frédéric fynn fábio gabor gabriel gabriele gaetano gani
        gazmend gebhard geert gennaro georg george georges georgios gerald gerard gerardo gerd gereon gerfried gerhard gerhardt gerhart
        german gernot gero gerold gerolf gert gerwin giacomo gian giancarlo gianfranco gianluca gianni gil gilbert gilles gino gion giorgio
        giovanni gisbert giuliano giulio giuseppe gonçalo goran gordon gottfried gotthard gotthilf gotthold gottlieb gottlob gregor gregory
        grzegorz guenter guenther guido guiseppe gunar gundolf gunnar gunter gunther guntram gustav guy gzim gérard gökhan götz günter
        günther hagen hajo hakan halil hamza hannes hanni hanno hanns hans hansgeorg hansjoachim hansjörg hansjürg hansjürgen hanspeter
        hansruedi hansueli harald hardy haris harm harold harri harro harry hartmut hartmuth hartwig harun hasan hassan hasso heiko heimo
        heiner heinfried heini heino heinrich heinz helfried helge hellmut hellmuth helmar helmut helmuth hendrik henner henning henri
        henrik henry henryk herbert heribert hermann herrmann herwig hilmar hinrich holger holm horst hubert hubertus hugo hussein hüseyin
        ian ibrahim idriz ignatz ignaz igor ilhan ilias ilija ilir ilja imer immo imre ingbert ingmar ingo ingolf ioannis irfan isa isidor
        ismael ismail ismet istvan istván ivan ivano ivica ivo iwan jacek jack jacob jacques jaime jakob jakub james jamie jan janic janick
        janik janis janko jann jannik jannis janos janosch janus janusz jari jaron jaroslav jaroslaw jasin jasmin jason jasper javier jayden
        jean jeffrey jens jeremias jeremy jerome jerzy jesus jetmir jeton jiri joachim joao joaquim jobst jochem jochen joel joerg johan
        johann johannes john jon jona jonah jonas jonathan jordan jorge joris jose josef joseph joshua josip jost josua josé jovan jozef
        joão joël juan juergen jules julian julien julio julius juri jurij justin justus jusuf jérôme jörg jörgen jörn jürg jürgen kaan kai
        kamil karim karl karlfried karlheinz karsten kasimir kaspar kastriot kay kazim kemal ken kenan kenneth kerim kevin khaled kian
        kilian kim klaas klaus klemens knud knut konrad konstantin konstantinos korbinian kornelius kristian kristijan krzysztof kujtim
        kunibert kuno kurt kushtrim labinot ladislaus lambert lars laszlo laurent laurenz laurin lazar lean leander leandro leano leart
        ledion leif lennard lennart lenny leo leon leonard leonardo leonhard leonid leopold leszek levi levin liam lian lias lino linus lio
        lionel liridon lirim livio ljubisa lorenz lorenzo lorik lorin loris lothar louis loïc luan luc luca lucas luciano lucien lucio
        ludger ludwig luigi luis luka lukas lukasz luke lulzim lutz luzius luís lászló léon mael magnus mahmoud mahmut maik maksim malik
        malte manfred manuel marc marcel marcello marcelo marcin marco marcos marcus marek marian marijan marin marino mario marius mariusz
        marjan mark marko markus marlon marten martin marvin massimiliano massimo matej mateo matheo mathias mathieu mathis mato mats matteo
        matthew matthias matthäus matti mattia mattias maurice maurin maurizio mauro maurus max maxim maxime maximilian maël mehdi mehmet
        meik meinhard meinolf meinrad melchior melvin mentor mergim merlin mert mesut metin micha michael michail michal michel michele
        miguel mihajlo mijo mika mike mikhail milan mile milo milorad milos miodrag miran mirco mirko miro miroslav miroslaw mirsad mischa
        mladen mohamad mohamed mohammad mohammed moreno moritz morris muhamed muhamet muhammad muhammed muharrem murat musa mustafa muzaffer
        nael naim nando naser natan nathan nathanael nazmi nebojsa necati neil nelio nelson nemanja nenad neo nevin nevio nicholas nick
        niclas nico nicola nicolai nicolas nicolaus niels nik niklas niklaus niko nikola nikolai nikolaj nikolaos nikolas nikolaus nils nino
        noa noah noe noel norbert norman noé noël nuno nurettin nuri olaf ole oliver olivier omar omer onur orhan orlando ortwin oscar oskar
        osman oswald oswin otfried othmar otmar ottfried ottmar otto ottokar ottomar pablo paolo pascal pasquale patric patrice patrick
        patrik paul paulo pavel pawel pedro peer pero petar peter petr petros philip philipp philippe phillip piero pierre pietro piotr
        pirmin pius predrag péter quentin rafael raffael raffaele raik raimund rainer ralf ralph ramadan ramazan ramiz ramon randolf raoul
        raphael raphaël raul rayan raymond raymund recep reginald reimar reimer reimund reinald reiner reinhard reinhardt reinhart reinhold
        remo remzi renato rene renzo rené reto rexhep reza ricardo riccardo richard rico rigo rinaldo rino rinor riza robby robert roberto
        robin rocco rochus roderich rodolfo rodrigo roger roland rolf roman romano romeo romuald ron ronald ronny rosario rouven roy ruben
        rudi rudolf rudolph ruedi rui rupert ryan ryszard rémy rüdiger saban sabri sacha sadik safet sahin said salih salvatore sam sami
        samir samuel samuele sandor sandro santiago sasa sascha saverio sean sebastian sebastiano sedat selim semir senad senol sepp serge
        sergei sergej sergio serkan severin shaban siegbert siegfried sieghard siegmar siegmund siegward sigfried sigismund sigmar sigmund
        sigurd silas silvan silvano silvester silvio simeon simon simone sinan sinisa siro skender slavisa slavko slawomir slobodan
        stanislaus stanislav stanislaw stavros stefan stefano steffen stephan stephen steve steven stjepan stéphane sven swen sylvester
        sylvio sébastien sérgio sönke sören sükrü süleyman tadeusz tahir tamás tarik tassilo tenzin teodor thaddäus theo theobald theodor
        theodoros theophil thiago thierry thies thilo thomas thoralf thorben thorsten tiago tibor til till tillmann tilman tilmann tilo tim
        timm timo timon timothy tino tiziano tobias tom tomas tomasz tomislav tommaso tomás toni tony toralf torben torsten traugott tristan
        udo ueli ulf uli ullrich ulrich umberto umut urban urs utz uwe vadim valentin valentino valerij valerio valon van vassilios veit
        veli victor viktor vincent vincenzo vinko vinzenz visar vitali vito vitor vittorio vitus vladimir vlado volkan volker volkhard
        volkmar waldemar walfried walter walther wendelin wenzel werner wieland wieslaw wigbert wilfried wilhelm willfried willi william
        willibald willibert willy winfried witold wladimir wojciech woldemar wolf wolfgang wolfhard wolfram wulf xaver xavier yanick yanik
        yanis yann yannic yannick yannik yannis yasin yilmaz yusuf yvan yves zbigniew zdravko zeki zeljko zeno zenon zlatko zoltan zoltán
        zoran zsolt ömer
        """,
        """
        ada adele adelgunde adelheid adelina adelinde adeline adina adolfine adriana adriane adrienne aenne aferdita agata agatha agathe
        agnes agnese agnieszka agnès aida aisha ajla ajna alara alba albertine albina albulena alea aleksandra alena alessandra alessia
        alexa alexandra alexia alice alicia alicja alida alina aline alisa alisha alison alissa alix alla alma almut almuth aloisia alwina
        alwine alyssa amalia amalie amanda amandine amela amelia amelie amina amira amra amy amélie ana anabela anabella anastasia anaïs
        andjela andjelina andrea andreia andrina andrée aneta anett anette angela angelica angelika angelina angelique angélique anica anika
        anina anisa anita anja anka anke ann anna annabell annabella annabelle annalena annaliese annalisa annalise annamaria annamarie anne
        annedore annegret annegrete annekatrin anneke annelene anneli annelie annelies anneliese annelise annelore annemarie annemie
        annerose annett annette anni annick annie annika annina annita anny anouk antje antoinette antonella antonia antonie antonietta
        antonina apollonia ardita ariana ariane arianna arlette arlinda arta arzu asia assunta asta astrid aude audrey augusta auguste
        aurelia aurora aurore aurélie ava ayla aylin aynur ayse aysel ayten azra babett babette barbara beata beate beatrice beatrix beatriz
        belinda benita berit bernadette bernhardine berra berta bertha berthe besarta betina betti bettina betty bianca bianka biljana
        birgid birgit birgitt birgitta birte birthe blanka blerina blerta bluette bozena branka brigitta brigitte brit brita britt britta
        bruna brunhild brunhilde bruni bukurije bärbel béatrice camilla camille canan caren carin carina carine carla carlotta carmela
        carmen carmine carol carola carole carolin carolina caroline cassandra catarina caterina catharina catherine cathleen cathrin catia
        catrin cecilia celia celina celine centa chantal charline charlotte cheyenne chiara chloé christa christel christelle christiana
        christiane christin christina christine christl cilli cilly cindy cinzia claire clara clarissa claude claudia claudine cláudia cläre
        clémence colette concetta conny constance constanze cora coralie cordula corina corine corinna corinne cornelia cosima cristiana
        cristina cynthia cátia cäcilia cäcilie cécile célia céline dafina dagmar daisy dajana dalia damaris dana danica daniela danielle
        danijela danièle danuta daria debora deborah delia delphine denise derya desiree desirée diana diane dietlind dietlinde dijana
        dilara dina dolores domenica dominique donata donatella dora doreen dorina doris dorit dorle dorota dorothe dorothea dorothee
        dragana dragica drita dunja déborah désirée dörte dörthe eda edda edelgard edeltraud edeltraut edeltrud edina edit edith editha
        edona egzona ehrentraud eileen ekaterina ela elda elea elena eleni elenore eleonora eleonore elfi elfie elfriede eliana eliane elif
        elin elina eline elisa elisabet elisabete elisabeth elisabetha elisabetta elise eliza elizabeth elke ella ellen elli ellie ellinor
        elly elma elodie elona eloïse elsa elsbeth else elvira elwira elzbieta eléonore ema emanuela emely emilia emilie emilija emily emina
        emine emma emmanuelle emmi emmy enya erdmute erica erika erina erna ernestine esma esra estelle ester esther etta eugenia eugenie
        eva evamaria evangelia eve evelin eveline evelyn evelyne evi ewa fabia fabiana fabienne fabiola fadime fanny fatima fatime fatma
        fatmire federica felicia felicitas felizitas fernanda fernande filipa filiz filomena fiona fitore flavia flora florence florentina
        florentine floriane flurina franca francesca francine francisca francoise franka franziska françoise frauke frederike freia freya
        frida frieda friedericke friederike friedhilde friedl friedlinde frédérique gabi gabriela gabriele gabriella gabrielle gaby gaia
        galina ganimete gaëlle gemma geneviève genoveva georgette georgia georgine geraldine gerda gerdi gerhild gerlind gerlinde germaine
        gerta gerti gertraud gertraude gertraut gertrud gertrude gesa gesche gesine geza ghislaine giada gianna giesela gilberte gilda gina
        ginette gioia giorgia giovanna gisa gisela gislinde gisèle gitta gitte giulia giuliana giuseppa giuseppina gladys gloria gordana
        grace grazia graziella grazyna greta gretchen grete gretel gretl grit gudrun gudula gunda gundel gundi gundula gunhild gusti
        géraldine gönül gülay gülsen gülten halina hana hanife hanna hannah hannchen hanne hannelore hanny harriet hatice hava hedda hedi
        hedwig hedy heide heidelinde heidelore heidemarie heiderose heidi heidrun heidy heike helen helena helene helga hella helma helmtrud
        henni henny henri henriette henrike herlinde herma hermine herta hertha hilda hildburg hilde hildegard hildegart hildegund
        hildegunde hilma hiltraud hiltrud hubertine huguette hulda hélène hülya ida ilaria ildiko ilenia ilka ilona ilonka ilse imelda imke
        ina ines inga inge ingeborg ingeburg ingelore ingetraud ingetraut ingrid ingried inka inken inna insa inès inês ira irena irene
        irina iris irma irmela irmengard irmgard irmhild irmi irmingard irmtraud irmtraut irmtrud iryna irène isa isabel isabell isabella
        isabelle isolde iva ivana ivanka ivonne iwona jacqueline jade jadwiga jael jana jane janet janett janette janin janina janine janna
        jaqueline jara jasmin jasmina jasmine jaël jeanette jeanine jeanne jeannette jeannine jelena jennifer jenny jessica jessika jil jill
        joana joanna joanne jocelyne joelle johanna johanne jolanda jolanta jolanthe josefa josefina josefine josephine josette josiane
        joséphine jovana joy joyce joëlle juana judith julia juliana juliane julie juliette julijana juna justina justine jutta kalina
        kaltrina karen karin karina karine karla karola karolin karolina karoline kata katalin katarina katarzyna katerina katharina
        katharine katherina katherine kathi kathleen kathrin kathy kati katia katja katrin katy kelly kerstin khadija kiara kim kira kirsten
        kirstin klara klaudia klothilde kläre konstanze kordula korinna kornelia kreszentia kreszenz kriemhild krista kristiane kristin
        kristina kristine krystyna kunigunda kunigunde kyra käte käthe käthi ladina laetitia laila lana lara larissa laura laure laureen
        laurence lauriane lavinia layla lea leah leana leandra leila lejla lena lene leni leokadia leona leoni leonie leonor leonora leonore
        leontina leopoldine leslie leticia letizia leyla lia liana liane lidia lidija lidwina liesa liesbeth lieschen liesel lieselotte lili
        lilia lilian liliana liliane lilija lilli lilly lilo lily lina linda lindita line linnea lioba liridona lisa lisbeth lise liselotte
        lisette lissi lissy liv livia ljiljana ljubica ljudmila lola loni lora lore loredana lorena lorenza loretta lotta lotte lotti lou
        louisa louise luana lucette lucia luciana lucie lucienne lucy ludivine ludmila ludmilla ludwina luigia luisa luise luitgard luka
        luljeta luna luz luzia luzie lya lydia lydie lynn léa léane léna léonie maddalena madeleine madlen maeva magali magarete magda
        magdalena magdalene magret magrit maida maike maja malea malena malgorzata malika malin mandy manja manon manuela mara marcela
        marcella marcelle marcia mareen mareike mareile maren marga margaret margareta margarete margaretha margarethe margarida margarita
        margaritha margaux margherita margit margita margitta margot margret margreth margrit margrith marguerite maria mariam mariana
        mariangela marianna marianne marica marie mariechen mariele mariella marielle marieluise marietta mariette marija marijana marika
        marilena marina marine marinette mariola marion marisa marissa marit marita maritta marjan marjorie marleen marlen marlene marlies
        marliese marlis marlise marlyse marlène marta martha marthe martina martine mary maryam maryline maryse marzena maría mathilda
        mathilde matilda matilde maud maude maya maëlle mechthild mechthilde mechtild medina meike melanie melek melina melinda melisa
        melissa melita melitta meral mercedes meret merita meryem meta mia michaela michaele michela micheline michelle michèle mihaela mila
        milena milica milka mimoza mina minna mira miranda mireille mirela mirella miriam mirja mirjam mirjana mirlinda miroslawa moira mona
        monica monika monique monja morena morgane muriel murielle myriam myrta myrtha mégane mélanie mélissa nada nadeschda nadeshda nadia
        nadin nadine nadja nadège nancy naomi natacha natali natalia natalie natalija natalja natasa natascha natasha nathalie nela nele
        nelli nelly nermin nevenka nicola nicole nicoletta nika nikita nikola nikolina nina nisa nives noa noelia noemi nora norah norina
        norma notburga noémie noëlle noëmi nuran nuray nuria nurten océane oda odette odile olav olena olga olivia ophélie ornella ortrud
        ortrun ottilia ottilie oxana pamela paola pascale patricia patrizia patrícia paula paulette paulina pauline peggy petra philippa
        philomena pia pierina pierrette polina prisca priscilla priska rabea rachel radmila rafaela raffaela raffaella rahel raisa raissa
        ramona rana raphaela raquel rayana raymonde rebecca rebekka regina regine regula reingard reinhild reinhilde rena renata renate reni
        renée resi ria ricarda rina rita roberta romaine romana romane romina romy ronja ronya rosa rosalba rosalia rosalie rosalinde
        rosanna rosaria rose rosel roselinde rosemarie rosetta rosi rosina rosita rosl rosmarie roswita roswitha rotraud rotraut roxane ruth
        ruthild ruzica sabina sabine sabrina sahra salma salome salomé samanta samantha samira sandra sandrine sandy sanela sanije sanja
        sara sarah sarina saskia selena selin selina seline selma semra sena senta seraina sereina serena serpil sevim shania sharon sheila
        shpresa shqipe sibel sibilla sibille sibylla sibylle sieglinde siegrid siegried siegrun siena siglinde sigrid sigrun silja silke
        silva silvana silvia simona simone sina sinaida sladjana slavica snezana sofia sofie sofija solange solveig solène songül sonia
        sonja sophia sophie soraya stefani stefania stefanie steffi stella stephanie stilla stéphanie susan susana susann susanna susanne
        suse susi suzana suzanne svea svenja svetlana swantje swetlana sybilla sybille sylke sylvana sylvia sylviane sylvie sylwia séverine
        sónia tabea tamara tania tanja tanya tara tatiana tatjana tea telse tenzin teodora teresa tessa teuta thea theda thekla theodora
        theres theresa therese theresia thi thérèse tiffany tilly timea tina tiziana traude traudel traudl traute trude trudel trudi tuana
        tânia tülay türkan ulla ulrike undine ursel ursina ursula urszula urte uschi uta ute valentina valentine valeri valeria valerie
        valeska valérie vanesa vanessa vania vera verena veronica veronika veronique vesna victoria viktoria vilma vincenza viola violeta
        violetta violette virginia virginie vittoria vivian viviana viviane vivien vivienne vjollca vlora vreneli véronique walburga
        waldtraut walentina walli wally waltraud waltraut waltrud wanda wencke wendelin wendy wenke wera wibke wiebke wilfriede wilhelmine
        wilma wiltrud xenia yael yara yasemin yasmin yasmina yasmine ylenia ylvie yolanda yolande yvette yvonne zahra zara zdenka zehra
        zenta zeynep zita zoe zoey zofia zora zorica zoé zuzana änne özlem
        """,
    ),
    "fr": (
        """
        aaron abdelkader abdellah achille adam adem adil adrian adriano adrien ahmed ahmet aimé alain alan albert aldo alessandro alessio
        alex alexander alexandre alexis alfonso alfred ali allan alphonse amaury amine amir anas andrea andreas andrew andré andy angelo
        anthony antoine antonin antonino antonio antony armand arnaud arno arthur auguste augustin aurélien axel aymeric ayoub baptiste
        basile bastien baudouin benjamin benoit benoît bernard bertrand bilal boris brahim brandon brian brice brieuc bruno bryan calogero
        camille carl carlo carlos carmelo cedric charles charlie charly christian christophe christopher claude claudio claudy clément colin
        constantin corentin cyril cyrille cédric célestin côme damien daniel danny dany dario david denis didier diego dimitri dirk domenico
        dominique donovan dorian dylan eddy eden edgard edmond edouard elias elie eliot eliott elliot emile emilien emilio emmanuel enzo
        eric erik ernest erwan erwin esteban ethan etienne eugène evan ezio fabian fabien fabio fabrice fabrizio farid fernand fernando
        filippo flavio florent florian francesco francis francisco franck franco frank franz françois freddy frédéric félix gabin gabriel
        gaetano gary gaspard gaston gauthier gaël gaëtan geoffrey geoffroy georges germain ghislain giacomo gianni gilbert gilles gino
        giovanni giuliano giuseppe gregory grégoire grégory guido guillaume gustave guy gérald gérard hadrien hamza harry hasan hassan
        hector henri henry hervé hicham honoré hubert hugo hugues ibrahim igor ilias ilyas isaac ismail ismaël ivan jacky jacques jamal
        james jan jason jean jeremy jerôme jessy jimmy joachim joffrey johan johann john johnny jonas jonathan jordan joris joseph joshua
        josé joël juan jules julian julien justin jérémie jérémy jérôme karim karl kenny kenzo kevin khalid killian kylian kyllian kévin
        laurent leandro lenny leo leonardo liam lionel livio loan logan lorenzo loris louis louka loïc loïs luc luca lucas luciano lucien
        ludovic luigi luis luka lukas lyam léo léon léonard léopold malik mamadou manuel marc marcel marco mario marius martial martin
        marvin massimo mathias mathieu mathis mathys mathéo matteo matthew matthias matthieu mattia mattéo matéo maurice maurizio max
        maxence maxim maxime maximilien maël mehdi mehmet michael michaël michel michele mickaël miguel mike milan milo mirko mohamed
        mohammad mohammed morgan mustafa mustapha nabil nassim nathan nathanaël naël naïm nicola nicolas noa noah noam nolan norbert noé
        noël olivier omar oscar owen pablo paolo pascal pasquale patrice patrick paul pedro peter philippe pierre pietro pol quentin rachid
        rafael rafaël raoul raphael raphaël rayan raymond remy renato renaud rené ricardo richard robert roberto robin rodolphe rodrigue
        roger roland romain roman romuald roméo ronald ronny rosario ruben rudi rudy ryan régis rémi rémy sacha said salvatore sam sami
        samir samuel samuël samy sandro sasha saïd sean sebastien serge sergio simon sofiane stefan stefano stephan stephane steve steven
        stéphan stéphane sylvain sébastien tanguy thiago thibaud thibault thibaut thierry thomas théo théodore théophile tiago tim timothy
        timothée timéo tiziano tom tommy tony tristan téo ugo valentin valentino victor vincent vincenzo vito walid walter william willy
        xavier yanis yann yannick yannis yassin yassine yoann yohan younes youri youssef yusuf yvan yves yvon zacharie zakaria édouard émile
        éric étienne
        """,
        """
        adeline adriana adrienne adèle adélaïde agathe agnès aimée alberte alessia alex alexandra alexandria alexandrie alexia alice alicia
        aline alison alisson alix alizée alyssa amandine ambre amina amélia amélie ana anastasia anastasie anaëlle anaïs andrea andréa
        andrée angela angelina angèle angélique anissa anita ann anna annabelle anne annette annick annie anny anouk antoinette antonella
        antonia antonietta antonina apolline ariane arlette arnaude assia astrid aude audrey aurore aurélie axelle aya aïcha barbara
        bernadette berthe betty brigitte béatrice bénédicte bérengère bérénice camille capucine carine carla carmela carmen carole caroline
        cassandra caterina catherine cathy chantal charlie charline charlotte chiara chloé christel christelle christiane christianne
        christina christine cindy claire clara clarisse claude claudette claudia claudine cloé clémence clémentine colette coline concetta
        constance coralie coraline corine corinne cristina cynthia cécile célestine célia célina céline daisy daniela danielle danièle
        daphné deborah delphine denise diana diane dina dominique dorothée déborah edith elena eliane elina eline elisa elisabeth elise
        elodie eloïse elsa eléa eléna eléonore emeline emelyne emilia emilie emma emmanuelle emy erika estelle esther eugénie eva eve
        eveline evelyne fabienne fanny fatiha fatima fatma fernande fiona flavie flora flore florence floriane florine franca france
        francesca francine françoise frédérique gabrielle gaëlle geneviève georgette germaine ghislaine gilberte ginette giovanna gisèle
        giulia giuseppa giuseppina gladys gloria grazia graziella gwenaëlle gwendoline géraldine helena henriette hortense huguette héloïse
        hélène ilona imane inaya ines ingrid inès irina iris irène isabelle isaline jacqueline jade jamila janine jeanine jeanne jeannine
        jennifer jenny jessica joanna jocelyne johanna josette josiane josianne josée joséphine joëlle judith julia julie juliette justine
        karima karin karine kathleen kathy katia katty kelly kenza khadija kimberley laetitia laly laora lara laura laure laurence laurie
        laurine laëtitia lea leila lena leslie leïla lila liliane lilou lily lina linda lindsay line lisa lise lisette livia lola loredana
        lorena lorraine lou louane louisa louise louna luce lucette lucia lucie lucienne lucile lucy ludivine luna lydia lydie léa léana
        léna léonie madeleine madison maeva magali maggie malika mandy manon manuela marcelle margaret margaud margaux margot marguerite
        maria mariam marianne marie marielle mariette marina marine marion marjorie marlène marthe martine mary maryline marylène maryse
        mathilde maud maude maureen mauricette maurine maya maëlle maëlys maëva maïté melissa mia micheline michelle michèle mila mireille
        monika monique morgane muriel murielle mya myriam mégane mélanie mélina mélissa mélodie nadia nadine nadège nancy naomi natacha nath
        nathalie nell nelly nicole nina nora norah nour noémi noémie noëlla noëlle océane odette odile olga olivia olivie ophélie ornella
        paola pascale pascaline patricia patrizia paula paule paulette pauline perrine philippine priscilla pénélope rachel rachida rania
        raymonde rebecca renée rita rolande romane romy rosa rosalia rosalie rosaria rose roseline roxane régine sabine sabrina salma salomé
        samantha samira sandra sandrine sandy sara sarah serena shana shirley silvana silvia simone simonne sofia solange soline solène
        sonia sophia sophie soraya stephanie stéphanie susan susanne suzanne sylvia sylviane sylvianne sylvie séverine tamara tania tatiana
        teresa thi théa thérèse tiffany tiziana valentina valentine valérie vanessa victoire victoria vincenza vinciane violette virginie
        viviane véronique wendy yasmina yasmine yolande ysaline yvette yvonne zoé zélie édith élisabeth élise élodie éléonore émilie
        """,
    ),
    "es": (
        """
        abel abelardo abraham adalberto adolfo adrián adán agustin agustín albeiro albert alberto alcides aldair aldemar aldo alejandro
        alejo alex alexander alexis alfonso alfredo alirio alonso alvaro alveiro amador ancizar anderson andrey andrés antonio aníbal arbey
        argemiro ariel arley armando arnulfo arturo augusto aurelio bautista bayron benicio benito benjamin benjamín bernabé bernardo
        bladimir brandon brayan brian bruno bryan camilo campo carlos christian ciro claudio clemente cornelio cristhian cristian cristobal
        césar dagoberto dairo damián daniel danilo danny dante dany dario darwin darío david deiby didier diego domingo dubán duván eder
        edgar edgardo edier edilberto edilson edinson edison edisson eduar eduard eduardo edwar edward edwin efrain efrén eider elias
        eliecer elkin elmer eloy elver elvis elías emerson emiliano emilio emiro enrique enzo eric erick ernesto esneider espartaco esteban
        estiven eugenio evelio ever ezequiel faber fabio fabián facundo farid fausto federico felipe felix fernando ferney fidel flavio
        francesco francisco franco frank franklin freddy fredy gabino gabriel gael gallego genaro geovanny gerardo germán geronimo gerson
        gerónimo gilberto gildardo giovanni giovanny gonzalo gregorio guadalupe guillermo gustavo harol harold harvey henry heriberto hermes
        hernando herney hernán homero horacio hugo humberto héctor ian ignacio isaac isaías isidro ismael israel iván jacinto jacobo jader
        jaider jaime jair jairo james javier jean jeferson jefferson jeison jeisson jeremias jerson jerónimo jesús jhan jhoan jhon jhonatan
        jhonny jhony jimmy joan joaquin joaquín joel johan john johnny jonatan jonathan jonás jorge jos josué josé juan julian julio julián
        junior kevin lautaro leandro leider leonardo leonel león libardo lisandro lorenzo luca lucas luciano lucio luis maicol manuel marco
        marcos mariano marino mario marlon martín mateo matias mauricio mauro maximiliano maximo michael miguel miller milo milton misael
        modesto moisés neider nel nelson nicolas nicolás nilson norberto norbey néstor ocampo octavio omar orlando osvaldo oswaldo ovidio
        pablo pascual patricio paul paulo pedro porfirio rafael rafaél ramiro ramón raúl reinaldo reinel renato rené reynaldo ricardo
        richard rigoberto robert roberto robinson rodolfo rodrigo roger rolando román ronal ronald rubén rufino salvador samir samuel
        santiago santino santos saúl sebastian sebastián segundo serafín sergio silvano silvio simon simón smith sneider sol steven stiven
        teodoro thiago timoteo tiziano tobias tomas tomàs tomás tulio uriel valentin valentino vicente vladimir víctor walter wilber wilder
        wilfredo wilfrido william willian wilman wilmar wilmer wilson yair yamid yecid yeferson yeison yerson yesid zacarías zeferino álvaro
        ángel óliver óscar
        """,
        """
        abigail abril adela adiela adriana agostina agustina aida alba alcira aldonza aleida alejandra alexandra alfonsina alicia alix alma
        amalia amanda ambar amelia amparo ana anabel andrea anel angelina angie angélica antonella antonia anyi araceli arcelia ariadna
        astrid asunción aura aurora azucena barbara beatriz berta bertha betty bianca bibiana blanca camila candela candelaria caridad carla
        carlota carmela carmen carmenza carol carolina catalina catherine cecilia celia cielo cindy citlali clara claudia clemencia
        concepción conchita constanza consuelo cristal cristina cynthia dahiana dalia damaris daniela danna dary dayana deicy deisy delfina
        delia denis derly deyanira diana dina dolly dolores dora doris dulce débora edilma edith edna elcy elena eliana elisa elizabeth
        eloisa elsa elsy elvia elvira emilce emilia emilse emma enith erika esmeralda esparta esperanza estefanía estela estella ester
        esther eugenia eva fabiola fanny felicitas fernanda flor florencia francesca francia francisca francy frida gabriela georgina
        geraldine gilma gina gisela giuliana gladis gladys gloria graciela guadalupe guillermina heidy helena hermelinda hilda ibeth ilse
        indira ingrid inés irene iris irma isabel isabela isabella itzel ivonne jackeline jacqueline janeth janneth jaqueline jazmin jazmín
        jennifer jenny jessica jhoana jimena joaquina johana johanna josefa josefina juana judith julia juliana julieta julieth justina
        karen karina karla karol katerine katherin katherine kelly kiara lady lara laura leidy leonor leticia leydi libia liceth lida lidia
        ligia lilia lilian liliana lina linda lisbeth liseth lizeth lola lorena lourdes luana lucero lucia luciana lucila lucy lucía ludmila
        luisa luisana luna luz mabel magaly magda magdalena magnolia maia maira maite malena manuela marcela margarita margoth mariana
        maribel maricela mariela marina marisela marisol maritza marlene marleny marly marlén marta martha martina mary maría matilda
        matilde mayerly mayra mayte melba melissa mercedes mery mia micaela michel milagros milena minerva mireya miriam mirian miryam mitzy
        mora morena myriam mónica nadia nancy natalia nataly nathalia natividad nayeli nayibe nelcy nelly nelsy nidia nina noelia noemí
        nohora nora norma nubia nury ofelia olga oliva olivia omaira paloma pamela paola patricia paula paulina perla piedad pilar raquel
        rebeca reina renata rita rocío rosa rosalba rosalia rosario rubiela ruby ruth salma sandra sara sessa shirley silvia sindy socorro
        sofia sofía sol soledad sonia stella susana tania tatiana teresa tiziana trinidad tulia uma valentina valeria vanesa vanessa
        verónica victoria vilma violeta virginia viviana wendolin wendy ximena xiomara yadira yamile yanet yaneth yasmín yazmín yeimy yeni
        yenifer yenny yeny yesenia yina yineth yohana yolanda yolima yudy yuli yuliana yulieth yuly yurani yurany yuri yuridia yury yésica
        yéssica zoe zoraida zoé zulma ángela úrsula
        """,
    ),
    "pt": (
        """
        afonso alexandre andré anthony antony antónio antônio apollo arthur artur asafe augusto benicio benjamim benjamin bento benício
        bernardo brayan breno brian bruno bryan caio caleb calebe carlos cauã cauê cláudio cristiano césar daniel danilo dante davi david
        denis diego dinis diogo dom duarte edgar eduardo emanuel enrico enzo erick felipe fernando filipe francisco frederico fábio gabriel
        gael gaspar gil gonçalo guilherme gustavo heitor henrique henry hugo ian igor isaac isaque ismael ivan ivo jaime joaquim joel jorge
        josué josé joão juan kaique kevin kévim leandro leonardo levi liam lisandro lorenzo lourenço luan luca lucas lucca luigi luís léo
        manuel marcelo marco marcos martim mateus matheus mathias matias matteo mauro micael miguel murilo márcio mário nathan nelson
        nicolas noa noah nuno oliver otto otávio paulo pedro pietro rael rafael raul ravi ravy renan renato rhavi ricardo rodrigo rui ryan
        rúben salvador samuel sandro santiago sebastião simão sérgio thales theo theodoro thiago thomas théo tiago tomás tomé valentim vasco
        vicente vinicius vinícius vitor vítor william wilson xavier yago yan yuri álvaro ângelo
        """,
        """
        adriana agatha alana alexandra alexia alice allana alícia amanda amélia ana andreia anita antonella ariana aurora ayla aylla beatriz
        bella benedita bianca brenda bruna bárbara caetana camila carlota carminho carolina caroline catarina cecilia cecília clara clarice
        constança daniela diana débora eduarda elisa eloah eloá ema emanuella emanuelly emilly emma emília erica erika ester esther eva
        evelyn fabiana fernanda filipa flor francisca gabriela gabrielly giovanna hadassa helena hellena heloisa heloísa iara inês irina
        isabel isabela isabella isabelly isadora isis jade joana julia juliana jéssica júlia kamilly kelly kyara lara larissa laura lavínia
        laís leonor letícia lia liz lorena luana luara luciana luiza luna lunna luísa lívia lúcia madalena mafalda maitê manuela manuella
        mara marcela margarida maria mariah mariana mariane marina marta matilde maya maysa melina melissa mia milena mirella miriam mélanie
        naiara nair natália nicole nina nádia núria olivia olívia patrícia petra pietra pilar rafaela raquel rebeca renata rita sabrina
        salomé sara sarah sofia sophia sophie soraia stella stephany tatiana teresa valentina vera victória violeta vitória yara yasmin zoe
        ágatha ângela érica íris ísis
        """,
    ),
    "it": (
        """
        achille adamo adelmo adriano agnolo agostino alberico alberto alderano aldo alessandro alessio alfio alfredo alphons amadeo amedeo
        amico amleto angelo annibale ansaldo antonello antonino antonio armando arnaldo arnulfo arsenio arturo atenulf augusto azeglio
        baccio baldassare bartolomeo benedetto benito benvenuto beppe bernardo biagio bruno calcedonio calogero camillo carlo carmelo cesare
        cipriano cirillo ciro claudio coluccio coriolano corrado costantino costanzo damiano daniele danilo dante dario delfino dino dionigi
        domenico donatello donato durante edoardo elladio elmo emilio ennio enrico enzio enzo eraldo ermanno ermenegildo ermes ernesto
        ettore ezio fabio fabrizio fausto fedele federico federigo ferdinando filippo fiorenzo fiorino flavio francesco franco fredo fulvio
        gabriele gaetano galasso gaspare gastone geronimo giacinto giacobbe giacomo giampaolo giampiero gian giancarlo gianfrancesco
        gianfranco gianluca gianluigi gianmarco gianni gianpaolo gianpietro gilberto gino gioacchino gioachino gioele gioffre gionata
        giorgio giosuè giovanni girolamo giuliano giulio giuseppe giustino goffredo graziano greco guarino guglielmo guido gustavo hugo
        ignazio ippazio ivan ivo jacopo lamberto lando laureano lazzaro leonardo leone leopoldo liberto livio lodovico lorenzo luca luchino
        luciano lucio ludovico luigi manuel marcantonio marcello marco mariano mario martino massimiliano massimo matteo mattia maurilio
        maurizio mauro michelangelo michele micheletto michelotto milo mirco mirko nanni napoleone niccolò nico nicola nicolò nino orazio
        oreste orlando osvaldo ottavio ottone panfilo paolo paride pasqual pasquale patrizio pellegrino pier pierangelo piergiorgio
        piergiuseppe pierluigi piermaria piero pierpaolo piersanti pietro pompeo pomponio puccio raffaele raffaellino raffaello raimondo
        ranieri rembrandt renzo riccardo ricciotti roberto rocco rodolfo rolando roman romeo romolo ronaldo rosario ruggero ruggiero
        sabatino salvatore salvi sandro sante santino saverio sebastiano sergius severino silvestro silvio simone stefano telemaco
        temistocle tiziano toni tonino torquato tullio ubaldo uberto ugo ugolino umberto valerio venancio vincentio vincenzo virgilio vito
        vittorio
        """,
        """
        adelasia adele adriana alessandra alessia alina allegra amalia amanda angelica angelina anita annalisa annamaria annetta annunziata
        antonella antonia antonietta antonina aria aurora barbara beatrice berenice bettina bianca camilla carla carolina cassandra caterina
        cecilia chiara claudia clelia concetta cristina daria diana dina dolores donatella donna eleanora elena eliana elisa elvira emma
        erika etta eugenia eva evangelista fabia fabrizia federica fernanda fiamma filippa flavia flora fortunata francesca gabriella
        gelsomina gemma germana giada gianna giorgia giovanna giulia giuliana giulietta giuseppina gloria graziella greca griselda ida
        ilaria imelda iolanda irma isa isabella jolanda lara laura lauretta letizia liana licia lidia liliana lilla lina lisa livia lolita
        loredana loretta lucia luciana lucrezia ludovica luigina luisa marcella margherita maria mariana marina marisa marissa marta martina
        matilda maura melania melina melissa mercedes michela milena monica morena nadia natalia nedda nicoletta nina ninetta olga ornella
        paloma paola paoletta patrizia paulina pierina pina priscilla raffaella ramona renata rita roberta romana romina rosa rosalia
        rosaria rosina rossana sandra serafina serena silvia simonetta sole sonia sophia stefani stefania stella susanna sylvia tatiana
        teresa tina tiziana tonia valentina valeria vanessa veronica victoria vincenza virginia viridiana vittoria zaira
        """,
    ),
    "nl": (
        """
        aaron abdul abdullah abel achiel adam adriaan adrian ahmad ahmed ahmet aiden alain albert alex alexander alexandre alexis alfons
        alfred ali amin amir anas andreas andré andy angelo anthony antoine anton antonio antonius antoon arie armand arnaud arne arno
        arnold aron arthur august axel ayden ayman ayoub bart bas bastiaan beau ben benjamin benny benoit berat berend bernard bert bilal
        bjorn björn boaz bob boris bradley brahim bram brecht brent brian briek bruno bryan carl carlo carlos cas casper cedric charles
        chris christiaan christian christof christoph christophe claude colin collin constant cornelis cyriel cédric daan damian dani daniel
        daniël danny dany dario dave david davy dean denis dennis dex didier diederik diego dieter dimitri dion dirk dominique dries duuk
        dylan dylano eddy edgard edmond edouard eduard edward edwin elias emiel emile emir emmanuel eric erik erwin etienne faas fabian
        fedde felix ferdinand fernand ferre filip finn flor florent florian floris francis franciscus frank franky frans françois freddy
        frederic frederick frederik frédéric gabriel gabriël gaston geert geoffrey george georges gerard gerardus gerrit gerry gert ghislain
        gianni giel gijs gilbert gilles gino giovanni giuseppe glenn gregory guido guillaume gunter gunther gust gustaaf guus guy hamza
        hannes hans harry hasan hassan hendrik henk henri henricus herman hidde hubert hugo ian ibrahim ignace igor ilias ilyas imran ismail
        ivan ivo jaak jack jacob jacobus jacques jake jamal james jamie jan jari jarne jarno jason jasper jay jayden jayson jean jef jeffrey
        jelle jelte jens jeremy jeroen jesper jesse jim jimmy jip joachim joannes job jochen joep joeri joey johan johannes john johnny
        johny jonas jonathan joost joppe joran jordi jordy joren joris jorn jort jos joseph josephus joshua josse josé jozef joël juan jules
        julian julien julius jurgen jurre justin juul jürgen kai kamiel karel karim karl kasper kay keano ken kenneth kenny kevin khalid
        kian kick kim kjell klaas kobe koen koenraad kris kristiaan kristof kurt kyan kyano lander lars laurens laurent leander lenn lennert
        leo leon leonard leopold levi lewis lex liam lieven lionel lode lodewijk loek lorenzo lou louis lowie loïc luc luca lucas lucien
        ludo ludovic ludovicus ludwig luka lukas luke luuk léon maarten mads manuel marc marcel marco marcus marijn marinus mario mark
        marnix mart martijn martin mason mathias mathieu mathijs mathis mats matteo matthew matthias matthijs maurice maurits mauro max
        maxim maxime mees mehdi mehmet melle merijn micha michael michaël michel michiel mick miel miguel mika mike milan milo mohamad
        mohamed mohammad mohammed morris muhammed murat mustafa mustapha nand nathan naud nick nicky nico nicolas niek niels nils noah
        norbert noud nout noël olaf oliver olivier omar omer oscar otis owen pascal patrick patrik paul pedro pepijn peter petrus philip
        philippe pierre piet pieter pim piotr pol quinn quinten rachid raf rafael rafaël raoul raphaël ravi rayan raymond remi renaat rens
        rené richard rick rik riley roan rob robbe robby robert robin roel roeland roger roland romain ronald ronny rony rowan roy ruben
        rudi rudolf rudy rune ryan said sam sami samir sammy samuel sander sebastiaan sebastian sem senn senna senne sep sepp seppe serge
        seth siebe siem sil simon sjoerd stan stef stefaan stefan sten stephan steve steven stijn stéphane sven sébastien teun theo theodoor
        thibault thibaut thibo thierry thijmen thijn thijs thom thomas thor tibe tibo ties tijl tijmen tijn tijs tim timo timothy tobias tom
        tomas tommy tony toon tristan tuur twan tycho tygo tyler urbain valentijn valère vic victor vigo viktor vince vincent walter wannes
        ward warre werner wesley wessel wilfried wilhelmus willem william willy wim wout wouter xander xavi xavier yannick yassin yassine
        younes youssef yusuf yvan yves zakaria ömer
        """,
        """
        aaliyah adriana agnes agnès aicha aimée alexandra alexia alice alicia alina aline alyssa amber amelia amelie amina amira amy amélie
        ana anaïs andrea angela angelina angèle anita anja anke ann anna annabel anne anneke anneleen annelies annemie annemijn annette
        annick annie annita anny anouk antoinette ariane arlette ashley astrid audrey augusta aurélie axelle aya aylin ayse azra barbara
        beatrice beatrijs bente benthe bernadette bertha betty bianca bibi bieke birgit brenda brigitta brigitte britt camille carina carine
        carla carlijn carmen carolien carolina caroline catharina catherine cathy cato cecile cecilia celine ceylin chantal charlotte chiara
        chloé chloë christa christel christelle christiana christiane christianne christina christine cindy claire clara claudia claudine
        colette conny cornelia cynthia cécile céline daisy dana danielle danique daphne debbie debby deborah delphine demi denise dewi diana
        diane dina dominique dorien dorine ecrin edith elena eliane elien elif elin eline elisa elisabeth elise eliza elizabeth elize elke
        ella ellen ellie elly els elsa elza emilia emilie emily emma erika erna esila esmee esmée estelle esther eva evelien eveline evelyn
        evelyne evi evie evy fabienne fabiënne fanny farah fatiha fatima fatma fay faye febe feline fem femke fenna fenne fien fiene fleur
        floor floortje flore florence fran francine françoise frederique freya frida frieda féline gabriella gabrielle gaëlle georgette
        gerarda gerda germaine ghislaine gilberte gina ginette gisèle gitte godelieva godelieve greet greta griet guusje hailey hanna hannah
        hanne hannelore heidi heleen helena helga henriette hilda hilde huguette hélène ida ilona ilse imane imke inaya indy ine ines inge
        ingeborg ingrid irena iris irma irène isa isabel isabella isabelle ise isis ivonne ivy ize jacqueline jade jana janna janne jasmijn
        jasmine jayda jaylinn jeanine jeanne jeannette jeannine jenna jennifer jenny jente jessica jessie jessy jet jill jinthe joanna
        johanna joke jolie jolien jolijn josepha josephina josephine josiane josé josée joy joyce joëlle judith julia juliana julie julienne
        juliette justine juul kaat karen karima karin karina karine karlijn karolien kate katelijne kathleen kathy katia katja katleen kato
        katrien katrijn katty kaylee kayleigh kelly khadija kiara kiki kim kimberley kimberly kirsten krista kristel kristien kristina
        kristine kyara kyra lana lara laura laure lauren laurence lea leah leen lena leona leonie lieke lien lies liesbet liesbeth lieselot
        lieve lieze liliana liliane lily lina linda linde lindsay lindsey linn lisa lisanne lise lisette liv livia liz liza lize lizz lizzy
        loes lois lola lore lot lotte louisa louise loïs lucia lucie lucienne lucy luna lutgarde lutgardis lutgart lydia lydie lynn maaike
        maartje madeleine madelief magali magda magdalena maja malika manon mara marcella mare margareta margaretha margaux margo margot
        marguerite maria mariam marianne marie marieke mariette marijke marina marit marjan marleen marlies martha marthe martina martine
        maryam mathilde maud maya megan meike melanie melissa merel merle mette mia micheline michelle michèle mieke mila milou mira miranda
        mireille mirte mirthe mona monica monika monique myriam myrthe nadia nadine nancy naomi natacha natalia natalie natascha natasja
        nathalie nele nelly nicole nienke nikki nina ninthe nisa noa noor noortje nora norah nore nova noëlla noëlle nynke odette olga
        olivia oona pascale patricia paula paulien pauline peggy petra phileine pien pippa pleun puck puk quinty rachel rani rania rebecca
        regina reinhilde renske renée ria rita robin romy roos rosa rosalia rosalie rose rosette rosita ruth saar sabine sabrina sam samira
        sandra sandy sanne sara sarah saskia selena selina senna shana sharon sien sienna sigrid silke silvia simone simonne sofia sofie
        sonia sonja sophia sophie stefanie steffi stella stephanie sterre stien stéphanie suus suzanna suzanne suze suzy sylvia sylvie
        tamara tania tanja tara tatiana tess tessa theresia tina tine tineke tinne tirza vajèn valentina valerie valérie vanessa veerle vera
        veronique vicky victoria virginie viviane véronique wendy yana yara yasmin yasmina yasmine yfke yinthe yolanda yolande yvette yvonne
        zara zeynep zita zoey zoë
        """,
    ),
    "": (
        """
        aage aapo aarne aaro aaron aatos abbas abdi abdirahman abdiş abdul abdulbekir abdulgazi abdulkadir abdullah abdullahi abdulmenaf
        abdulsemet abdurrahman abdülahat abdülcemal abdülhadi abdülkerim abdülsamed abdürreşit abid abuzar acar achim aclan adak adam adasal
        adelin adi adlan adnan adolf adonis adrian adrián adıgün afer agne agnos ahat ahmad ahmed ahsen ahti aimo akalan akar akatay akbaş
        akboğa akcivan akdora akdurmuş akgöl aki akif akkerman akmaner aksay aksel akseli aksöğüt aktemür akver akçabay akçasu aköz akınal
        alaaddin alaeddin alan alanalp alattin albert alberto albin albín alcan aldo alejandro aleks aleksandar aleksander aleksanteri
        aleksi alen aleodor alex alexander alexandr alexandru alexe alexej alexis aleš alf alfons alfonz alfred alfréd algot ali aliabbas
        aliihsan alin aliseydi alistar aljaž aljoša alkor allan almus alois alojz alojzij alparslan alpcan alpin alpsü alsoy altoğan altuğ
        altınkaya altınışın alvar alve alvin amadeus amaç ambróz amedeu amin amir amza anas anatolie anders andiç andreas andrei andrej
        andres andrew andrian andrija andrzej andré andréas anej angel anghel annak anssi ante antero anthony antim anto anton antonie
        antonio antoniu antonín antti antun anže apaydın aran arcan argu ari arian ariel arifcan arild aristide arkut armas arne arnold
        arnošt aron arpağ arpád arsenie artan arthur arto arttu artturi artur aru arvid arvo arıel arıkol arısoy asalet asbjørn asger asko
        aslanhan assar aston asım atagün atalay atasagun atatöre atgun atila atilhan atnan atte atılgan august augustin augustín aukusti
        aulis aurel aurelian aurică avgust avram avşin axel axinte ayaydın aybora aydinç aydınbey aygutalp aykutalp aypar aysoy aytek aytuna
        ayvas ayşan azettin açıkel ağakişi ağmur aşir baba bahaddin bahittin baki balatekin bali baltaş barak barbu bariş barsen bartolomej
        bartolomeu barışcan basarab basım baturay batırhan baydu baykan bayman bayruhan baytal bayzettin bağdaş başay başhan başok bebe bedi
        bedri bedřich behrem bekbay bektaşi bellisan belo ben benedikt bengibay bengt beniamin benjamin benjamín benny benol benone bent
        beren berkal berki berksay bernard berndt bernhard bernt berran bert bertil bertram besin beyda beyler beyzade beňadik bican
        bilender bilgen bilgütay bill billy biltaş binbaşar binışık birger birgit birsen bişar bjarne björn bjørn blahoslav blaž blažej bob
        bobby boe bogdan bogomir bohdan bohumil bohumír bohuslav bohuš bojan boleslav bonifác borahan borataş boris borris borut boynak
        bozbağ bozerk boztaş boğatimur bořivoj boštjan božo branislav branko brian bror bruno brăduț bucur buhari bulunç burakhan burç
        buyrukhan bystrík börje börteçin bøje børge büget bünyamün bănel břetislav cabir caius camil canal canberk candeniz cangür cannur
        cansin cantemir cantez carl carlo carlos carol carsten casian casper cavit cazimir cebesoy cedrin celilay cemalettin cenan cercis
        cevheri cezar cezayir charles charlie christer christian christofer christoffer christopher cihandide cindoruk ciprian ciril claes
        clas claudiu claus clavs codin codrin codruț colin conny constantin cornel corneliu corvin cosmin costache costel costin coşkun crin
        cristea cristian cristobal cristofor ctibor ctirad cuman curt cvetko cyprián cyril cüneyit călin cătălin dacian dag dalan dalibor
        dalkılıç damian damijan damir damjan dan daniel danijel danilo danny dante danış dario darius darko david davor davorin dayar
        dağistan decebal dejan delil demeter demirbüken demiriz demirok demiryürek denis denizalp denkel dennis derkay deviner dezider
        değmeer dick diken dilder dincer dino dinu dinçkol dinçsü dionýz dirican dirlik dobroslav dolun domagoj domen dominic dominik dorel
        dorian dorin dorinel doru dorukhan douglas doğanalp doğanşah doğuhan dragan drago dragoș dragutin drahomír drahoslav dražen ducu
        duje dumitru duracan durdali durmuşali duruk duruöz dušan dávid dölensoy dündaralp eba ebbe ebuakil ecemiş eddie eder edgar edgübay
        edin edmond edmund eduard edvard edvin edward edwin eelis eemeli eemil eerik eero eetu efe eflâtun efser eftimie egil egon einar
        einari einer eino eirik eivind ekber ekmel elhan elias elis eliáš elliot elmer elmeri elnur elof elton elvin elvis elöve emanoil
        emanuel emanuil emil emilian emilio emin emirşan emrullah enar enes enginiz ensari ensio eral eraycan erbil ercihan erdemer erdibay
        erdogan erdursun eremia erenalp erensoy ergener erginel ergönül ergün eric erik erinçer erkan erkinel erkki erksoy erkılıç erland
        erling ermutlu ernest ernst eroğul ersel erseç ertan erten ertuncay ertün ervin ervín eryıldız eröz erşat esa esben esenbay esentürk
        eskil eskinalp esko espen eugen eusebiu eustațiu evald evcimen evert evrimer eyyüp ezgütekin eşref fabian fahrullah fami fatih fazul
        fedor fehim feliks felix fenni ferat ferdinand feremez ferihan fersan ferzi fetullah feyruz feza filip filit finn fiodor flaviu
        flemming florea florentin florian florin florián folke fran franc franci francisc franjo frank frans františek frančišek fred freddy
        frede frederic frederik fredric fredrik fridrich fritz frode fuzuli félix gabi gabriel gal galip gazel gašpar geir gejza gelu
        gencaslan gençay georg george georgel georgian geray gerhard gert ghenadie gheorghe gheorghiță ghiță gicu gică gillis ginyas
        giorgian giz glenn goran gorazd gorm gottfrid grațian grega greger gregor gregorian grigore gunnar gunner gustaf gustav gustáv gökay
        gökbudun göken göknur göksev gökten gökçebalan gökçil gönen göran görgünay görklü gösta göte gözel gücal gülağa gülel güleğen
        gülşahin gümüştekin günaydin günden gündüzalp güneri güngördü günkurt günser günver günşen gürarda gürelcem gürsal güçal güçlüer
        güçyeter haciali hakikat halidun haluk hami hamid hampus hamza hanedan hannes hannu hans haralamb haralambie harald hariz harri
        harry hasan hasbek hassan hatem hayali hayret hazrat heikki hekmet helge helmer henning henri henric henrich henrik henrikki henry
        herbert herman hermanni heyvetullah hidir hilding hindal hiçsönmez hjalmar hjalte holger horațiu horea horia horymír hrvoje hubert
        hudavent hugo hunalp hussein huzuri hynek håkan håkon håvard hükümdar hürdoğan hüryaşar hüsmen hıfzullah iacob ian iancu ianis
        ibrahim idık ieremia ignác igor iisakki ilari ilarie ilarion ilgı ilie ilija ilkka ilmari imrich inge ingemar ingmar ingvar
        inocențiu ioan ion ionel ionică ionuț iosif irinel isaac isac isak ismail ismo ismık iulian iuliu iurie iustin iustinian ivan ivar
        iver ivica ivo izidor iztok iľja işıkay işıman i̇brahim i̇diris i̇kiz i̇lalmış i̇lbek i̇ldem i̇lgi i̇lim i̇lkim i̇lmafer i̇lsu
        i̇lteriş i̇mam i̇mren i̇nançlı i̇ntihap i̇sak i̇smet i̇vecen i̇yiyürek i̇zgü i̇şcan jaakko jack jacob jaka jakob jakov jakub jalmari
        jamal james jan janez jani jankat janko janne jano jari jarkko jarl jarmo jarno jarolím jaromír jaroslav jasmin jean jenel jens
        jeppe jere jerguš jerker jernej jerry jesper jesse jim jimmie jimmy jindřich jiří joachim joacim joakim joel johan johannes john
        johnnie johnny jon jonas jonatan jonathan joni jonny jonáš joona joonas joonatan jorma jose josef joseph josip joso josé jouko jouni
        jozef jozo joško jožef juan juha juhana juhani juho jukka julian julius junior juraj jure jussi juuso jyrki ján jörgen jørgen július
        kaarlo kader kahir kai kaj kalervo kalevi kalgay kalle kamar kamil kanak kanpulat kapagan karabaş karaca karaer karakucak karanbay
        karataş karcan karel kari karim karl karlo karlukhan karol karsten kasim kaspar kasper kauko kavurt kayagün kaygusuz kayrabay kayıt
        kazimír kaşif keijo keld kelâmi ken kenn kennet kenneth kenny kent kenter kenth kerman kete kevin khaled khalid kian kibar kim kimmo
        kiramettin kiyasi kjeld kjell kjetil klas klaus klavs klemen klement kliment knut kocabaş koldan koloman konguralp konrad konštantín
        kopan koray korkmazalp kornel korugan kotuz koçak koçkan koşukhan krister kristian kristijan kristián kristjan kristofer kristoffer
        krištof kryštof krzysztof kuddusi kullervo kumar kurt kustaa kutay kvetoslav kâmil kåre köker köktaş kösemen kürşad kılıçbay kınel
        kırat kırgız kıvılcım kızıl kızıltunç ladislau ladislav lage lars lascăr lasse lassi laurențiu lauri laurian laurits laus laust
        lazăr ledün leevi leif lennart lennarth leo leon leonard leonardo leontin leopold leordean leoš levi levoslav liam libor lică linus
        liviu loke lorin loui louie louis love lovre lovro lowe lubomír luboš luca lucas lucențiu lucian lucrețiu ludolf ludovic ludvig
        ludvik ludvík ludwig luděk luis luka lukas lukáš lumír lutfi lütfi mads magne magnus mahdi mahir mahmoud mahsun maj maks maksimiljan
        maksur malte malthe manfred manole mansurali manuel marcel marcin marco marcu marcus marek marian marijan marin mario marius marián
        marjan mark markku marko markus maroš martin martti masar mate matei matej mateo matevž matheo mathias matias matic matija matjaž
        mato matouš mats matteo matthias matti mattias matts matyáš matúš matěj mauno mauri mauritz max maxim maximilian maximilián mazlum
        mecit medard mefarettin mehmed mehmet mehmetzahir melichar melihcan melker melvin melwin memili mengi mengüç merdi mertel merzuk
        mestur metinkaya metod mevlüt meşhur micael michael michal michel miguel miha mihael mihai mihail mihin mihnea miika mijo mik mika
        mikael mike mikkel mikko mikuláš milan milay mile milo miloslav miloš milton mio miran mirbadin mircea mirko miro miron miroslav
        mirsad mishat mislav mitică mitruț mladen mogens mohamad mohamed mohammad mohammed mojmír monis morgan morten mucahit mugur mugurel
        muhammad muhammet muhip muhyettin muktedir muratcan musafet mustafa mutasım mutluhan muvaffak mário måns mårten móric möhsim
        mücellib müfit mükramin mülâyim münif mürit müslum müzekker mădălin nabil nae nafii nakip narcis nas nasuf natanael nathan nayil
        nazlim nebih necdat nechifor necmettin nehip nejc nelu nenad neo nerim nesip nevsal nezihi nichifor nicholas nick nicklas niclas
        nicoară nicodim nicolae nicolai nicolaie nicolaj nicolas nicu niculiță nicușor nicuță niels nihai niilo nik niklas niko nikola
        nikolai nikolaj nikša nils niyazi noa noah noel noman norbert norman nural nurcan nuretdin nurkan nurullah nuyan octav octavian
        octaviu odd odkanlı oganer oiva okanay okbay okgüçlü okseven oktüremiş okyalaz ola olav olavi olca oldağ oldrich oldřich ole olfert
        olimpian olimpiu oliver oliviu oliwer olle olli olof olov omaca omar onat ondrej ondřej ongay onni onuker onurcan onursu oranlı
        orgün ortak oruç oscar oskar oskari oskár osman osmo ossi ossian osvald otakar otay oto otto ove ovidiu owe oymak ozansü oğulbaş
        oğurata oğuzman paavo paker palle pamfil panagachie panait pankrác pasi patric patrick patrik paul pauli pavao pavel pavol paw pawel
        peder pehlil pekka pelle pentti per pero pertti petar pete peter petr petre petri petrică petrișor petru petruț petter petteri
        philip pierre piotr pirahmet pleșu pompiliu pontus poul pravoslav preben prokop pär pål pătru přemysl rabih radek radim rado radomír
        radoslav radovan radu radúz rafael rafih ragnar ragner rahmet raimo rainer rajko ralf ralph ramadan rareș rasmus rastislav rasul
        raul rauno raymond razı recepali refik reijo reine reinhold reino relu remazan remus rené resulcan reza rezzak richard richardt
        rickard rikard riku risalet risto roar robert roberto robin roger rohat rok roko roland rolf roman romano romeo romulus ron ronald
        ronni ronnie ronny roope rostislav roy ruben rudi rudolf ruhsat rune róbert rüknettin rüşen răducu răzvan saba sabih sabin sadat
        sadittin safet sahir said sakari sakip salami saleh salkın salurbay sam sami samir samo samu samuel samuli samurtay sancak sander
        sandi sandu santeri sançar sargın sarpkın sarıcabay satrettin sava savak savni saydam sayin sayrak sayın sağcan sağıt saša sašo
        sebastian sebastijan sebastián sebastjan sebattin seda seha selaheddin selatin seler selvi selâtin semender sencar seppo seracettin
        serda serezli sergej sergiu serhatmehmet serol server servác seth sevdi sever severin severín sevindik seydo seyfullah seyithan
        sezal sezginbaş seçme sidki sigfrid sigge sigurd sigvard silas silvester silvian silviu silvo simen simi simion simo simon sindre
        sinică siniša siper sittik sivert sixten slavko slavomír slobodan sonad sondre songurkan sonny sorin soydaner soykut soyselçuk
        srečko staffan stan stancu stanislav stanko steen stefan stein steinar stelian stellan sten stephan steve steven stian stig stjepan
        stojan sture suat sudi sulhi sune sunel suphi svante svatopluk svatoslav svein sven svenning sverre svetozár svätopluk sökmen sören
        sözer søren sücaettin süha sümeyye süvari sıla sıylıhan taciddin tadej tadeáš tage tahir taisto talayer tali tamaydın tanak tanbay
        tandoğdu taneli tanhan tanpınar tansev tansığ tanyolaç tanır tapani tapio tarancı tartış tarzícius tatu tauno tayaydın taygan taylak
        tayyip taşar taşkan teber tecimer ted teemu tejs tekbay tekecan tekiner teksoy telim temirhan temizkal temuçin tenvir teodor teofil
        teohari terje terlan tero teuvo tevs tezcan tezol theo theodor thomas thor thore thure tiberiu tibor tichomír tilen tim timmy timo
        timotei timotej timurtaş tine titus tiğin tobias tobiáš todor toivo toker toktuğ toköz tolonbay tom toma tomas tomasz tomaž tomi
        tomislav tommi tommy tomo tomáš tonguç toni tonny tony topias topuz tor torben torbjörn torbjørn tord tore torgny torhan torsten toy
        toğan traian tristan troels trond tudor tulun tunahan tunguç tunçboğa tunçkılıç tuomas tuomo turabi ture turgut tutkun tuukka tuyuğ
        tuğcan tuğrulhan tuğtaş törel tükelalp tümer tümkurt türabi türkalp türkmen tüzeer tınal uffe ufukay ulakbey ulf ulrik ulu uludağ
        uluman ulutay uluğbey umman umutcan uno uolevi uraltay urban urhan uroš ushan utkucan uygun uzbay uzsoy uçan uçbeyi uğan uğurkan
        uğurtan vafir vagn vahittin valdemar valentin valentín valeriu valter valtteri valér vargın vasil vasile vasilică vasyl vavrinec
        vaysal vedat vedran veeti vegard veijo veikko veis veli velitdin vendelín veniamin verim verner verneri vesa vezat vicențiu victor
        vid vidar vide viggo viking viktor vilgot vilhelm vilho viliam viljami viljem viljo villads ville vilmer vilém vincenc vincent
        vincențiu viorel visarion vjekoslav vlad vladimir vladimír vladislav vlado vlaicu vlasta vlastimil voicu vojtech vojtěch vratislav
        vratko václav vâlâ väinö vít vítězslav víťazoslav waldemar walter werner wilhelm wille william willy wilmer yadigar yahşikan
        yalazabay yalgın yaltırak yalın yamin yan yankı yannick yargı yasan yavuz yayak yazganalp yağın yağızkurt yaşattin yekda yelesen
        yeneral yertan yetişal yigit yilmaz yngve yolal yoruç yousef yrjö yunt yurdanur yurtgüven yurttaş yusuf yönetmen yücelen yümun
        yıldır yılma zacharias zahid zamfir zamir zbyněk zdenko zdeněk zdravko zekayi zennun zeno zeynelabidin ziggy zihni zikmund ziyaettin
        zlatko zoltán zoral zoran zvonko züfer zülgarni áron âdem åbjørn åge åke çakar çakırca çaltı çamok çapkan çavuldur çağa çağdan
        çağlasın çağveren çelem çelikkan çelikyürek çerçi çetinsu çeviköz çinerk çokan çopur çoğay çıdal çıvgın öge ökkaş öktürk ömür öncel
        önel öngen önsal örik örjan öryürek östen över özakan özalpsan özaslan özbay özbilek özdal özdil özdoğdu özel özerdinç özertem özger
        özgür özinal özkent özkutlu özlü özokçu özpınar özsözlü öztek öztürk özçam özüdoğru öğet øivind øjvind ørni øvli øystein øyvind
        übeydullah ülfet ülküdeş ümmet ünek ünlen ünsever ünübol ürfettin üsame üstün üzer đuro ğanim ľubomír ľubor ľuboslav ľuboš ľudomil
        ľudovít şabettin şafii şahat şahinbey şahmettin şali şanlı şavki şefi şehamet şekim şemsettin şendoğan şenkal şerafeddin şevket şide
        şinasi şuayp şükri šime šimon štefan štěpán žan željko žiga žigmund șerban ștefan
        """,
        """
        aada abdi abelone abiye acarkan ada adal adela adelaida adele adelina adila adina adriana adrijana adriána adviye adéla afife agata
        aglaia agnes agnesa agneta agnete agnieszka agripina agáta ahmed ahter aida aiko aila aili aina aino airi aisha ajda akay akgüneş
        akise akmaral aksoy akyıldız alabezek alana alaz alba alberta alberte albertina albina albína aleksandra alena alenka alexandra
        alexandrina alexia algış ali alica alice alicia alida alina alis alisa alize alja alma almast alojzia alojzija alsoy altınbike
        altınçiçek alva alışık alžbeta alžběta amalia amalie amalija amanda amelia amelie amina amira amre amália ana anabela anaida
        anamaria anargül anastasia anastázie anca ancuța anda andra andrada andrea andreea andreja andrejka anděla ane anemona aneta anette
        anežka angela angelica angelika angelina anghelina anica anita anișoara anja anka ankica ann anna anne anneli annelie annemette
        annette anni annica annie anniina annika annikki annukka antoaneta antonela antonia antonija antónia anu anuța anđa anđela apolena
        aral ariadna ariana arina aristița arja armahan artemisa arziye arıpınar asiman asliye asta astrid asu atanur atena atiyye aud
        augustina aulikki aune aura aurelia aureliana aurica aurora aurélia avunç axenia ayasun aybet aycagül aydar ayduru aygönenç ayhan
        aykut aylil aynilhayat aynımah aysema aysevim aysuna ayten aytöz ayyaruk ayçan ayülker ayşeana ayşenur azade azize açılay ağbegim
        aşhan badegül bahtinur balca ballı banü bara barbara barbora barbro barica basriye bağdat beata beatrice bediriye begim behiza
        belgizar belkize bella benedicte benedikte benek benice bente benthe beray bergen berit beriye bernarda berrin berta besey beste
        beth betina bettina betty beyhatun bezek beáta bianca bianka bibiána bidayet bilay bilginur biljana bilkay binay birben birgit
        birgitta birgitte birgül birsan birte birthe biserka bitten bitül bjørg blanduzia blanka blažena bodil boel bogdana bohdana bohumila
        bohuslava božena božica božidara branislava branka breda brigita brita britt britta bronislava brândușa burcuhan buşra büreyre
        büşranur cajsa camelia camilla canan canfeza cannur canseven canur carin carina carita carla carmen carmina carola carolin carolina
        caroline casandra casiana cassandra catarina caterina catharina cathrine catinca catrin catrina catrine catrinel cecilia cecilie
        cecilija cecília cedide celia celine cemiyle cerasela cevale ceyhun cezara charlott charlotta charlotte christel christin christina
        christine cihan cipriana cirkeline clara clarisa claudia clementina cleopatra codrina codruța connie conny constantina constanța
        consuela coralia corina cornelia cosmina crenguța crina cristina cuheyna cvetka cătălina daciana dafina dagmar dagmara dagny daiana
        dalia damjana damlanur dana danica daniela daniella danijela danuše daria dariana darina darinka darja deha del delia demetra denisa
        denise deniz deryanur desirée despina değer diana dida didina dilara dilcan dilfeza dilhuş dilsitan dilşat dimitrina dina dita ditte
        divan dobromila dobroslava dochia doina dominika domnica dora doriana dorina doris dorli dorota dorte dorthe doğannur draga dragica
        drahomíra drahoslava duha dumitra dumitrana durgadin dursadiye duyguhan dušanka dáša döner dürrüşehvar ebba ecaterina ecegül edaviye
        edit edita edith eeva efil eftimia egenur eija eila eira eivor ela elamiye elena eleonor eleonora eleonóra elgin eli eliana elifnur
        eliisa elin elina elinor elisa elisabet elisabeta elisabeth elisaveta elise eliza elizabeta elizabeth eliška ella ellen elli ellie
        ellinor elly elma elna elodia elsa else elsebeth elsie elsy elvan elvira elvy elvíra ema emal emanuela emelie emilia emilie emilija
        emily emiş emma emmi emmy emília enfes engla enna erbay erem ergül erica erika eriş erna ervaniye esengün esmanperi esmarelda esna
        essi estelle ester estera esteri esther etela ethel eufrosina eugenia eugénia eulália eunika eusebia eva evanghelina evde eveliina
        evelina evelyn evelína evrim evy ewa ezgin eşim fabia fabiana fadile fadıla faize fanny fatigül fatima fatinur fatmanur fayize feden
        fehmiye felicia ferahdiba feraye ferhan ferinaz fermuta feryas feyha feyzin fidaye fildan filippa filofteia filoména fiona firdevis
        fitnat flavia floare floarea flora florence florentina florența floriana florica florina francesca franciska františka frederika
        frederikke fredrika freja frida frusina fuma fügen gabel gabriela gabriella ganiye geanina gelengül gențiana georgeta georgia
        georgiana gerd gerda gertrud gertrúda geta gherghina gianina gilman gina giorgiana gisela gitte gizela goncafer gordana grațiana
        grațiela greta grete grethe gro gudrun gun gunborg gundhild gunhild gunilla gunn gunnel gunvor gurli gyda gök gökperi gökçe göli
        görsev gözem gül gülay gülbani gülbeyan gülbiye gülcegün güldam gülder güldünya gülenay güler gülev gülfari gülfeza gülgen gülgüzel
        gülhisar gülinaz gülkadın güllühan gülmisal gülnaziye gülper gülsalın gülselin gülseren gülsevil gülsiye gülsü gülter gülzadiye
        gülçe gülözge gülüs gülşa gülşeref günar günebakan güngören günsel günver gürcüye gürten güverçin güzey habibe hacile hadrey hafıza
        halenur haliye hamiyet hana hanbiken hanim hanna hannah hanne hannele hansultan harbinaz harriet hasgül hasret hassan hatin havali
        havse hayel hayrünnisa hazine hedda hedvig hedviga hedvika hege heidi hekime helen helena helene helga heli helinä helle hellevi
        helmi helvi helén heléne henife henna henrieta henrietta henriette heracleea herdis hermina hermína heva hezniye hilayda hilda hilde
        hilkka hillevi hilma hinet hjördis hortensia hortenzia hoşkadem huban hurican hurşide hussein hüda hümeyra hürmet hürüyet hüsnühâl
        iasmina iben ibrahim ica ida idun iida iiris ika ildız ileana ilinca ilona ilse ina ines inez inga ingalill inge ingeborg ingegerd
        ingegärd ingela ingelise inger ingrid ingrida inkeri ioana ioanina iolanda ionela ionelia iosefina irena irene iridenta irina iris
        irja irma irmeli iréne irıs isa isabel isabela isabell isabella isabelle iulia iuliana iustina iva ivana ivanka iveta ivica ivka
        ivona izabela işin işın i̇de i̇hsan i̇klim i̇ldeş i̇lkbahar i̇lklima i̇lper i̇mge i̇mrihan i̇ncifir i̇nsaf i̇rfan i̇slime i̇sra
        i̇zel i̇çimbike jaana jacobine jacqueline jadranka jana jane janet janeta janina janja janne janni jannie jarmila jaromíra jaroslava
        jaruthip jasmin jasmina jasmine jasminka jasna jean jeana jeanette jele jelena jelka jenna jenni jennie jennifer jenny jerica
        jerneja jessica jill jindřiška jitka jiřina joan joanna johana johanna johanne jolana jolanda joline jonna jorunn josefiina josefin
        josefina josefine josephine josipa jozefína jožefa jožica judita judith julia juliana julie julieta julija julijana juni justina
        justína juulia jytte júlia kaarina kader kadınana kaija kaisa kaja kajsa kamila kandef kardelen karen kari karin karina karla karmen
        karoliina karolina karoline karolína kata katariina katarina katarzyna katarína katcha kate kateřina katharina kati katica katja
        katri katriina katrin katrine kaver kefser kerime kerstin kerttu kezban kifaye kim kirsi kirsten kirsti kirstin kirstine kitan
        kjersti klara klaudia klaudie klavdija klára koncagül kornélia krista kristiina kristin kristina kristine kristína kristýna ksenija
        kumral kutgün kutun kvetoslava květa květoslava kyllikki kâzime kübran kısmet lada ladislava laika laila lana lara larisa laura
        laurenția lavinia laze lea leah leana leena leia leila lelia lena lene lenka leona leonora leontina leopolda leopoldina lerze lesana
        lesia letiția leyli lezize lia liana libuša libuše lidia lidija ligia liisa lili lilian liliana lilijana lilja liljana lillemor
        lilly lily limon lina linda line linn linnea linnéa lioara lisa lisbet lisbeth lise liselott liselotte liv liva livia ljiljana
        ljubica ljudmila lolita lona lone loredana lorelei lorena lotta lotte louise lova lovis lovisa luana lucia luciana lucie lucija
        lucreția ludmila ludovica luiza lujza luminița luna lydia lykke lâle lærke lívia lüfen lýdia lýdie lăcrămioara maaria maarit macide
        madeleine madelene magda magdalena magdaléna mahigül mahnaz mahter mahulena maia maija maiken maire maj maja majken majvor maksüde
        malene malgorzata malin malou malva malvina malvína manca manda manuela mara marcela marcheta mare maren marga margaret margareta
        margaretha margaréta margit margita margot margret margrethe mari maria mariam mariana mariann marianna marianne marica maricica
        marie marija marijana marika marilena marina marinela marinka marioara marit marita maritta marja marjaana marjana marjanca marjatta
        marjeta marjo marjukka marjut marketta markéta marlene marta marte martina martine martta maruša mary maryam marína masume matea
        mateja mathilda mathilde matija matilda maud may maya maynur maşide maša mecide mefharet mehdiye mehrigül meja melaha melania
        meleknur melikkan melina melissa melita melánia melûl menfeat menişan merba merete merethe merim merja merva mervi meryeme mesude
        metka mette meveddet mevlüdiye meyhanim mezide mia michaela michala michelle mie mihaela mihrab mihriye miia mikaela mila milada
        milena milica milka milla mille miloslava milota miluše mimi mimmi mina minibe minna minodora mioara mira mirabela miranda miray
        mirela miriam miriama mirja mirjam mirjami mirjana mirona miroslava miruna misra miyesser moa mohamed mohammed mojca molly mona
        monalisa monica monika muarra mufide muhiye mujde mukbile musaffa muvahhide mária märta märtha mübetcel mücevher müferrih müjde
        mükrüme mümtaze münezzer müret müsemma müveddet müğber müşüre mădălina mălina mărioara măriuca nada nades nadežda nadia nadja
        naděžda nafile naide naja nalân nana nancy nanna nanni narcisa narhanim nasiba nastja natalia natalie natalija natasha natasja
        nataša natașa nathalie natália natálie naz nazende nazi nazimet nazlihan nazıdil nea nebiha necilal necva nefaret nefiye neja nejdet
        nela nellie nelly neptün neriban nesfe neslinur nete neval nevenka nevgin nevise nevsale neyran nezengül nezize neşrin neža nicole
        nicoleta nicoline niculina nidia nihan niina nika nikol nikola nikolina nilcan nili nina nirgül nives niğmet noemi noora nora norica
        nour nova nura nurbanu nurda nurdeniz nurey nurgil nurhayet nuriyet nurmelek nurseda nurser nursim nurtaç nurveren nurşan nuša
        nüdret nürice oana octavia octaviana oda odeline odette ofelia oguş olga olimpia olivia olivie oluş olympia olívia oona ortansa
        orvokki orçin otilia ottilia otília otýlie outi oxana ozana oľga paksu pamela paraschiva patricia patricie patricija patrícia paula
        paulica pauliina paulina pauline paulína pavla pavlína paye pekkan pembesin peren perinur perla permun pernilla pernille pesent
        petra petrana petronela petruța pia piia piran pirjo pirkko polona polonca pompilia profira päivi päivikki pürçek rabbiye rada radka
        radoslava radovana rafia rafila ragna ragnhild rahiye raija raili rakide raluca ramona rana randi rayla rebeca rebecca rebecka
        rebeka rebihat refet regina regitse regitze regína rehime reidun renata rengül renáta renée revza rezin rica rigmor riikka riitta
        rikke risalet rita ritt ritva roberta robertina rodica rojnu romana romanița romina ronja roosa rosa rose rosita roxana roxelana
        roza rozalia rozalija rozália ruhide ruhugül rumeysa rut ruth ruxanda ruxandra ruža ružena ružica rümeysa rıfkıye růžena saara
        sabihe sabina sabine sabrina sabína sabır sadeti sadiye safinaz safta safura saga sahil saire salimet sally salomea samahat samira
        sanavber sanda sandra sanja sanna sanne sanni sanur sara sarah sari sarya saskia satu satıa saveta savina saygın saçı saša sebigül
        seblâ sedife sefer sehel seija sejda selcen selime selma selmin selvi selçuk semat semenica semine semrin seniha serda serfinaz
        serma sernur servinaz sevcan sevdinar severina sevgen sevginur sevican sevim sevla sevsevil seyhan seyyide sezen seçgül sidar
        sidonia sidónia signe sigrid siiri silanur silje sille silva silvana silvia silviana silvie simber simina simona simone simten sine
        sini sinikka sirap siri sirkka sirpa sisko sissel siti siv slavica slavka slavomíra slavěna sláva slávka smaranda snježana sofi
        sofia sofie solma solveig solvej sonia sonja sonnur sophia sophie sorana sorina soykan soňa speranța stana stanca stanislava stanka
        stela steliana stella steluța stephanie stina stine subutiye sultane sunay susam susan susann susanna susanne sussanne sussie suvi
        suzana suzanne svea svetlana světlana sylvia synnøve sys sára sânziana söyler sørine søs süheyda süleyla sümerya süner süsen süzer
        sırriye tadeja tagangül taina taja talibe tamara tammy tan tangül tania tanja tanses tanyu tarja taru tasvir tatiana tatjana tayyibe
        taçnur tea teea teija teja teknaz tellervo temime teodora teodosia teona tercan teresa terese teresia tereza terezija terhi terttu
        terézia teybet thea theodora theres therese theresia therése thi tiberia ticen tiia tiina tilda tilde timea tina tinca tincuța
        tindra tine tjaša tomurcuk tone tonje tora torill tova tove trine tudora tudorița tudosia tuija tule turcein turid tutkucan tuula
        tuuli tuulia tuulikki tuva tuğçe tyra tülin türcan türknur tüzenur ufukay ulla ulrica ulrika ulrike ummahani umuşan unni ursula urša
        urška uršuľa uyanser uğur vacibe valborg valentina valentína valeria valerija valéria vanda vanesa vanessa vanja varlık varvara
        vasilica vecide veera vefia vega vendela vendula venera venla vera verde veronica veronika vesna veta vezrife vicenția victoria vida
        viera vieroslava viivi viktoria viktorie viktorija viktória vildane vilde vilhelmiina vilhelmina vilma viola violeta viorela viorica
        virginia virpi viveka vivian viviana vivianne vladimíra vlasta vlădelina voichița vuokko věra weena wenche wilhelmina wilma winni
        winnie xenia xénia yahşi yalın yasemen yasmin yazgül yaşar yda yekbun yepelek yeşil ylva yosma yrsa yurdaser yurtseven yvonne yücel
        yıldız zaharia zahfer zahra zaliha zamfira zara zaraza zdenka zdeňka zdislava zebirce zehnia zehranur zelha zelma zemzem zenia
        zenobia zenovia zerafet zeride zevlüde zeyno zilfa zina zinnure zita zlatica zoe zofija zoja zora zorka zubeyde zuzana zvonka
        zöhrehan züheyla zülbiye zülfüye zümre âlemşah åsa åse çalım çağlar çevregül çilga çisem çolpan ömriye öncel örfiye övün özay
        özbilge özdeş özge özgün özlem özpetek özyurt üge ülke ülküm ümmahan ümmühan ümray ünal ünsever ürper üçgül đurđica ľubica ľubomíra
        ľuboslava ľudmila ľudomila şadıman şahdiye şahinder şahnuray şahıgül şamiha şayan şazime şefiye şehreban şehza şelâle şemsinisa
        şendoğan şennur şeref şerman şevketfeza şeyda şilan şirivan şöhret şüküfe šarlota špela štefanija štefica štefka štefánia štěpánka
        šárka žaneta željka želmíra živa žofia žofie ștefana ștefania
        """,
    ),
}  # fmt: skip
"""Language to its men's and its women's given names."""
