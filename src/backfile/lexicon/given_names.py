"""Given names that mostly men or mostly women bear, as data: how "he" and "she" are matched to people.

Our own list of names common in American and world news; a name borne by both is in neither.
"""

from backfile.lexicon.english_words import listed

MALE = frozenset(
    listed("""
    aaron abdul abdullah abraham abu adam adrian ahmad ahmed al alan albert alejandro alexander alexei alfred
    ali allen alvin ammon andre andrei andres andrew andy angus anthony antonio antonin arnold arthur asa ashton
    atif austin barack barry bart bashar ben benedict benjamin benny bernard bernie bertrand bill billy bob
    bobby boris brad bradley brandon brendan brent bret brett brian bruce bryan byron caleb calvin carl carlos
    carter cameron charles charlie chester chris christian christopher chuck clarence clark claude clay clayton
    cliff clifford clint clive clyde cody colin conor corey cory craig curt curtis cyrus dale damian damon dan
    daniel danny darrell darren daryl dave david davis dean denis dennis derek desmond devin devon dick diego
    dmitri dominic don donald doug douglas duane duncan dustin dwayne dwight earl ed eddie edgar eduardo edward
    edwin eli elijah elliot elon emanuel emil emmanuel enrique eric erick erik ernest ernesto ethan eugene evan
    federico felipe felix fernando floyd francis francisco francois frank frankie franklin fred frederick fuad
    gabriel gareth garrett garry gary gavin gene geoff geoffrey george gerald gerard gerardo gilbert glen glenn
    gordon graham grant greg gregg gregory guillermo gus gustavo guy hamid hamdullah hank hans harold harry
    harvey hassan hector henri henry herbert herman hernan howard hugh hugo hussein ian ibrahim ignacio igor ira
    isaac ismail israel ivan jack jacob jacques jaime jake jamal james jamie jared jason javier jay jeb jeff
    jefferson jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan
    johannes john johnny jon jonah jonathan jordan jorge jose josef joseph josh joshua juan julian julio julius
    jurgen justin karim karl keith ken kenneth kent kenny kevin khaled khalid khizr kim-jong kirk kurt kyle
    lamar lance larry lars laurence lawrence lee leo leon leonard leonardo leroy lester levi lewis lincoln
    lindsey lionel lloyd lorenzo lou louie louis lucas luis luke luther mahmoud malcolm manuel marc marcel marco
    marcos marcus mario mark marshall martin marty marvin mason mathew matt matteo matthew maurice max maxwell
    mehdi mel melvin michael michel miguel mike mikhail milo milton mitch mitchell mitt mohamed mohammad
    mohammed moises morris moses muhammad mustafa najib narendra nate nathan nathaniel neal ned neil nelson newt
    nicholas nicolas nick nigel nikolai noah noam norman oleg oliver omar oscar otto owen pablo pascal pat
    patrick paul pedro percy perry pete peter phil philip philippe phillip pierre preston quentin rafael ralph
    ramon randall randy raul ray raymond reggie reginald reince rene rex ricardo richard rick ricky riccardo rob
    robby robert roberto rod roderick rodney rodrigo roger rohan roland roman ron ronald ronnie rory ross roy
    ruben rudolph rudy rupert russ russell ryan saddam said salman sam sami samuel scott sean sebastian serge
    sergei sergey seth shane shawn shinzo sid sidney silvio simon solomon spencer stan stanley stefan stephen
    sterling steve steven stewart stuart suleiman sylvester tad tariq tayyip ted terrence terry theodore thom
    thomas tim timothy tito toby todd tom tommy tony travis trent trevor trey tyler tyrone umar vernon victor
    vince vincent viktor vladimir wade wallace walter warren wayne wendell wesley wilbur will willard willem
    william willie wilson winston wolf wolfgang woodrow xavier xi yasser yusuf zachary zac zack benigno rodrigo
    dannel huma-abedin-m kellogg cres
""")
)
FEMALE = frozenset(
    listed("""
    abigail ada adele adriana agnes aimee aisha alice alicia alison allison alma alyssa amal amanda amber amelia
    amy ana anastasia andrea angela angelica angelina angie anita ann anna anne annette annie antoinette april
    arlene ashley astrid audrey aung ava barbara beatrice becky belinda bernadette beth bethany betsy bette
    betty beverly bonnie brenda brianna bridget britney brittany brooke camila camille candace candice carla
    carly carmen carol carole carolina caroline carolyn carrie catherine cathy cecilia cecile celeste charlene
    charlotte chelsea cheryl chiara chloe christiane christina christine chrystia ciara cindy claire clara
    claudia colleen condoleezza connie constance cora corinne courtney cristina crystal cynthia daisy dana
    danielle daphne darlene dawn deb debbie deborah debra deirdre delia delphine denise desiree diana diane
    dianne dilma dina dolores dominique donna dora doris dorothy edith edna eileen elaine eleanor elena elisa
    elisabeth elise eliza elizabeth ella ellen eloise elsa elsie emily emma erica erika erin esperanza estelle
    esther ethel eugenia eva eve evelyn faith farah fatima felicia fiona florence frances francesca frida
    gabriela gabrielle gail georgia geraldine gertrude gillian gina ginger ginni gisele gladys glenda gloria
    grace greta gretchen guadalupe gwen hailey hannah harriet hazel heather heidi helen helena hilary hillary
    holly hope huma ida ilene imelda ines ingrid irene iris isabel isabella ivanka jackie jacqueline jacquelyn
    jan jane janet janice janine jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill joan joann
    joanna joanne jodi jodie josephine joy joyce juanita judith judy julia julianna juliana julie juliet june
    kaitlyn karen karin karla karla kate katharine katherine kathleen kathryn kathy katie katrina kayla kayleigh
    kellie kellyanne kendra kiara kimberly kirsten kirstjen kristen kristin kristina krista kylie lana lara
    latoya laura lauren laurie leah leila lena leslie leticia lidia lillian lily linda lindsay lisa liz liza
    lois lola loretta lori lorraine louise lourdes lucia lucille lucy lupe lydia lynn lynne mabel mackenzie
    madeleine madeline madison maggie malala malia mallory mandy mara marcella marcia margaret margarita margot
    maria marian marianne marie marilyn marina marine marissa marjorie marla marlene marsha martha mary maryanne
    matilda maureen maxine mazie megan meghan megyn melania melanie melinda melissa mercedes meredith mia
    michaela michele michelle mildred millicent mimi mindy miranda miriam moira molly mona monica monique muriel
    myra nadia nancy naomi natalia natalie natasha nellie nicole nikki nina nora norma olga olivia oprah paige
    pam pamela patricia patti patty paula pauline peggy penelope penny petra phoebe phyllis polly priscilla
    priya rachel ramona rebecca regina renee rhonda rita roberta robyn rochelle rodaba rosa rosalind rose
    rosemary rosie roxanne ruth sabrina sadie sally salma samantha sandra sara sarah sasha savannah selena
    selina serena shannon sharon sheila shelby shelley sheri sherry shirley silvia simone sofia sonia sonja
    sophia sophie stacey stacy stefanie stella stephanie sue sujata susan susana susanna susanne suzanne sybil
    sylvia tabitha tamara tammy tania tanya tara tatiana teresa teri theresa tiffany tina tracy tricia tulsi
    ursula valerie valeska vanessa vera veronica vicki vicky victoria violet virginia vivian wanda wendy whitney
    wilma winifred yolanda yvette yvonne zara zoe suella julie suzanna elise
""")
)
EITHER = frozenset(
    listed("""
    alex angel ariel avery bailey blair bobbie carey casey chandra dakota drew elisha emerson gale harper jackie
    jess jessie jo jody jordan kelly kim kris leigh lou loren marion mo morgan pat quinn reese riley robin rowan
    sandy sasha shelley sydney taylor terry tracy wei yu ming lin min-ho hyun alexis
""")
)


