import { mayMatch } from '../../needs.ts'
import { marked } from '../../word-marks.ts'
import { EMAIL, emailsIn } from './mailboxes.ts'
import { findPerson, nameOfAddress, type People } from './people.ts'
import { namesIn, samePerson } from './person-name.ts'
import type { Person } from './speeches.ts'
import { isOnlyTold } from './told-of.ts'

/** A sentence that says whom to answer. */
export interface Handover {
  /** `self`: the speaker; `pronoun`: him or her whom the mail spoke of before. */
  readonly to: 'self' | 'pronoun' | Person
  readonly text: string
  readonly at: number
}

const VERB =
  'answer|reply|respond|write|ring|ping|(?<!\\b(?:his|her|our|their|your|whose|the|an?|new) )(?:e-?mail|phone)|call|contact|reach(?: out)?|get in touch|get back|get hold of|loop in|turn to|look for|follow up|work|deal|coordinate|liaise|talk|speak|correspond|communicate|connect|take it up'
const CARRY = 'send|return|direct|address|route|forward|submit|deliver|refer|come|go|goes|point'
const NOUN =
  'questions?|correspondence|repl(?:y|ies)|responses?|answers?|communications?|everything(?: else)?|anything|inquiries|enquiries|comments?|drafts?|paperwork|docs?|documents?'
/** Also in brackets: "send logistics (calls, names, drafts) to me". */
const FILLER = "(?:[ ,(]+(?!not\\b|never\\b)[\\w'/-]+\\)?){0,12}?"

/** "From now on that's his daughter Kim Lee": who was to be answered is another now. */
const FROM_NOW_ON =
  /\b(?:[Ff]rom now on|[Gg]oing forward|[Ff]rom here on|[Hh]enceforth)(?:: ?|,? (?:that(?:'s| is| will be)|it(?:'s| is| will be)|use)(?: (?:his|her|my|our|their|the) [\p{Ll}-]+)? )(?=\p{Lu})/gu

