/**
 * What people tell their mail program to say while they are away, or for ever. First persons and the present or future
 * only: "I was out of the office" is told by somebody who is back.
 */
import { phrases } from '../phrases.ts'

const ENGLISH = [
  `(?:i am|i'm|i will be|i'll be|we are|we're|we will be|is|am|currently|(?:can|may) be|being) (?:(?:currently|presently|now|still|also|away|both|all) )?(?:out of (?:(?:the|my|our) )?(?:office|country|town|reach|building)|away(?: (?:from|until|till|on|for|through)|[.,!])|on (?:(?:an?|my|annual|sick|parental|maternity|paternity|family|medical|extended|personal|jury|business|bereavement|military|well-earned) ){0,3}(?:leave|vacation|holidays?|pto|sabbatical|furlough|travel|duty|trip|break)|travell?ing|off (?:work|sick|duty|until|till|on|from|today|this)|out (?:until|till|sick|today|this|on|from|through|all|of)|unavailable|not (?:available|in (?:the|my) office|at my desk|reading|checking|monitoring)|offline|driving|abroad|overseas|at (?:a|an|the) (?:conference|summit|offsite|retreat|trade show|convention)|attending|in (?:hearings|court|training|meetings|surgery|the field))`,
  'out of (?:the )?office (?:until|till|through|from|starting|beginning|with|and|on|this)',
  `(?:i'll|i will|i|and) (?:only )?(?:have|has|with) (?:(?:only|very) )?(?:limited|no|spotty|intermittent|sporadic|little|infrequent|patchy) (?:or no )?(?:access|e-?mail|cell|internet|phone|signal|coverage)`,
  'with (?:limited|no|spotty|intermittent|sporadic|little) (?:or no )?(?:access|e-?mail|cell|internet|bars|signal|coverage)',
  '(?:limited|no|intermittent) access to (?:my )?(?:e-?mail|voice ?mail|phone|internet)',
  `(?:will not|won't|do not|don't|not) be (?:checking|reading|monitoring|answering|responding|able to (?:read|check|answer|respond|reply))`,
  '(?:check|read|answer|see) (?:my )?(?:e-?)?mails? (?:only|about|once|rarely|infrequently|sporadically|periodically)',
  `(?:i'm|i am|we're|we are) (?:\\w+ ){1,10}(?:with (?:\\w+ ){1,4})?(?:until|till|through) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|the \\d|\\d|next|after|early|mid|late)`,
  '(?:our|the|all) (?:\\w+ )?(?:office|offices|firm|business|company|desk|team) (?:is|are|will be|remains?|closes) (?:currently )?closed',
  `(?:we|we're|we are|we will be) (?:closed|closing) (?:for|until|from|on|today|between|over)`,
  'closed (?:for|in observance of) (?:the )?(?:holidays?|christmas|thanksgiving|new year|labor|memorial|independence|inventory)',
  'offices? closed',
  '(?:gone fishing|long weekend|days? off|maternity|paternity|newborn|honeymoon|staycation|e-?mail (?:has to|must|will have to|can) wait)',
  '(?:taking|spending|enjoying) (?:a |an |the |some |my |two |three |this )(?:few |well-earned |much-needed |long )?(?:days?|weeks?|months?|time|break|vacation|holiday|weekend|sabbatical)',
  'back (?:on |in |at |by |in the office |at work )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d|the \\d|\\d{1,2}[/.]|next (?:week|month|mon|tue|wed|thu|fri))',
  'in (?:a )?(?:trial|deposition|arbitration|hearing)s? (?:through|until|till|all|this|next|from)|little (?:opportunity|chance|time) to (?:respond|reply|answer)',
  `(?:i am|i'm|he is|she is) (?:not (?:at work|working|around|here)|at home|in (?:the )?hospital|sick|ill\\b|recovering|somewhere|unwell|out for|under the weather|on the road|at sea|in the (?:mountains|woods|wilderness|backcountry|air))`,
  '(?:due to|because of|owing to) (?:a |an |my |some )?(?:death|illness|bereavement|family (?:emergency|matter)|medical|surgery|personal (?:reasons|matter))',
  '(?:i|we) (?:only |currently )?work (?:only |part[- ]time|mondays|tuesdays|wednesdays|three days|four days|on (?:mondays|tuesdays|wednesdays))|my (?:next |regular )?working (?:day|days|hours)',
  `(?:if you(?:'re| are) (?:reading|getting|receiving|seeing) this|you(?:'ve| have) reached)`,
  '(?:currently|presently|right now|all day|this week) (?:at|in|on|with) (?:a |an |the )?(?:customer|client|site|conference|seminar|training|trip|the field|court|workshop)',
  '(?:phone|laptop|e-?mail|computer) (?:is|stays|will be|will stay) (?:off|at home|in a drawer|switched off|turned off)',
  '(?:see|read|answer|get) (?:your |this |it |to it |to this )(?:\\w+ )?(?:when|once|after|upon|as soon as) (?:i|we)',
]

