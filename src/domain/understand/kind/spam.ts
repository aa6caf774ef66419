import { indexIn } from '../needs.ts'
import { isReply } from './bounce.ts'
import type { Look } from './look.ts'
import { NOT_A_MACHINE } from './person.ts'
import { phrases } from './phrases.ts'
import { type Seen, type Sign, says, saysIn, shows, when } from './signs.ts'
import * as words from './words/spam.ts'

/**
 * Unwanted selling, phishing and fraud, by several signs together. Failed sender checks are one sign among them and never
 * suffice: small carriers and forwarders fail them every day.
 */
export const SPAM_SIGNS: readonly Sign[] = [
  theme(3, 'something of the reader’s ends or is full', words.THREAT),
  theme(4, 'credentials are wanted', words.CREDENTIALS),
  theme(2, 'asks for a click', words.CLICK),
  says(2, 'a shouting link', 'own', words.SHOUTED_LINK),
  says(2, 'a link made for catching', 'whole', words.LURE_LINK),
  theme(5, 'wants macros let loose', words.MACRO),
  theme(3, 'a file with its password beside it', words.LOCKED),
  theme(5, 'money out of nowhere', words.WINDFALL),
  says(3, 'sums in millions', 'own', words.BIG_MONEY),
  theme(3, 'crypto money', words.CRYPTO),
  theme(4, 'offers credit', words.LOAN),
  theme(4, 'payments are to go somewhere else', words.DIVERSION),
  theme(3.5, 'wants money sent', words.WIRE),
  theme(2.5, 'pressure and secrecy', words.SECRECY),
  theme(6, 'gift cards', words.GIFT_CARDS),
  theme(2, 'an unexplained bill', words.DUNNING),
  theme(3, 'registers and their scares', words.REGISTRY),
  theme(2.5, 'a seller introduces itself', words.PITCH),
  theme(2.5, 'a seller’s offer', words.OFFER),
  theme(3, 'goods and services nobody asked for', words.GOODS),
  theme(4, 'web and marketing services', words.WEB_SERVICES),
  theme(4, 'lists of contacts for sale', words.CONTACT_LISTS),
  theme(3, 'sponsors, awards and journals', words.STAGES),
  theme(5, 'journals for hire', words.JOURNALS),
  theme(3, 'orders from nobody', words.ORDERS),
  theme(5, 'pills, games and dates', words.VICES),
  theme(4, 'trades call minutes', words.MINUTES),
  theme(2.5, 'how to be left alone', words.OPT_OUT),
  theme(2, 'hurry and promises', words.SCARCITY),
  theme(3, 'wants personal data', words.PERSONAL_DATA),
  theme(1, 'greets anybody', words.GREETING),
  theme(6, 'extortion', words.EXTORTION),
  theme(4, 'parcels, refunds, renewals', words.PARCEL),
  shows(3, 'a file that catches', (look) => fileNamed(look, /\.(?:s?html?|rar|7z|zip|docm|xlsm|one)$/i)),
  shows(1.5, 'an archive with its password beside it', (look) =>
    PASSWORD_TOLD.test(look.own) ? fileNamed(look, /\.(?:rar|7z|zip)$/i) : null,
  ),
  shows(5, 'a file that runs', (look) => fileNamed(look, /\.(?:iso|img|exe|scr|js|jse|vbs|lnk|ace|hta)$/i)),
  when(3, 'passes itself off as us', (look) => poses(look)),
  shows(2.5, 'a well-known name from an address that is not theirs', borrowedName),
  when(1.5, 'answers go to another domain', (look) => repliesElsewhere(look)),
  shows(1.5, 'failed sender checks, as our own server or we ourselves found', ({ failedChecks }) =>
    failedChecks === null ? null : { from: 'header', text: failedChecks, at: 0 },
  ),
  when(1, 'a filter before us took it for spam', ({ headers }) => headers.spamFlag !== null),
  when(-10, 'comes from our own domain', (look) => look.failedChecks === null && fromOurDomain(look)),
  when(-4, 'speaks of its own agreement with us', (look) => saysIn(look, 'own', OWN_BUSINESS)),
  when(
    -3,
    'answers a mail of ours',
    ({ mail, reading }) => mail.inReplyTo.length > 0 || (isReply(mail.subject) && reading.quoted.length > 40),
  ),
  when(-3, 'asks whether such a mail is genuine', (look) =>
    /\bis (?:this|that|it) (?:you|yours|genuine|real|legit|from you)|confirm or deny|\bscam\b|\bphish/i.test(look.own),
  ),
  says(-3, 'says that it is no machine', 'own', NOT_A_MACHINE),
  when(-4, 'carried for a person', (look) => look.carriedFor !== null && look.asks > 0),
]

/** Some people write it beside the archive too, so that it only makes a person look; scanners for viruses are kept out by it. */
const PASSWORD_TOLD = /\bpass(?:word|code|phrase)?\b(?: \w+){0,4}[ :=]{1,3}\d{3,}/i

