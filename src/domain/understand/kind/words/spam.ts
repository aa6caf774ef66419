/**
 * What phishing, fraud and unwanted selling say. One line per theme, because a theme counts once: a mail must show
 * several, and a carrier's mail about its own agreement may well show one ("please confirm the account").
 */
import { phrases } from '../phrases.ts'

/** Something of the reader's ends or is full. */
export const THREAT = phrases([
  '(?:mail ?box|password|account|storage|quota|webmail|e-?mail|server|domain|profile|access) … (?:full|exceed|suspend|deactivat|expir|terminat|violat|disabled|block|limit(?! of)|ends today|closed (?:today|in)|lock|restrict|shut|delet|out of date|upgrade|reached \\d{2})',
  '(?:mfa|2fa|multi-?factor|authenticat\\w+|certificate|security settings?|license|session) … (?:expir|disabled|required|out of date|suspend)|action required … (?:expir|account|mailbox|password)',
  '(?:incoming|pending|undelivered|held|unread) (?:messages|mails|e-?mails) (?:are|is|have|will|on|waiting|pending)',
  '(?:unusual|suspicious|unauthori[sz]ed) (?:sign-?in|login|activity|access|attempt)',
  '(?:postfach|konto|kennwort|passwort|speicher) … (?:voll|gesperrt|läuft|eingeschränkt|gelöscht|abgelaufen|deaktiviert|überschritten)',
  `(?:boîte|compte|mot de passe|messagerie) … (?:pleine|suspendu|expire|désactivé|bloqué|saturée)`,
  '(?:buzón|cuenta|contraseña|conta|senha|caixa|casella|account|wachtwoord|hasło|konto) … (?:llen[oa]|suspendid|caduc|expir|bloque|desactiv|suspens|chei[ao]|scad|sospes|verloopt|geblokkeerd|wygas|zablokow)',
  '(?:パスワード|アカウント|メールボックス)[^。]{0,40}(?:期限|停止|制限|容量|更新)|(?:邮箱|密码|账户|帐户)[^。]{0,40}(?:到期|停用|冻结|容量|升级|验证)',
])
/** Credentials are wanted. */
export const CREDENTIALS = phrases([
  '(?:validate|verify|verifies|confirm|re-?activate|re-?validate|upgrade|update|keep|restore|unlock|secure) (?:your |the |its |it|this |same |current )?(?:account|mail ?box|identity|password|e-?mail|credentials|details|information|billing|profile|:)',
  '(?:sign|log)[- ]?(?:in|on)\\b … (?:with your|using your|with (?:\\w+ )?e-?mail|to (?:view|open|release|read|settle|verify|avoid|access|continue|keep)|password|your e-?mail)',
  '(?:with|using|enter) (?:your|the) (?:work |office |company )?e-?mail (?:account|password|address and password|login|credentials)',
  '(?:opens?|open|view|viewed|access) … (?:only )?after (?:you )?(?:sign|log|verif)',
  '(?:open|see|view) the (?:attached )?(?:secure|protected|encrypted) (?:attached )?(?:page|attachment|document|file|portal|message)',
  're-?authenticate|scan (?:the|this) (?:qr|code|barcode)|(?:bestätigen|verifizieren|aktualisieren) sie (?:\\w+ )?(?:ihr|ihre|ihren) |(?:confirme|verifique|actualice|atualize|valide) (?:su|sus|seu|seus|sua|suas) |(?:bevestig|verifieer) uw |(?:potwierdź|zweryfikuj) (?:swoje|dane|konto)|confirm your (?:address|details|shipping|delivery)',
  '(?:konto|kennwort|passwort|identität|daten) (?:\\S+ )?(?:bestätigen|verifizieren|aktualisieren)|(?:vérifi|confirm|valid|actualis)(?:er|ez) (?:votre|vos) (?:compte|identité|mot|informations)|(?:verifi|confirm|valid|actuali[cz])\\w* (?:su|tu|sua|seu) (?:cuenta|conta|identidad|contraseña|senha|correo)|(?:verificare?|conferma(?:re)?) (?:il suo|il tuo) (?:account|conto)',
  '(?:アカウント|本人|情報)[^。]{0,20}(?:確認|認証|更新)(?:して|を|が必要)|(?:验证|确认)(?:您|你)的(?:邮箱|账户|帐户|身份)',
])
export const CLICK = phrases([
  '(?:click|press|tap|use|follow) (?:on )?(?:here|below|(?:the|this) (?:button|link|secure link))',
  'klicken sie|cliquez|haga clic|clique (?:aqui|no)|clicca|klik (?:hier|op)|kliknij|こちらをクリック|点击',
])
/** Where a link's words shout. */
export const SHOUTED_LINK = /\b[A-Z]{4,}(?: [A-Z]{3,}){0,4}\s{0,3}[<:]?\s{0,3}<?https?:/
export const LURE_LINK =
  /https?:\/\/[^\s>]{0,80}(?:validate|verify|login|signin|account|keep\?|unlock|\?(?:e|u|email|user|id)=[^\s>]{0,60}(?:@|intagree))|https?:\/\/\d{1,3}\.\d{1,3}\.|@[a-z0-9.-]+\.[a-z]{2,}[&?]/i
