/** What responders put into subjects, and what they say of themselves, in the languages that mail programs speak. */
import { phrases } from '../phrases.ts'

/** Subjects that only a responder writes; at the start, so that a person's "Re: Automatic reply: …" is none. */
export const AUTO_SUBJECT = new RegExp(
  `^\\W{0,3}(?:${[
    'auto(?:matic(?:ally generated)?|mated|mat)?[ -]?(?:re(?:ply|sponse|sponder)|answer|acknowledg|message|notification of)',
    'auto ?:',
    'vacation (?:reply|response|message|notice)',
    'out[ -]of[ -](?:the )?office(?: (?:auto-?reply|notification|message|re:|:))',
    '(?:autom\\.|automatische) (?:antwort|reactie|eingangs)',
    'abwesenheits(?:notiz|nachricht|benachrichtigung|meldung|assistent)',
    'automatisch antwoord',
    'reponse automatique',
    "message (?:automatique|d'absence)",
    "avis d'absence",
    '(?:respuesta|resposta|risposta|mensaje|mensagem|messaggio) automati',
    'auto(?:svar|matisk(?:t)? svar)',
    'fravaersmelding|franvaromeddelande|fravaersbesked',
    'automaattinen vastaus',
    '(?:odpowiedz automatyczna|automatyczna odpowiedz|autoodpowiedz)',
    'automatic(?:ka|ke|ki) odpov',
    'automatikus valasz',
    'raspuns automat',
    'otomatik (?:yanit|cevap)',
    'automatski odgovor|samodejni odgovor|automatinis atsakymas|automaatvastus|balasan otomatis|tra loi tu dong',
    'автоответ|автоматическии ответ|автоматична відповідь|автоматичен отговор|αυτοματη απαντηση',
    '.{0,3}自動(?:返信|応答|送信|回覆)|.{0,3}自动(?:回复|答复|回覆)|.{0,3}자동 ?(?:회신|응답|답장)|.{0,3}不在の(?:お知らせ|ご連絡|通知)',
    'תשובה אוטומטית|מענה אוטומטי|رد تلقائي|الرد التلقائي',
  ].join('|')})`,
  'i',
)

/** The same words further back: "Office closed – automatic reply". */
export const AUTO_SUBJECT_LATER = phrases([
  '(?<!(?:your|an?|that|his|her|the|another|no) )\\bauto(?:matic|mated)?[ -]?(?:reply|response|responder|acknowledg)',
  'automatische antwort',
  'reponse automatique',
  '(?:respuesta|resposta|risposta) automati',
  '自動返信',
  '自动回复',
])

/** Read receipts (RFC 8098) and calendar answers (RFC 5546) by their subjects; people write headlines like these too. */
export const RECEIPT_SUBJECT = new RegExp(
  `^\\s*(?:${[
    'read|not read|gelesen|ungelesen geloscht|nicht gelesen|lu|lue|non lu|leido|no leido|lida|lido|nao lida|letto|non letto|gelezen|niet gelezen|przeczytano|last|laest|lest|luettu|precteno|olvasva|citit|okundu|прочитано|开封済み|開封済み|已读|已讀|읽음|return receipt[^:]{0,20}|read receipt|lesebestatigung|accuse de lecture|confirmacion de lectura|confirmacao de leitura',
    'accepted|declined|tentative(?:ly accepted)?|maybe|new time proposed|zugesagt|abgesagt|angenommen|akzeptiert|abgelehnt|mit vorbehalt|accepte|refuse|provisoire|aceptad[ao]|rechazad[ao]|provisional|aceit[ao]|recusad[ao]|accettato|rifiutato|geaccepteerd|afgewezen|voorlopig|zaakceptowano|odrzucono|accepterat|avbojt|accepteret|akseptert|hyvaksytty|承諾|辞退|仮承諾|已接受|已拒绝|已拒絕|수락|거절',
  ].join('|')})\\s?(?::|\\()|^\\s*(?:return|read) receipt\\b`,
  'i',
)

