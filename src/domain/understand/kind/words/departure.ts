/** Somebody has left, or an address is given up: said by the mailbox rather than by the person. */
import { phrases } from '../phrases.ts'

export const GONE = phrases(
  [
    '(?:is|am|are) no longer (?:with|at|employed|working|associated|part of|a part of|here)',
    'no longer (?:the|your) (?:right |correct |proper )?(?:contact|person)|(?:mail ?box|address|inbox) does not (?:accept|take|receive)|(?:messages|mails?|e-?mails?) (?:sent )?to this (?:mailbox|address|inbox) (?:are|is|will)',
    'no longer works? (?:for|at|with|here)',
    '(?:has|have) (?:recently )?(?:left|retired from|departed|moved on from) (?:the |our )?(?:company|firm|organi[sz]ation|bank|office|team|\\w+ (?:inc|llc|corp|telecom|telephone|networks?|communications?)|\\w+ and)',
    '(?:has|have) (?:recently )?(?:left|retired)\\b(?=.{0,200}(?:monitored|forward|instead|contact|redirect))',
    "(?:i|he|she) (?:have|has|'ve) (?:recently )?(?:transferred|moved|changed (?:roles?|jobs?|positions?)|accepted|joined|taken (?:a|on))",
    'my last day (?:was|with|at|is)',
    `(?:(?:this|my|our|the) )?(?:e-?mail )?address (?:has|is) (?:changed|been (?:changed|replaced)|now|being retired)|will bounce (?:after|from|as of)`,
    '(?:my|his|her|these) (?:responsibilities|duties|role|files|accounts|tasks|matters|cases) (?:have|has|are|is|were|was) (?:moved|been|being|taken|transferred|now|assigned|handled)',
    '(?:has|have) (?:taken over|assumed|stepped into) (?:my|his|her|the) (?:role|responsibilities|duties|position|files|work)|(?:is|are) (?:now )?(?:handling|looking after|covering|taking care of) (?:my|his|her|these) (?:matters|files|cases|mail|work|duties|desk)',
    '(?:mail ?box|inbox|address|account|alias) … (?:no longer|not|never) (?:being |be |actively )?(?:monitored|in use|active|read|used|checked|valid|attended|staffed)',
    '(?:mail ?box|inbox|address|account) (?:is|has been|was|will be) (?:closed|retired|turned off|shut down|disabled|deactivated|discontinued|decommissioned|unattended|unmonitored)',
    '(?:unattended|unmonitored) (?:mail ?box|inbox|address|account)',
    '(?:your|this) (?:message|e-?mail|mail) (?:has|was|is|will) (?:not been|not|not be|never be|never) (?:forwarded|read|delivered to a person|seen)',
    '(?:message|mail|e-?mail)s? (?:sent )?(?:to (?:this|me|it)) [^.!?]{0,40}(?:not|never) (?:be )?(?:read|seen|answered|forwarded|monitored)',
  ],
  [
    'nicht mehr (?:im|in|bei|für) [^.!?]{0,60}(?:tätig|unternehmen|beschäftigt|angestellt|zu erreichen)',
    '(?:adresse|postfach|e-?mail-?adresse) … (?:wird|ist) nicht (?:mehr|länger)|(?:meine aufgaben|nachfolg)[^.!?]{0,60}(?:übernommen|übernimmt)|benutzen sie (?:bitte )?(?:künftig|in zukunft)',
    '(?:aus dem unternehmen )ausgeschieden',
    'hat (?:das|unser) (?:unternehmen|haus) verlassen',
    '(?:postfach|adresse|e-?mail-?adresse|mailbox) … nicht (?:mehr|länger) (?:gelesen|genutzt|betreut|aktiv|gültig|abgerufen)',
  ],
  [
    'ne (?:fait|font) plus partie',
    `a quitté (?:la|notre|l'|ses|le|définitivement)`,
    `(?:cette|mon) adresse … (?:plus|remplac|chang)|dorénavant|désormais (?:m'|nous )?écrire`,
    'ne travaille(?:nt)? plus',
    `(?:adresse|boîte|messagerie) … (?:plus (?:active|utilisée|consultée|valide|surveillée)|désactivée)`,
  ],
  [
    'ya no (?:trabaja|labora|forma parte|pertenece|se encuentra)',
    '(?:este buzón|esta (?:dirección|cuenta)) … (?:dejará|deja|dejó|cambi)|mi nueva dirección',
    'ha dejado (?:la|nuestra) (?:empresa|compañía)',
    '(?:buzón|dirección|cuenta|correo) … (?:ya no|no) (?:está|se|es) (?:activ|revis|monitor|leíd|lee|atendid|utiliz|válid)',
  ],
  [
    '(?:já não|não) (?:trabalha|faz|pertence|integra) (?:mais )?(?:na|no|para|parte|à|ao|connosco|conosco)',
    '(?:não lavora più|non lavora più|non fa più parte|ha lasciato (?:la|l))',
    '(?:caixa|endereço|conta|casella|indirizzo) … (?:não é|não está|non è|non viene) (?:mais |più )?(?:monitor|lid|lett|ativ|attiv|consult|presidiat)',
  ],
  [
    'niet (?:meer|langer) (?:werkzaam|in dienst|actief|in gebruik|gelezen)',
    'werkt niet (?:meer|langer)',
    'nie (?:pracuje|jest) już',
    'już nie pracuje',
    'slutat (?:på|hos|sin)',
    '(?:er stoppet|er fratrådt|har sluttet|er sluttet)',
    'ei ole enää',
  ],
  [
    '(?:담당자가 (?:변경|바뀌)|メールアドレスが(?:変更|変わ)|(?:邮箱|地址)已(?:更改|变更|停用))',
    '(?:退職|異動)(?:いた|致|し|と|のため)',
    '(?:已离职|已離職|不再(?:担任|任职|使用|負責|负责))',
    '(?:퇴사|퇴직|더 이상 사용)',
    '(?:адрес (?:изменился|больше не)|больше не работает|уволил)',
  ],
)
