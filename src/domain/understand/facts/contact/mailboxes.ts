/** What an address says of who reads it. */

const NO_REPLY = '(?:[\\w-]+[._-])?(?:no-?reply|do-?not-?(?:reply|answer|respond)|mailer-daemon)'
const DEVICE =
  '(?:scan(?:s|ner|ning)?|scan2?-?(?:to-?)?e?mail|copier|printer|mfp|xerox|ricoh|canon|e?fax|voicemail|vm|notifications?|alerts?|automailer|system)'
/**
 * Not the lists of `kind/senders.ts`: what they know is never answered by itself, so they hold only what is nobody's name.
 * Here "canon@" and "scan.legal@" may be people, since whoever writes from there is still the contact where the mail names
 * no other.
 */
const MACHINE_LOCAL = new RegExp(`^(?:${NO_REPLY}|${DEVICE})\\d*(?:[._+-].*)?$`, 'i')
const NOBODY = new RegExp(`^${NO_REPLY}(?:[._+-]|$)`, 'i')
const MACHINE_NAME =
  /\b(?:scanner|scan|mfp|copier|printer|workcentre|web ?form|voice ?mail|fax (?:server|service)|no-?reply|notifications?)\b/i

/** What offices and papers are called; by it also a colleague's name is told from an office's (`second-look.ts`). */
const ROLE_LOCAL =
  /^(?:info|office|admin(?:istration)?|mail|hello|contact|contracts?|agreements?|interconnection|interconnect|carrier(?:relations|services)?|legal(?:notices?)?|notices?|billing|accounts?(?:payable|receivable)?|ap|ar|accounting|finance|sales|support|help(?:desk)?|service|services|regulatory|reg|compliance|filings?|requests?|wholesale|provisioning|orders?|lnp|noc|netops|ops|operations|engineering|network|planning|team|desk|frontdesk|reception|hr|press|media|clerk|docket(?:ing)?|cert(?:s|ificates?)?|coi|surety|insurance|lsrs?|asrs?|traffic|doccontrol|payables|receivables|mailroom|tech|numbering|help|porting|netplan|netplanning|access|peering|dispatch|translations|codes?|telecom|staff|manager|general|main|post(?:master)?|webmaster|crm|records?|carriers?|announcements?|thread|threads|comments?|change|board|lists?|tickets?|cases?|intake|forms?|news(?:letter)?|community|marketing|submissions?|portal|tool|workflow|approvals?|signatures?|documents?|docs|share|ica)\d?$/i

/** A device or a relay writes from here: a scanner, a web form, an address nobody reads. */
export function isMachine(address: string, name: string): boolean {
  return MACHINE_LOCAL.test(localPart(address)) || MACHINE_NAME.test(name)
}

/** An answer to this address reaches nobody. */
export function isUnread(address: string): boolean {
  return NOBODY.test(localPart(address))
}

/** Several people read it: "office@", "regulatory@". */
export function isShared(address: string): boolean {
  return (
    ROLE_LOCAL.test(localPart(address)) ||
    localPart(address)
      .split(/[._-]/)
      .every((part) => ROLE_LOCAL.test(part))
  )
}

export function localPart(address: string): string {
  return address.split('@')[0] ?? ''
}

export function domainOf(address: string): string {
  return address.split('@')[1] ?? ''
}

/** One address in a text. All gaps are bounded. */
export const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g

/** The addresses of a text, lower case, in their order. */
export function emailsIn(text: string): { readonly email: string; readonly at: number }[] {
  if (!text.includes('@')) return spokenIn(text)
  return [...text.slice(0, 32_768).matchAll(EMAIL)].map((match) => ({ email: match[0].toLowerCase(), at: match.index }))
}

/** "kim at tern voice dot example", as it is said into a telephone: `kim@ternvoice.example`. */
const SPOKEN = /\b([a-z0-9][\w.-]{0,40}(?: dot [\w-]{1,30}){0,2}) at ((?:[a-z0-9-]{1,30} ){1,4})dot ([a-z]{2,12})\b/gi

function spokenIn(text: string): { readonly email: string; readonly at: number }[] {
  if (!text.includes(' dot ')) return []
  return [...text.slice(0, 32_768).matchAll(SPOKEN)].map((match) => {
    const [, local = '', place = '', end = ''] = match
    const email = `${local.replaceAll(' dot ', '.')}@${place.replaceAll(' ', '')}.${end}`
    return { email: email.toLowerCase(), at: match.index }
  })
}

/** Our own mailbox, or a colleague's: any address at the place of one of our own, or below it ("sales.example.com"). */
export function isOurs(address: string, ownAddresses: readonly string[]): boolean {
  const domain = domainOf(address).toLowerCase()
  const ours = ownAddresses.map((own) => domainOf(own.toLowerCase()))
  return domain !== '' && ours.some((our) => our === domain || (our !== '' && domain.endsWith(`.${our}`)))
}
