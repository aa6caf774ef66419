/**
 * The ways in which a clause orders that states of a request come, go or stay, as a table. A way is the whole of a clause;
 * `{adds}`, `{drops}`, `{keeps}` and `{only}` are the states in it, and what happens to them.
 */
import { ALL_OF, NAMED } from '../casework/state-lists.ts'

/** What a clause does to the states that it names. */
export const EFFECTS = ['adds', 'drops', 'keeps', 'only'] as const
export type Effect = (typeof EFFECTS)[number]

export interface Way {
  readonly words: RegExp
  /** It says something only beside what goes: "Utah instead". */
  readonly isSecond: boolean
}

/** "Idaho", "our request for Oregon, Utah and Iowa". */
const SOME = `(?:our |the )?(?:requests? )?(?:for )?${ALL_OF}(?: state)?`
const MATTER = '(?:requests?|cases?|files?|applications?|ARF)'

const PARTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EFFECTS.map((effect) => [effect, `(?<${effect}>${SOME})`])),
  ...{ 'drops of verb': `(?<drops>(?:the |our )?${NAMED})`, 'keeps of verb': `(?<keeps>(?:the |our )?${NAMED})` },
  we: '(?:we|I)',
  matter: `(?: ${MATTER})?`,
  // "To our request", "from the list of states"; no other list.
  request: `(?:,? (?:to|in|on|under|from|off) (?:it|(?:this|that|the|our|my) (?:(?:\\w+ ){0,2}${MATTER}|list of states)))?`,
  drop: '(?:scrap|drop|forget(?: about)?|skip|cancel|withdraw|abandon|retract|rescind|strike|remove|(?:leave|take) (?:out|off))',
  dropped: '(?:cancell?ed|cancell?ing|dropped|dropping|withdrew|withdrawn|withdrawing)',
  swap: '(?:replace|swap(?: out)?|exchange|change|switch(?: from)?)',
  'any more': '(?: any ?more| any longer)',
  stays: '(?:stays?|remains?|goes|go|continues?|is|are)(?: (?:on|ahead|forward|unaffected|the same))?',
}

/** "Could you please", "we would like to", "our board decided to"; no two of them may say the same, or a text costs hours. */
const BEFORE =
  `(?:(?:and|also|then|please|kindly|instead|now|just|to|could you|can you|would you|let us|let's|` +
  `(?:we|I)(?:'d| would) like|(?:we|I) (?:want|wish|need)|` +
  `(?:we|our (?:board|management|company)) (?:have |has )?(?:now )?(?:decided|chosen) to) )*`
const BEHIND =
  '(?:,? (?:please|as well|too|also|instead|for now|now|open|going|unchanged|as (?:it|they) (?:is|are)|as is|as planned))*'

function way(words: string, isSecond = false): Way {
  const filled = words.replace(/\{([^}]+)\}/g, (_whole, part: string) => PARTS[part] as string)
  return { words: new RegExp(`^${BEFORE}${filled}${BEHIND}$`, 'i'), isSecond }
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
  // "Washington is off"
  way('{drops of verb}{matter} (?:is|are) (?:off|out|{dropped}|no longer (?:needed|wanted|planned))'),
  // "Replace Washington with Idaho", "switch from WA to ID"
  way('{swap} {drops}(?: out)? (?:with|by|for|to) {adds}{request}'),
  way('substitute {drops} (?:with|by) {adds}{request}'),
  // The other way round: "substitute Idaho for Washington"
  way('substitute {adds} for {drops}{request}'),
  // "Use Idaho instead of Washington"
  way('(?:(?:use|take|make it|do|add|include) )?{adds} (?:instead of|rather than|in place of) {drops}{request}'),
  // "Not Idaho any more, Utah instead"
  way('not {drops}(?:{any more}| now)'),
  way('no longer {drops}'),
  way('{adds} instead', true),
  // "Just Utah now", "please, only Utah", "Utah only, please": a word of wanting stands beside it
  way('(?:just|only) {only},? (?:please|now|from now on|going forward)'),
  way('{only} only,? (?:please|now|from now on|going forward)'),
  way('please,? (?:just|only) {only}'),
  way('please,? {only} only'),
  // "Keep only Oregon", "we only need Utah now"
  way('(?:keep|leave|use|do) (?:just|only) {only}'),
  way('{we} (?:just|only) (?:need|want) {only} (?:now|from now on)'),
  // "Keep Oregon", "Oregon stays as it is"
  way('(?:keep|leave|(?:continue|proceed|go ahead) (?:with|in)) {keeps}{matter}'),
  way('{keeps of verb}{matter} {stays}'),
  // "The others stay as they are"
  way('(?:but )?(?:the |our )?(?:others?|other states|rest|everything else) {stays}'),
  way('(?:but )?(?:keep|leave) (?:the (?:others?|rest)|everything else)'),
]