/** Subjects about an absence: a person may write one too, so the text must agree. */
export const ABSENCE_SUBJECT = phrases(
  [
    'out[ -]of[ -](?:the )?office',
    'ooo\\b',
    '(?:on|parental|maternity|paternity|annual|sick) (?:\\w+ )?(?:leave|vacation|holiday|pto|sabbatical)',
    'away (?:from|until|till)',
    'i am (?:away|out)',
    '(?:office|we are|offices) closed',
    'holiday closure',
    '(?:mailbox|inbox|account|address) (?:is )?(?:closed|not monitored|no longer)',
    'no longer (?:with|at|monitored|in use|employed)',
    'has left|gone fishing|out (?:til|till|until|today|this|all|on|for|from|sick)|away\\b|new (?:e-?mail )?address|on the road|travel(?:l)?ing|limited access',
  ],
  [
    'abwesen|nicht im (?:büro|haus)|urlaub|betriebsferien',
    `absence|absente?|hors (?:du|de) bureau|en congé|vacances|fermeture`,
    'fuera de (?:la )?oficina|ausen|vacaciones|cerrad[oa]s? por',
    'fuori (?:ufficio|sede)|assen[zt]|chiusura|ferie',
    'afwezig|vakantie|fora do escritório|férias',
    'frånvaro|semester|fravær|ferie|poissa|lomalla',
    'nieobecn|urlop|poza biurem|dovolen|szabadság|concediu|izinde',
    '不在|休暇|休業|休假|出差|放假|부재|휴가',
    'отпуск|отсутств|відпустк',
  ],
)

/** A text that says that no person sent it. */
export const SELF_NAMED = phrases(
  [
    '(?:this|the) (?:is|message|e-?mail|mail|reply|response|note|notice|notification|acknowledg\\w+) (?:[^.!?]{0,40} )?(?:an? )?(?:auto(?:matic(?:ally)?|mated)|system[- ]?generated|computer[- ]generated)',
    '(?<!(?:your|an?|that|his|her|the|another|previous|got|keep getting) )\\b(?:auto-?(?:reply|response|responder|generated)|automat(?:ic|ed) (?:reply|response|acknowledg\\w+|confirmation|message|notification|e-?mail))',
    '(?:sent|generated|created|issued) automatically',
    'automatically (?:sent|generated|created|issued)',
    "vacation (?:auto-?)?(?:responder|reply|message)|virtual assistant|chat ?bot|i(?:'m| am) (?:a|the) (?:\\w+ )?(?:bot|assistant of)",
    '(?:do|please do|kindly do) not (?:reply|respond|answer) (?:directly )?(?:to )?this',
  ],
  [
    'dies(?:e|es|er)? (?:[^.!?]{0,40} )?automatisch',
    'automatisch(?:e|en|er)? (?:generiert|erzeugt|erstellt|versandt|verschickt|gesendet|antwort|benachrichtigung|eingangsbestätigung|nachricht)',
    'bitte antworten sie nicht auf',
  ],
  [
    'ce(?:ci|t|tte)? (?:[^.!?]{0,40} )?automatique',
    `(?:message|courriel|réponse|accusé(?: de réception)?) automatique`,
    '(?:généré|envoyé)e?s? automatiquement',
    'ne pas répondre (?:directement )?à ce',
  ],
  [
    'est[eao]s? (?:[^.!?]{0,40} )?automátic',
    '(?:respuesta|mensaje|correo|aviso|resposta|mensagem|risposta|messaggio|e-?mail) automátic',
    '(?:generad|enviad|gerad|generat|inviat)[oa] automat(?:icamente|icamente)',
    'no responda (?:a )?este|não responda (?:a )?est[ea]|non rispondere a quest',
  ],
  [
    '(?:dit|deze) (?:[^.!?]{0,40} )?automatisch',
    'automatisch (?:gegenereerd|verzonden|verstuurd|antwoord|bericht)',
    '(?:wiadomość|odpowiedź) (?:[^.!?]{0,40} )?automatyczn',
    '(?:wygenerowan|wysłan)[ay] automatycznie',
    'automatiskt (?:svar|genererat|meddelande)|automatisk (?:svar|genereret|generert|besked)|automaattinen',
    'automatic(?:ká|ky|ké) (?:odpověď|odpoveď|generovan)|automatikus (?:válasz|üzenet)|otomatik (?:olarak|yanıt)',
  ],
  [
    '自動(?:送信|返信|応答|配信|的に送信)|自动(?:发送|回复|生成|答复)|自動(?:回覆|發送)|자동 ?(?:발송|회신|응답|생성)',
    'автоматическ|автоматично',
    '(?:返信|ご返信)(?:いただ|頂)いて(?:も|もお答え)|请勿(?:直接)?回复|請勿回覆',
  ],
)

