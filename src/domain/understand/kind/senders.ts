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
const DEVICE =
  '(?:scan(?:ner)?|scan-?(?:2|to)-?(?:e-?)?mail|scan-?station|scansnap|(?:photo)?copier|mfp|multifunction(?:printer)?|printer|workcentre|bizhub|imagerunner)'
/** A number of a device, of its floor or its model. */
const NUMBER = '(?:[a-z]{1,3})?\\d{1,5}[a-z]{0,2}'
const MODEL = '[a-z]{0,3}\\d{3,5}[a-z]{0,2}'
const JOINT = '[-_.]?'

/**
 * Devices that mail what is laid on their glass; whoever stood before them reads nothing there. Beside the device only
 * places, makers and numbers may stand: "legal-copier" is one, but "scan-legal" may be a team, and "printer.don" a man.
 * Whom a person is to answer follows from another list (`facts/contact/mailboxes.ts`), since a mistake there costs less.
 */
export const DEVICE_SENDER = new RegExp(
  [
    `^(?:(?:${PLACE}|legal|${MAKER})${JOINT}){0,2}${DEVICE}(?:${JOINT}(?:${PLACE}|${NUMBER})){0,3}$`,
    `^${KNOWN_MAKER}${JOINT}(?:${NUMBER})?$`,
    `^${MAKER}${JOINT}${MODEL}$`,
  ].join('|'),
  'i',
)