_ARABIC = frozenset(
    """
    أحمد محمد محمود علي حسن حسين خالد عمر عمرو يوسف إبراهيم ابراهيم إسماعيل مصطفى طارق سامي سمير كريم كمال جمال عادل
    هشام وليد ياسر ناصر فيصل فهد سعد سعود سلطان عبدالله عبدالرحمن عبدالعزيز عبد رامي رشيد زياد زكريا صالح صلاح طلال عامر
    عصام عماد غسان فادي فارس قاسم ماجد مازن مالك مروان منصور مهدي موسى نبيل نزار نور هاني هيثم وائل وسام ياسين أنور أيمن
    أسامة أشرف باسم بسام بلال جابر حازم حمزة حسام سليم سليمان شادي شريف فاطمة مريم زينب عائشة سارة ليلى منى نادية هدى هند
    رنا رانيا ريم دينا سلمى سميرة سناء شيماء غادة لمى لينا مها ميساء نجلاء ندى نهى نوال هالة هبة وفاء ياسمين أمل أميرة إيمان
    آية بسمة جميلة حنان خديجة دعاء رباب رحاب سعاد سهام عبير فرح كوثر لطيفة مروة
    """.split()
)
"""Common given names of the Arabic press, as they are written there."""
FIRST_FAMILY_NAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh trương".split()
)
"""Vietnamese family names, which stand before the given ones: nine in ten people bear one of these."""


def gender_of(given: str) -> str | None:
    """The gender "m" or "f" of a given name, None where it is borne by both or not known."""
    low = given.lower()
    if low in EITHER:
        return None
    if low in MALE:
        return "m"
    return "f" if low in FEMALE else None


def is_given(name: str) -> bool:
    """Whether this is a listed given name."""
    return name.lower() in _GIVEN


_GIVEN = MALE | FEMALE | EITHER | _ARABIC
