import { testIn } from '../needs.ts'
import { type Marked, marked } from '../word-marks.ts'
import { phrases } from './phrases.ts'
import type { Texts } from './texts.ts'

/**
 * Signs that a person's matter is in a mail, whatever carried it. A request of us, a paper handed in, "I" doing things:
 * these are weighed against everything that looks like a machine.
 */

/** Something is asked of us or handed to us, in one sentence. */
const ASKS = phrases(
  [
    'please (?:send|provide|change|update (?!your)|advise|confirm|add|let (?:me|us|him|her)|find|help|give|tell|issue|reverse|point|process|treat|consider|assign|answer (?!this)|call me|amend|list|carry|have|forward|countersign|sign|see (?:the )?attached|accept|cancel|remove|resend|put|set|return|review|make|correct|start|schedule)',
    'kindly (?:send|provide|confirm|advise|forward|change|update|add|let|amend|acknowledge)',
    '(?:could|can|would|will|may) (?:you|somebody|someone|we|i) ',
    `(?:we|i|client|company|llc|inc|corp)(?: would|'d)? (?:would like|like|need|want|request|wish|ask|elect|seek|hereby|propose|intend)s?\\b`,
    `(?:i'm|i am|we're|we are) (?:requesting|asking|writing|looking|interested|sending|returning|giving|attaching|enclosing|electing|adopting|trying|hoping|submitting|filing)`,
    '(?:attached|enclosed) (?:is|are|please|find|you|here)',
    `(?:is|are) (?:attached|enclosed)|(?:here's|here is|here are) (?:the|our|my|a)`,
    'hereby',
    '(?:tell|write to|send|call|e-?mail|answer) me ',
    'let (?:me|us) know',
  ],
  [
    'bitte (?:senden|schicken|teilen|bestätigen|geben|ergänzen|ändern|nehmen|lassen|prüfen)',
    '(?:könnten|können|würden) sie',
    '(?:wir|ich) (?:möchten?|benötigen?|bitten?|wünschen?|brauchen?|beantragen?|hätten?)',
    '(?:anbei|beigefügt|im anhang)',
  ],
  [
    `veuillez (?:nous|m'|me|trouver|confirmer)`,
    '(?:pourriez|pouvez)-vous',
    `merci de (?:nous|m'|me|bien)`,
    `(?:nous|je) (?:souhait(?:ons|e|erions)|voudri(?:ons|ez)|voudrais|demand(?:ons|e)|désir(?:ons|e)|aimerions)`,
    '(?:ci-joint|en pièce jointe|vous trouverez)',
  ],
  [
    '(?:deseamos|solicitamos|quisiéramos|necesitamos|queremos|pedimos|desearíamos)',
    '(?:podrían|podría|pueden) (?:ustedes )?(?:enviar|indicar|decir|confirmar|informar)',
    '(?:les|le) (?:ruego|rogamos|agradecer|solicit|pedimos)',
    'adjunt(?:o|amos|a)\\b',
  ],
  [
    '(?:gostaríamos|solicitamos|precisamos|pedimos|desejamos|queremos)',
    '(?:segue|seguem) (?:em anexo|anexo|assinad|a |o )',
    '(?:poderiam|podem|poderia) (?:enviar|informar|confirmar|dizer)',
    '(?:vorremmo|chiediamo|desideriamo|potreste|in allegato|richiediamo)',
  ],
  [
    '(?:wij|we|ik) (?:willen|wil|verzoeken|zouden|vragen|wensen) ',
    '(?:kunt u|bijgevoegd|in de bijlage|graag (?:ontvangen|horen|een))',
    '(?:prosimy o|chcielibyśmy|chciałbym|w załączeniu|w załączniku|czy mog)',
    'proszę o (?:przesłanie|informację|potwierdzenie|podanie)',
  ],
  [
    'でしょうか|いただけますと|ご教示|送付(?:いた|し)ます|お送り(?:いた|し)ます|添付(?:の|いた)|申し込み|希望(?:いた|し)ます',
    '请问|請問|能否|可否|附件(?:是|为|中)|随附|我们(?:希望|想|需要|申请)|请(?:提供|告知|确认|发送|寄)',
    '부탁드립니다|문의드립니다|요청(?:드립니다|합니다)|첨부',
  ],
)

