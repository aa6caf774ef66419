/** Recording that two companies belong together. Nothing of their cases is joined by it. */
import type { Act } from '../casework/act.ts'
import { affiliatesOf, areAffiliates } from '../casework/affiliates.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { nameKey } from '../casework/name-key.ts'
import { isSameEntity } from '../casework/proofs.ts'
import { inCase, ordered, refused } from './answer.ts'
import type { Effects } from './effects.ts'
import { howTo } from './how-to.ts'
import type { OrderFacts } from './order-facts.ts'
import { listed, quoted } from './words.ts'

const MOST_NAME = 200

export function affiliated({ name }: Extract<Act, { act: 'affiliate' }>, file: CaseFile, facts: OrderFacts): Effects {
  const { ref, company } = file
  if (company === null)
    return refused(`${ref} names no company yet: ${howTo({ to: 'name-company', ref }, facts.speech)} first.`)
  const wrong =
    nameKey(name) === '' || !/\p{L}/u.test(name)
      ? `${quoted(name)} is no name of a company`
      : name.length > MOST_NAME
        ? 'the name of the affiliate is too long'
        : isSameEntity(name, company) || nameKey(name) === nameKey(company)
          ? `${quoted(name)} is the company of the case itself`
          : areAffiliates(company, name, facts.affiliations)
            ? `${quoted(name)} is recorded as an affiliate of ${company} already`
            : null
  if (wrong !== null) return refused(`${ref}: nothing was recorded: ${wrong}.`)
  const questions = [...facts.tasks.values()].filter(
    (task) => task.open && task.sort === 'affiliate' && task.caseRef === ref,
  )
  const others = affiliatesOf(company, facts.affiliations)
  const beside = others.length === 0 ? '' : ` Others: ${listed(others)}.`
  return ordered(facts, {
    changes: inCase(file, { change: 'noted', text: `affiliate of ${company}: ${name}`, by: facts.by }),
    also: [
      { also: 'join-affiliates', one: company, other: name },
      ...questions.map(({ id }) => ({ also: 'close-task', task: id }) as const),
    ],
    sentence: `${ref}: ${name} is recorded as an affiliate of ${company}. Their cases stay apart.${beside}`,
  })
}