export const MACRO = phrases([
  'enable (?:content|editing|macros)|makros aktivieren|activer (?:le contenu|les macros)|habilitar (?:contenido|macros)',
])
export const LOCKED = phrases([
  '(?:protected|encrypted|locked) … password … \\d{3,}',
  'use password \\d{3,}',
  '(?:archive|file|zip) password',
])

/** Money out of nowhere. */
export const WINDFALL = phrases([
  'beneficiary|dear beloved|(?:died|passed away|deceased) … (?:deposit|account|fund|fortune|claim)|no claimant|plane crash|widow … (?:fortune|fund|donat|charity|illness|cancer)|terminal(?:ly)? (?:illness|ill)|my fortune|next of kin|inheritance|late (?:client|contractor|customer|engineer|minister|investor)|unclaimed (?:fund|sum|asset)|deceased (?:client|customer)|barrister|trunk box|philanthrop|donat(?:e|ion) (?:of|to you)',
  '(?:you|your (?:e-?mail|address|company)) (?:have|has|was|were|has been|have been) (?:won|randomly|selected|chosen|awarded|nominated|preselected|pre-approved|shortlisted)',
  'lottery|jackpot|winner|gift (?:voucher|prize)|(?:claim|withdraw) (?:your (?!arr)|now|the (?:prize|fund|money|sum))|ready for withdrawal|is forfeited',
  '(?:cliente|persona) (?:decedut|fallecid|falecid)|(?:client|défunt) décédé|verstorbener (?:kunde|mandant)|senza eredi|sin herederos|sem herdeiros|sans héritier|ohne erben|(?:dividere|repartir|partager|teilen) (?:la somma|la suma|le montant|die summe)|qualify for (?:up to|a grant)|no win,? no fee|grant (?:money|funding|application)',
  'erbschaft|erbe|begünstigte|lotterie|gewonnen|gewinn(?:er|benach)|héritage|bénéficiaire|loterie|vous avez gagné|herencia|beneficiario|lotería|ha ganado|ganador|herança|beneficiário|eredità|erfenis|spadek|遗产|中奖|相続|当選',
])
export const BIG_MONEY =
  /(?:US\$|USD|\$|€|£|EUR|GBP)\s?\d[\d.,]{0,12}\s?(?:m\b|mm\b|million|mio\b|billion|bn\b)|\d[\d.,]{0,10}\s?(?:million|millones|milhoes|millionen|milioni)\s(?:de\s)?(?:us|dollar|dolar|usd|eur)/i
