import { evidence } from '../quote.ts'
import type { Reading } from '../reading.ts'
import type { KindFinding } from './finding.ts'

interface SpamSign {
  readonly points: number
  readonly says: RegExp
}

/** One scheme per line; a mail must show at least five points, and never by one soft sign alone. */
const SIGNS: readonly SpamSign[] = [
  // credentials
  {
    points: 3,
    says: /\b(?:mailbox|storage|quota|account)\b[^.!?]{0,60}\b(?:full|exceeded|reached \d{2,3}\s?%|suspended|deactivat|expire[sd]?|limit)/i,
  },
  {
    points: 4,
    says: /\b(?:validate|verify|confirm|re-?activate|upgrade) (?:your )?(?:account|mailbox|identity|password|e-?mail)\b/i,
  },
  { points: 4, says: /\b(?:sign[ -]?in|log[ -]?in|login|enter|verify)\b[^.!?]{0,60}\b(?:e-?mail )?password\b/i },
  {
    points: 4,
    says: /\b(?:open|see|view) the (?:secure|attached|protected) (?:attachment|document|file)?[^.!?]{0,30}\b(?:log ?in|sign ?in)\b/i,
  },
  // malware
  { points: 5, says: /\benable (?:content|editing|macros)\b/i },
  {
    points: 3,
    says: /\b(?:protected|encrypted|locked)\b[^.!?]{0,40}\b(?:use )?(?:the )?password\b[^.!?]{0,30}\d{3,}/i,
  },
  { points: 2, says: /\.(?:zip|htm|html|iso|exe|js|rar|7z|img|lnk|scr)$/i },
  // money
  {
    points: 5,
    says: /\b(?:beneficiary|next of kin|inheritance|late (?:client|contractor|customer|husband)|unclaimed (?:fund|sum))\b/i,
  },
  { points: 3, says: /(?:US\$|USD|\$|€|£)\s?\d+(?:\.\d+)?\s?(?:m\b|million)/i },
  {
    points: 5,
    says: /\b(?:new|updated?|changed?) (?:bank|remittance|account|payment|wire) (?:account|details?|information|instructions?)\b|\bpaid to the new account\b|\bformer bank account\b/i,
  },
  {
    points: 2,
    says: /\b(?:do not call|treat as urgent|strictly confidential|reply to me only|in meetings all day)\b/i,
  },
  { points: 3, says: /\boverdue\b[^.!?]{0,80}\b(?:settle|pay|log ?in|avoid)|\bsettle the balance\b/i },
  // selling
  {
    points: 3,
    says: /\breply (?:"?stop"?|"?no"?|"?yes"?|"?unsubscribe"?|with "?no"?)\b|\bto be removed\b|\bif you (?:don't|do not) want to hear from (?:me|us)\b|\bi'll stop (?:chasing|e-?mailing)\b|\bthis is a solicitation\b/i,
  },
  {
    points: 3,
    says: /\b(?:free (?:\d+-minute )?(?:sample|strategy|consultation|quote|trial|demo)|only \d+ spots?|spots? left|limited[- ]time|guaranteed|act now|flat \$\d|special offer|best price)\b/i,
  },
  {
    points: 3,
    says: /\b(?:grab|book|pick) (?:a )?(?:slot|time)\b|\bmy calendar\b[^.!?]{0,20}\b(?:link|slot)|\bstrategy call\b/i,
  },
  {
    points: 3,
    says: /\b(?:our|my) (?:catalog(?:ue)?|price ?list|products?)\b[^.!?]{0,40}|\bmanufacturer of\b|\bMOQ\b|\blead time\b|\bfactory price\b|\bfrom USD\b/i,
  },
  { points: 2, says: /\bwhatsapp\b|\btelegram\b|\bskype id\b/i },
  { points: 4, says: /\b(?:A-Z|CLI|NCLI|non-?CLI)\b[^.!?]{0,40}\b(?:routes?|rates?|guaranteed|destinations?)/i },
  { points: 3, says: /\bhot destinations?\b|\bpremium routes?\b|\bvoice termination\b/i },
  { points: 3, says: /\btarget rates?\b|\bsip interop\b|\bIP for testing\b/i },
  {
    points: 4,
    says: /\b(?:acquiring|purchase|interested in|updated)\b[^.!?]{0,40}\b(?:e-?mail list|database|contact list|leads|mailing list|attendee list)\b|\bdecision makers?\b/i,
  },
  { points: 3, says: /\b(?:gold|silver|platinum) sponsor|\bsponsor(?:ship)? packages?\b|\bspeaking slot\b/i },
  {
    points: 2,
    says: /\bdear (?:purchasing manager|user|customer|webmaster|sir\/madam friend|account holder)\b|\besteemed (?:company|carrier|firm)\b|\bdear user\b/i,
  },
  {
    points: 3,
    says: /\b(?:has|have|we've) helped \d+\+?|\bdone for you\b|\bseo\b|\brank(?:ing)? (?:on|in) google\b|\bboost your\b|\bgrow your (?:business|revenue)\b/i,
  },
  {
    points: 2,
    says: /\bfollowing up on my (?:last|previous)\b|\bmy last (?:two|three|\d) notes?\b|\bjust bumping this\b/i,
  },
  { points: 2, says: /\b(?:24|48) ?(?:hrs?|hours)\b|\bexpires? today\b|\bfinal notice\b|\bservice interruption\b/i },
  { points: 2, says: /\bhttps?:\/\/[^\s]{0,60}(?:validate|login|verify|signin|account|start)\b|\?e=[^\s]{1,60}@/i },
  {
    points: 3,
    says: /\bmay not be in compliance\b|\bfiles? for you for\b|\bprivate company and is(?:n't| not) affiliated\b/i,
  },
]

/** What carriers who write about their own agreement mention, and sellers do not. */
const CARRIER =
  /\b(?:CDS-\d{6}-\d{4}|docket(?: no\.?)? [A-Z0-9]|(?:OCN|ACNA)\b[^A-Za-z0-9]{1,4}[0-9A-Z]{3,4}\b|our (?:\w+ )?(?:interconnection )?agreement with you)/

const NEEDED = 5

/** Unwanted selling, phishing and fraud, by several signs together. */
export function spamFinding(reading: Reading): KindFinding | null {
  const { mail } = reading
  const places: readonly (readonly [string, string])[] = [
    ['subject', reading.subject],
    ['text', `${reading.newest.slice(0, 12_000)}\n${reading.signature.slice(0, 2000)}`],
    ...mail.attachments.slice(0, 4).map((file) => [`attachment:${file.filename}`, file.filename] as const),
  ]
  const hits = SIGNS.flatMap((sign) => {
    for (const [from, text] of places) {
      const match = sign.says.exec(text)
      if (match !== null) return [{ sign, from, text, at: match.index }]
    }
    return []
  })
  const points = hits.reduce((sum, hit) => sum + hit.sign.points, CARRIER.test(reading.newest) ? -3 : 0)
  if (points < NEEDED || hits.length < 2) return null
  return { kind: 'spam', evidence: hits.slice(0, 4).map((hit) => evidence('spam', hit.from, hit.text, hit.at)) }
}