/** What leads up to the one who is to be answered; the match ends where the name, the address or "me" begins. */
export const LEADS: readonly RegExp[] = [
  FROM_NOW_ON,
  new RegExp(
    `\\b(?:${VERB})(?: (?:back|directly|direct|only|instead|please|up))?,?(?: (?:to|with|at):?)?(?: (?:directly|only))? +`,
    'gi',
  ),
  new RegExp(`\\b(?:${CARRY}|keep writing)${FILLER},? (?:to|with|at|via|through)[: ]+`, 'gi'),
  new RegExp(`\\b(?:${NOUN})${FILLER}(?: (?:to|with|at|for|is|are|by)[: ]+|: ?|, )`, 'gi'),
  /\b(?:you(?: can| should| may)?|please|should) ask (?=\p{Lu})/gu,
  /\b(?:please|just) use (?=\p{Lu})/gu,
  // Spanish, French and German: "contesten a mi compañero Héctor", "répondre à ma collègue", "wenden Sie sich an Herrn".
  /\b(?:contest|respond|escrib|dirig|dirij|comun[ií]qu|contact)\p{L}* (?:a|al|con|à) (?:(?:mi|la|el|nuestr[oa]|su|[Ll]ic\.?|[Ss]r[a]?\.?) )?(?:\p{Ll}+ )?(?=\p{Lu})/gu,
  /(?<!\p{L})(?:répond|adress|écri)\p{L}* (?:à|au) (?:(?:ma|mon|notre|Mme|M\.) )?(?:\p{Ll}+ )?(?=\p{Lu})/gu,
  /\b(?:wenden|antworten|schreiben) Sie (?:sich )?(?:bitte )?an (?:(?:Herrn|Frau|meine[n]?|unsere[n]?) )?(?:\p{Ll}+ )?(?=\p{Lu})/gu,
  // "Use office@tern.example."
  /\b[Uu]se (?:instead )?(?=[\w.+-]{1,60}@)/gu,
  /\b(?:[Tt]heir|[Oo]ur|[Tt]he(?: client's)?) new (?:person|contact|counsel|lawyer|representative|agent|manager|lead)(?: there)? (?:is|will be)[: ]+/gu,
  // "Let its general manager Tom Fox know."
  /\b(?:let|keep|notify|inform) (?:its|our|the|their|my) (?:[\p{Ll}-]+ ){1,3}(?=\p{Lu})/gu,
  /\b(?:[Oo]ur|[Tt]heir|[Tt]he client's) (?:side(?: of (?:it|this|the table|things))?|end|lead|point (?:person|man|woman)|negotiator|spokes(?:man|woman|person))(?: (?:on|for|in) (?:this|it|all of this))? (?:is|will be)[: ]+(?=\p{Lu})/gu,
  /\b(?:put|bring|get) [^.;]{0,40}?\bin (?:touch|contact|line) with[: ]+/gi,
  /\bconfirm(?:ation)?(?: (?:it|this|that|receipt))?(?: directly)? to +/gi,
  /\b(?:let|keep|tell|ask) (?=\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:know|posted|when|what|whether))/gu,
  /\b(?:change|update|switch|replace|move)\b[^.;]{0,60}\bcontact\b[^.;]{0,60}\bto[: ]+/gi,
  /\breplace (?:me|him|her|them)(?: as [^.;,]{3,30}?)? (?:with|by) (?:(?:our|the|my) [^.;,]{3,30}, )?(?=\p{Lu})/giu,
  /\b(?:point of contact|contact person|POC|contact|attention|attn\.?|person (?:for|to (?:answer|call|talk to|deal with)))(?: (?:for|on|at|in)?\b[^.;:]{0,70}?)?(?:,| is| will be| would be|:| -)(?: now)?[: ]+/gi,
]

/** What follows a name that takes the matter over. */
const TAKES_OVER =
  /^[^.;]{0,60}?(?:^|\b)(?:(?:will be|is|are|'s|as|stays|remains) (?:now )?(?:your|our|the)\b[^.;]{0,30}\b(?:contact|lead|negotiator|person|point)|to whom (?:all |any )?(?:replies|answers|questions|correspondence) (?:should|may|can|go)|(?:will|is going to|is|are|'s) (?:now |also )?(?:handl|tak|lead|run|deal|manag|coordinat|respon|negotiat|work|answer|your man|in charge|look|the one)|has (?:taken|this|the file|the matter)|have taken|t(?:akes|ook) (?:it|this|that|over|the (?:file|matter))|took (?:this|it) over|handles?\b|runs (?:this|it|the)|owns (?:this|it)|does\b|(?:is|will be) (?:happy|glad|available|there) to (?:answer|help|assist|discuss)|replaces me|in my place|(?:has|holds|takes) the pen|(?:steps|fills) in\b|carries (?:this|it|on)|(?:should|shall|must|is to) (?:get|have|receive|be sent) (?:the |all |any |your |our |every)\b(?! ?(?:copy|copies|invoice|bill|board|owner|approval)))/i
/** "… and should be your contact from here on": whatever else he is ready for. */
const IS_FROM_NOW_ON =
  /^[^.;]{0,100}?\b(?:should|shall|will|is to|can|may) (?:now |then |therefore )?be (?:your|the|our) (?:only |sole |main |primary )?(?:contact|person)(?: person)? (?:from (?:here|now) on|going forward|henceforth|in (?:this|the) matter|(?:for|on|in) (?:this|everything|all of (?:this|it)))\b|^[^.;]{0,100}?\bwho (?:should|shall|will|is to|can|may) (?:now |then )?be (?:your|the|our) (?:only |sole |main |primary )?(?:contact|person)\b/i
/** "Lyman is expecting your call." */
const AWAITS =
  /^,? (?:is|are|will be|would be) (?:already |now )?(?:expecting|awaiting|waiting for|looking forward to) (?:a|an|your|the|our)\b[^.;]{0,20}\b(?:call|answer|reply|e-?mail|response|word)\b|^,? (?:expects|awaits) (?:a|an|your|the|our) (?:call|answer|reply|e-?mail|response)\b/i
/** Matters of their own: who signs, pays or repairs is not who is to be answered. */
const LIMITED =
  /\b(?:sign(?:s|er|ers|ed|atory|atories|ing|ature)?|docu-?sign|e-?sign|invoices?|billing|bills?|payments?|remit|technical|implementation|repair|outages?|escalat\w*|planning|trunk\w*|network|engineering|provisioning|orders?|ordering|LSRs?|ASRs?|E?-?911|database|switch|testing|turn-?up|tax(?:es)?|credit|porting|troubles?|emergenc\w*|urgent|for later|insurance|collections?|a\/?p|a\/?r|accounts (?:payable|receivable)|remittances?)\b/i
/** "Questions on the form itself can come to me": the paper, and not the matter. */
const OF_THE_PAPER =
  /\bquestions? (?:on|about|regarding|with|as to|concerning) (?:the|this|how) (?:form|scan|file|spreadsheet|format|copy|fax|PDF|attachment)s?\b(?! (?:and|or) )/i
/** "… it's Kim Lee (kim@tern.example) for signatures only". */
const FOR_ONE_THING =
  /^[^.;]{0,40}(?:\([^)]{0,70}\)|\S+@\S+)?,? (?:only for|for|on|about|with) (?:the )?(?:\w+ ){0,2}(?:sign\w*|bill\w*|invoices?|payments?|notices?|repairs?|technical \w+|tax\w*|credit)(?: only)?\b(?! (?:and|or) (?:everything|anything))/i
/** "Do we have to answer Directory Listings?", "Should I call Kim?": asked, and not said. */
const ASKED = /\b(?:do|does|must|should|shall|can|may|could|would) (?:we|I|it|one)\b[^.;,]{0,24}$/i
/** Where formal notices go under a contract. */
const NOTICE_CLAUSE =
  /\bnotices? (?:to|e-?mail|address|under|shall|must|should|are|section|clause|article|provisions?)\b/i
const COPY = /\b(?:copy(?:ing)?|copied|cc|cc'd|bcc)(?: (?:to|of [^.;]{0,30} to))?[: ]*$/i
const NEGATED =
  /\b(?:not|never|n't|no longer|don't|cannot|unable to|tried to|trying to|couldn't|could not|did|used to|rather than|instead of)\b[^.;,]{0,24}$|\b(?:old|former|previous|outgoing|prior)(?: \w+)?\s*$/i
/** How it is or was, not how it shall be. */
const HABIT = /\b(?:still|currently|presently|formerly|previously|always|usually|so far)\b/i
const SELF =
  /^(?:(?:either|both|only|just) )?(?:me\b|us\b|the undersigned|undersigned|my (?:attention|address|e-?mail|cell|office)|this (?:address|e-?mail|office|firm)|I\b(?! (?:only|just|merely|simply|don't|do not|am not)\b))/i
/** Somebody for the case that the writer cannot be reached. */
const IN_CASE =
  /\b(?:if|when|in case|should|unless)\b[^.;]{0,40}\b(?:not (?:here|in|available)|unavailable|unreachable|out|away|unable|can(?:not|'t) (?:reach|get|find)|don't (?:answer|pick))\b/i
/** "E-mail sent to this address is thrown away", "to unsubscribe write to …". */
const GOES_NOWHERE =
  /\bunsubscribe\b|\bopt out of\b|\b(?:(?:is|are|gets?|will be) (?:thrown away|discarded|deleted|dropped|ignored|lost|not (?:read|seen|monitored|delivered|answered))|nobody reads|no one reads|unmonitored|not monitored)\b/i
const PRONOUN = /^(?:him|her|them)\b/i
const IS_SELF =
  /\b(?:until|till|'til|up to)\b[^.;]{1,30}\b(?:it's|it is|that's) (?:still |just )?me\b|\b(?:until|till) then,? (?:I'm|I am) (?:still )?(?:the|your)\b|\b(?:until|till) then,? (?:reach|write|call|ask|use) (?:still |just )?me\b|\b(?:I am|I'm|I will be|I'll be|I remain|the undersigned is) (?:now )?(?:your|the|our|still(?! (?:listed|shown|named|down))|only|sole)\b[^.;]{0,40}\bcontact\b/i

/** Most sentences have no such word, and the patterns below need not look at them. */
const MAY_HAND_OVER = new RegExp(
  `\\b(?:${VERB}|${CARRY}|${NOUN}|keep|let|tell|ask|use|confirm|attn|attention|POC|person|will|is|are|has|have|now on|forward|takes?|took|handl|runs|owns|does|replaces|in my place|in touch|holds|steps|fills|carries|awaits|expects|be (?:your|our|the)|as (?:the|our|your)|contest|escrib|dirij|dirig|comun[ií]q|répond|adress|wenden|antworten|schreiben|inform|notify)|'s\\b|'ll\\b|écri`,
  'i',
)

/** The handovers of some sentences, in their order. */
export function handoversIn(sentences: readonly string[], people: People, speaker: Person): Handover[] {
  return sentences.flatMap((text) => {
    if (!MAY_HAND_OVER.test(text) || IN_CASE.test(text) || isForNotices(text) || GOES_NOWHERE.test(text)) return []
    const own = IS_SELF.exec(text)
    const isLimited = own !== null && LIMITED.test(own[0])
    const found: Handover[] = [
      ...(own === null || isLimited ? [] : [{ to: 'self' as const, text, at: own.index }]),
      ...pointedAt(text),
      ...led(text, people, speaker),
      ...takenOver(text, people, speaker),
    ]
    return found.sort((a, b) => a.at - b.at)
  })
}

/** "He is the one to talk to." */
function pointedAt(text: string): Handover[] {
  const match =
    /\b(?:he|she) (?:is|will be) (?:also )?the (?:one|person|contact) (?:to (?:talk|speak|write|answer|call|deal)|for)\b|\b(?:put|set|mark|enter|make|list|note|name) (?:him|her|them) (?:down )?(?:as )?(?:the |your |our )(?:one|person|(?:new |main |only )?contact|point of contact)\b/i.exec(
      text,
    )
  return match === null ? [] : [{ to: 'pronoun', text, at: match.index }]
}

function led(text: string, people: People, speaker: Person): Handover[] {
  const words = marked(text)
  return LEADS.filter((lead) => mayMatch(lead, words)).flatMap((lead) =>
    [...text.matchAll(lead)].flatMap((match) => {
      const at = match.index + match[0].length
      const before = text.slice(0, match.index)
      if (
        NEGATED.test(before) ||
        ASKED.test(before) ||
        isOnlyTold({ before, lead: match[0], after: text.slice(at, at + 80) }) ||
        FOR_ONE_THING.test(text.slice(at, at + 120)) ||
        OF_THE_PAPER.test(text.slice(Math.max(0, match.index - 60), at)) ||
        HABIT.test(text.slice(Math.max(0, match.index - 40), at)) ||
        COPY.test(text.slice(0, at)) ||
        LIMITED.test(around(text, match.index, at))
      )
        return []
      const to = whoIsAt(text, at, people, speaker)
      return to === null ? [] : [{ to, text, at }]
    }),
  )
}

/** The words of the handover and a few on each side of it. */
function around(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - 30), from).replace(/^.*[.;:,]/, '')
  return before + text.slice(from, to + 12)
}

function whoIsAt(text: string, at: number, people: People, speaker: Person): Handover['to'] | null {
  const after = text.slice(at, at + 160)
  if (SELF.test(after)) return 'self'
  const address = PRONOUN.test(after) ? emailsIn(after.slice(0, 60))[0] : undefined
  if (address !== undefined && address.at <= 8) return resolved({ name: null, email: address.email }, people, speaker)
  if (PRONOUN.test(after)) return 'pronoun'
  const email = emailsIn(after)[0]
  const name = namesIn(after)[0]
  if (name !== undefined && isNear(after.slice(0, name.at)) && (email === undefined || name.at < email.at + 60)) {
    return resolved(
      { name: name.name, email: email !== undefined && email.at - name.at < 100 ? email.email : null },
      people,
      speaker,
    )
  }
  if (email !== undefined && email.at <= 40) {
    const named = nameOfAddress(text.slice(0, at), after, email)
    return resolved({ name: named, email: email.email }, people, speaker)
  }
  const bare = after
    .replace(/^(?:not|nor)\b.*/, '')
    .replace(/^((?:\p{Ll}+ ){0,2}?)(?:Mr|Mrs|Ms|Mx|Dr)\.? (?=\p{Lu}[\p{L}-]+(?!['’\p{L}-]))/u, '$1')
  const given = /^(?:\p{L}+ ){0,2}?(\p{Lu}\p{Ll}+)\b/u.exec(bare)?.[1]
  const known = given === undefined ? null : findPerson(people, given)
  return known === null ? null : resolved(known, people, speaker)
}

/** "Notices: Tern LLC, attn. Kim Lee, 12 Main St": an article of the contract, unless the sentence speaks of answers too. */
function isForNotices(text: string): boolean {
  const isArticle = NOTICE_CLAUSE.test(text) || /^\s*(?:copies of )?notices?\s?:/i.test(text)
  return (
    isArticle && !/\b(?:questions?|drafts?|repl(?:y|ies)|answers?|everything|correspondence|responses?)\b/i.test(text)
  )
}

/** Nothing but "our counsel, Ms." between the lead and the name. */
function isNear(between: string): boolean {
  return /^(?:[\p{L}'-]{1,16}[.,: ]{1,2}){0,7}$/u.test(between) && !APART.test(between)
}
const APART = /\b(?:is|was|are|from|in|on|about|regarding|re|under|by|that|which|not|nor|if|when|and)\b/i

/** "Kim Lee will be your contact", "Todd took this over". */
function takenOver(text: string, people: People, speaker: Person): Handover[] {
  const names = [
    ...namesIn(text),
    ...[...text.matchAll(/(?<!\p{L})\p{Lu}\p{Ll}{2,20}(?!\p{L})/gu)].map((one) => ({ name: one[0], at: one.index })),
  ]
  return names.flatMap(({ name, at }) => {
    const after = text.slice(at + name.length, at + name.length + 160)
    const before = text.slice(Math.max(0, at - 40), at)
    if (NEGATED.test(before)) return []
    const plainly = after.replace(EMAIL, '@').replace(/\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}/g, '#')
    const isPlain = IS_FROM_NOW_ON.test(plainly) || AWAITS.test(plainly)
    const takes = isPlain ? plainly : (TAKES_OVER.exec(plainly)?.[0] ?? '')
    // "Kim Lee, for Ann Bell, to whom …": the nearer of two.
    const isOthers = takes.includes('to whom') && namesIn(takes).length > 0
    if (takes === '' || isOthers || (!isPlain && (LIMITED.test(before) || LIMITED.test(after.slice(0, 60))))) return []
    const email = emailsIn(after)[0]?.email ?? null
    const known = findPerson(people, name)
    if (known === null && (email === null || !name.includes(' '))) return []
    const to = resolved({ name: name.includes(' ') ? name : (known?.name ?? name), email }, people, speaker)
    return to === null ? [] : [{ to, text, at }]
  })
}

/** With the address that the mail knows for the name; the speaker himself is `self`. */
function resolved(person: Person, people: People, speaker: Person): Handover['to'] | null {
  const known = person.name === null ? null : findPerson(people, person.name)
  const email = person.email ?? known?.email ?? null
  if (email !== null && email === speaker.email) return 'self'
  if (
    person.email === null &&
    person.name !== null &&
    speaker.name !== null &&
    person.name.includes(' ') &&
    samePerson(person.name, speaker.name)
  )
    return 'self'
  if (email !== null && !people.some((one) => one.email === email)) return null
  return { name: person.name ?? known?.name ?? null, email }
}
