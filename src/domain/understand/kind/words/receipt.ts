/** What desks, ticket systems and shared mailboxes say when a mail has come in. */
import { phrases } from '../phrases.ts'

const WHAT =
  '(?:request|ticket|case|inquiry|enquiry|message|e-?mail|mail|submission|issue|query|correspondence|application|filing|communication|report|comment|question)s?'

/** A mail of ours has come in or is being dealt with. */
export const RECEIVED = phrases(
  [
    `(?:your|the|this|a|an|new) (?:\\w+ )?${WHAT} … (?:has been|have been|was|is|has) (?:successfully |now |being |safely )?(?:received|logged|created|opened|open\\b|registered|assigned|entered|submitted|recorded|queued|routed|arrived|reached|updated|in the queue|under review|reviewed|processed|resolved|closed|solved|placed|forwarded|passed (?:on )?to|uploaded|delivered to)`,
    `we(?:'ve| have)? (?:got|received) it\\b|has reached (?:the|our) \\w+|(?:we|i|it) (?:have |has |'ve )?(?:now |successfully |also )?(?:got|received|logged|registered|recorded) (?:your|the|this) (?:\\w+ )?${WHAT}`,
    `(?:confirms?|confirming|confirm|acknowledg(?:e|es|ing|ement of)|notice of) (?:the |your )?(?:receipt … ${WHAT}|transmission|electronic|that (?:we have received|your ${WHAT}))`,
    '(?:confirmation|acknowledg(?:e)?ment) of (?:receipt|delivery)',
    'this (?:is to|will|note will|message will|e-?mail will|letter will) (?:confirm|acknowledge|let you know)',
    '(?:entered|logged|recorded|placed|opened|filed) in our (?:\\w+ )?(?:system|queue|register)',
    '(?:ticket|case|incident|request|issue|inquiry)s? (?:#|no\\.? ?|number )?[a-z]{0,8}-?\\d{3,} (?:has been|was|is now) (?:successfully )?(?:created|opened|logged|registered|assigned|updated|closed|resolved|solved|received)',
    '(?:request |ticket |case )?status (?:changed|updated|has changed|is now)|(?:changed|updated|set) the status|(?:your|this) (?:inbox|message|mail|e-?mail) is (?:number )?\\d+',
    `(?:has|have) received your (?:\\w+ )?${WHAT}`,
    '(?:ticket|case|caso|chamado|vorgang|dossier|incident|incidente|zgłoszenie|pratica|zaak)\\b … (?:cread[oa]|abiert[oa]|cerrad[oa]|criad[oa]|abert[oa]|créé|ouvert|fermé|erstellt|angelegt|geschlossen|aperto|chiuso|aangemaakt|gesloten|utworzon|zamkni|is now (?:closed|open|solved))|hemos (?:creado|abierto|registrado)|(?:creamos|abrimos|criámos) (?:el|o) ',
    'has been opened on your behalf|(?:uploaded|submitted|transmitted|sent) successfully|confirmation (?:code|number)',
    'thank you for (?:contacting|reaching out to|writing to|your (?:message|e-?mail|request|inquiry|enquiry|interest|submission))',
    'thanks for (?:contacting|reaching out to|getting in touch|writing to)',
  ],
  [
    '(?:ihre?r?|die|zu ihrer|ein(?:en)?) (?:anfrage|nachricht|e-?mail|mail|schreiben|ticket|anliegen|mitteilung|meldung|vorgang|fall) … (?:erhalten|eingegangen|registriert|erfasst|angelegt|erstellt|eröffnet|empfangen|aufgenommen|entgegengenommen)',
    'wir haben (?:ihre|ihr) (?:anfrage|nachricht|e-?mail|mail|schreiben|anliegen|meldung) [^.!?]{0,30}erhalten',
    '(?:vorgang|ticket|fall|störung|anfrage)(?:s?nummer)?[^.!?]{0,40}(?:angelegt|erstellt|eröffnet|lautet)',
    '(?:eingangs|empfangs|lese)bestätigung',
    'bestätigen (?:wir )?(?:ihnen )?(?:hiermit )?den (?:eingang|erhalt|empfang)',
  ],
  [
    '(?:votre|vos|la|une) (?:demande|message|courriel|e-?mail|requête|courrier|ticket|correspondance) … (?:reçue?s?|enregistrée?s?|prise? en compte|transmise?|créée?|ouverte?|traitée?)',
    'nous avons (?:bien )?reçu (?:votre|vos)',
    '(?:accus(?:é|ons)) (?:de )?réception',
    'bien (?:été )?reçue? (?:votre|et)',
  ],
  [
    '(?:su|tu|sus|la|el) (?:solicitud|mensaje|correo|consulta|petición|caso|incidencia|comunicación) … (?:recibid[oa]|registrad[oa]|cread[oa]|asignad[oa]|atendid[oa]|abiert[oa])',
    'hemos recibido su',
    '(?:acuse|acusamos|confirmamos) (?:de )?(?:el |la )?(?:recibo|recepción)',
    'recebemos (?:a sua|o seu|sua|seu)',
    '(?:sua|seu|o seu|a sua) (?:solicitação|mensagem|pedido|e-?mail|chamado|contacto|contato) … (?:recebid|registrad|registad|criad|abert|encaminhad)',
    '(?:acusamos|confirmamos) (?:a |o )?(?:recepção|receção|recebimento)',
  ],
  [
    '(?:la sua|la vostra|il suo|il vostro|sua|vostra) (?:richiesta|messaggio|e-?mail|segnalazione|comunicazione) … (?:ricevut|registrat|pres[ao] in carico|esaminat|aperta|inoltrat)',
    'abbiamo ricevuto (?:la|il)',
    '(?:uw|je) (?:bericht|aanvraag|verzoek|e-?mail|vraag|melding|mail) … (?:ontvangen|geregistreerd|aangemaakt|in behandeling|doorgestuurd)',
    '(?:wij|we) hebben (?:uw|je) [^.!?]{0,30}(?:ontvangen)',
    'ontvangstbevestiging',
  ],
  [
    '(?:otrzymaliśmy|potwierdzamy (?:otrzymanie|przyjęcie))',
    '(?:zgłoszenie|wiadomość|zapytanie) … (?:przyjęte|zarejestrowan|otrzyman|utworzon|dotarł)',
    '(?:vi har (?:tagit emot|mottagit|modtaget|mottatt)|har registrerats|er (?:blevet )?(?:modtaget|registrert|registreret|mottatt))',
    '(?:viestisi|pyyntösi|olemme) (?:on )?(?:vastaanot|saanut|kirjattu)',
    '(?:obdrželi jsme|přijali jsme|vaše zpráva byla|megkaptuk|am primit (?:mesajul|solicitarea)|talebiniz (?:alın|oluştur)|mesajınız (?:alın|ulaş))',
  ],
  [
    '(?:(?:お問い?合わ?せ|メール|ご連絡|リクエスト|申請)[^。]{0,30}(?:受け付け|受付|受信|拝受|受領)|受け?付け?(?:いた|ました|完了|番号)|(?:お問い?合わ?せ|受付|チケット)番号)',
    '(?:(?:您|你)的?[^。]{0,30}(?:已(?:收到|受理|创建|提交|登记|建立)|工单)|工单(?:号|编号)|已收到(?:您|你)|受理编号|我们已(?:经)?收到)',
    '(?:접수(?:되|하|번호)|문의 ?번호|티켓 ?번호)',
    '(?:ваше (?:обращение|письмо|сообщение|заявка)|ваша заявка|заявка (?:№|принята|зарегистрирована)|получили ваше)',
  ],
)

