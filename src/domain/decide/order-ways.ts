/**
 * The ways in which a clause orders that states of a request come, go or stay, as a table. A way is the whole of a clause;
 * `{adds}`, `{drops}`, `{keeps}` and `{only}` are the states in it, and what happens to them; `{request}` may name the
 * request by the states that it has. States stand in it as marks (`casework/state-lists.ts`).
 */
import { EXCEPT, MARK, MARKED } from '../casework/state-lists.ts'

const { allOf: ALL_OF, named: NAMED } = MARKED

/**
 * What a clause does to the states that it names. `of`: the request has them; `apart`: they are another matter; `rest`:
 * all that nothing else is said of go; `others`: those stay; `same`: those that it has stay. The last three may say how
 * many they are.
 */
export const EFFECTS = ['adds', 'drops', 'keeps', 'only', 'of', 'apart', 'rest', 'others', 'same'] as const
export type Effect = (typeof EFFECTS)[number]

export interface Way {
  readonly words: RegExp
  /** It says something only beside what goes ("Utah instead"), or beside an order of another kind ("Utah goes"). */
  readonly beside: 'drops' | 'others' | null
}

/** "Idaho", "both Idaho and Utah", "our request for Oregon, Utah and Iowa". */
const SOME = `(?:our |the )?(?:requests? )?(?:for )?(?:both )?${ALL_OF}(?: states?)?`
const MATTER = '(?:requests?|cases?|files?|applications?|ARF)'

/** "On the list", "in the request", "as part of it". */
const STILL =
  '(?:on|in)(?: (?:it|(?:the|our|this) (?:request|list)))?|(?:as )?(?:a )?part of (?:it|(?:the|our|this) request)|ahead|forward|in place|put|pending|active|unaffected|untouched|unchanged|the same'

const NUMBER = '(?:one|two|three|four|five|six|[1-6])'
/** "The other one", "the other two states", "both others", "the remaining three". */
const OTHERS = `(?:(?:both |${NUMBER} )?others?|(?:both |${NUMBER} )?other (?:states?|ones?|requests?|${NUMBER}(?: (?:states|requests))?)|rest|remaining (?:${NUMBER}(?: (?:states|requests|ones))?|states?|ones?|requests?))`

const PARTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (['adds', 'drops', 'keeps', 'only'] as const).flatMap((effect) => [
      [effect, `(?<${effect}>${SOME})`],
      [`${effect} of verb`, `(?<${effect}>(?:the |our )?(?:both )?${NAMED})`],
    ]),
  ),
  ...{ 'one dropped': `(?<drops>${MARK})`, 'one added': `(?<adds>${MARK})` },
  we: '(?:we|I)',
  matter: `(?: ${MATTER})?`,
  // "To our request", "to our pending requests for Idaho", "from the list of states"; no other list.
  request: `(?<of>,? (?:to|in|on|under|from|off) (?:it|(?:this|that|these|those|the|our|my) (?:(?:\\w+ ){0,2}${MATTER}(?: (?:for|about|covering) (?:both )?${ALL_OF})?|list of states)))?`,
  drop: '(?:scrap|drop|forget(?: about)?|skip|cancel|withdraw|abandon|retract|rescind|strike|remove|(?:leave|take) (?:out|off))',
  dropped: '(?:cancell?ed|cancell?ing|dropped|dropping|withdrew|withdrawn|withdrawing)',
  swap: '(?:replace|swap(?: out)?|exchange|change|switch(?: from)?)',
  'any more': '(?: any ?more| any longer)',
  // "Goes as planned" is the opposite, "goes too" may be either.
  goes: '(?:goes|go)(?!.*\\b(?:unchanged|open|now|too|also|as (?:it|they|is|planned|well))\\b)',
  // "Goes" by itself may be the opposite.
  stays: [
    `(?:(?:(?:is|are) to|will|shall|should|can) )?(?:still )?(?:stays?|remains?|continues?)(?: (?:${STILL}))?`,
    '(?:(?:will|shall|should|can) )?(?:goes|go) (?:on|ahead|forward)',
    `(?:is|are) (?:still )?(?:${STILL}|needed|wanted|as before|as planned)`,
    'still stands?',
  ].join('|'),
  rest: `(?<rest>${OTHERS})`,
  'rest of verb': `(?<rest>(?:all )?(?:of )?(?:the |our )?${OTHERS})`,
  others: `(?<others>(?:all )?(?:of )?(?:the |our )?${OTHERS}|everything else)`,
  // "All but Oregon": the others go.
  'all but': `(?:all|everything|every (?:state|request|one))(?: (?:of )?(?:the |our |these )?(?:others?|other (?:states|requests)|states|requests))? ${EXCEPT}(?: for)?`,
  must: '(?:should|must|shall|(?:is|are|has|have|needs?) to)(?: now| please)? be',
  becomes: '(?:is|are|gets?|(?:(?:is|are) to|will|shall|should|can|has to) be)',
  all: '(?<same>(?:both|all)(?: of)?(?: (?:the|our|these|those))?(?: (?:two|three|four|five|six))? (?:states|requests))',
  same: '(?<same>(?:(?:two|three|four|five|six|[2-6]) )?states?)',
  'apart of verb': `(?<apart>(?:both )?${NAMED})`,
  apart:
    '(?:write|ask|apply|file|come back)(?: to you| in touch)? (?:separately|apart|later|another time|in (?:another|a separate) (?:mail|e-?mail|letter|request))',
}

