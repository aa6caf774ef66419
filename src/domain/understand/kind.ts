import { autoReplyFinding } from './kind/auto-reply.ts'
import { bounceFinding } from './kind/bounce.ts'
import { bulkFinding } from './kind/bulk.ts'
import type { KindFinding } from './kind/finding.ts'
import { headerFacts } from './kind/header-facts.ts'
import { spamFinding } from './kind/spam.ts'
import type { Reading } from './reading.ts'

/**
 * Who wrote a mail. Hard signs first (report types, RFC 3834), then several soft signs together; whatever is left is a
 * person's. Mistaking a person for a machine loses a request, so every soft detector gives way to signs of a person.
 */
export function kindOf(reading: Reading): KindFinding {
  const facts = headerFacts(reading.mail)
  return (
    bounceFinding(reading, facts) ??
    autoReplyFinding(reading, facts) ??
    spamFinding(reading) ??
    bulkFinding(reading, facts) ?? { kind: 'human', evidence: [] }
  )
}
