/**
 * What machines write, in the languages carriers and their suppliers use. Subjects are looked at from their start, after
 * "[EXTERNAL]" and such, so that a person's "Re: Automatic reply: …" is not one. No pattern has nested repetition.
 */

/** Subjects that only a responder writes. */
export const AUTO_REPLY_SUBJECT =
  /^\s*(?:auto(?:matic(?:ally generated)?|mated|mat)?[ -]?(?:re(?:ply|sponse|sponder)|answer|acknowledg)|auto\s?:|autom(?:\.|atische) antwort|automatische antwort|automatisch antwoord|automatische reactie|réponse automatique|reponse automatique|respuesta automática|respuesta automatica|resposta automática|resposta automatica|risposta automatica|autosvar|automatiskt svar|automatisk svar|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď|автоответ|автоматический ответ|自動返信|自動応答|自动回复|自動回覆|자동 회신|자동응답|read:|not read:|gelesen:|lu\s?:|leído:|accepted:|declined:|tentative(?:ly accepted)?:|zugesagt:|abgesagt:|angenommen:|abgelehnt:|accepté\s?:|refusé\s?:|aceptad[ao]:|rechazad[ao]:|new time proposed:)/i

/** Subjects about an absence: a person may write one too, so the body must agree. */
export const ABSENCE_SUBJECT =
  /(?:out of (?:the )?office|\booo\b|on (?:vacation|leave|holiday|pto)|away from (?:my|the) (?:desk|office|e?-?mail)|abwesen|nicht im (?:büro|haus)|absence|absent|hors (?:du|de) bureau|en congé|fuera de (?:la )?oficina|ausen|fuori ufficio|assenza|assente|afwezig|fora do escritório|férias|frånvaro|fravær|不在|休暇|nieobecn|urlaub|vacances|vacaciones|mailbox is closed|no longer (?:with|monitored|in use))/i

/** Sentences that say the addressee is away, gone, or not reading. */
export const ABSENCE_TEXT =
  /(?:\b(?:i am|i'm|i will be|i'll be|we are|is|currently)\b[^.!?\n]{0,30}\b(?:out of (?:the |my )?office|on (?:annual |sick |parental |maternity |paternity |medical |extended )?(?:leave|vacation|holiday|pto)|away (?:from|until|on)|travell?ing\b|out until|unavailable)|\b(?:will|with) (?:have )?(?:limited|no|spotty|intermittent|little) (?:or no )?(?:access to |e-?mail|cell|internet)|\bno longer (?:with|works?|employed|monitor|in use)|\bmail(?:box)? (?:is closed|sent to me .{0,40}will not be read|is no longer monitored)|\b(?:vacation|auto)[ -]?(?:responder|reply message)|nicht im (?:büro|haus)|nicht (?:mehr )?(?:erreichbar|im unternehmen)|\babwesend|\bim urlaub|ihre nachricht wird nicht|je suis (?:actuellement )?(?:absent|en congé|en vacances|en déplacement)|absente? du bureau|hors du bureau|estaré (?:ausente|fuera)|estoy (?:ausente|fuera|de vacaciones)|no regresaré|fuera de la oficina|sono (?:assente|fuori|in ferie)|sarò assente|ben (?:ik )?(?:afwezig|met vakantie|niet aanwezig)|ik ben (?:met|op|afwezig|niet)|estarei (?:ausente|fora|de férias)|estou (?:ausente|fora|de férias)|jag är (?:inte|på semester|bortrest)|jeg er (?:ikke|på ferie|bortreist)|olen poissa|jestem (?:poza|na urlopie|nieobecn)|不在に|休暇(?:中|を)|外出中|休假|不在办公室|부재중|휴가)/i

/** What responders say of themselves. */
export const AUTOMATIC_TEXT =
  /(?:\bthis is an? (?:auto(?:matic(?:ally)?|mated)|system)[ -]?(?:generated)?\b|automat(?:ed|ic|ically generated) (?:response|reply|message|e-?mail|acknowledg|confirmation)|auto-?(?:reply|generated|response)\b|dies ist eine automatische|automatisch (?:generiert|erstellt|gegenereerd)|ceci est (?:un|une) (?:message|réponse) automatique|message automatique|respuesta automática|mensaje automático|messaggio automatico|risposta automatica|mensagem automática|resposta automática|自動(?:送信|返信|応答)|自动(?:发送|回复))/i