const GERMAN = [
  'nicht (?:im|in unserem) (?:büro|haus|dienst|hause|unternehmen)',
  'nicht am (?:arbeits)?platz',
  'nicht (?:mehr )?(?:erreichbar|verfügbar)',
  'abwesend',
  '(?:im|in|auf) (?:(?:meinem|wohlverdienten|jahres) ?)?(?:urlaub|elternzeit|mutterschutz|dienstreise|geschäftsreise|bildungsurlaub|erholungsurlaub|sabbatical|fortbildung)',
  'außer haus',
  '(?:bin|sind) (?:[^.!?]{0,40} )?(?:krank|erkrankt|verreist|unterwegs|abwesend)',
  'krankgeschrieben|im krankenstand|arbeitsunfähig|arbeite (?:nur )?(?:montags|in teilzeit|von)',
  '(?:weiterleitung|bearbeitung) (?:erfolgt|findet) (?:nicht|leider nicht|in dieser zeit nicht)',
  'eingeschränkt(?:en)? (?:erreichbar|zugriff)',
  'keinen (?:regelmäßigen )?zugriff auf',
  '(?:bin|sind) (?:ich|wir)?[^.!?]{0,60} (?:wieder|zurück)',
  'wieder (?:erreichbar|im büro|im haus|für sie da|zurück|persönlich)',
  '(?:nachricht|e-?mail|mail) wird (?:in dieser zeit )?nicht (?:weitergeleitet|gelesen|bearbeitet|automatisch)',
  'betriebsferien|mutterschutz|elternzeit|(?:auf|bei) (?:einer |einem )?(?:messe|konferenz|tagung|schulung|seminar|fortbildung)|im außendienst',
  '(?:büro|büros|kanzlei|betrieb|firma|geschäftsstelle) … geschlossen',
]

const FRENCH = [
  `(?:je suis|nous sommes|je serai|nous serons|étant|est|sera) (?:actuellement |présentement |en ce moment )?(?:absente?s?|en (?:congés?|vacances|déplacement|arrêt|formation|voyage|rtt)|hors (?:du|de|des)|indisponibles?|injoignables?)`,
  `(?:d'ici là|je ne (?:pourrai|serai|suis) pas (?:répondre|disponible|en mesure|joignable|au bureau))`,
  `en (?:formation|mission|tournage|séminaire|réunion) (?:toute|jusqu|du|cette)|ne (?:consulterai|lirai|verrai|répondrai)|(?:bureaux|locaux) … fermés`,
  `absente? (?:du bureau|jusqu'|pour|du \\d|à compter)`,
  `(?:en )?congé (?:de )?(?:maternité|parental|maladie|sabbatique|paternité|annuel)`,
  '(?:de|mon|notre) retour (?:le|lundi|mardi|mercredi|jeudi|vendredi|au bureau|au)',
  `(?:bureaux?|cabinet|société|locaux|service) (?:sera|seront|est|sont|restera|resteront) (?:exceptionnellement )?fermée?s?`,
  'accès (?:limité|restreint|intermittent) à (?:ma|mes|mon)',
]