/** What absence notes, desks and notices ask of everybody: it begins with a condition or is about the way of writing. */
const OF_EVERYBODY = phrases(
  [
    '(?:urgent|emergenc|immediate|time-sensitive|in my absence|until (?:then|my return|i return)|in the meantime|meanwhile)',
    '(?:please|kindly|you (?:can|may)) (?:do not|contact|call|ring|reach|e-?mail|direct|write|be advised|note|be aware|keep|leave|quote|allow|bear|visit|log|type|try|accept|update your)',
    '(?:additional comments|reply to this e-?mail|above this line|in the subject|would like to (?:acknowledge|inform|let you|thank|confirm|advise)|business (?:hours|days)|thank you for your patience|address book|opening hours)',
  ],
  [
    'dringend|notfall|wenden sie sich|betreff',
    'urgence|urgente?s?\\b|urgência|urgencia|spoed|pilnych',
    'お急ぎ|緊急|至急|紧急|如有|긴급|급한',
  ],
)
const CONDITION =
  /^\s*(?:>\s*)?(?:if |should you |in case |for (?:any|all|urgent|anything|other|questions|immediate|further|more|general)|when you |to (?:have|reach|add|view|check|release|unsubscribe|subscribe|opt|ensure|download)|unless |in an emergency|falls |wenn |sollten sie |bei (?:fragen|dringend)|si |en cas|pour (?:toute|plus|vos)|en caso|para (?:asuntos|cualquier|assuntos)|se |in caso|per (?:urgen|qualsiasi|informaz)|als |indien |bij |jesli |w razie |w (?:pilnych )?sprawach)/i

/** How many sentences of the newest text ask or hand in something, questions included, what is asked of everybody aside. */
export function asks(look: Texts): number {
  return look.sentences.filter((sentence) => isAsk(marked(sentence))).length
}

