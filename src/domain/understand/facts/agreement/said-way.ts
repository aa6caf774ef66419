/**
 * Plain words about the way to an agreement that need no weighing: "whatever you hand everybody else is what we sign",
 * "whether we will propose changes we decide after reading". Only in what the writer says now.
 */
import type { Path } from '../../../labels.ts'
import type { Evidence } from '../../../understanding.ts'
import { isDenied } from '../../negation.ts'
import { evidence } from '../../quote.ts'
import type { Reading, Sentence } from '../../reading.ts'
import { CODE_OF, CODES } from '../states/names.ts'
import type { FormWay } from './form-way.ts'

export interface SaidWay {
  /** Null: the writer says that it is not decided. */
  readonly path: Extract<Path, 'template-as-is'> | null
  readonly sentence: Sentence
  readonly at: number
}

const WAYS =
  'chang\\w*|negotiat\\w*|redlin\\w*|modif\\w*|edits?|as[ -]is|templates?|yours|mark[- ]?ups?|opt[ -]?in|adopt\\w*'
const OPEN = [
  // "Which options are there: template, negotiation or adoption?"
  /\b(?:which|what) (?:\w+ ){0,2}(?:options?|choices?|routes?|ways?|paths?)\b[^.;?!]{0,60}\b(?:template|negotiat\w*|adopt\w*)\b[^.;?!]{0,30}\bor\b/i,
  // "Whether we will propose changes we will decide after seeing the documents."
  new RegExp(
    `\\b(?:whether|if) (?:or not )?(?:we|it|they|I|she|he|the client|our client|the company|the board)\\b[^.;?!]{0,60}\\b(?:${WAYS})\\b[^.;?!]{0,40}\\b(?:decid\\w*|(?:is|are) (?:still |as yet )?(?:undecided|open|unsettled|up in the air)|(?:is|are) not (?:yet )?(?:settled|clear|known)|depends?|can't (?:say|tell)|cannot (?:say|tell)|(?:don't|do not) know|remains? (?:open|to be seen)|(?:is|are) (?:still )?open)`,
    'i',
  ),
  // "We have not decided whether to take your template or propose edits."
  new RegExp(
    `\\b(?:haven't|have not|hasn't|has not|not yet|undecided|can't|cannot|don't|do not|doesn't|does not|too early)\\b[^.;?!]{0,40}\\b(?:decid\\w*|settled|mind|say|tell|know|chosen|choose)\\b[^.;?!]{0,30}\\b(?:whether|if|which|between)\\b[^.;?!]{0,60}\\b(?:${WAYS}|route|way)\\b`,
    'i',
  ),
  // "I've no view yet on whether we would mark up the template or sign it."
  new RegExp(
    `\\bno (?:view|opinion|decision|position)\\b[^.;?!]{0,20}\\b(?:whether|if|which)\\b[^.;?!]{0,60}\\b(?:${WAYS}|mark|sign)\\b`,
    'i',
  ),
]

const EVERYBODY =
  'everybody|everyone|anybody|anyone|all (?:the )?others|every (?:other )?(?:carrier|company)|the others|others'
