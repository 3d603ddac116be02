/** Irregular verbs: stem, past, participle; and nouns whose plural is their own lemma. */

const VERBS = `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen|beget begot begotten
begin began begun|behold beheld beheld|bend bent bent|beset beset beset|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken
breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamt dreamt
drink drank drunk|drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled
fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|forego forewent foregone|foresee foresaw foreseen|foretell foretold foretold
forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|inlay inlaid inlaid|keep kept kept|kneel knelt knelt
know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit
lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood|offset offset offset
outbid outbid outbid|outdo outdid outdone|outgrow outgrew outgrown|overcome overcame overcome|overdo overdid overdone|overhear overheard overheard|override overrode overridden
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid|plead pled pled|put put put|quit quit quit
read read read|rebuild rebuilt rebuilt|redo redid redone|relay relayed relayed|remake remade remade|repay repaid repaid|rerun reran rerun|resell resold resold|reset reset reset
rethink rethought rethought|retake retook retaken|rewrite rewrote rewritten|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|sling slung slung|slit slit slit|sow sowed sown|speak spoke spoken
speed sped sped|spend spent spent|spill spilt spilt|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
sting stung stung|stink stank stunk|stride strode stridden|strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen
swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden
undergo underwent undergone|undermine undermined undermined|understand understood understood|undertake undertook undertaken|underwrite underwrote underwritten|undo undid undone|unwind unwound unwound
uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn
withhold withheld withheld|withstand withstood withstood|wring wrung wrung|write wrote written`;

function table(column: 1 | 2): ReadonlyMap<string, string> {
  return new Map(
    VERBS.split(/[|\n]/).map((row) => {
      const [stem = '', past = '', participle = ''] = row.split(' ');
      return [column === 1 ? past : participle, stem];
    }),
  );
}

/** Stem by past form, and by participle. */
export const PAST = table(1);
export const PARTICIPLE = table(2);

/** Nouns that end like plurals and are none, or whose plural looks like the singular. */
export const UNCHANGED: ReadonlySet<string> = new Set(
  'series species means news headquarters barracks crossroads politics economics physics ethics mathematics aircraft spacecraft offspring sheep fish'.split(
    ' ',
  ),
);

export const PLURALS: ReadonlyMap<string, string> = new Map(
  (
    'children child|feet foot|teeth tooth|geese goose|mice mouse|lives life|wives wife|knives knife|leaves leaf|halves half|selves self|shelves shelf|thieves thief|wolves wolf|loaves loaf|calves calf|' +
    'criteria criterion|phenomena phenomenon|crises crisis|analyses analysis|bases base|theses thesis|hypotheses hypothesis|parentheses parenthesis|diagnoses diagnosis|oases oasis|axes axis|' +
    'alumni alumnus|nuclei nucleus|stimuli stimulus|fungi fungus|indices index|matrices matrix|appendices appendix|vertices vertex|data datum|bacteria bacterium|strata stratum|referenda referendum|memoranda memorandum|' +
    'viruses virus|bonuses bonus|campuses campus|statuses status|buses bus|gases gas|censuses census|consensuses consensus|caucuses caucus|focuses focus|biases bias|atlases atlas|aliases alias|quizzes quiz|coups coup|corps corps|attachés attaché'
  )
    .split('|')
    .map((row) => row.split(' ') as [string, string]),
);