/** Thanks for a mail as such, whatever it said. */
export const THANKS = phrases([
  `(?:thank(?:s| you))(?: so| very)?(?: much)? for (?:your |the )?(?:e-?mail|mail|message|note|writing|contacting|reaching|getting|letter|inquiry|enquiry|interest|correspondence|getting in touch)`,
  '(?:hello|hi) and thank you for writing',
  'got your (?:message|e-?mail|mail|note)',
  '(?:vielen |herzlichen |besten )?dank(?:e)? für (?:ihre?n?|die|deine) (?:nachricht|e-?mail|mail|anfrage|schreiben|mitteilung|interesse|kontaktaufnahme)',
  `merci (?:de|pour|d') ?(?:votre|vos|nous|m'|avoir)`,
  'gracias por (?:su|tu|escribir|contactar|comunicarse|ponerse)',
  'obrigad[oa] (?:pelo|por|pela) (?:seu|sua|contact|contat|mensagem|e-?mail|entrar|nos)',
  'grazie per (?:il|la|aver|averci|l)',
  '(?:hartelijk |vriendelijk )?(?:dank|bedankt) voor (?:uw|je)',
  'dziękuj(?:ę|emy) za (?:wiadomość|kontakt|przesłan|zgłoszen|e-?mail)',
  'tack för (?:ditt|ert)|tak for (?:din|deres)|takk for|kiitos (?:viest|sähköp|yhteyd)|děkuj(?:i|eme) za|köszönjük|mesajınız için',
  'メールをいただき|ご連絡(?:いただき|ありがとう)|お問い?合わ?せ(?:いただき|ありがとう)|(?:感谢|感謝|谢谢)(?:您|你)的?(?:来信|邮件|来件|咨询|联系|來信|郵件)|(?:메일|문의|연락)[을를]? ?(?:주셔서|해 주셔서)|спасибо за|благодар',
])