/** Receipts of ticket systems. */
export const RECEIPT_TEXT =
  /(?:(?:your|the) (?:request|ticket|case|inquiry|enquiry|message|e-?mail|submission|issue)\b[^.!?\n]{0,60}\b(?:has been|was|is) (?:received|logged|created|opened|registered|assigned|entered|submitted|recorded)|(?:ticket|case|incident|request)\b[^.!?\n]{0,60}\bhas been (?:created|opened|logged|assigned|received)|thank you for (?:contacting|your (?:message|e-?mail|request))[^!?\n]{0,80}(?:has been|was|have) (?:received|entered|logged|registered|assigned|your)|(?:entered|logged|recorded) in our (?:\w+ )?system|reply above this line|type your reply above|just confirming that we got your request|we(?: have|'ve) received your (?:request|message|e-?mail|inquiry|ticket)|a ticket has been|ticketnummer|vorgangsnummer|numéro de (?:ticket|dossier)|número de (?:ticket|caso))/i

/** Ticket numbers in a subject. */
export const RECEIPT_SUBJECT =
  /(?:\[?(?:ticket|case|request|incident|issue)\s?(?:#|id|no\.?|number)[:\s]?\s?[A-Z]{0,4}-?\d{3,}|\[[A-Z]{2,12}-\d{1,7}\]|^[A-Z]{2,12}-\d{1,7}\b|\b(?:INC|REQ|RITM|CS|CHG|SR)\d{5,}|\[request received\]|request received|we (?:have )?received your|has been opened on your behalf|ticket (?:received|created|opened)|case (?:received|created|opened))/i

/** Subjects of delivery failures and delays. */
export const BOUNCE_SUBJECT =
  /^\s*(?:\*{0,3}\s*)?(?:undeliver(?:ed|able|y)|un(?:known|zustellbar)|nicht zustellbar|non[ -]?remis|courrier non remis|no se puede entregar|no entregado|impossibile recapitare|mancata consegna|onbestelbaar|não entregue|delivery (?:status )?(?:notification|failure|failed|report|error|has failed|problem|unsuccessful|delay)|delivery of your message|failure (?:notice|notification|delivery)|fail(?:ed|ure) (?:to deliver|mail|delivery)|mail (?:delivery )?(?:fail|system error|could not|error|undeliverable|delivery)|mail(?:er)? daemon|message (?:delivery|could not|undeliverable|not delivered|was not|you sent|delayed|has been (?:rejected|blocked)|status - )|returned (?:mail|to sender)|warning:? (?:could not send|message)|(?:your )?(?:e-?mail|message)\b.{0,30}\b(?:could not be|not be|wasn't|was not|undeliverable|rejected|blocked)|non[ -]?deliver(?:y|able)|not delivered|bounced? mail|error (?:sending|delivering|mail)|user unknown|nondeliverable|ndn:|rejected:|recipient (?:unknown|rejected)|mail rejected|wichtig: mail|宛先|配信不能|送信エラー|メール配信|failed recipient|delayed mail|transient (?:failure|delivery)|permanent delivery|postmaster notify|notification d'échec|delivery notification|status of (?:your|mail)|problems? delivering|quota exceeded|mailbox full|returned message|smtp error|\[?(?:bounce|returned)\]?:)/i

/** Sentences of delivery failures and delays. */
export const BOUNCE_TEXT =
  /(?:could not be (?:delivered|sent)|couldn't be delivered|wasn't delivered|was(?: not|n't) (?:delivered|able to deliver)|not been delivered|unable to deliver|delivery (?:to the following|has failed|failed|failure|attempt|has been delayed)|permanent(?:ly)? (?:error|fatal|failure|failed)|returned to (?:the )?sender|undeliver(?:able|ed)|user (?:unknown|not found|doesn't exist)|no such (?:user|recipient|mailbox|address)|mailbox (?:is )?(?:full|unavailable|not found)|recipient (?:address )?rejected|address(?:es)? (?:not found|failed|had (?:permanent|delivery))|(?:following|these) (?:address|recipient)|message still undelivered|could not send message|transcript of (?:the )?session|generated by .{0,40}(?:mail|smtp|delivery)|host (?:or domain name )?(?:unknown|not found)|original message (?:was received|follows|headers)|reporting-mta|diagnostic-code|final-recipient|action: (?:failed|delayed)|status: [45]\.\d|\b5\d\d[ -]5\.\d\.\d|<<< 5\d\d|(?:remote|smtp) (?:host said|server|error)|nicht zugestellt|konnte nicht|n'a pas pu être|no (?:se )?(?:ha podido|pudo) (?:ser )?entrega|quota|over(?: |-)?quota|exceeded|does not exist|doesn't exist|not listed in|配信できません|送信できません|届け)/i

/** Local parts and names under which mail systems write (RFC 2142, RFC 5321 4.5.1). */
export const DAEMON_SENDER =
  /^(?:mailer-?daemon|mail-?daemon|mmdf|post_?master|mail\.?delivery|mdaemon|double-bounce|microsoftexchange[0-9a-f]{8,}|mail-delivery-system|bounce[sd]?(?:[-+_].*)?|abuse-?report|feedbackloop|fbl)$/i
export const DAEMON_NAME =
  /\b(?:mail delivery (?:sub)?system|mailer[- ]daemon|postmaster|mail administrator|system administrator|mail system|delivery system|internet mail delivery|microsoft outlook)\b/i

/** Local parts nobody reads. */
export const NO_REPLY_SENDER =
  /^(?:no-?_?\.?reply|do-?_?not-?_?reply|donot-?reply|nobody|noreply.*|no-reply.*|notify|notification[s]?|alerts?|auto-?confirm|mailer|newsletter|digest)(?:[-+_.].*)?$/i