const SPANISH = [
  '(?:estoy|estaré|estamos|estaremos|me encuentro|me encontraré|se encuentra|estará|está) (?:actualmente |temporalmente )?(?:ausente|fuera|de (?:vacaciones|baja|viaje|licencia|permiso|puente)|en (?:viaje|licencia|un viaje)|sin acceso|con acceso)',
  'no (?:estaré|estoy|estaremos|me encuentro) (?:disponible|en (?:la|mi|nuestra) oficina|localizable)',
  'fuera de (?:la |mi )?oficina',
  'no (?:podré|podremos|puedo) (?:atender|responder|revisar|contestar|leer)|por motivos personales',
  'no (?:regresaré|volveré|regreso|vuelvo) (?:hasta|a la)',
  '(?:me encuentro|estoy|estaré) en (?:un|una) (?:congreso|feria|reunión|curso|conferencia|viaje)|(?:con )?acceso limitado',
  '(?:a|hasta) mi (?:regreso|vuelta|retorno)',
  'oficinas? (?:permanecerán?|estarán?|están?|se encuentra) (?:cerradas?|cerrados?)',
  'acceso limitado a(?:l| mi)',
]

const PORTUGUESE = [
  '(?:estou|estarei|estamos|estaremos|encontro-me|encontrar-me-ei|está) (?:atualmente |temporariamente )?(?:ausente|fora|de (?:férias|licença|baixa)|em (?:viagem|férias|licença|deslocação)|sem acesso|indisponível)',
  'ausente (?:até|do escritório|de \\d|entre)',
  'fora do escritório|não (?:poderei|conseguirei|posso) (?:responder|atender|ler|consultar)|motivos? pessoa',
  '(?:no|ao|até|após) (?:o )?(?:meu )?(?:regresso|retorno)',
  '(?:volto|regresso|retorno) (?:dia|em|a|na|no|segunda)',
  'quando (?:eu )?(?:voltar|regressar|retornar)',
  'escritórios? (?:estará|estarão|está|encontra-se|encontram-se|permanecerá) (?:fechados?|encerrados?)',
]

const ITALIAN = [
  '(?:sono|sarò|saremo|siamo|mi trovo) (?:attualmente |temporaneamente )?(?:assente|assenti|fuori|in (?:ferie|viaggio|trasferta|malattia|maternità|congedo|vacanza)|via)',
  'fuori (?:sede|ufficio)|(?:rientrerò|tornerò|rientro) (?:il|lunedì|martedì|a)|non (?:potrò|posso) (?:rispondere|leggere)',
  '(?:al|fino al) (?:mio|nostro) (?:ritorno|rientro)',
  'uffici (?:resteranno|saranno|rimarranno|sono) chiusi',
  'chiusura (?:natalizia|estiva|festiva|degli uffici|per ferie|aziendale)',
]

const DUTCH = [
  `ik ben er (?:even |momenteel |vandaag )?niet|(?:ik ben|ben ik|wij zijn|we zijn) (?:[^.!?]{0,40} )?(?:afwezig|(?:met|op) (?:vakantie|verlof|reis)|niet (?:aanwezig|bereikbaar|op kantoor|beschikbaar)|ziek|vrij|weer|terug|er niet|gesloten)`,
  '(?:zwangerschaps|ouderschaps)verlof',
  '(?:vandaag|deze week|morgen) ben ik|lees ik je|ben ik (?:vrij|ziek|weg|op cursus)',
  'ik werk (?:deze week|vandaag|momenteel|tot|niet|op)',
  '(?:ben|lees|beantwoord) ik (?:mijn|weer|uw)',
  'kantoor is (?:[^.!?]{0,40} )?gesloten',
]

const POLISH = [
  '(?:jestem|będę|przebywam|jesteśmy) (?:[^.!?]{0,30} )?(?:na (?:urlopie|zwolnieniu|szkoleniu)|poza biurem|nieobecn|w (?:delegacji|podróży)|niedostępn)',
  'nieobecnoś|bez dostępu do poczty|zastępuje mnie',
  '(?:po|do) (?:moim )?powro(?:cie|tu)',
  '(?:jestem|będę) (?:[^.!?]{0,20} )?na (?:szkoleniu|konferencji|urlopie|delegacji)|wracam',
  'biuro (?:jest|będzie) (?:nieczynne|zamknięte)',
]

