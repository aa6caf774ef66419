/** What newsletters, notices to many, subscriptions and signing services say. */
import { phrases } from '../phrases.ts'

/** How to leave a list, or how one came to be on it. */
export const SUBSCRIPTION = phrases([
  'unsubscribe|un-subscribe|(?:un)?subscri(?:bed|ption|ber)s?\\b|opt[- ]out|leave the list|mailing (?:list|preferences)|newsletter',
  '(?:manage|change|update|edit|adjust) (?:your )?(?:\\w+ )?(?:e-?mail )?(?:reminders|preferences|notifications|subscriptions?|settings|alerts|what you)',
  '(?:turn|switch) (?:these |this |off )?(?:\\w+ )?(?:notices|notifications|e-?mails|alerts|reminders)? ?off|turn off this',
  '(?:view|read|open) (?:it |this |on |in )?(?:\\w+ )?(?:the |in |on |in your )?(?:web|browser|online)',
  "you(?: are|'re)? (?:receiv(?:e|ed|ing)|get|getting|got|registered|on (?:the|our|this))(?: this| these| our| as| the)? (?:e-?mails?|messages?|notices?|because|since|through|service list|mailing|distribution|member|list)",
  "(?:abmelden|abbestellen|austragen|newsletter)|se désabonner|désinscri|vous recevez ce|darse de baja|recibe este (?:correo|mensaje)|cancelar (?:la |a )?(?:suscripción|inscrição|assinatura)|disiscriv|annulla(?:re)? (?:l')?iscrizione|afmelden|uitschrijven|wypisz|rezygn|avregistrera|afmeld|配信(?:停止|解除)|登録解除|退订|取消订阅|수신 ?거부|отписаться",
])

/** A circular: it speaks to a class of readers, and wants nothing of this one. */
export const TO_MANY = phrases([
  '(?:dear|attention|hello) (?:all (?:\\w+ )?(?:carriers|customers|partners|providers|members)|valued|interconnected|interconnecting|fellow|colleagues?|subscribers?|members?|customers?|carriers?|partners?|participants?|stakeholders?|providers?|filers?|holders?|clecs?|wholesale|vendors?|suppliers?|users?|industry|service providers?|recipients?)\\b(?! team)',
  'to (?:all|every|each) (?:\\w+ ){0,2}(?:carriers?|customers?|partners?|providers?|members?|holders?|clecs?|subscribers?|recipients?|vendors?|suppliers?|users|participants|organi[sz]ations|interested)\\b',
  '(?:this|the) (?:notice|message|e-?mail|notification|bulletin|letter|alert) (?:went|goes|is (?:being )?sent|was sent|is going|applies) (?:out )?to (?:all|every|each|the)',
  '(?:applies|applicable|distribution|audience) ?(?:to)?:',
  '(?:all|every) (?:interconnected|connected|affected|registered|code|service|wholesale|carrier|clec|customer)s? (?:carriers?|holders?|providers?|customers?|partners?|users?)',
  'no action (?:on your (?:side|part) )?is (?:needed|required|necessary)|no action (?:needed|required)',
  '(?:mail|messages?|replies|e-?mails?) (?:sent )?to this (?:address|mailbox) (?:is|are|will be|will not be|go|cannot) (?:discarded|not|deleted|unread|ignored|read|be)',
  '(?:this is a )?system (?:notice|notification|message)|(?:will|may) be (?:unavailable|offline|down for)|(?:planned|scheduled|emergency) (?:maintenance|outage|work)|maintenance (?:window|notice|notification)|service affecting|(?:a )?completion (?:message|notice)',
  '(?:has been|have been|was|were|is now|are now|is|are) (?:\\w+ )?(?:published|posted|available (?:at|on|for download|in the portal)|accepted for filing|released|scheduled)',
  '(?:effective date|notification category|target audience|issue date|bulletin|comment period) ?:|on the service list|docket subscription',
  'an alle (?:kunden|partner|carrier)|sehr geehrte (?:kundin|kunden|partner|carrier)|à tous (?:nos|les)|chers? (?:clients?|partenaires?|abonnés?)|a todos (?:los|nuestros|os)|estimados? (?:clientes|operadores|socios)|aan alle|geachte (?:klant|relatie)|各位|お客様各位|関係者各位|尊敬的(?:客户|用户)|고객 ?여러분',
])