/** What follows at a desk: who will look, how soon, under which number. */
export const QUEUE = phrases([
  'one of our (?:\\w+ )?(?:agents|team|representatives|specialists|staff|associates|experts|people|advisors)',
  '(?:a|an|our) (?:\\w+ )?(?:member of (?:our|the)|representative|team member|agent|specialist|associate|colleague|engineer) … (?:will|shall|can)',
  '(?:somebody|someone|we|staff|a person|our team|the team) (?:will|shall|should) (?:\\w+ )?(?:look|review|respond|reply|contact|get back|be in touch|answer|follow up|reach out|attend)',
  '(?:within|inside|in|under) (?:the next )?(?:\\w+ ){0,2}(?:\\d+|one|two|three|five|ten|few)? ?(?:-|to )?\\d{0,2} ?(?:business|working|calendar)? ?(?:hours?|days?)',
  '(?:in the order|as soon as possible|shortly|business hours|office hours|read on \\w+days|turnaround|response times?)',
  '(?:ticket|case|request|reference|incident|tracking|confirmation|docket|matter)(?: ?(?:number|id|no\\.?|#|ref))? ?(?:is|:|#|-)? ?#?[a-z]{0,6}-?\\d{3,}',
  '(?:keep|leave|quote|include|use|mention) (?:this|that|the) (?:\\w+ ){0,2}(?:number|id|reference|ref|subject)',
  'number in the subject|next available|take over shortly',
  '(?:do|please do) not (?:reply|respond|answer)|no need to (?:reply|answer|respond)',
  '(?:view|track|follow|check) (?:your|the|this) (?:\\w+ )?(?:request|ticket|case|status)',
  'additional comments|(?:reply|write|response|type your (?:reply|response)|add your reply) above this line',
  '(?:ticket|vorgangs|bearbeitungs|fall|referenz)-?nummer|bearbeitungszeit|schnellstmöglich|werktag|betreffzeile',
  `numéro de (?:ticket|dossier|demande|suivi)|meilleurs délais|plus brefs délais|jours ouvr|ne pas répondre`,
  'número (?:de|do|da) (?:ticket|caso|folio|solicitud|chamado|protocolo|pedido|referencia)|a la brevedad|días hábiles|dias úteis|no responda|não responda',
  'numero (?:di )?(?:ticket|pratica|protocollo)|giorni lavorativi|ticketnummer|zaaknummer|werkdagen|numer (?:zgłoszenia|sprawy)|dni robocz|ärendenummer|sagsnummer|saksnummer',
  '順次|営業日|担当者より|番号|工作日|尽快|儘快|영업일|빠른 시일',
])

