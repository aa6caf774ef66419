/** The user our own mail belongs to; the password is the same word. */
export const DESK = 'desk'
/** Password of everybody else: the mailboxes on this server exist to be looked into. */
export const CLEC_PASSWORD = 'clec'

const ADDRESS = /^[^\s@<>\x00-\x1f\x7f]+@[^\s@<>\x00-\x1f\x7f]+$/

/**
 * The user a recipient's mail goes to: the desk for our address and its `+detail` sub-addresses (RFC 5233), else a
 * user named like the address. Null when it is no address.
 */
export function userOfRecipient(recipient: string, ours: string): string | null {
  const address = recipient.trim().toLowerCase()
  if (!ADDRESS.test(address)) return null
  return withoutDetail(address) === withoutDetail(ours.toLowerCase()) ? DESK : address
}

/** The user that a name and a password belong to, or null. A name is `desk` or any address. */
export function userOfLogin(name: string, password: string, ours: string): string | null {
  const user = name.trim().toLowerCase() === DESK ? DESK : userOfRecipient(name, ours)
  return user !== null && password === (user === DESK ? DESK : CLEC_PASSWORD) ? user : null
}

function withoutDetail(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const plus = local.indexOf('+', 1)
  return (plus < 0 ? local : local.slice(0, plus)) + address.slice(at)
}