/** Notices of signing services, which pass on no words of the person who sent the paper. */
export const SIGNING = phrases([
  'envelope (?:id|digest|has)|electronic signature (?:service|platform)|docusign|adobe (?:acrobat )?sign|hellosign|dropbox sign|pandadoc|signnow|certificate of completion',
  '(?:has|have|is) (?:requested|requesting|asked for) your signature|(?:signature|signing) requested|requested your signature|awaiting your signature|waiting for (?:your|other) sign',
  '(?:view|review|open) (?:and sign|completed |the )?(?:the )?documents?|review and sign|sign (?:now|the document here|document)',
  '(?:all parties|everyone|all signers|both parties) (?:have|has|will) (?:completed|signed|finished|receive)',
  'documents? (?:has|have) been (?:completed|signed|voided|viewed|declined|sent to you)|(?:viewed|completed|signed|declined|voided) (?:by all|your document|the document)',
  'you (?:have )?(?:signed|declined|completed)|will sign|agreement history|next signer',
  'do not share this (?:e-?mail|link)|(?:access|security) code|audit (?:certificate|trail)',
  'zur unterschrift|unterzeichne(?:n|t) sie|demande de signature|à signer|solicita su firma|firmar el documento|assinatura solicitada|richiesta di firma|ondertekeningsverzoek|ondertekenen|prośba o podpis|署名依頼|签署',
])

/** Local parts of departments that write to many. */
export const BULK_LOCAL =
  /^(?:news|newsletter|notices?|notifications?|notify|updates?|alerts?|events?|announce\w*|agenda|bulletins?|digest|info|marketing|communications?|mailings?|eservice|e-?dockets?|envelopes?|calendar\w*|meetings?|webinars?|listserv|circulars?|reports?|maint\w*|noc-?maint\w*|wholesale-?notices?|backups?|cron|root|monitor\w*|nagios|zabbix|surveys?|feedback|invitations?|[a-z]{0,30}-?(?:notices?|notifications?|alerts?|news|updates?|maint|request|announce|events?|dmarc))(?:[-+_.].*)?$/i
export const BULK_NAME =
  /\b(?:notifications?|notices?|newsletter|alerts?|bulletins?|weekly|daily|digest|electronic service|administration|subscriptions?|e-?filing|reports?|records|updates|events|aggregator|calendar|meetings|via)\b/i

/** Reports that mail systems send each other (RFC 7489, RFC 8460) by subject or file name. */
export const REPORT_SUBJECT =
  /^\s*(?:\[preview\]\s*)?(?:report domain:|dmarc (?:aggregate|report)|tls-?rpt|report-id:|complaint about message from \d)|\breport[ -]id:\s?\S/i
export const REPORT_FILE = /^[^!\s]{3,120}!(?:[^!\s]{3,120}!)\d{9,10}!\d{9,10}/
export const DIGEST_SUBJECT =
  /\bdigest\b|\bvol(?:ume|\.)? ?\d+,? (?:issue|no)\b|\b(?:daily|weekly|monthly) (?:quarantine|summary|filings|report|update)\b/i

/** Networks, surveys and machines that report about themselves. */
export const SERVICE_TALK = phrases([
  'wants? to connect|add you to my (?:professional )?network|view profile|this (?:e-?mail|message) was intended for|invited you to (?:join|follow)|(?:accept|ignore) invitation|people you may know',
  '(?:take|answer|complete) (?:this|our|a) (?:\\w+ )?survey|satisfaction survey|rate (?:our (?:service|support)|your (?:experience|visit)|us\\b)|how did we do|your feedback|two minutes to',
  '(?:this )?incident (?:has been|is|was) (?:resolved|identified|investigat|monitor)|(?:recording|invoice|statement|report|bill) is (?:now )?(?:available|ready)|status updates?',
  '(?:backup|cron|job|scan|script|replication|sync|host|server|disk|service|certificate|monitor)\\b … (?:finished|completed|failed|succeeded|is (?:up|down|critical|ok)|warning|threshold|result|usage)|(?:daily|weekly|monthly) (?:summary|report|digest|statement)',
])