const NORDIC = [
  'jag är (?:[^.!?]{0,30} )?(?:på semester|bortrest|ledig|föräldraledig|sjuk|tjänstledig|inte (?:på kontoret|anträffbar)|frånvarande)',
  '(?:åter|tillbaka) (?:på kontoret|den|på|i tjänst)',
  'jeg (?:er|holder|har) (?:[^.!?]{0,30} )?(?:ferie|barsel|bortrej?st|fraværende|permisjon|fri|ikke (?:på kontoret|til stede|tilgængelig|tilgjengelig)|ude af kontoret)',
  'jeg (?:er|har) (?:på |i )?(?:kurs|ferie|møte|permisjon|orlov|rejse|reise)|(?:svarer|svarar) (?:på mandag|igen|når)',
  '(?:tilbage|tilbake) (?:på kontoret|den|på|igen)',
  '(?:olen|en ole) (?:[^.!?]{0,30} )?(?:poissa|lomalla|vuosilomalla|vapaalla|tavoitettavissa|toimistolla|paikalla|töissä|matkoilla)',
]

const OTHERS = [
  'jsem (?:[^.!?]{0,30} )?(?:na dovolené|mimo kancelář|nepřítom)',
  'nebudu (?:k dispozici|v kanceláři|dostupn)',
  'som (?:[^.!?]{0,30} )?(?:na dovolenke|mimo kancelári)',
  '(?:szabadságon|irodán kívül|házon kívül|nem vagyok elérhető|nem tartózkodom)',
  '(?:sunt|voi fi) (?:[^.!?]{0,30} )?(?:în concediu|plecată?|indisponibil)',
  '(?:yıllık izindeyim|izindeyim|izinde olacağım|ofis dışındayım|yıllık izin|ofiste olmayacağım|ofiste değilim)',
  'na godišnjem odmoru',
  '(?:в отпуске|отсутствую|буду отсутствовать|вне офиса|в командировке|на больничном|нет на рабочем месте)',
  '(?:у відпустці|відсутні?й|відсутня)',
  '(?:εκτος γραφειου|θα απουσιαζω|απουσιαζω|σε αδεια)',
]

const EAST = [
  '(?:不在(?:に|と|で|の(?:ため|お知らせ)|です|中)|(?:夏季|冬季|年末年始|育児|産前|有給|年次|特別|長期)?(?:休暇|休業|休み)(?:中|を(?:いただ|頂|取)|の(?:ため|お知らせ)|とさせ|しており|です)|外出(?:中|して)|出張|(?:確認|返信|回答|対応)が(?:遅れ|遅く|でき)|出張(?:中|のため|して)|席を外し|お休みを?(?:いただ|頂)|育休|産休)',
  '(?:休假|正在度假|(?:出国|国外|海外)?出差|查收邮件|(?:无法|不能|不便)(?:及时)?(?:查|回|处理)|不在(?:办公室|公司|座位)|不在辦公室|外出(?:中|办事)|无法及时(?:回复|查看)|無法即時|放假|年假|产假|病假)',
  '(?:회신이 (?:늦|지연|어려)|해외 출장|출장|부재중|부재 ?중|휴가|출장 ?중|자리를 비|육아휴직|휴무|외근)',
]

/** Not at the desk, said plainly, in the languages of the lists above. */
const NOT_THERE = [
  'not (?:at|in) (?:my|the|our) (?:desk|office)|no one is in the office|(?:at|in) the hospital|back at (?:my|our) desk',
  '(?:bin|sind) (?:[^.!?]{0,30} )?(?:nicht (?:da|zu erreichen|erreichbar)|außer haus|auf (?:reisen|einer messe|dienstreise))',
  '(?:pas|plus) (?:au|à mon) bureau|congé maternité',
  '(?:no estoy|no estaré) en (?:la|mi) oficina|permiso de (?:maternidad|paternidad)|baja (?:médica|maternal|por)',
  'não estou no escritório|licença|em viagem (?:até|de)',
  'non sono (?:in ufficio|presente|disponibile|raggiungibile)|non sarò (?:in ufficio|presente|disponibile|raggiungibile)',
  'niet op kantoor|op (?:zakenreis|cursus|vakantie)|wordt (?:[^.!?]{0,20} )?(?:gelezen|beantwoord)',
  'nie ma mnie (?:w biurze|w pracy)|inte på kontoret|ikke på kontoret|ei ole toimistolla',
  '席を(?:外|はず)|戻り次第|ただいま(?:不在|外出)|只今(?:不在|外出)|已于[^。]{0,12}离职|目前不在',
]

/** The writer, or everybody there, is away. */
export const ABSENT = phrases(
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  DUTCH,
  POLISH,
  NORDIC,
  OTHERS,
  EAST,
  NOT_THERE,
)
