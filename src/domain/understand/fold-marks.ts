/**
 * Lines that tell where a mail's newest text ends. English, German, French, Spanish, Italian, Dutch and Portuguese mail
 * programs. All patterns look at one line and have no nested repetition.
 */

/** A line quoted with `>` (RFC 3676 4.5), also behind blanks or an author's initials. */
export function isQuoted(line: string): boolean {
  return /^\s{0,8}(?:[A-Z]{1,3})?>/.test(line)
}

const WROTE =
  /(?:\bwrote|\bschrieb|a écrit|\bescribió|\bha scritto|\bschreef|\bescreveu|\bskrev|\bwrites|said)(?: [^:]{0,80})?\s?:\s*$/i
const ATTRIBUTION_START = /^\s{0,4}(?:On|Am|Le|El|Il|Op|Em|Den|De|On\s\w+,?|"?[\p{Lu}][^<]{0,60}<[^>]{3,80}>)\s?/u

/** Whether these words, one line or a few joined, introduce a quotation ("On Monday, N. wrote:"). */
export function isAttribution(words: string): boolean {
  return words.length <= 400 && WROTE.test(words) && (ATTRIBUTION_START.test(words) || words.length < 120)
}

/** Whether a line may begin an attribution that is wrapped over up to three lines. */
export function mayStartAttribution(line: string): boolean {
  return line.length < 200 && ATTRIBUTION_START.test(line)
}

const DIVIDER =
  /^\s{0,4}(?:-{2,}|_{2,}|\*{2,})?\s?(?:Original[- ](?:Message|Appointment)|Forwarded (?:message|by)|Begin forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine|Message transféré|Mensaje original|Mensaje reenviado|Messaggio originale|Messaggio inoltrato|Oorspronkelijk bericht|Doorgestuurd bericht|Mensagem (?:original|encaminhada)|Reply message)\b[^\n]{0,60}$/i

/** "-----Original Message-----", "Begin forwarded message:" and their translations: all that follows is old. */
export function isDivider(line: string): boolean {
  return line.length < 160 && DIVIDER.test(line.replace(/’/g, "'"))
}

const FORWARD = /forwarded|weitergeleitete|transféré|reenviado|inoltrato|doorgestuurd|encaminhada/i

/** Whether a divider says that what follows was forwarded. */
export function isForwardDivider(line: string): boolean {
  return isDivider(line) && FORWARD.test(line)
}

const FROM_FIELD = /^\s{0,4}\*?(?:From|Von|De|Da|Van|Från|Fra)\s?:\*?\s*\S/i
const OTHER_FIELD =
  /^\s{0,4}\*?(?:Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Betreff|Envoyé(?: le)?|À|A|Objet|Enviado(?: el)?|Fecha|Para|Asunto|Inviato|Data|Oggetto|Verzonden|Aan|Onderwerp|Enviada em|Assunto)\s?:/i

/** Whether a header block as mail programs paste it ("From: … Sent: … Subject: …") begins at this line. */
export function startsHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!FROM_FIELD.test(lines[at] ?? '')) return false
  const next = lines.slice(at + 1, at + 6)
  return next.filter((line) => OTHER_FIELD.test(line)).length >= 2
}

/** A line of underscores or dashes that Outlook draws above a header block. */
export function isRule(line: string): boolean {
  return /^\s{0,4}[_\-=*]{5,}\s*$/.test(line)
}

/** RFC 3676 4.3: the line "-- " opens a signature; the blank is often lost. */
export function isSignatureMark(line: string): boolean {
  return /^(?:--|—|– –)\s*$/.test(line)
}

const CLOSING =
  /^\s{0,4}(?:(?:many |with |best |kind |warm |warmest |my )?(?:thanks|thank you|thx|regards|wishes|best|cheers|sincerely|respectfully|cordially|cordialement|bien à vous|atentamente|saludos(?: cordiales)?|un saludo|mit freundlichen grüßen|freundliche grüße|mfg|viele grüße|cordiali saluti|met vriendelijke groet|atenciosamente|yours|yours (?:truly|sincerely|faithfully|in trust)|very truly yours|sincerely yours|kindly|pilamaya)(?: (?:and|&) (?:best )?(?:regards|wishes))?(?: in advance)?(?: so much| very much| again)?)\s?[,.!]?\s*$/i

/** "Kind regards," and the like, alone on a line. */
export function isClosing(line: string): boolean {
  return line.length < 60 && CLOSING.test(line)
}

/** "Dear Ms. Ortiz," and the like, alone on a line. */
export function isGreeting(line: string): boolean {
  return (
    line.length < 60 &&
    /^\s{0,4}(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|to whom)\b[^.;?]*[,:!]?\s*$/i.test(
      line,
    )
  )
}

/** What phones and mail apps add below the text. */
export function isDeviceLine(line: string): boolean {
  return /^\s{0,4}(?:Sent from|Get Outlook for|Von meinem|Envoyé de mon|Enviado desde|Inviato da|Verstuurd vanaf|Sent via)\b/i.test(
    line,
  )
}

const DISCLAIMER =
  /\b(?:confidential(?:ity)?|privileged?|intended (?:only |solely )?(?:for|recipients?)|unintended recipients?|not (?:the|an) intended|named recipients?|(?:e-?mail|message|transmission|communication) (?:is|may be|and any|from a law)|vertraulich|confidentialit[ée]|confidencial(?:idad)?|consider the environment|coverage cannot be bound|is a public record|if (?:this|it|you) (?:message |e-?mail )?(?:was not meant|reached you in error|(?:have )?received this))\b/i
const DISCLAIMER_TONE =
  /\b(?:recipient|disclos|privilege|confidential|vertraulich|destinataire|destinatario|in error|delete (?:it|this)|prohibited|law (?:firm|office)|public record|printing|coverage|legally|treat it accordingly)/i

/** Whether a paragraph is a legal or environmental notice rather than the writer's words. */
export function isDisclaimer(paragraph: string): boolean {
  const words = paragraph.slice(0, 2000)
  if (
    /^\s*(?:NOTICE|DISCLAIMER|CONFIDENTIAL(?:ITY)?(?: NOTICE)?|PRIVILEGE[D]?\b[A-Z ]*|ATTORNEY-CLIENT[A-Z -]*)\s?[:.]/.test(
      words,
    )
  )
    return true
  return DISCLAIMER.test(words) && DISCLAIMER_TONE.test(words)
}
