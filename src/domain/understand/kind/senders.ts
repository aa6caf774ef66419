/** Local parts and names under which nobody reads mail (RFC 2142, RFC 5321 4.5.1), whatever the rest of the mail says. */

/** Mail systems. */
export const DAEMON_SENDER =
  /^(?:mailer-?daemon|mail-?daemon|mmdf|post_?master|mail\.?delivery|mdaemon|double-bounce|microsoftexchange[0-9a-f]{8,}|mail-delivery-system|bounce[sd]?(?:[-+_].*)?|abuse-?report|feedbackloop|fbl)$/i
export const DAEMON_NAME =
  /\b(?:mail delivery (?:sub)?system|mailer[- ]daemon|postmaster|mail administrator|system administrator|mail system|delivery system|internet mail delivery|microsoft outlook|sist[eè]me? de (?:remise|entrega|correo|messagerie)|administrador (?:de|do) (?:correo|sistema)|servidor de (?:correo|correio)|mailserver|mailzustell\w*|remise du courrier)\b/i

/** "Do not reply" in the languages of the world's newsletters, at the start or behind a department's name. */
export const NO_REPLY_SENDER =
  /^(?:[a-z0-9]{1,30}[-_.])?(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?(?:reply|answer|respond)|un-?(?:monitored|attended)|donot-?reply|nao-?_?respond[aer]+|no-?_?respond[aer]+|ne-?pas-?repondre|(?:bitte-?)?nicht-?antworten|keine-?antwort|niet-?(?:be)?antwoorden|non-?rispondere|nie-?odpowiada[jc]|inte-?svara|ikke-?svar|nobody|noreply\w*|no-reply\w*|nepasrepondre)(?:[-+_.].*)?$|^(?:notify|notifications?|alerts?|auto-?confirm|mailer|newsletters?|digest)(?:[-+_.].*)?$/i

const PLACE =
  '(?:front|back|main|office|desk|(?:\\d{1,2}(?:st|nd|rd|th)?)?-?(?:floor|fl)|\\d{1,2}(?:st|nd|rd|th)|hall(?:way)?|lobby|mail-?room|copy-?room|room|upstairs|downstairs|reception|warehouse|east|west|north|south)'
const MAKER = '(?:canon|epson|brother|sharp|hp|lexmark|toshiba|kyocera|konica(?:-?minolta)?|km|ricoh|xerox)'
/** Whose names are no person's and no firm's but their own. */
const KNOWN_MAKER = '(?:xerox|ricoh|kyocera|konica(?:-?minolta)?)'
/** What makers call their machines. */
const SERIES =
  '(?:workcentre|versalink|bizhub|imagerunner|ir-?adv|e-?studio|taskalfa|ecosys|aficio|officejet|laserjet|mfc-?[a-z]?\\d{3,4}[a-z]{0,3})'
const DEVICE = `(?:scan(?:ner)?|scan-?(?:2|to)-?(?:e-?)?mail|scan-?station|scansnap|(?:photo)?copier|mfp|multifunction(?:printer)?|printer|e-?fax|${SERIES})`
/** What nobody is called, and no team: a printer may be a man, "scan-legal" the people who scan. */
const SURE_DEVICE = '(?:scanner|(?:photo)?copier|mfp|multifunction(?:printer)?)'
/** A number of a device, of its floor or its model. */
const NUMBER = '(?:[a-z]{1,3})?\\d{1,5}[a-z]{0,2}'
/** "c3530i"; digits alone may be a year of birth. */
const MODEL = '(?:[a-z]{1,3}\\d{3,5}[a-z]{0,2}|\\d{3,5}[a-z]{1,2})'
const JOINT = '[-_.]?'

/**
 * Beside the device only places, makers and numbers. "legal-scan" is the device at legal's, "scan-legal" may be the people
 * who scan. Whom a person is to answer follows from another list (`facts/contact/mailboxes.ts`), since a mistake there costs less.
 */
const DEVICE_LOCAL = new RegExp(
  [
    `^(?:(?:${PLACE}|legal|${MAKER})${JOINT}){0,2}${DEVICE}(?:${JOINT}(?:${PLACE}|${NUMBER})){0,3}$`,
    `^(?:(?!km|hp)${MAKER}${JOINT}|(?:km|hp)[-_.])${MODEL}$`,
  ].join('|'),
  'i',
)

/** What people and firms may be called too: "ricoh", "xerox7", names with a year, "sharp2020", and initials, "km1975". */
const MAYBE_DEVICE_LOCAL = new RegExp(
  [`^${KNOWN_MAKER}${JOINT}(?:${NUMBER})?$`, `^(?!km|hp)${MAKER}${JOINT}\\d{3,5}$`, `^(?:km|hp)${MODEL}$`].join('|'),
  'i',
)

/** Who sells and mends them: "copier-support". */
const TEAM = '(?:support|sales|service|rentals?|team|help(?:desk)?|info|parts|leasing|orders|billing)'
/** A device at a place of any name: "hq-scanner", "copier.omaha". */
const PLACED_DEVICE_LOCAL = new RegExp(
  `^(?!${TEAM}[-_.]|.*[-_.]${TEAM}\\d*$)(?:[a-z]{2,20}[-_.]${SURE_DEVICE}|${SURE_DEVICE}[-_.][a-z]{2,20})\\d{0,3}$`,
  'i',
)
/** A name with a year of birth or of its making; no device has such a number alone. */
const WITH_YEAR = /(?:19[3-9]|20[0-4])\d$/

const DEVICE_WORD = /\b(?:scan(?:ner)?|copier|printer|mfp|multifunction|fax)\b/i
/** Of what the names of devices are made up: makers, what they call their machines, places and numbers. */
const OF_DEVICES = new RegExp(
  `(?<![\\p{L}\\d])(?:${MAKER}|${SERIES}|${PLACE}|${MODEL}|ir(?:-adv)?|mx|mfc|im|color|pro|series|\\d{1,5})(?![\\p{L}\\d])`,
  'giu',
)

/** A device that mails what is laid on its glass; whoever stood before it reads nothing there. */
export function isDevice(local: string, name: string): boolean {
  if (DEVICE_LOCAL.test(local)) return true
  const isNamedSo = DEVICE_WORD.test(name)
  if (MAYBE_DEVICE_LOCAL.test(local)) return isNamedSo || isNamedAsDevice(local, name)
  return PLACED_DEVICE_LOCAL.test(local) && (name.trim() === '' || isNamedSo)
}

/** Whoever has another word in the name is a person or a firm: "Tom Sharp, Esq.", "Canon City Telecom". */
function isNamedAsDevice(local: string, name: string): boolean {
  const shown = name.toLowerCase().split(local.toLowerCase()).join(' ')
  if (!/[\p{L}\d]/u.test(shown)) return !WITH_YEAR.test(local)
  return !/[\p{L}\d]/u.test(shown.replace(OF_DEVICES, ' '))
}
