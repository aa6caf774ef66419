/** What mail systems write when a mail could not be delivered, or not yet. Texts are compared without accents. */
import { phrases } from '../phrases.ts'

/** Subjects of failures and delays, at the start. */
export const BOUNCE_SUBJECT =
  /^\s*(?:\*{0,3}\s*)?(?:undeliver(?:ed|able|y)|un(?:known|zustellbar)|nicht zustellbar|non[ -]?remis|courrier non remis|no se puede entregar|no entregado|impossibile recapitare|mancata consegna|onbestelbaar|nao entregue|delivery (?:status )?(?:notification|failure|failed|report|error|has failed|problem|unsuccessful|delay)|delivery of your message|failure (?:notice|notification|delivery)|fail(?:ed|ure) (?:to deliver|mail|delivery)|mail (?:delivery )?(?:fail|system error|could not|error|undeliverable|delivery)|mail(?:er)? daemon|message (?:delivery|could not|undeliverable|not delivered|was not|you sent|delayed|has been (?:rejected|blocked)|status - )|returned (?:mail|to sender)|warning:? (?:could not send|message)|(?:your )?(?:e-?mail|message)\b.{0,30}\b(?:could not be|not be|wasn't|was not|undeliverable|rejected|blocked)|non[ -]?deliver(?:y|able)|not delivered|bounced? mail|error (?:sending|delivering|mail)|user unknown|nondeliverable|ndn:|rejected:|recipient (?:unknown|rejected)|mail rejected|wichtig: mail|宛先|配信不能|送信エラー|メール配信|failed recipient|delayed mail|transient (?:failure|delivery)|permanent delivery|postmaster notify|notification d'echec|delivery notification|status of (?:your|mail)|problems? delivering|quota exceeded|mailbox full|returned message|smtp error|\[?(?:bounced?|returned)\]?:)/i

/** The same in other languages, and further back in a subject. */
export const BOUNCE_SUBJECT_ABROAD = phrases(
  [
    'unzustellbar|nicht zustellbar|zustell(?:ung|fehler|bericht|problem)[^.!?]{0,30}(?:fehl|nicht|verzöger|problem)?|zustellung (?:fehlgeschlagen|nicht möglich|verzögert)|fehler bei der (?:nachrichten)?(?:zustellung|übermittlung)|übermittlungsstatus|rückläufer|(?:e-?mail|nachricht) (?:kam zurück|zurückgewiesen|abgelehnt)|rücksendung',
    `non (?:remis|distribué|délivré)e?|échec (?:de|d') ?(?:la )?(?:remise|livraison|distribution|envoi)|message non|remise (?:retardée|impossible|différée)|avis de non|courrier (?:non|retourné)|courriel (?:non|rejeté|refusé)|message (?:rejeté|refusé)`,
    'no (?:se )?(?:ha podido|pudo|puede|fue posible|se pudo) (?:ser )?(?:entreg|enviar|envia)|no entregad|mensaje (?:no|devuelto|rechazado)|correo devuelto|error (?:de|en la) entrega|entrega (?:fallida|retrasada|aplazada)|aviso de entrega|notificación (?:del estado|de estado|de error)|imposible entregar',
    'não (?:é possível|foi possível|pôde ser|foi) entreg|não entregue|entrega (?:adiada|falhou|falhada|atrasada|mal)|falha (?:na|de) entrega|mensagem (?:não|devolvida|rejeitada)|devolução de (?:mensagem|correio)|impossível entregar',
    'mancat[ao] (?:consegna|recapito)|non recapitabil|impossibile (?:recapitare|consegnare)|consegna (?:fallita|ritardata|non riuscita)|messaggio (?:non|respinto)|errore di (?:consegna|recapito)',
    'onbestelbaar|niet (?:bezorgd|afgeleverd|bestelbaar)|bezorg(?:fout|ing mislukt)|aflevering mislukt|vertraagd bericht|niet te bezorgen',
    'nie (?:można|udało się|dało się) dostarcz|niedostarcz|nieudane dostarcz|niepowodzenie dostarcz|błąd (?:dostarcz|wysyłania)|opóźnien',
    'olevererbar|kan inte levereras|kunde inte (?:levereras|skickas)|kan ikke leveres|kunne ikke leveres|ikke levert|ei voitu toimittaa|toimittaminen (?:epäonnistui|viivästyi)|nedoručiteln|nelze doručit|kézbesíthetetlen|kézbesítési|teslim edilemedi|nelivrat',
  ],
  [
    '(?:配信|配送|送信)(?:不能|エラー|できません|失敗|遅延|未完了)|送信できません|届きませんでした|宛先(?:不明|エラー)|エラーメール|メールエラー|未配達|不達',
    '(?:无法|無法|未能)(?:送达|投递|传递|傳遞|送達|发送)|退信|投递失败|发送失败|传递失败|系统退信|延迟投递',
    '(?:배달|전송)(?:되지| ?실패| ?지연)|반송',
    'недоставлен|не доставлено|ошибка доставки|не может быть доставлен|не вдалося доставити',
  ],
)

/** Refusals and hold-ups that gateways and lists announce, anywhere in a subject. */
export const REFUSED_SUBJECT = phrases([
  '(?:message|mail|e-?mail|post(?:ing)?|request)\\b … (?:was|has been|is|were)? ?(?:not delivered|not accepted|rejected|blocked|bounced|quarantined|returned|undeliverable|refused)',
  'exceeds (?:the )?(?:fixed |maximum |size )?(?:size )?limit',
  'still being retried|delivery (?:is |has been )?delayed',
  'your (?:message|mail|post) (?:to|was) [^.!?]{0,60}(?:rejected|awaits|not)',
])

/** Sentences of failures and delays. */
export const BOUNCE_TEXT =
  /(?:could not be (?:delivered|sent)|couldn't be delivered|wasn't delivered|was(?: not|n't) (?:delivered|able to deliver)|not been delivered|unable to deliver|delivery (?:to the following|has failed|failed|failure|attempt|has been delayed)|permanent(?:ly)? (?:error|fatal|failure|failed)|returned to (?:the )?sender|undeliver(?:able|ed)|user (?:unknown|not found|doesn't exist)|no such (?:user|recipient|mailbox|address)|mailbox (?:is )?(?:full|unavailable|not found)|recipient (?:address )?rejected|address(?:es)? (?:not found|failed|had (?:permanent|delivery))|(?:following|these) (?:address|recipient)|message still undelivered|could not send message|transcript of (?:the )?session|generated by .{0,40}(?:mail|smtp|delivery)|host (?:or domain name )?(?:unknown|not found)|original message (?:was received|follows|headers)|reporting-mta|diagnostic-code|final-recipient|action: (?:failed|delayed)|status: [45]\.\d|\b5\d\d[ -]5\.\d\.\d|<<< 5\d\d|(?:remote|smtp) (?:host said|server|error)|nicht zugestellt|konnte nicht|n'a pas pu etre|no (?:se )?(?:ha podido|pudo) (?:ser )?entrega|quota|over(?: |-)?quota|exceeded|does not exist|doesn't exist|not listed in|配信できません|送信できません|届け)/i

/** The same in other languages and from gateways. */
export const BOUNCE_TEXT_ABROAD = phrases(
  [
    "(?:was|has been|were) (?:not accepted|rejected|refused|blocked|not (?:yet )?(?:been )?delivered)|did not reach|rejected by (?:the|our|your)|has been rejected|no further attempts|(?:we|it) (?:have |has )?(?:tried|will (?:keep|try|be retried))|there will be no|send the message again|not a valid (?:mailbox|address|recipient|user)|not yet been delivered|could not be (?:scanned|relayed|accepted)|not in service|(?:has|have) been (?:deleted|dropped)|giving up|gave up|(?:we )?(?:could not|couldn't|can't|cannot) (?:find|deliver|reach|hand|pass|place)(?: (?:on|over))?(?: your (?:message|mail|e-?mail)| \\S+@)?|(?:didn't|did not|hasn't) (?:make it|get through|arrive|go through)|(?:message|mail|e-?mail) (?:wasn't|was not|could not be) (?:posted|placed|handed)|address (?:is not|isn't|was never) (?:set up|known|in use)",
    '(?:konnte|konnten|kann|wurde|wird)(?: \\S+)? … nicht (?:zugestellt|übermittelt|ausgeliefert|gesendet|angenommen|zustellbar|erreicht)|nicht zugestellt|nicht gefunden|postfach (?:ist )?voll|(?:empfänger|adresse) … (?:unbekannt|existiert nicht|nicht gefunden)|folgende(?:n)? empfänger|annahme (?:verweigert|abgelehnt)|kam zurück|zurückgewiesen|abgewiesen|verweigert|fehler bei der',
    `n'(?:a|ont) (?:pas )?(?:pu|pas été|jamais) … (?:remis|distribué|livré|délivré|acheminé|transmis)|n'existe pas|boîte (?:aux lettres )?(?:[^.!?]{0,30} )?(?:pleine|désactivée|saturée|inconnue)|destinataire (?:inconnu|introuvable)|(?:adresse|boîte) … inconnue|a été (?:supprimé|rejeté|refusé)|rejeté|(?:aucune )?nouvelle tentative`,
    'no (?:se )?(?:ha podido|pudo|fue|ha sido|puede|pudo ser) (?:ser )?(?:entreg|enviad)|fue devuelto|devuelto|(?:buzón|bandeja) (?:de correo )?(?:está )?(?:lleno|llena)|no existe|(?:usuario|destinatario|dirección) (?:desconocid|inexistente|no (?:válid|encontrad))|seguiremos intentando|nuevos? intentos?',
    'não (?:foi|pôde|pode|ainda) … (?:entregue|enviada|enviado)|ainda não foi|(?:caixa|buzón) … (?:cheia|lotada)|não existe|(?:destinatário|usuário|utilizador|endereço) (?:desconhecid|inexistente|inválid)|novas tentativas|devolvida',
    'non (?:è stato|è stata|è|può essere) (?:possibile )?(?:recapitat|consegnat|recapitare|consegnare)|casella (?:di posta )?(?:è )?piena|(?:destinatario|utente|indirizzo) (?:sconosciut|inesistente|non)|nuovi tentativi',
    '(?:kon|kan|is|werd) … niet (?:worden )?(?:bezorgd|afgeleverd|besteld|verzonden)|(?:postbus|mailbox) (?:is )?vol|bestaat niet|onbekende? (?:gebruiker|ontvanger|adres)',
    'nie (?:mogła|może|można|została|udało|został) … dostarcz|skrzynka (?:[^.!?]{0,30} )?(?:pełna|przepełniona)|nie istnieje|nieznany (?:odbiorca|użytkownik|adres)',
    'kunde inte (?:levereras|skickas)|kunne ikke leveres|ei voitu toimittaa|nelze doručit|nebyla doručena|nem kézbesíthető|teslim edilemedi|nu a putut fi livrat',
  ],
  [
    '届ける?ことができ|届きませんでした|お届けできません|宛先(?:不明|が見つか|に(?:届|送))|配信できません|送信できません|配送できません|存在しません',
    '(?:无法|無法|未能|没有)(?:被)?(?:送达|投递|传递|送達)|(?:收件人|地址|用户)(?:不存在|未知|无效)|邮箱已满|被(?:拒绝|退回)',
    '배달(?:되지|할 수)|전송되지|존재하지 않|사서함이 가득',
    'не (?:может|удалось|было|был[ао]?) (?:быть )?доставлен|не удалось доставить|ящик переполнен|не существует',
  ],
)

/** Codes that mail servers answer with (RFC 3463, RFC 5321 4.2). */
export const SMTP_CODE =
  /(?:^|[\s(#"'])(?:[45]\d\d[ -])?#?[45]\.\d{1,2}\.\d{1,3}\b|<<< [45]\d\d|\b(?:smtp|lmtp|rcpt to|host)\b[^\n]{0,80}\b[45]\d\d\b|\b5[05]\d (?:relay|mailbox|user|no |requested|unknown|recipient|address|message|sorry)|diagnostic-code|final-recipient|reporting-mta/i

/** A mailing list did not take a mail of ours. */
export const POST_REFUSED = phrases([
  "(?:group|list) you tried to (?:contact|reach|post to)|permission to post (?:messages|to)|(?:message|mail|post) (?:wasn't|could not be|couldn't be|was not) posted",
  '(?:posting|request|message|post)s? … (?:rejected|not allowed|refused|discarded) … (?:moderator|list)|posting of your message|(?:not|non-?members are not) (?:allowed|permitted|authorized) to post|(?:you are )?not (?:a )?(?:subscribed )?members? of (?:this|the) (?:mailing )?list|(?:was|has) not (?:been )?posted|you are not subscribed|non-?member submission',
])