/** "Could you please", "we would like to", "our board decided to"; no two of them may say the same, or a text costs hours. */
const BEFORE =
  `(?:(?:and|also|then|please|pls|kindly|instead|now|just|to|could you|can you|would you|let us|let's|` +
  `(?:we|I)(?:'d| would) like|(?:we|I) (?:want|wish|need)|` +
  `(?:we|our (?:board|management|company)) (?:have |has )?(?:now )?(?:decided|chosen) to) )*`
const BEHIND =
  '(?:,? (?:please|pls|thanks|thx|as well|too|also|instead|for now|now|open|going|unchanged|as (?:it|they) (?:is|are)|as is|as planned))*'

function way(words: string, beside: Way['beside'] = null): Way {
  const filled = words.replace(/\{([^}]+)\}/g, (_whole, part: string) => `(?:${PARTS[part]})`)
  return { words: new RegExp(`^${BEFORE}${filled}${BEHIND}$`, 'i'), beside }
}

export const WAYS: readonly Way[] = [
  // "Add Idaho and Utah to our request as well"
  way('(?:add|include) {adds}{request}'),
  // "Please drop Washington", "we hereby withdraw our request for Washington"
  way("(?:{we}(?:'ll| will| shall| hereby| now)* )?{drop} {drops}{matter}{request}"),
  // "We have cancelled our Washington request", "we are dropping Washington"
  way("{we}(?:'ve|'re| have| are)?(?: now)? {dropped} {drops}{matter}{request}"),
  // "Leave Washington out", "take Washington off the list of states"
  way('(?:leave|take|strike|cross) {drops} (?:out|off)(?: of)?(?: (?:the|our|this) (?:list(?: of states)?|request))?'),
  // "We no longer need Washington"
  way("{we} (?:no longer|do not|don't) (?:need|want|require)(?: an agreement (?:for|in))? {drops}{any more}?"),
  // "We won't go ahead in Washington"
  way(
    "{we} (?:no longer|do not|don't|will not|won't) (?:(?:want|wish|plan|intend) to )?(?:go(?: ahead| forward| on)?|proceed|continue|enter) (?:in|with|into) {drops}{any more}?",
  ),
  // "Washington is off"
  way(
    '{drops of verb}{matter} (?:is|are) (?:off|out|{dropped}|(?:no longer|not) (?:needed|wanted|planned){any more}?)',
  ),
  // "Utah should be removed from our request", "Idaho is to be added"
  way(
    '{drops of verb}{matter} (?:{must}|can(?: now)? be) (?:{dropped}|removed|scrapped|closed|struck|left out|taken (?:off|out)){request}',
  ),
  way('{adds of verb} {must} (?:added|included){request}'),
  // "Replace Washington with Idaho", "switch from WA to ID"
  way('{swap} {drops}(?: out)? (?:with|by|for|to) {adds}{request}'),
  way('substitute {drops} (?:with|by) {adds}{request}'),
  // The other way round: "substitute Idaho for Washington"
  way('substitute {adds} for {drops}{request}'),
  // "Use Idaho instead of Washington"
  way('(?:(?:use|take|make it|do|add|include) )?{adds} (?:instead of|rather than|in place of) {drops}{request}'),
  // "Washington is replaced by Idaho", "instead of Washington, Idaho"
  way('{drops of verb}{matter} {becomes} (?:replaced|swapped|exchanged|substituted) (?:with|by|for) {adds}{request}'),
  way('(?:instead of|rather than|in place of) {one dropped}, (?:{we} (?:want|need) )?{one added}'),
  // "Not Idaho any more, Utah instead"
  way('not {drops}(?:{any more}| now)'),
  way('no longer {drops}'),
  way('{adds} instead', 'drops'),
  way('{adds of verb} (?:takes?|will take) (?:its|their) place', 'drops'),
  way('(?:put|take|use|add) {adds} in (?:its|their) place', 'drops'),
  // "Utah goes, Idaho comes", "Utah out, Idaho in", "the same two states, plus Nebraska"
  way('{drops of verb} (?:{goes}|out)(?: away| out)?', 'others'),
  way('{adds of verb} (?:comes?(?: in)?|in)', 'others'),
  way('plus {adds}', 'others'),
  // "Just Utah now", "please, only Utah", "Utah only, please": a word of wanting stands beside it
  way('(?:just|only) {only},? (?:please|now|from now on|going forward)'),
  way('{only} only,? (?:please|now|from now on|going forward)'),
  way('please,? (?:just|only) {only}'),
  way('please,? {only} only'),
  // "Keep only Oregon", "we only need Utah now"
  way('(?:keep|leave|use|do) (?:just|only) {only}'),
  way('{we} (?:just|only) (?:need|want) {only} (?:now|from now on)'),
  // "Keep Oregon", "we still want Oregon", "Oregon stays as it is"
  way('(?:keep|leave|(?:continue|proceed|go ahead) (?:with|in)) {keeps}{matter}{request}'),
  way("{we}(?:'ll| will|'re| are| still| do)* (?:keep|keeping|need|want) {keeps}{matter}{request}"),
  way('{keeps of verb}{matter}(?: of course)? {stays}'),
  way('(?:with )?{keeps of verb}{matter} (?:unchanged|untouched|unaffected|as before|as it (?:is|was)|as is)'),
  way('(?:no changes?|nothing changes) (?:for|in|to|with) {keeps}{matter}'),
  // "The others stay as they are"
  way('(?:but )?{others} {stays}'),
  way('(?:but )?(?:keep|leave) {others}'),
  // "Keep Oregon, drop the rest"
  way('{drop} (?:all )?(?:of )?(?:the |our )?{rest}'),
  way('{rest of verb} (?:{goes}|(?:is|are|can be) (?:off|out|{dropped}|no longer (?:needed|wanted|planned)))'),
  way('{drop} {all but} {only}'),
  way(
    '{all but} {only of verb} (?:{goes}|(?:is|are|can be) (?:off|out|{dropped}|no longer (?:needed|wanted|planned)))',
  ),
  // Of the states that it has, as many as it has: "both states stay"
  way('{all} {stays}'),
  way('(?:keep |leave )?(?:the )?same {same}(?: (?:as before|as now|unchanged))?'),
  way('(?:keep |leave )?(?:the )?same {same},? (?:plus|and(?: also)?|with) {adds}'),
  // Of a state that is another matter nothing is said here
  way(
    "(?:(?:as )?(?:for|about|on|regarding|concerning) )?(?:the )?{apart of verb},? {we}(?: will| shall|'ll| are going to)? {apart}",
  ),
  way("{we}(?: will| shall|'ll| are going to)? {apart} (?:for|about|on|regarding|concerning) {apart of verb}"),
]
