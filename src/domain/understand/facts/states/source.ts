/** Where one state's agreement is carried over to another state, or another state is put into it: which of the two is there already. */
import type { Found } from './list.ts'

/** "bring the Idaho agreement to Montana": what is carried over is not where it is wanted. */
export function isSource(text: string, one: Found, found: readonly Found[]): boolean {
  const isReplaced = /\b(?:replace|change|swap|correct|exchange)(?: from)? $/i.test(
    text.slice(Math.max(0, one.at - 20), one.at),
  )
  // "Expanding from Kansas to Colorado".
  const comesFrom = /\b(?:expand|grow|mov|branch|extend|spread|com|go)\w*\b[^.;:]{0,30}\bfrom $/i.test(
    text.slice(Math.max(0, one.at - 60), one.at),
  )
  // "The same amendment Iowa got".
  const isLikened = LIKE.test(text.slice(Math.max(0, one.at - 50), one.at)) && GOT.test(text.slice(one.at + one.length))
  if (isLikened && found.some(({ code }) => code !== one.code)) return true
  return found.some((other) => {
    if (other.at <= one.at || other.code === one.code) return false
    const between = text.slice(one.at + one.length, other.at)
    if (comesFrom && /^ (?:over |out |also )?(?:in)?to (?:the )?$/i.test(between)) return true
    if (isReplaced && /^ (?:with|to|by|into|for) (?:the )?$/i.test(between)) return true
    if (USED_FOR.test(between) || (USES.test(text.slice(Math.max(0, one.at - 30), one.at)) && FOR.test(between)))
      return true
    return /^ (?!(?:and|or|plus|like|as) )(?:\w+ ){0,3}(?:agreement|ICA|contract|terms|one|deal|version)\b[^.;]{0,60}\b(?:adopted in|across to|over to|to|into|used in|use in|apply in|extended to|over in|up in|for|for us in)(?: the state of| our| my)? $/i.test(
      between,
    )
  })
}

const LIKE = /\b(?:same|like|identical|what|as)(?: [\w-]+){0,2}(?: that| which| as)? (?:what )?$/i
const GOT = /^ (?:already )?(?:got|has|had|received|was given|uses?|did)\b/

/** "… in Oregon be used for our Washington territory". */
const USED_FOR =
  /^ (?:(?:agreement|ICA|one|terms|clauses?|language|wording)(?: (?:on|about|for) [\w-]+)? )?(?:(?:can|could|may|might|to) )?(?:also )?be (?:used|adopted|applied|ported|extended|brought|carried|copied|honou?red)(?: over| across)? (?:for|in|to|into) (?:our |us in |the )?$/i

/** "Can I use the Wyoming form for Montana?" */
const USES = /\b(?:use|using|reuse|take|copy|borrow|adapt) (?:the|our|your|that|this) $/i
const FOR =
  /^ (?:form|template|agreement|ICA|contract|paper|letter|terms|one|version|questionnaire) (?:also |again |too )?(?:for|in) (?:the |our )?$/i

/** "Nebraska can't be amended into the Iowa one", "add Nebraska to our Iowa agreement". */
export function isJoined(text: string, one: Found, found: readonly Found[]): boolean {
  if (!ITS_PAPER.test(text.slice(one.at + one.length))) return false
  const from = Math.max(0, one.at - 100)
  const into = INTO.exec(text.slice(from, one.at))
  if (into === null) return false
  return found.some(({ at, code, length }) => {
    if (code === one.code || at < from || at >= one.at) return false
    // "Can the clause from our Minnesota contract be added to the Iowa contract?": no state is added.
    return !ITS_PAPER.test(text.slice(at + length)) && !/[.;]/.test(text.slice(at, one.at))
  })
}

const ITS_PAPER = /^ (?:(?:interconnection|existing|current) )?(?:one|agreement|ICA|contract|paper|deal)\b/i
const INTO =
  /\b(?:add|amend|fold|roll|put|includ|tack|merg|cover|attach|fit|squeez)\w*\b[^.;]{0,60}\b(?:to|into|in|onto|on|by|under) (?:the|our|your|its|that) (?:existing |current |same |old )?$/i
