/** Words that lead up to a person as a handover does, and only tell of him: the writer remains whom to answer. */

/** What stands before the words of a handover in its sentence, those words, and what follows them. */
interface Around {
  readonly before: string
  readonly lead: string
  readonly after: string
}

export function isOnlyTold({ before, lead, after }: Around): boolean {
  if (OWN_DEED.test(before) || TO_VERIFY.test(before) || FOR_SERVICE.test(before)) return true
  const isPast = PAST.test(lead) && !DIRECTS.test(lead)
  return (OF_PAPERS.test(lead) && isPast) || AT_AUTHORITY.test(after)
}

/** "I work with him every day", "I had a call with her"; not "I suggest you call her". */
const OWN_DEED =
  /(?:^|[\s,(])(?:I|we)(?:['’](?:m|re|ve|d))?(?: (?:also|often|already|just|once|had|have|did|got|took|are|am|were|was|the|an?|good|long|short|quick|brief|first|phone|video|conference))* $/i
/** "To verify our certificate please ask Ann Fox". */
const TO_VERIFY =
  /\b(?:to|if you (?:wish|want|need|like) to) (?:verify|validate|authenticate|confirm|check)\b[^.;]{0,30}\b(?:certificat\w*|CPCN|licen[cs]\w*|registration|standing|identity|references?|authority)\b[^.;]{0,30}$/i
/** "For service questions, mail …", below every mail of a house. */
const FOR_SERVICE =
  /^\W*for (?:(?:any|all|other|customer|general) )*(?:service|support|sales|technical|account|press|media|job|career)\w*(?: (?:and|or|&) \w+)?(?: (?:questions?|issues?|inquiries|enquiries|requests?|help|matters|problems))?,? ?(?:please )?$/i
/** "The draft was looked over by our counsel", "everything in the form was checked with Kim Lee". */
const OF_PAPERS =
  /^(?:questions?|correspondence|repl(?:y|ies)|responses?|answers?|communications?|everything|anything|inquiries|enquiries|comments?|drafts?|paperwork|docs?|documents?)\b/i
const PAST = /\b(?:was|were|went|came|(?:has|have|had) been)\b/i
/** "Documents that have been signed should be sent to her". */
const DIRECTS = /\b(?:should|shall|must|may|can|will|please|go|goes)\b/i
/** "… Ann Fox of the commission": whoever grants certificates negotiates no agreement. */
const AT_AUTHORITY =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}(?:of|at|from|with) (?:the )?(?:\p{L}+ ){0,3}(?:commission|PUC|PSC|NECA|FCC)\b/iu
