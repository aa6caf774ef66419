/** Reply and forward marks of many mail programs, at the start of a subject. */
const MARK =
  /^\s*(?:re|aw|sv|vs|antw|antwort|rép|ref|rif|res|odp|ynt|fw|fwd|wg|tr|rv|enc|doorst|i)\s*(?:\[\d{1,3}\]|\(\d{1,3}\))?\s*[:：]\s*/i
const TAG = /\s*\[(?:clec-\d{4}-\d{5,9}|external|ext|caution|spam\??)\]\s*/gi

/** The subject without marks, tags and surplus white space, in lower case: the same for all mails of a thread. */
export function subjectStem(subject: string): string {
  let rest = subject.slice(0, 500).replace(TAG, ' ')
  for (let round = 0; round < 20; round += 1) {
    const shorter = rest.replace(MARK, '')
    if (shorter === rest) break
    rest = shorter
  }
  return rest.replace(/\s+/g, ' ').trim().toLowerCase()
}