/** What carriers who write about their own agreement say, and sellers do not: "our", "we", "my client" with a thing of ours. */
const OWN_BUSINESS = phrases([
  'cds-\\d{6}-\\d{4}|docket(?: no\\.?)? [a-z0-9]|(?:our |the )?(?:ocn|acna)(?: is|:)? (?!is)[0-9a-z]{3,4}\\b(?! (?:in|listing))|ban \\d',
  `(?:our|my client's|my) (?:\\w+ ){0,3}(?:interconnection agreement|agreement with you|ica|contract with you|resale agreement|template|redlines?|signed|executed|amendment)`,
  `(?:we|i|client|llc|inc\\.?|corp\\.?)(?:'d| would)? (?:\\w+ )?(?:signed|sent|filed|submitted|returned|need|want|would like|like|wish|request|elect|adopt|accept|have|take)s? (?:\\w+ ){0,6}(?:agreement|template|amendment|questionnaire|contract)`,
  'under (?:the|our) (?:\\w+ ){0,2}(?:interconnection )?agreement|(?:interconnection|resale|commercial) agreement (?:with you|you have|of ours|has this|between)|(?:sections?|§) ?25[12]|252\\(i\\)|you have with',
])

function fromOurDomain({ domain, ownAddresses }: Look): boolean {
  return ownAddresses.some((address) => address.slice(address.lastIndexOf('@') + 1) === domain)
}

function theme(points: number, because: string, pattern: RegExp): Sign {
  return shows(points, because, (look) => {
    const inText = indexIn(pattern, look.marked('own'))
    if (inText >= 0) return { from: 'text', text: look.own, at: inText }
    const inSubject = indexIn(pattern, look.marked('bareSubject'))
    return inSubject < 0 ? null : { from: 'subject', text: look.bareSubject, at: inSubject }
  })
}

function fileNamed({ mail }: Look, name: RegExp) {
  const file = mail.attachments.find((part) => name.test(part.filename))
  return file === undefined ? null : { from: `attachment:${file.filename}`, text: file.filename, at: 0 }
}

const BRANDS =
  /\b(?:microsoft|office ?365|outlook|sharepoint|onedrive|teams|dhl|fedex|ups|usps|docu-?sign|adobe|apple|amazon|paypal|google|norton|mcafee|netflix|linkedin|dropbox|wetransfer|geek squad|irs|fcc|bank of america|wells fargo|chase|whatsapp|facebook|meta)\b/i

/** A brand in the sender's name while the domain is neither of that name nor a part of it. */
function borrowedName({ sender, domain }: Look): Seen | null {
  const match = BRANDS.exec(sender.slice(0, sender.lastIndexOf('<')))
  if (match === null) return null
  const brand = match[0].toLowerCase().replace(/[^a-z]/g, '')
  const theirs =
    domain.split('.').slice(-2)[0] === brand || /(?:microsoft|outlook|office|usps|irs|fcc)\.(?:com|gov)$/.test(domain)
  return theirs ? null : { from: 'header', text: `From: ${sender}`, at: 0 }
}

/** Its name or greeting is ours, its address is not. */
function poses({ mail, sender, domain, own, ownAddresses }: Look): boolean {
  const name = sender.slice(0, sender.lastIndexOf('<')).toLowerCase()
  return ownAddresses.some((address) => {
    const at = address.lastIndexOf('@')
    const [ourLocal, ourDomain] = [address.slice(0, at), address.slice(at + 1)]
    if (domain === ourDomain || domain.endsWith(`.${ourDomain}`) || mail.inReplyTo.length > 0) return false
    const greeting = new RegExp(
      `^\\s*(?:dear|hello|hi|hey|attention|guten tag|hallo|liebe[rs]?|bonjour|hola|estimado|ola|prezado|ciao|gentile|beste|geachte|witaj)(?: user)? ${escaped(ourLocal)}\\s*[,:!]`,
      'i',
    )
    return (
      name.includes(ourDomain) ||
      name.includes(ourLocal) ||
      greeting.test(own.slice(0, 80)) ||
      nearly(domain, ourDomain)
    )
  })
}

/** Domains that differ in one or two letters of the same length, as look-alikes do. */
function nearly(one: string, other: string): boolean {
  const [bare, ours] = [one.replace(/[^a-z0-9]/g, ''), other.replace(/[^a-z0-9]/g, '')]
  if (ours.length >= 8 && bare.startsWith(ours)) return true
  if (one === other || one.length !== other.length || one.length < 8) return false
  let different = 0
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) different += 1
  return different <= 2
}

function repliesElsewhere({ mail, domain }: Look): boolean {
  const reply = mail.replyTo[0]?.address ?? ''
  return reply !== '' && reply.slice(reply.lastIndexOf('@') + 1) !== domain
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