/** To whom or how to turn meanwhile, and when the writer is back: what a note for everybody says. */
export const MEANWHILE = phrases([
  `(?:in|during) my absence|while (?:i'm|i am|we are) (?:away|out|gone|closed)|(?:is|if|it's|be|for|any|anything|matter|something) [^.!?]{0,30}(?:urgent|immediate|time[- ]sensitive|emergenc)|urgent (?:matters?|requests?|needs?|issues?|questions?)|immediate (?:assistance|attention|help)|emergenc|cannot wait|can't wait`,
  `(?:when|once|after|until) (?:i|we)(?: a|')?(?:m|re|m back| am| return| get| are|'ll)? ?(?:back|return|land|in)|(?:up)?on my return|(?:back|return(?:ing)?) (?:in the office |to the office |at my desk )?(?:on|by|at|in|to|after) (?:the )?(?:\\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|work|office)`,
  `(?:i'll|i will|we will|we'll) (?:reply|respond|answer|get (?:back )?to|see|read|pick up|be back|catch up|follow up|return|check|look)`,
  '(?:please|kindly|instead|you (?:can|may)) (?:contact|call|reach(?: out)?|e-?mail|write|direct|send (?:it|them|anything|everything)|ring|phone|text|try) ',
  '(?:questions|inquiries|enquiries|mails?|messages?|everything|matters|requests|correspondence|invoices|contracts) (?:should|can|may|must|please|go|are)(?: now)? (?:go|be (?:sent|directed|addressed|forwarded|made)|to|now)|(?:try|use|ask) \\w+ ?(?:\\(|at|on)|fyi',
  '(?:are|is|will be) (?:now )?handled by|(?:has|have|is|are|was) been (?:passed|forwarded) to|(?:covering|filling in|standing in) for me|my (?:colleague|assistant|backup|delegate|deputy|replacement)',
  'in dringenden|dringende|im notfall|vertret|wenden sie sich|kollegen?|kollegin|melde mich|nach meiner rückkehr',
  `en cas d'urgence|(?:toute|question|demande|si) (?:[^.!?]{0,20} )?urgen|remplaçante?|vous pouvez (?:contacter|joindre|écrire)|adress(?:ez|er)|collègue|à mon retour`,
  'urgente?s?\\b|urgencia|puede (?:contactar|escribir|comunicarse)|diríjase|póngase en contacto|escriba a|compañer[oa]|responderé|atenderé',
  'urgência|contact[ea]r? |entre em contacto?|falar com|colega|responderei',
  'urgen[tz]|contattare|rivolgersi|scrivere a|risponderò|collega',
  'dringend|spoed|neem (?:dan )?contact|vervang(?:er|ing|ster)|lees ik|beantwoord ik',
  'pilnych|pilne|proszę (?:o kontakt|dzwonić|kontaktować|pisać)|odpowiem|zastęp',
  'brådskande|hastende|ved hast|kontakta|kontakt(?:e)? (?:min|venligst)|kiireell|naléhav|sürgős|acil',
  'お急ぎ|緊急|至急|順次|代わり|代理|担当|紧急|緊急|如有急|请联系|請聯絡|联系我的同事|긴급|급한|대신|срочн',
])

/** Talk about mail as such rather than about what our mail says. */
export const ABOUT_MAIL = phrases([
  '(?:your|this|the) (?:message|e-?mail|note|mail|letter|inquiry) (?:is|was|will|has|may|might) ',
  '(?:this|our|the) (?:inbox|mailbox|mail ?box|e-?mail account|address|account) (?:is|has|will|receives)',
  '(?:expect|receive|get) (?:an? )?(?:answer|reply|response)|(?:several )?hundred(?:s of)? (?:messages|e-?mails)|answered in (?:the )?order|next (?:working|business) day|read your (?:note|message|mail|e-?mail)|send it again|resend',
  '(?:ihre|deine) (?:nachricht|e-?mail|mail|anfragen?) |(?:votre|vos) (?:message|courriel|e-?mail)s? |(?:su|tu|seu|sua|il suo|la sua|uw|je) (?:mensaje|correo|mensagem|e-?mail|messaggio|mail|bericht) ',
  'メールの確認|(?:您|你)的(?:邮件|来信)|来信|이 메일은|메일을',
])

/** Words set before our own subject, as responders do: "Gone fishing Re: Exhibit B". */
export const BEFORE_OUR_SUBJECT =
  /^(?!\s*(?:re|aw|sv|vs|rv|fwd?|wg|tr|antw|odp)\b)(?!\s*\[).{3,80}?[\s(:](?:re|was|betr|betreft|aw): ?\S/i

/** Somebody else does the writer's work for a time, said in any way. */
export const DEPUTY = phrases([
  '(?:till|until) then|meanwhile|in the (?:meantime|interim)|(?:is|are) the (?:man|woman|person|one|ones|people|best|right) (?:\\w+ )?(?:to|for|contact)|(?:takes?|taking|took) (?:care|over)|ask for \\w|\\bext\\.? ?\\d|stand(?:s|ing)? in for|in charge|resend to|generated for every',
  'in der zwischenzeit|zuständig|vertritt|vertretung|für sie da|übernimmt|entre-?temps|en attendant|remplace|prend le relais|assure|mientras tanto|lleva mis|se encarga|entretanto|assegura|nel frattempo|potete scrivere|al posto|ondertussen|intussen|neemt|zastępuje|tymczasem|後任|代理|代わって|相关业务|由[^。]{1,10}负责|대신|후임',
])
