/**
 * A writer who wants no answer: "no reply needed", "this calls for no response", "please don't write back". An answer all
 * the same is one mail too many; silence where one is wanted is worse, so it has to be said of this mail and of now.
 */
import { phrases } from './understand/kind/phrases.ts'

const WRITE = '(?:reply|respond|answer|acknowledge|confirm receipt|write back|get back to (?:me|us))'
const REPLY =
  '(?:(?:automatic|written|formal|further|kind of) )?(?:auto-?repl(?:y|ies)|repl(?:y|ies)|responses?|answers?|acknowledge?ments?|acks?|confirmations?|receipts?|thank-?you(?: note)?s?)(?![a-z])'
const NEEDED = '(?:needed|necessary|nec\\b|required|expected|wanted|requested|called for|desired|please)'
/** Of this mail, and by whom. */
const OF_THIS =
  '(?:,? (?:of any kind|from (?:you|your (?:side|end|office))|(?:of|to|for) (?:this|it)(?: (?:e-?mail|message|letter|notice))?|of receipt|at your end))*'
/** Not now, or not by them, or not to somebody: an answer is wanted all the same. */
const NOT_ALWAYS =
  '(?! (?:(?:until|unless|before|by|within|today|tomorrow|yet|now|right away|immediately|at once|this week|under|in|from (?!you)|on (?!this|your|it)|for (?!this|it))\\b|to (?:all|vic|him|her|them|the|my|our|unexpected)\\b))'
const A = '(?:an? |any |the |your )?'
const SUBJECT = '(?:i|we|this|it|that|(?:this|the) (?:letter|mail|e-?mail|notice|message|note))'

const NO_ANSWER_WANTED = phrases(
  [
    `no ${REPLY}(?: (?:and|or) no \\w+)?${OF_THIS},? (?:(?:is|are) )?(?:being )?${NEEDED}${NOT_ALWAYS}`,
    `(?:please|kindly),? (?:(?:send|write) (?:me |us )?)?no ${REPLY}`,
    `${REPLY}${OF_THIS} (?:is |are )?not (?:needed|necessary|required|expected|wanted|requested|called for)${NOT_ALWAYS}`,
    `${SUBJECT} (?:really |also )?(?:requires?|needs?|wants?|expects?|asks? for|calls? for) no ${REPLY}${NOT_ALWAYS}`,
    `${SUBJECT} (?:do not|does not|don't|doesn't) (?:really |actually )?(?:need|require|expect|want|ask for|call for) ${A}${REPLY}${NOT_ALWAYS}`,
    `not (?:looking for|expecting|asking for|in need of) ${A}${REPLY}${NOT_ALWAYS}`,
    `(?:please |kindly )(?:do not|don't) (?:bother to )?${WRITE}${NOT_ALWAYS}`,
    `(?:please |kindly )(?:do not|don't) send (?:me |us )?${A}${REPLY}${NOT_ALWAYS}`,
    `(?:do not|don't) (?:bother|trouble) (?:to ${WRITE}|(?:with )?(?:replying|responding|answering|acknowledging|writing back|${A}${REPLY}))${NOT_ALWAYS}`,
    `no need (?:for you )?(?:to ${WRITE}|(?:for|of) ${A}${REPLY})${NOT_ALWAYS}`,
    'no need (?:for you )?to (?:write|confirm)(?=[.,;!]| this)',
    `(?:needn't|need not|don't (?:have|need) to|do not (?:have|need) to) (?:\\w+ anything or )?(?:${WRITE}|be (?:answered|acknowledged|confirmed))${NOT_ALWAYS}`,
    `nothing (?:further |else |more )?(?:is )?(?:needed|required|expected|wanted) (?:from|of) (?:you|your (?:side|end|part))${NOT_ALWAYS}`,
    `(?:spare (?:me|us)|skip) (?:the|your|an?|any) ${REPLY}`,
  ],
  [
    'eine (?:antwort|rückmeldung|bestätigung) ist nicht (?:nötig|erforderlich|notwendig)',
    'keine (?:antwort|rückmeldung|bestätigung) (?:nötig|erforderlich|notwendig|erwünscht)',
    'bitte nicht (?:antworten|beantworten)',
    "(?:aucune|pas de) réponse (?:n'est )?(?:nécessaire|requise|attendue)",
    '(?:inutile|pas besoin) de (?:me |nous )?répondre',
    'ne pas répondre',
  ],
  [
    'no (?:es necesari[oa]|hace falta|se requiere|requiere|se necesita) (?:una |que )?(?:responder|respuesta|respondan|contestar|acuse)',
    '(?:favor de|por favor,?) no (?:respond|contest)',
    'não (?:é (?:necessári[oa]|preciso)|precisam?|requer) (?:de )?(?:uma )?(?:responder|resposta)',
    'favor,? não respond',
    'non (?:è necessari[oa]|serve|occorre) (?:una )?(?:rispondere|risposta)',
    'si prega di non rispondere',
    'geen (?:antwoord|reactie|bevestiging) (?:nodig|vereist|gewenst|verwacht)',
    'hoeft? niet te (?:antwoorden|reageren)',
    'odpowiedź nie jest (?:wymagana|potrzebna|konieczna)',
    'nie (?:trzeba|należy|proszę) odpowiad',
  ],
  [
    '返信(?:は|には)?(?:不要|ご無用|及び)',
    '(?:无需|不用|不必|请勿)(?:回复|答复)',
    '(?:회신|답장)은? ?(?:불필요|필요 ?없|안 하셔도)',
  ],
)

const ANYWHERE = new RegExp(NO_ANSWER_WANTED.source, 'gi')

/** Told of what was. */
const TOLD_OF = /\b(?:was|were|had|been|got|received|have|has)\s+$/i

/** The words that say so; null: none do. `words`: the newest text, without accents (`letters`). */
export function noAnswerWanted(words: string): string | null {
  for (const { 0: said, index } of words.matchAll(ANYWHERE)) {
    const isAsked = /^[^.!?\n]*\?/.test(words.slice(index + said.length, index + said.length + 200))
    if (!isAsked && !TOLD_OF.test(words.slice(Math.max(0, index - 20), index))) return said
  }
  return null
}
