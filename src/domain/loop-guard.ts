import type { Address, ReadMail } from './mail.ts'
import type { Understanding } from './understanding.ts'
export function mayAnswer(_mail: ReadMail, understanding: Understanding, _facts: unknown): { allowed: boolean; because: string; rule: string } {
  return understanding.kind === 'human' ? { allowed: true, because: 'human mail, sender can be answered', rule: 'stub' } : { allowed: false, because: 'machine', rule: 'stub' }
}
export function replyRecipient(mail: ReadMail, _own: readonly string[]): Address | null {
  return mail.from[0] ?? null
}
