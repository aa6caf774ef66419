import type { Address, ReadMail } from './mail.ts'
import { DAEMON_SENDER, isDevice, NO_REPLY_SENDER } from './understand/kind/senders.ts'

/**
 * Whom an automatic answer goes to: Reply-To where it can be used, else From (RFC 5322 3.6.2, RFC 3834 4). Null when
 * neither reaches a person: a null or malformed sender, mail systems, no-reply addresses, copiers, our own addresses.
 */
export function replyRecipient(mail: ReadMail, ownAddresses: readonly string[]): Address | null {
  const lists = listAddresses(mail)
  const usable = (address: Address | undefined) =>
    address !== undefined &&
    whyUnanswerable(address, ownAddresses) === null &&
    !lists.has(address.address.toLowerCase())
  return mail.replyTo.find(usable) ?? (usable(mail.from[0]) ? (mail.from[0] ?? null) : null)
}

/** Why an address is never answered, as words for the operator; null when it can be. */
export function whyUnanswerable(address: Address, ownAddresses: readonly string[]): string | null {
  const mailbox = address.address.trim().toLowerCase()
  if (mailbox === '') return 'the sender is empty'
  if (!isWellFormed(mailbox)) return 'the sender address is malformed'
  if (isOwnAddress(mailbox, ownAddresses)) return 'the sender is our own address'
  const local = mailbox.slice(0, mailbox.lastIndexOf('@'))
  // RFC 6531: only servers that agree to it take such an address, and only in a mail of another format.
  if (/[^\x21-\x7e]/.test(local)) return 'the sender address has letters that an ordinary mail cannot carry'
  if (DAEMON_SENDER.test(local)) return 'the sender is a mail system'
  if (isDevice(local, address.name)) return 'the sender is a copier or a scanner'
  return NO_REPLY_SENDER.test(local) ? 'nobody reads the sender address' : null
}

/** Whether an address is ours or a sub-address of ours (`box+token@`, RFC 5233), upper and lower case alike. */
export function isOwnAddress(address: string, ownAddresses: readonly string[]): boolean {
  const mailbox = address.trim().toLowerCase()
  return ownAddresses.some((own) => {
    const [local = '', domain = ''] = splitAddress(own.trim().toLowerCase())
    return mailbox === `${local}@${domain}` || (mailbox.startsWith(`${local}+`) && mailbox.endsWith(`@${domain}`))
  })
}

/** RFC 5321 4.5.3.1 lengths and the characters of a plain mailbox; quoted local parts are not worth answering by machine. */
function isWellFormed(mailbox: string): boolean {
  if (mailbox.length > 254) return false
  const [local = '', domain = ''] = splitAddress(mailbox)
  return local.length <= 64 && /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]+$/.test(local) && isDomain(domain)
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return (
    labels.length >= 2 && labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label))
  )
}

function splitAddress(address: string): readonly [string, string] {
  const at = address.lastIndexOf('@')
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)]
}

/** Where a list takes posts (RFC 2369 3.4) and what its id names (RFC 2919): an answer there would reach everybody. */
function listAddresses(mail: ReadMail): ReadonlySet<string> {
  const addresses = new Set<string>()
  for (const field of mail.headers) {
    if (field.name === 'list-post')
      for (const match of field.value.matchAll(/mailto:([^\s<>?,]{3,254})/gi))
        addresses.add((match[1] ?? '').toLowerCase())
    const id = field.name === 'list-id' ? /<([^\s<>.]{1,64})\.([^\s<>]{3,200})>/.exec(field.value) : null
    if (id !== null) addresses.add(`${id[1]}@${id[2]}`.toLowerCase())
  }
  return addresses
}