function isAsk(sentence: Marked): boolean {
  const { text } = sentence
  const does = /[?？]["')\]]*\s*$/.test(text) || (testIn(ASKS, sentence) && !CONDITION.test(text))
  return does && !testIn(OF_EVERYBODY, sentence)
}

/** Somebody speaks of the business that this mailbox is for as their own. */
export const OWN_MATTER = phrases([
  `(?:our|my|my client's|their|client's|the|your|an?) (?:[a-z]+ ){0,4}(?:interconnection|resale|commercial|adoption|collocation|wholesale)s? (?:[a-z]+ ){0,2}(?:agreement|contract|request|terms|notice|application)s?`,
  '(?:agreement|contract|ica) (?:you have|we have|with you|between)',
  '(?:you have|we have|had|has) an? (?:interconnection )?agreement',
  '(?:agreement|adoption|negotiation|opt[- ]in) request',
  '(?:early ordering|letter of agency|customer questionnaire|agreement request form|neca|cpcn)',
  '(?:section|sec\\.?|§+) ?(?:25[12]|25[12]\\(i\\))|25[12]\\(i\\)|u\\.s\\.c',
  '(?:questionnaire|signature page|countersign\\w*|redlines?|executed copy|point of interconnection|trunk forecast)',
  'cds-\\d{6}',
  '(?:zusammenschaltung|interconnexion|interconexión|interconnexió|interconnessione|interconnectie)',
  '相互接続|互联|상호접속',
])

/** A person says that it is one. */
export const NOT_A_MACHINE = phrases([
  `(?:this|it) (?:is|was)(?:n't| not) an? (?:auto|machine|newsletter|robot|form letter)`,
  `(?:not an? auto(?:matic|mated)?[ -]?(?:reply|response))|(?:i'm|i am|this is) (?:not an? (?:robot|machine)|human)`,
  "this is me (?:writing|typing)|(?:this is|i'm|i am|from) a real (?:person|human)|from me, not from",
  'keine automatische (?:antwort|nachricht)',
])

/** Words of this mailbox's business: notes for everybody seldom use them, people nearly always. */
export const BUSINESS = phrases([
  '(?:interconnection|agreement|contract|amendment|questionnaire|collocation|trunks?|resale|resell|adopt|negotiat|template|redline|section|docket|commission|clec|ocn|acna|early ordering|signature|signed|countersign|draft|forecast|certificate|insurance|w-9|lsr|asr|porting|notices?)',
  'vertrag|contrat|convenio|acuerdo|accordo|overeenkomst|umow|契約|协议|계약',
])

const SCANNER = phrases([
  'scanned (?:document|image|file|from|and sent)|(?:was|been) scanned|scan (?:to|from)|number of images|attachment file type|device (?:location|name|model)|multifunction|mfp\\b|workcentre|printer … scan|message from km_|scan de|eingescannt|numérisé|escaneado|digitalizado',
])
const FAX = phrases([
  '(?:e-?)?fax (?:message |received )?(?:from|de|von)|page fax|fax is attached|received (?:a|an?)? [^.!?]{0,30}fax|incoming fax|fax received|telefax',
])
const VOICEMAIL = phrases([
  '(?:new )?(?:voice ?mail|voice message|missed call)|transcri(?:pt|ption)\\b|anrufbeantworter|message vocal|buzón de voz|mensaje de voz',
])
const WEB_FORM = phrases([
  '(?:visitor|user|customer|someone|person) … (?:submitted|filled|completed|sent) … form',
  '(?:contact|web|online|inquiry|enquiry|website|intake)[ -]?form\\b',
  '(?:submitted|sent|created) (?:the|a|your|via|through|from|using|with) … form',
  'form (?:submission|entry|response|results)|new (?:submission|entry|response|enquiry|inquiry|lead)\\b',
  'kontaktformular|formulaire (?:de contact|en ligne)|formulario (?:de contacto|web)|formulário|contactformulier|modulo di contatto|formularz kontaktowy|お問い?合わ?せフォーム|表单',
])
const FIELD =
  /^\s*(?:your |full |contact |first |company |legal |business )?(?:name|e-?mail(?: address)?|from|company|message|phone|comments?|nombre|nom|nachricht|mensaje|mensagem|messaggio|bericht|naam|firma|empresa|societe|wiadomosc|telefon|telefono|お名前|会社名|姓名|公司)(?: of [a-z ]{2,20})?\s*[:：\t]/im
const RELAYED = phrases([
  '(?:shared|sent) (?:you )?(?:a |an |the |"|\')?[^.!?]{0,60}(?:with you|file|document|message|note|folder|link)',
  '(?:wrote|says|writes|left (?:you )?(?:a|this) (?:message|note)|with this (?:note|message)|message from)\\b',
  '(?:reply|replying|answer)(?:s)? (?:to this (?:e-?mail|message) )?(?:and |goes|go|to answer|will go|directly)',
])

/**
 * Whether a device or a service carried a person's own words or paper: scanners, fax lines, voice mail with its
 * transcript, web forms, services that pass on a file with a note. Returns the words that show it, or null.
 */
export function carriedFor(look: Texts): string | null {
  const text = marked(`${look.subject}\n${look.whole.slice(0, 5000)}`)
  const files = look.mail.attachments.some((file) => !/calendar|\/ics|html|octet-stream/i.test(file.mediaType))
  if (files && testIn(SCANNER, text)) return 'scanner'
  if (files && testIn(FAX, text)) return 'fax'
  if (VOICEMAIL.test(look.subject) && (files || /"[^"]{60,}|transcri/i.test(look.whole))) return 'voice mail'
  if (testIn(WEB_FORM, text) && FIELD.test(look.own)) return 'web form'
  return repliesElsewhere(look) && testIn(RELAYED, text) && speaksForItself(look) ? 'service that passes mail on' : null
}

/** The mail asks that answers go to an address elsewhere than the service that sent it. */
function repliesElsewhere(look: Texts): boolean {
  const reply = look.mail.replyTo[0]?.address ?? ''
  return reply !== '' && reply.slice(reply.lastIndexOf('@') + 1) !== look.domain
}

/** Quoted or not, somebody says "we" or "our" and a matter of this mailbox or a request. */
function speaksForItself(look: Texts): boolean {
  return /\b(?:we|our|us|my|i|i'd)\b/i.test(look.whole) && (OWN_MATTER.test(look.whole) || ASKS.test(look.whole))
}
