"""Words by which an English clause is known: its finite verbs, the small words between the others, words of time.

Only forms that tell of something are listed; what looks like a verb and mostly is none (`hundred`, `sacred`) is
listed as such. Of another language nothing is known here, and nothing is claimed.
"""

from functools import cache

_AUXILIARIES = "is are was were be been being has have had having do does did will would shall should can could might must"
"""Not `may`, which is a month as well, nor `am`, which is a German preposition."""
_PAST = (
    "arose ate awoke became began bent bit bled blew bore born bought bound bred broke brought built burnt came caught "
    "chose clung crept cut dealt died drank drew drove dug fed fell felt fled flew flung forbade forgot fought found "
    "froze gave got grew ground heard held hid hit hung hurt kept knelt knew laid lay led left lent let lit lost made "
    "meant met paid put quit ran rang read rode rose sang sank sat saw sent set shook shone shot shrank shut slept slid "
    "sold sought sowed spent split spoke sprang spread stole stood strove struck stuck sung sunk swam swept swore swung "
    "taught threw told took tore understood upheld went withdrew woke won wore wound wove wrote undertook undertaken overtook overthrew overran outran withstood foresaw underwent given taken written "
    "beaten bitten broken chosen driven eaten forgotten hidden risen spoken stolen fallen frozen known shown sworn thrown torn worn sunken gone seen done withdrawn"
)
_PRESENT = (
    "agrees announces arrives attacks becomes begins breaks brings builds burns buys calls captures closes comes crosses "
    "declares defeats destroys dies elects ends enters falls finds gives goes grows holds invades joins kills lands "
    "launches leaves loses makes marches meets moves names occupies opens plans publishes reaches receives remains "
    "resigns returns rises says sees sells sends signs sinks speaks starts surrenders takes visits wins writes"
)
_NO_VERBS = (
    "bed breed creed deed feed greed hatred hundred indeed infrared kindred misdeed naked need red reed sacred seed shed "
    "sled speed steed tweed united unprecedented weed wicked wretched aged beloved"
)
_FUNCTION_WORDS = (
    "a an the this that these those its his her their our my your of in on at by to for from with within without into "
    "onto upon over under between among against through during before after until till since as than and or but nor yet "
    "so if when while where which who whom whose because although though about around near off out up down not no it he "
    "she they we you i there here then also only just both either neither each every all some any such very more most"
)

_TIME = (
    "in on by at from since until till about around circa during before after late early mid the a end close beginning "
    "start middle night nights morning evening afternoon noon midnight dawn dusk day hours of later again just only as "
    "also and but so then however meanwhile finally spring summer autumn fall winter year month week weekend monday "
    "tuesday wednesday thursday friday saturday sunday last first next following between that same this"
)
_PARTS_OF_TIME = (
    "as end close beginning start middle midst course rest part parts half quarter spring summer autumn fall winter "
    "morning afternoon evening night nights eve dawn day days week weeks weekend month months year years season hours "
    "early late mid outset turn monday tuesday wednesday thursday friday saturday sunday first second third january "
    "february march april may june july august september october november december out because ahead"
)
_COORDINATING = "and but or then while whereas"
_RELATIVE = "which who where that when"

VERBS = frozenset(f"{_AUXILIARIES} {_PAST} {_PRESENT}".split())
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split()) | frozenset(_AUXILIARIES.split())
TIME_WORDS = frozenset(_TIME.split())
"""What may stand between the head of a sentence and a date that it begins with."""
PARTS_OF_TIME = frozenset(_PARTS_OF_TIME.split())
"""What may stand before 'of' and a date without being a thing of that date."""
COORDINATING = frozenset(_COORDINATING.split())
RELATIVE = frozenset(_RELATIVE.split())
_NONE = frozenset(_NO_VERBS.split())


_TELLS_OF_PAST = frozenset(f"was were had did said {_PAST}".split()) - {
    "cut",
    "hit",
    "hurt",
    "let",
    "lit",
    "put",
    "quit",
    "read",
    "set",
    "shut",
    "split",
    "spread",
    "bound",
    "ground",
    "wound",
}


def tells_of_past(word: str) -> bool:
    """Whether the word, in small letters, is a verb of the past or a participle, and can be nothing else."""
    return word in _TELLS_OF_PAST or (word.endswith("ed") and _regular(word))


@cache
def _regular(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word not in _NONE


def is_verb(word: str) -> bool:
    """Whether the word, in small letters, is a finite verb or a participle that may stand for one."""
    return word in VERBS or (word.endswith("ed") and _regular(word))
