/** What becomes of a paper that an order takes back: who is asked for it again, and when. */
import type { Act } from '../casework/act.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { fallenItems } from '../casework/fallen-items.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import { howTo } from '../orders/how-to.ts'
import { itemWord } from '../orders/item-words.ts'
import type { OrderFacts } from '../orders/order-facts.ts'
import { listed } from '../orders/words.ts'
import { standingOf } from '../process/standing.ts'

/** `cases`: as the order leaves them. Put behind its confirmation; '' where everything goes on as before. */
export function fallenWords(order: Act, cases: readonly CaseOutcome[], facts: OrderFacts): string {
  if (order.act === 'merge') return ''
  return cases
    .map(({ file, changes }) => {
      const again = changes.find((change) => change.change === 'asked-again')
      if (again !== undefined)
        return ` The next reminder to ${file.chase?.to ?? ''} asks again for ${listed(again.items.map(itemWord))}.`
      const was = facts.cases.get(file.ref)
      const items = was === undefined ? [] : fallenItems(was, file)
      if (items.length === 0) return ''
      return ` Nobody is asked for ${listed(items.map(itemWord))}: to ask, ${howTo({ to: 'ask', ref: file.ref }, facts.speech)}.`
    })
    .join('')
}

/** Something is owed, and nobody was ever asked for anything. */
export function isUnasked(file: CaseFile): boolean {
  return file.closed === null && file.chase === null && standingOf(file).missing.length > 0
}

/** What a correction leaves owed in cases of which no letter says so. */
export function unaskedWords(files: readonly CaseFile[], { speech }: OrderFacts): string {
  return files
    .map((file) => {
      const items = standingOf(file).missing.map(({ id }) => itemWord(id))
      return ` Nobody is asked for ${listed(items)}: to ask, ${howTo({ to: 'ask', ref: file.ref }, speech)}.`
    })
    .join('')
}
