/**
 * A person tells that somebody leaves, as against the mailbox of one who has left: it is still to come, or whoever writes
 * follows, or a colleague under whose own name it stands tells it of another; or tells who speaks for them. It settles no
 * more than that a person wrote; what is told, and whom to write to, `casework/departure.ts` reads out of every
 * mail, also of machines.
 */
import type { Texts } from './texts.ts'

const COMING =
  /\b(?:i am|i'm|i will be|i'll be) (?:leaving|retiring|departing|moving on|resigning|stepping down)\b(?! (?:on |for )?(?:vacation|holiday|leave|today|early|the office))[^.!?]{0,80}\b(?:end of|as of|effective|this|next|from|after|on|in (?:a|two|three|four))\b|\bmy last day\b[^.!?]{0,40}\b(?:is|will be)\b/i
const FOLLOWS =
  /\bi(?:'ve| have| am| will|'m)?\s+(?:now |just |be )?(?:tak(?:en|ing) over|took over|replac(?:ing|ed)|succeed(?:ing|ed)?)\b|\bi am (?:(?:his|her|their|the) )?(?:new |successor|replacement)/i
const GONE_ONE =
  /\b(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){0,2}) (?:has|is|will)\b[^.!?]{0,20}\b(?:left|no longer|retired|retiring|resigned|leaving|departed|leave)\b/u
const SPEAKS_FOR_US =
  /\b(?:[Oo]ur|[Mm]y) (?:[\p{Ll}-]+ ){0,2}(?:counsel|attorney|lawyer|consultant|advis[eo]r|agent|representative|paralegal),? \p{Lu}[\p{L}'-]+ \p{Lu}/u
/** Who is away names a deputy in the same words. */
const AWAY =
  /\b(?:away|absence|absent|out of (?:the )?office|vacation|holidays?|on leave|maternity|return|until|urgent|emergency|meantime)\b/i

/** Its header and its subject are judged elsewhere. */
export function handsOn(look: Pick<Texts, 'mail' | 'opening' | 'own' | 'local'>): boolean {
  const { opening } = look
  if (COMING.test(opening) || FOLLOWS.test(opening) || tellsOfColleague(look)) return true
  return SPEAKS_FOR_US.test(opening) && !AWAY.test(opening)
}

/** Somebody else than the sender, whose name stands below. */
function tellsOfColleague({ mail, own, local }: Pick<Texts, 'mail' | 'own' | 'local'>): boolean {
  const gone = wordsOf(GONE_ONE.exec(own)?.[1] ?? '')
  const sender = mail.from[0]?.name ?? ''
  const names = wordsOf(sender)
  if (gone.length === 0 || names.length < 2) return false
  const isOther = gone.every((word) => !names.includes(word) && !local.toLowerCase().includes(word))
  return isOther && own.toLowerCase().includes(sender.toLowerCase())
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/\p{L}{2,}/gu) ?? []
}