const STANDARD = '(?:standard|usual|normal|regular|printed|published|posted|ordinary|generic|plain|basic|stock)'
/** Whoever else changes nothing chooses no way by it: "the carrier is not changing the terms". */
const WE = '(?:we|I|(?:my|our|the) client)'
const AS_IS = [
  // "We'll just take your standard one", "we would take it on your usual terms".
  new RegExp(
    `\\b(?:take|takes|taking|sign|signs|signing|accept|accepts|accepting|go with|happy with|content with)\\b[^.;?!,]{0,15}\\b(?:your|ur|the) ${STANDARD} (?:one|paper|agreement|contract|form|terms|deal|version|wording|conditions)\\b(?! (?:as (?:a|the|our) |with |plus |we ))`,
    'i',
  ),
  /\b(?:on|under|with|in) your (?:paper|form|terms|wording|template|boilerplate),? (?:just |exactly |simply )?(?:as (?:it is|is|they are|they stand|it stands|you have (?:it|them))|the way (?:it is|they are|it stands)|how it is|unaltered|untouched)\b/i,
  /\b(?:accept|take|sign|execute|give us|give me|issue|issue us)(?:ing|s)? (?:it|yours|that|this|your [\w-]+(?: [\w-]+)?|the [\w-]+(?: [\w-]+)?)(?: (?:for|in) \p{L}+(?: (?:and )?\p{L}+)?)?,? (?:just |exactly |precisely )?(?:how it is|(?:the way|as) (?:it(?:'s| is| comes| stands| reads)|you (?:have|print|wrote|use|send|publish(?:ed)?|post(?:ed)?|offer) (?:it|them)|they (?:are|come|stand)))\b/iu,
  new RegExp(
    `\\bwhat(?:ever)? (?:it is )?(?:that )?you (?:\\w+ )?(?:hand|give|send|offer|sign with|use (?:for|with)|have (?:for|with)|put before|issue)(?: out)?(?: to)? (?:${EVERYBODY})\\b`,
    'i',
  ),
  // "We'll execute whatever is current", "we can live with all of it", "boilerplate's fine".
  /\b(?:sign|execute|take|accept)(?:ing|s)? (?:whatever|whichever)(?: (?:version|text|form|paper))? (?:is|you have|you've got|you use|comes|you send)\b/i,
  /\b(?:can|could|will|do) live with (?:all of it|it all|everything|every (?:clause|word|term)|all (?:of )?(?:its|the|your) terms)\b/i,
  /\b(?:boilerplate|(?:your|the|ur) template|(?:standard|usual|regular|generic|normal) (?:one|form|paper|agreement|contract|version|terms))(?:'s| is| are| will be| would be) (?:just |perfectly |all |quite |totally )?(?:fine|ok(?:ay)?|good|great|all right|alright)\b/i,
  /\b(?:won't|will not|wouldn't|would not|(?:do|does) not (?:intend|plan|mean|wish|want) to|(?:don't|doesn't) (?:intend|plan|mean|wish|want) to|(?:am|are|is|'re|'m) not (?:going|planning|looking) to|no intention (?:of|to)|have no wish to)\b[^.;?!,]{0,15}\b(?:ask(?:ing)? for (?:the |any |a single )?changes?|touch(?:ing)? (?:it|a (?:word|comma|line)|(?:the|your) (?:text|wording|paper|terms|template))|haggl\w*|quarrel\w*|chang(?:e|ing) (?:it|anything|(?:a|one|any|a single) (?:word|comma|line|letter|syllable|thing))|argu\w* (?:over|about)|mark(?:ing)? (?:it|anything) up|edit(?:ing)? (?:it|anything))/i,
  /\b(?:have|has|having|with|see|sees|raise|raises|found|finds) (?:absolutely )?no (?:comments?|objections?|corrections?|quarrel|edits|deviations?)\b/i,
  /\bnothing (?:(?:is |to be |has been |will be )?(?:crossed out|struck(?: out)?|changed|altered|taken out|left out|added)\b(?! (?:to|in|on) (?:our|my)\b)|to (?:add|change|take away)|(?:that )?(?:we|I)(?:'d| would) (?:change|touch|alter)|in (?:it|there) (?:bothers|troubles|worries))\b/i,
  /\b(?:template|standard (?:one|form|agreement|contract|terms|paper|version|text)|(?:printed|posted|published) \w+)\b[^.;?!,]{0,15}\b(?:is|are|looks?|works?|will do)(?: all| just| perfectly| quite)?(?: fine| ok(?:ay)?| good| acceptable| enough| nicely)?(?: (?:with|for|to|by) (?:us|me|him|her|them|our client))\b/i,
  /\b(?:template|standard|wording|paper|document|form|contract|terms|text|printed|website|web page|site)\b[^.;?!]{0,30}\b(?:unaltered|untouched|without (?:any )?(?:revisions?|corrections?|comments?|reservations?|deviations?|mark-?ups?|amendments?|alterations?))\b/i,
  /\bwhat(?:ever)? (?:you print|(?:it|(?:your|the) (?:\w+ ){0,2}(?:template|form|paper|contract|agreement|document)) says)\b/i,
  /\bwithout (?:changing|touching|altering) (?:it|them|anything|(?:a|one|any) (?:comma|word|line|letter|thing))\b/i,
  /\bsign (?:right )?on the dotted line\b/i,
  // "We're not touching the wording", "the contract as it sits is okay by me", "we go with yours".
  new RegExp(
    `(?:\\b${WE}(?:'re|'m| are| am| is|'s)?(?: (?:not|never)|n't)|^\\W*not|\\b(?:nobody|no one|none of us) (?:here )?is) (?:going to be )?(?:touching|changing|editing|altering) (?:any of |anything in )?(?:the|your) (?:wording|text|terms|words|language|template|paper|contract)\\b`,
    'i',
  ),
  /\bas (?:it )?(?:sits|stands|comes|is),? (?:is|are|will be|would be) (?:just |all |quite |perfectly )?(?:fine|ok(?:ay)?|good|alright)\b/i,
  /\b(?:go|going|happy|content|okay|stay|stick) with (?:yours|the one you have|what you have)(?=[.;!]|,(?! ?\(?\d)|$| (?:then|please|too))/i,
  new RegExp(`\\bas (?:offered|sold|given|handed) (?:out )?to (?:${EVERYBODY})\\b`, 'i'),
  // "4. Changes: zero", "Edits - none".
  /^\W*(?:\d{1,2}\W+)?(?:our |any |requested )?(?:changes|edits|redlines?|modifications|revisions|comments)(?: (?:to|on|wanted|requested|needed|proposed|from|of)\b[^:;.]{0,30})?\s?[:=-]\s?(?:zero|none|nil|nothing|0|no)\b(?! later)/i,
  /\bno (?:revisions?|changes?|edits?|alterations?|corrections?|modifications?|redlines?)(?: of any kind| whatsoever)? (?:(?:shall|will|would|are to|is to|need to|needs to|need) be|(?:are|is) being|(?:are|is)) (?:made|requested|sought|needed|required|proposed|intended|asked for)\b(?! (?:to|in|on|for) (?:our|my)\b)/i,
  /\b(?:chang|alter|touch|edit|modify|modif|strik|cross|redlin|negotiat)(?:e|es|s|ing|y|ies)? (?:absolutely )?nothing\b/i,
  /\bnot (?:a|one|a single) (?:comma|word|line|letter|syllable) (?:changed|different|touched|altered)\b/i,
  /\b(?:nobody|no one|none of us)\b[^.;?!]{0,20}\b(?:wants?|wishes|cares?|plans?|intends?|needs?) to (?:haggle|negotiate|quarrel|argue|change (?:it|anything))\b/i,
  // "We negotiated enough in Idaho".
  /\bwe(?: have|'ve)? (?:negotiated|haggled|bargained) (?:quite |more than |long )?enough\b/i,
  new RegExp(
    `\\b(?:paper|one|contract|agreement|form) (?:that |which )?you (?:give|hand|send|offer)(?: out)?(?: to)? (?:${EVERYBODY})(?: else)?\\b`,
    'i',
  ),
]
/** These first ones may be denied ("we cannot accept it as it stands"); the others are denials themselves. */
const DENIABLE = 7
/** "All of it, except 9.2"; "if you can do that we take it as it is". */
const RESERVES =
  /\b(?:except|apart from|other than|save for|besides|doubt|not sure|hardly|cannot|can't|could not|neither|nor|most|nearly|almost|the rest|otherwise|(?:isn't|not|im)\s?possible|provided|unless|until|(?<!\bat )once|if|but(?! (?:we|I|they|it|our client) (?:accept|take|sign|will (?:accept|take|sign)))|changes? to)\b/i
/** Bargaining over terms, whoever does it: where one of these words stands, plain words settle nothing. */
const NEGOTIATES =
  /\bnegotiat(?:e|ed|es|ing|ions?)\b(?! template)|\bredlin\w*|\bmark(?:ed|ing|s)?(?: (?:it|that|them|this))?[- ]?up\b|\bour (?:changes|edits|comments)\b|\b(?:bargain\w*|haggl\w*|rework\w*|strik(?:e|ing)|delet\w+|soften\w*|differently|objects? to|propos\w+ (?:changes|terms)|changes of (?:its|our)|talks|issues|concerns)\b/i
/** "The affiliate whose Washington agreement you are negotiating with me", "nothing to negotiate". */
const NOT_THIS =
  /\b(?:whose|which|that|where|affiliate's|other)\b[^.;]{0,60}\bnegotiat|\bnegotiated (?:\w+ )?enough\b|\b(?:no|not|nothing|without|never|n't|nobody|no one|none)\b[^.;]{0,40}\b(?:negotiat|redlin|mark|bargain|haggl|strik|delet|rework|differently|talks|issues|concerns)/i

/** "There will be no markup", "treat the letter of May as superseded", "the board voted against negotiating". */
const CALLED_OFF =
  /\b(?:there (?:will|shall|is going to) be|we (?:will|shall) (?:have|send)) no (?:mark-?ups?|redlines?|negotiations?|talks)\b|\b(?:superseded|withdrawn|moot|off the table|called off|release (?:your|the) negotiators?)\b|\b(?:decided|chosen|elected|resolved|voted|prefers?) (?:not to|against)(?: any| the)? (?:negotiat\w+|mark\w*|redlin\w*|haggl\w*|bargain\w*)|\b(?:stop\w*|end(?:ed|ing)?|give up|gave up|given up|abandon\w*|dropp?\w*|broken? off|break off)(?: on)? (?:the |our |all |any )?(?:negotiati(?:ng|ons?)|talks|redlin\w+|mark-?ups?)\b|\bnegotiat\w+\b[^.;?!]{0,15}\b(?:is|was|are) not worth\b/i

/** "Strike Utah" is said of a list, and not of terms as "strike Section 5.4" is. */
function speaksOfTerms(text: string): boolean {
  const bare = text.replace(STRIKES, (words, name: string) => (isState(name) ? ' ' : words))
  return NEGOTIATES.test(bare)
}

const STRIKES = /\b[Ss]trik(?:e|ing) (?:the )?((?:(?:North|South|New|West) )?\p{Lu}\p{L}+)/gu

function isState(name: string): boolean {
  return CODES.has(name) || CODE_OF.has(name.toLowerCase())
}

/** What a form ticks comes first. Null: nothing is said so plainly, or the form says otherwise. */
export function plainWay(
  reading: Reading,
  form: FormWay | null,
): { readonly path: Path | null; readonly evidence: readonly Evidence[] } | null {
  const said = saidWayIn(reading)
  if (said === null || (form?.way ?? said.path) !== said.path) return null
  const { path, sentence, at } = said
  return { path, evidence: path === null ? [] : [evidence('path', sentence.from, sentence.text, at)] }
}

/** Null: it says nothing so plain. A mail that is passed on speaks where the one who passes it on says nothing. */
export function saidWayIn({ sentences, forwarded }: Reading): SaidWay | null {
  const statements = sentences.filter(({ text }) => !/\?\W*$/.test(text))
  const own = statements.filter(({ place }) => place === 'newest')
  const said = wayIn(own)
  if (said !== null || !forwarded || own.some(({ text }) => speaksOfTerms(text))) return said
  return wayIn(statements.filter(({ place }) => place === 'quoted'))
}

function wayIn(said: readonly Sentence[]): SaidWay | null {
  const plainly = asIsIn(said)
  const open = said.findIndex(({ text }) => OPEN.some((one) => one.test(text)))
  const sentence = said[open]
  // "I can't tell if I am to opt in or what. So: I don't want to change a comma."
  if (sentence === undefined || (plainly !== null && said.indexOf(plainly.sentence) > open)) return plainly
  const at = Math.max(...OPEN.map((one) => sentence.text.search(one)))
  return { path: null, sentence, at }
}

function asIsIn(said: readonly Sentence[]): SaidWay | null {
  // What was to be negotiated before the talks were called off does not count.
  const from = said.findLastIndex(({ text }) => CALLED_OFF.test(text))
  if (said.slice(from + 1).some(({ text }) => speaksOfTerms(text) && !NOT_THIS.test(text))) return null
  for (const sentence of said) {
    const at = asIsAt(sentence.text)
    if (at !== null) return { path: 'template-as-is', sentence, at }
  }
  return null
}

function asIsAt(text: string): number | null {
  if (RESERVES.test(text)) return null
  const at = AS_IS.findIndex((one) => one.test(text))
  const pattern = AS_IS[at]
  if (pattern === undefined) return null
  const from = text.search(pattern)
  return at < DENIABLE && isDenied(text, from) ? null : from
}