export const CRYPTO = phrases([
  'bitcoin|[\\d.]+ (?:btc|eth|usdt)\\b|usdt|crypto ?(?:currency|wallet|coin|mining)?|blockchain (?:wallet|invest)|mining account|forex|binary options|trading (?:bot|platform)',
])
export const LOAN = phrases([
  'no collateral|bad credit|without (?:collateral|credit check)|\\$\\d+ ?k ?(?:-|to) ?\\$?\\d+ ?k|best number to reach',
  '(?:loan|credit line|line of credit|working capital|business (?:funding|capital|loan)|merchant cash|cash advance|financing|unsecured funding)s? … (?:approv|pre-?(?:selected|approved|qualified)|up to|offer|rate|available|within|today|same day|interest)',
  '(?:approved|pre-?approved|pre-?qualified|qualif(?:y|ies)) for (?:a |an )?(?:\\S+ )?(?:loan|funding|credit|business|working)',
  '(?:préstamo|línea de crédito|crédito|empréstimo|prêt|kredit|darlehen|prestito|lening|pożyczk)[a-z]* … (?:aprobad|aprovad|preseleccionad|hasta|até|sin (?:aval|garant)|sem |accordé|jusqu|bis zu|ohne schufa|sofort|fino a|tot|do \\d)',
  '(?:preseleccionad[oa]|sin aval|sin consultar buró|tasa fija|sofortkredit|kein(?:e)? schufa)',
  '贷款|无抵押|融資のご案内',
])
/** Payments are to go somewhere else. */
export const DIVERSION = phrases([
  '(?:new|updated?|chang(?:e|ed|es) (?:of|in|to)|revised|alternative)(?: our| your| the| my)? (?:bank(?:ing)?|remittance|payment|wire|ach|account|direct deposit|payroll) (?:account|details?|information|instructions?|data)',
  '(?:paid|wired|remitted|transferred|transfer|remit|pay) … (?:to|into) (?:the|our|a|this|another) (?:new|following|other|different|account (?:on|below|number))',
  '(?:switched|changed|moved) (?:our )?banks?\\b|(?:former|old|previous) bank account|account (?:\\S+ ){0,8}(?:has been|was|is) (?:closed by|frozen|under audit)|bank (?:pending|undergoing|tax) audit|account … can no longer receive',
  '(?:direct deposit|payroll)(?: \\S+){0,6} (?:chang|updat|new)|(?:chang|updat)\\w+ (?:\\S+ ){0,5}(?:direct deposit|payroll)',
  '(?:neue[rs]?|geänderte[rs]?) (?:bankverbindung|kontoverbindung|konto)|(?:nouvelles|nouveau) (?:coordonnées bancaires|rib|iban)|(?:nueva|nuevos|cambio de) (?:cuenta bancaria|datos bancarios)|(?:novos|nova) (?:dados bancários|conta bancária)|nuov[eo] (?:coordinate bancarie|iban)|nieuw(?:e)? (?:rekeningnummer|bankrekening)|now[ey] (?:rachunek|numer konta)|振込先[^。]{0,10}変更|银行(?:账户|账号)[^。]{0,10}变更',
])
export const SECRECY = phrases([
  'boarding (?:a|the|my)|with discretion|just e-?mail me|only by (?:e-?mail|mail)|in privato|en privado|vertraulich|en toute (?:confidentialité|discrétion)|before (?:noon|close of business|the bank)',
  "(?:do not|don't|cannot|can't|please do not|kindly do not|not) (?:call|telephone|phone|take calls|talk on)",
  "(?:in (?:a |back to back )?meetings?|on a call|in a conference|in a negotiation)\\b … (?:can't|cannot|all day|right now|reply)",
  'strictly confidential|discreet|keep this (?:between|confidential|to yourself)|treat as urgent|reply to me only|prompt and',
  '(?:send|reply with|give) (?:me )?your (?:cell|mobile|whatsapp|personal|phone) ?(?:phone|number)?|so i can text you|text you',
  'are you (?:at your desk|available|in the office|free (?:right )?now|around|free\\?)\\b|quick (?:task|favou?r|request)|urgent (?:task|favou?r|request)',
])
export const GIFT_CARDS = phrases([
  'gift ?cards?',
  '(?:itunes|steam|google play|amazon|apple|vanilla|ebay) (?:gift )?(?:cards?|vouchers?)',
])
export const DUNNING = phrases([
  'overdue … (?:settle|pay|log|avoid|remit)|settle the balance|(?:enclosed|attached) invoice|invoice (?:is|for|enclosed|attached) … (?:open|overdue|outstanding|unpaid|due)',
  '(?:please )?remit (?:today|payment|immediately|now)|(?:second|final|last|third) (?:reminder|notice|warning)|letzte mahnung|dernier (?:rappel|avis)|último aviso|ultimo avviso|laatste (?:aanmaning|herinnering)',
  'pay (?:now |a fee of |the fee |\\S+ )?(?:\\$|€|£|usd|eur)? ?\\d|fee of \\$?\\d|\\d+[.,]\\d\\d (?:eur|usd|€|\\$)|zahlen sie|schutzgebühr|pago de la póliza|processing fee|registration fee|handling fee|customs fee|release fee',
])
export const REGISTRY = phrases([
  '(?:trademark|trade mark|brand|domain(?: name)?s?|registry|business directory|company code|carrier registry|listing|yellow pages) … (?:regist|renew|expir|listing|visible|inclusion|application|entry|invoice|open)',
  '(?:marke|domain|stichwort|handelsregister|branchenbuch) … (?:beantragt|registrier|eintrag|schutz|antrag)|antrag eines dritten|vorrecht bis',
  'annual report (?:has|is|was|must)|avoid (?:dissolution|penalt)|not a government agency|labor law poster|private company|not affiliated (?:with)?|is a solicitation|may not be in compliance|files? for you|compliance (?:kit|poster|certificate|filing service)',
  '(?:nom de domaine|marque|dominio|marca|domínio|marchio) … (?:enregistr|expir|registr|renov|rinnov|solicit)',
])
/** Sellers. */
export const PITCH = phrases([
  'right person|companies like yours|typically (?:recover|save|increase|help)|only get paid|pays? for itself|did you know (?:that )?(?:your|you|most|many)|our experts|glad to know you|(?:for|over|since) \\d{1,4} years|good (?:price|quality)|high quality|looking forward to your (?:inquiry|enquiry|order)|(?:save|recover|cut|reduce|increase|boost|grow) (?:\\w+ ){0,4}(?:by )?\\d+ ?%',
  `(?:we are|we're|i am|i'm|this is \\w+ from|i represent|am) (?:a |an |the |one of the )?(?:\\w+ )?(?:leading|professional|trusted|top|premier|global|fast(?:est)?-growing|certified|experienced|manufacturer|factory|supplier|provider of|marketing|business development|staffing|seo|digital)`,
  '(?:our|my) (?:company|firm|team|agency|platform|software|service|solution|factory|experts?)s? (?:offers?|provides?|speciali[sz]es?|helps?|can help|delivers?|supplies)',
  `(?:we|i) (?:built|created|developed|launched) (?:an?|the)|(?:most|many) (?:\\w+ ){1,3}(?:i|we) (?:talk|speak|work) (?:to|with)|(?:i|we) (?:came across|found|visited|was on|were on|noticed|looked at|stumbled|was looking|just saw|see that) (?:your|you|on)`,
  "(?:i|we)(?:'ve| have)? (?:help|helped|work with|worked with|assist) (?:\\S+ ){0,4}(?:\\d+\\+?|companies|businesses|carriers|clients|teams|brands|firms|isps?|telcos?)|has helped \\d+",
  "hope (?:you are|this|all is|you're) (?:doing )?(?:great|well|finds|fine)|touch(?:ing)? base|circl(?:e|ing) back|just bumping|following up on my (?:last|previous)|my last (?:two|three|\\d) (?:notes?|e-?mails?)",
  'immediately available|hot list|bench (?:consultants|resources)|staff augmentation|offshore|outsourc|virtual assistants?|delivery cent(?:er|re)|\\(?\\$\\d{1,3} ?/ ?h(?:r|our)',
  'wir sind (?:ein|eine|der|die) (?:führende|professionelle|spezialisiert)|unsere(?:n)? (?:produkte|dienstleistungen|lösungen)|nous sommes (?:une?|le|la) (?:\\S+ )?(?:leader|spécialis|entreprise|agence|fabricant)|somos (?:una?|líderes|fabricantes|proveedor|líder)|siamo (?:un|una|leader)|wij zijn (?:een|specialist)|jesteśmy (?:firm|producent|lider)|我们是|我司(?:是|专业)|弊社は|저희는',
])
export const OFFER = phrases([
  'open to (?:a |an )?(?:\\w+ )?(?:call|chat|demo|meeting)|worth a (?:quick |short )?(?:call|chat|look|conversation)|(?:expense|telecom|bill|energy|freight|tax) audits?|book your (?:free )?',
  '(?:quick|short|brief|free|\\d{2}|convenient)(?:[- ]?min(?:ute)?s?)?[- ](?:call|chat|demo|meeting|consultation|time to (?:connect|talk|chat))|connect for \\d+|(?:book|grab|pick|schedule|save) (?:a |my |your )?(?:slot|time|demo|call|seat|spot)|strategy call|my calendar',
  '(?:send|share) (?:you )?(?:a |an |our |the |my )?(?:quot(?:e|ation)|catalog(?:ue)?|proposal|price ?list|samples?|brochure|portfolio|case stud|pricing|deck)',
  'free (?:\\d+-minute )?(?:audit|quote|report|trial|demo|consultation|estimate|sample|strategy)|counts and pricing|best price|factory price|special (?:offer|price)|(?:\\d+ ?% |big |great )discount|money[- ]back|\\d{1,2} ?% off|flat \\$\\d|lowest (?:price|rate)s?|limited[- ]time',
  '(?:share|send|tell me|let me know) (?:us |me )?(?:your |the )?(?:target|open (?:requirements?|positions?)|requirements?|forecast|purchas|states you go after)',
  'would you be interested in|interested\\?|interested in (?:acquiring|purchasing|buying)|are you (?:interested|looking) (?:in|for) (?:a |an )?(?:loan|funding|leads?|seo)',
  'angebot (?:zusenden|unterbreiten|anfordern)|kostenlos(?:e|es|er)?|unverbindlich|devis gratuit|gratuit(?:e|ement)?|cotización|presupuesto gratis|orçamento|preventivo gratuito|gratis|bezpłatn|oferta especial|报价|無料|견적',
])
export const GOODS = phrases([
  'manufacturer of|solar (?:panel|install|power)|electricity bill|energy (?:broker|savings|costs)|free installation|copier|toner|janitorial|office cleaning|factory|moq\\b|competitive price|we produce|starts? at \\$\\d|overpaying|lead time \\d|from usd|price list|catalog(?:ue)?|oem\\b|fob\\b|wholesale price|(?:reliable|trusted|leading) supplier|we supply|工厂|厂家|厂商|生产|样品|采购|供应|メーカー',
])
export const WEB_SERVICES = phrases([
  'seo\\b|page (?:1|one) (?:of|on) (?:google|bing|the search)|first page of|search engine|rank(?:ing|ed)? (?:on|in|for)|backlinks?|guest post|web ?(?:site)? ?(?:design|redesign|development)|app development|digital marketing|lead generation|social media marketing|white hat|keywords',
])
export const CONTACT_LISTS = phrases([
  '(?:e-?mail|mailing|attendee|prospect|leads?) (?:list|database)|(?:exclusive|targeted|qualified|business|sales|telecom|voip|hot) (?:\\w+ )?leads|first \\d+ leads|(?:updated|verified) (?:list|database|contacts)|decision makers?|b2b (?:list|data|contacts)|attendees? list',
])
export const STAGES = phrases([
  '(?:gold|silver|platinum) sponsor|sponsor(?:ship)? (?:packages?|opportunit)|speaking slot|exhibit(?:or|ion) (?:booth|space)|magazine feature|award (?:nominee|nomination)',
])
export const JOURNALS = phrases([
  'call for papers|editorial board|submit your manuscript|fast publication|impact factor|indexed journal',
])
export const WIRE = phrases([
  '(?:need|want|have|get) (?:you to )?(?:a |an |process |make |send )(?:a |an )?(?:wire|transfer|payment|bank transfer)(?: (?:sent|made|paid|processed|completed|done))?|process (?:the|this) (?:attached )?(?:invoice|payment|wire|transfer)|(?:process|send|make) (?:a |an |this )(?:urgent |same[- ]day )?(?:wire|transfer|payment) (?:to|for|today|now|before)|überweisung (?:tätigen|vornehmen|veranlassen)|(?:effectuer|faire) un virement|(?:hacer|realizar) una transferencia|fazer uma transferência|(?:fare|effettuare) un bonifico',
])
/** Orders from nobody. */
export const ORDERS = phrases([
  '(?:kindly|please) (?:quote|send (?:us )?(?:a )?quot)|request for quotation|net 30|(?:our|the) (?:po|purchase order) (?:is )?attached|urgent(?:ly)? (?:order|ship)|ship urgently',
])
export const VICES = phrases([
  'viagra|cialis|online casino|betting|sexy|dating|weight loss|replica watches|cheap (?:meds|minutes)',
])
/** Traders in call minutes speak of interconnection too. */
export const MINUTES = phrases([
  '(?:a-z|cli\\b|ncli|non-?cli|onnet|grey|white) … (?:routes?|rates?|guaranteed|destinations?|termination)|hot destinations?|premium routes?|voice termination|cc dialer|dialer traffic',
  'direct routes?|competitive rates|(?:your|share|send) (?:\\w+ )?(?:rate sheet|a-z)|retail and cc|test ports?|traffic (?:exchange|swap) (?:proposal|offer)|target rates?|sip (?:interop|trunks? (?:rates|price))|(?:ip|ips) for testing|tech ips?|\\bacd\\b|\\basr\\b \\d{1,2}\\b(?![-.]?\\d)|prepa(?:y|id) (?:usdt|or|only)|(?:usd )?per minute|mobile premium|bilateral (?:voice|business|traffic)|ports free',
])
export const OPT_OUT = phrases([
  "reply \"?(?:stop|no|yes|remove|unsubscribe)\"?|reply with \"?(?:no|stop|remove)|to be removed|if you (?:don't|do not) (?:want|wish) to (?:hear|receive|get)|i'll stop|not interested\\?|remove you(?: from)?|this is (?:a solicitation|an advertisement)|opt out|(?:won't|will not|not) (?:reach out|contact you|bother you|e-?mail you) again|isn't (?:relevant|for you)|not the right person",
])
export const SCARCITY = phrases([
  "act now|action required|(?:must|need to) (?:review|acknowledge|act|respond) … (?:today|now|immediately)|avoid penalties|only \\d+ (?:\\w+ )?(?:left|remaining|spots?|places|seats|slots)|spots? left|before midnight|within \\d{1,2} ?(?:h|hrs?|hours)\\b|in (?:the next )?\\d{1,2} ?(?:h|hrs?|hours)\\b|expires? today|ends today|final notice|last chance|don't miss|today only|immediately to avoid|service interruption|forfeited",
  'no deje pasar|sólo hoy|última oportunidad|nur heute|nur noch|letzte chance|dernière chance|não perca|non perdere|laatste kans|ostatnia szansa|bis 18:00|binnen \\d+ stunden|sofort (?:zahlen|überweisen)|今すぐ|本日限り|立即',
  'guaranteed|risk[- ]free|100 ?%|no cost to you|we keep \\d+|\\d{2}/\\d{2} after|we shall share',
])
export const PERSONAL_DATA = phrases([
  '(?:envoyez|envíe|envie|invii|senden sie|stuur) (?:\\S+ ){0,3}(?:copie|copia|cópia|kopie|passeport|pasaporte|passaporte|passaporto|ausweis|datos|dados|dati|daten)',
  'send (?:us |me )?(?:your |a copy of )?(?:full names?|phone|telephone|occupation|bank|tax id|passport|id card|date of birth|letterhead|social security)|your (?:tax id|bank details|full names?,|banking details|ssn|credit card)|copia de (?:identificación|su)|(?:kopie|copie) (?:ihres|de votre) (?:ausweis|pièce)',
])
export const GREETING = phrases([
  'congratulations!|félicitations|felicidades|parabéns',
  'business owner|dear esteemed|(?:dear|hi|hello|attention|attn|good day) (?:sir|madam|friend|user|customer|client|partner|carrier(?: partner)?,|purchasing|webmaster|account|beneficiary|business owner|site owner|website owner|manager|valued|hiring|e-?mail (?:user|owner)|recipient|sir/madam|sirs|owner|interconnect team|procurement|accounts payable|ceo|director|winner|colleague)',
  'esteemed (?:company|carrier|firm|organi[sz]ation)|compliments of the season|greetings of the day|yours in trust|hello dear',
  'estimad[oa] (?:cliente|usuario|señor(?:a)?)|sehr geehrte (?:geschäftsleitung|kund)|cher (?:client|utilisateur)|prezado (?:cliente|usuário)|gentile (?:cliente|utente)|geachte (?:klant|gebruiker)|szanown[yi] (?:kliencie|użytkownik)|您好|尊敬的|お客様',
])
export const EXTORTION = phrases([
  '(?:recorded|filmed|video of) you|your (?:webcam|device (?:is|was|has been) (?:infected|hacked))|malware on your|my (?:bitcoin|btc) wallet|i have (?:full )?access to your',
])
export const PARCEL = phrases([
  '(?:parcel|package|shipment) … (?:held|customs|fee|could not be delivered|reschedule|address is incomplete|pending)|tax refund|refund of|(?:subscription|order|plan) (?:[^.!?]{0,40} )?(?:has been|was|is|will be) (?:renewed|charged|auto-renew)|\\$\\d[\\d.]* (?:has been|was|will be|and) (?:charged|debited)|(?:wird|werden) … abgebucht|(?:zum|zu) stornieren|para cancelar (?:el|la|su) (?:pedido|compra|cargo)|call (?:us )?(?:to cancel|for (?:a )?refund)|antivirus|geek squad',
])