/** A sender that wants a sign of life from us before it hands our mail on. */
export const CHALLENGE = phrases([
  '(?:message|mail|e-?mail) … (?:being held|is held|was held|has been held|on hold|is pending|awaits?) … (?:until|because|approved|confirm|verif|moderator)',
  '(?:approved|allowed|trusted|known) senders?',
  "(?:confirm|verify|prove) (?:that )?you(?: a|')re (?:a |an |not a )?(?:person|human|real|robot)|verify your (?:message|mail|e-?mail) to|(?:waiting|held) in (?:our|the|a) (?:queue|quarantine)",
  'to have it delivered',
  "(?:your|this|the) (?:message|mail|e-?mail|note) is held|(?:comes?|go(?:es)?|gets?) straight through|(?:not|aren't) (?:in|on) my (?:contact |safe |allowed |sender )*list|(?:keep|stop) (?:the )?(?:junk|spam) (?:out|away)",
  'confirm your (?:message|mail|e-?mail) to',
  '(?:anti-?spam|challenge)[- ](?:verification|response|check)',
  'awaits moderator approval|held for (?:moderator|moderation|approval)',
])

/** Subjects that name a mail by number. */
export const NUMBER_SUBJECT =
  /\[?(?:ticket|case|request|incident|issue|vorgang|zgloszenie|demande|solicitud|chamado|sr|caso)\s?(?:#|id|no\.?|number|nr\.?|n°)?[:\s#-]{0,3}[A-Z]{0,6}-?\d{3,}|\[[A-Z]{2,12}-\d{1,7}\]|^(?:re:\s*)?[A-Z]{2,12}-\d{2,7}\b|\b(?:INC|REQ|RITM|CS|CHG|SR|TKT|HD)-?\d{5,}|\[#\d{3,}\]/i
/** Subjects that say that a mail has come in. */
export const RECEIVED_SUBJECT =
  /\[request received\]|(?:ticket|case|request|message|e-?mail|inquiry) (?:has been |was |is )?(?:received|created|opened|registered|logged|acknowledged)|(?:we (?:have )?(?:received|got)|we have) your|opened on your behalf|(?:receipt|acknowledgement|acknowledgment) of your|received your (?:request|message|e-?mail)|thank you for (?:contacting|your (?:message|e-?mail|inquiry|request))|confirmation of receipt|eingangsbestatigung|empfangsbestatigung|eingang ihrer|accuse de reception|acuse de recibo|confirmacion de recepcion|confirmacao de (?:recebimento|rececao)|ontvangstbevestiging|conferma di ricezione|potwierdzenie|受付(?:完了|番号|の)|お問い?合わ?せ(?:を|あり|受付)|已收到|접수/i
