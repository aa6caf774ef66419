import type { DocumentSort } from '../../../labels.ts'
import { isDenied } from '../../negation.ts'
import type { Reading } from '../../reading.ts'
import { areTalksUnderWay } from './talks.ts'

/**
 * Small wishes beside praise: "it's fine, really, only three points", "acceptable in general; we ask only to change
 * 5.4". Any wish to change terms is a wish to negotiate (domain 7.1).
 */
const WISHES =
  /\b(?:only|just) (?:these |the )?(?:one|two|three|four|five|a few|some|a couple of|\d) (?:[\w-]+ )?(?:points?|changes?|wishes|clauses?|sections?|edits?)\b(?! (?:of contact|to (?:sign|note|ask)))|\b(?:asks?|want|wish|like|need) (?:only |just )?to (?:change|delete|strike|soften|cap) (?:[\w§.]+ ){0,3}?(?:\d+\.\d+|clause|section|article|the audit|the deposit|the insurance|the indemnity)|\b(?:we'd|we would|we'll) (?:just |only )?(?:strike|delete|cross out) (?:the|section|clause|\d)/i
/**
 * Wishes that no number counts: "were it not for 5.8", "which our lenders will not live with", "expect us to haggle",
 * "has changes of its own to propose", "who will talk to us about those two".
 */
const MORE: readonly RegExp[] = [
  /(?:\b(?:clause|section|article|paragraph) ?|§ ?)(?!25[12]\b)\d+(?:\.\d+)*(?!\.?\d)(?! (?:of|in|on) (?:the |our |your )?(?:act|ARF|form|questionnaire|certificate|statute|code|law|rules?)\b)(?:(?!\b(?:agreements?|contracts?|filed|approved)\b)[^.;?!]){0,60}\b(?:must|should|has to|needs to|ought to|shall) (?:be|read|say|become|go)\b(?! (?:filled|completed|signed|initial|filed|approved))/i,
  /\b(?:want|like|need|wish)(?:s|es|ed)? (?:first )?(?:to )?(?:first )?(?:discuss|talk over|go over|bargain (?:on|over|about)) (?:with you )?(?:the |your |our |some )?(?:prices?|pricing|rates?|deposits?|liability|indemnit\w+|terms|wording|language|(?:section|clause|article) \d)\b/i,
  /^(?!.*\b(?:whether|if|may|might|decid\w*|perhaps)\b).*\b(?:to|will|would|shall|must|going to) (?:be )?propos(?:e|ing) (?:[\w-]+ ){0,3}(?:changes|edits|revisions|modifications|alterations)\b/i,
  /\b(?:won't|will not|can't|cannot|wouldn't|would not|don't|do not|not going to|unable to) (?:sign|take|accept|execute) (?:it|this|that|yours|(?:the|your) (?:[\w-]+ ){0,2}[\w-]+) (?:as (?:it is |it's )?(?:printed|posted|published|written|drafted|it (?:is|stands|reads)|is)|unchanged|unaltered|the way it (?:is|stands|reads)|in (?:its|the|this) (?:present|current|printed|posted) form)\b/i,
  // "What you have printed will not quite do", "I want to talk about who pays for what".
  /\b(?:template|paper|(?:your|standard) form|printed|posted|yours|contract)\b[^.;?!]{0,20}\b(?:won't|will not|wouldn't|would not|doesn't|does not) (?:quite |really )?do\b(?! (?:anything|it|that|so)\b)/i,
  /\b(?:want|like|need|have|wish)s? to (?:talk|speak) (?:with you )?(?:about|over) (?:who (?:pays|owes|bears)|what (?:it|we|each) (?:costs?|pays?|owes?)|the (?:money|prices?|rates?|terms))\b/i,
  // "He has nine things, mostly insurance and the deposit", "one thing, the disputes clause".
  /\b(?:a few|some|a couple of|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\([^)]{1,12}\) )?(?:things|points|issues|items|objections|remarks|comments),? (?:mostly|mainly|chiefly|above all|all) (?:in |on |about |with )?(?:the )?(?:insurance|deposits?|liability|indemn\w+|sections?|clauses?|pric\w+|rates?|audits?|terms?|disputes?)\b/i,
  /(?:^|[.,!] )(?:only |just )?(?:one|two|three) (?:things?|points?|remarks?|wish(?:es)?)[,:] (?:the )?(?:\w+ ){0,2}(?:clause|section|article|paragraph|provision)s?\b/i,
  // "Our lawyer has few remarks", "has read the changes" and "had all the corrections made" wish nothing.
  /\b(?:counsel|lawyers?|attorneys?)\b[^.;?!]{0,15}\b(?:has|have|made|wants?) (?:(?:made|comments and|some|several|many|numerous|a few|a couple of|two|three|four|five|\d+|the following|these|minor|small|major|extensive|substantive|substantial|significant|serious|certain|other|more|his|her|their|our) ){0,3}(?:edits|changes|remarks|objections|redlines|corrections)\b(?! (?:to|in|of) (?:the|our|my|its|his|her) (?:[\w-]+ ){0,2}(?:names?|address(?:es)?|signatures?|signature (?:block|page)|contacts?|titles?)\b)/i,
  // "The template with a few modifications", "subject to revisions by our counsel", "modified as our counsel will send".
  /^(?!.*\b(?:or|if|whether|may|might|someday|later)\b).*\b(?:templates?|NTA|(?:standard|generic|posted|printed|usual|regular) (?:agreement|contract|form|paper|one|terms))\b[^.;?!]{0,20}\b(?:with|subject to) (?!no |zero |any |nothing |(?:the |all |your )*(?:most )?(?:latest|current|recent|newest) )(?:[\w'-]+ ){0,4}?(?:modifications|revisions|changes|edits|alterations)\b(?! (?:you|since|published|posted|of law|(?:that )?the (?:commission|PUC|PSC))\b)(?! (?:to|in|of) (?:the|our|my|its|his|her) (?:[\w-]+ ){0,2}(?:names?|address(?:es)?|signatures?|contacts?|titles?)\b)/i,
  /\b(?:template|NTA|(?:standard|generic) (?:agreement|contract|form|terms)),? (?:as )?(?:modified|revised|amended|marked|changed) (?:as|by|per|in|to) (?:our|we|it|they|the (?:attached|enclosed)|attached|enclosed|set out|proposed)\b/i,
  // "Our attorney is reviewing the template and will send comments"; "any comments" may be none.
  /\b(?:counsel|lawyers?|attorneys?)\b(?:(?!\b(?:whether|if|not|may|might)\b)[^.;?!]){0,50}\b(?:will|shall|is going to) (?:\w+ )?(?:send|provide|forward|propose|submit|return|have|deliver)(?: you| us)?(?: (?!any )\w+){0,3} (?:comments|edits|modifications|changes|redlines?|revisions|remarks|mark-?ups?)\b(?!,? if (?:any|there are))/i,
  /^(?!.*\bagreements? (?:has|have|needs?|must|ought)\b).*\b(?:has|have|need|needs|must|ought) (?:to )?be (?:(?:re-?)?negotiated|bargained over|talked over|haggled over)\b/i,
  // "Please strike Section 5.4 in whole", "we sign once you strike Attachment 4".
  /(?:^\W*[Ss]|\b(?:[Pp]lease|must|should|need to|have to|want you to|ask you to|[Oo]nce you|[Ii]f you) s)trike (?:out )?(?:the |all of |your )?(?:[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Pp]aragraphs?|[Pp]rovisions?|[Ee]xhibits?|[Ss]chedules?|[Aa]ttachments?|[Aa]ppendix) [\dA-Z]/,
  /\b(?:is|are|would be) (?:a |an )?(?:absolute |complete )?(?:non-?starters?|deal-?breakers?|no-?go)\b/i,
  /\b(?:want|like|need|wish|hope|have)(?:s|ed)? to (?:talk|speak) (?:with (?:you|somebody|someone) )?about (?:(?:the|a|another|our|your) )?(?:shorter |longer |lower |different )?(?:(?:\d|one|two|three|four|five|six|seven|ten) (?:years|months)|minimums?|deposits?|terms?\b(?! sheet)|(?:volume |price )?(?:tiers|commitments?)|liability|indemni\w+|governing law)\b/i,
  /\b(?:\d|one|two|three|four|five|a few|some|our) exceptions? to (?:your|the) (?:\w+ )?(?:form|template|agreement|terms|paper|text)\b|^\W*(?:\d\.\s*)?exceptions? to your (?:form|template|agreement|terms|paper)\b/i,
  /\b(?:want|wish|like|need|have|going) to change (?:a few|some|a couple of|several|two|three) (?:things|points|words|lines|clauses|bits|parts)\b/i,
  /\b(?:quisi[ée]ramos|queremos|deseamos|quiere|desea|deseo|quiero) negociar\b|\b(?:souhait\p{L}+|voul\p{L}+|désir\p{L}+) négocier\b/iu,
  /^(?=.*\b(?:sign|template|accept\w*|fine|as[ -]is|stands|agree|take|printed|okay|good)\b).*\b(?:were it not for|if it weren't for|but for|except(?: for| that)?|save for|apart from|other than|with the exception of)\b[^.;?!]{0,60}?(?:\b\d+\.\d+|§|\b(?:sections?|clauses?|articles?|paragraphs?|chapters?|provisions?|(?:limitation of )?liability|deposits?|indemni\w+|insurance(?! certificate)|audits?|governing law)\b)/i,
  /\b(?:can't|cannot|can not|couldn't|could not|won't|will not|wouldn't|would not) live with\b/i,
  /\b(?:prices?|rates?|terms|template|wording|clauses?|sections?|articles?|(?:price )?sheet|contract|agreement|language|provisions?) (?:doesn't|does not|don't|do not) (?:fit|suit|work for|sit well with)\b/i,
  /\bexpect (?:us|me|them|the client) to (?:haggle|bargain|push back|argue)\b|\b(?:want|like|need|wish|expect|intend|hope)s? to (?:haggle|bargain|talk (?:numbers|price|money|terms))\b/i,
  /\bwhom?\b[^.;?]{0,20}\b(?:talk|sit|meet|speak)\w*\b[^.;?]{0,20}\b(?:about|on|over) (?:those|these|them|the (?:two|three|four|five|points|clauses|changes))\b/i,
  /\b(?:has|have|with) (?!no |not |nothing |neither )(?:\w+ )?(?:changes|edits|revisions)(?: of (?:its|our|their) own)? to (?:propose|suggest|offer|seek|discuss|bring)\b/i,
]
/**
 * "No changes; only two sections concern us", "just a few edits to the form's address", "the liability section of the
 * request form does not open", "a scanned paper will not do": not what a template says.
 */
const NOT_OF_TERMS =
  /\b(?:questions?|address|spelling|typo|the form|request form|questionnaire|(?:scanned|faxed|copied|photographed) \w+)\b/i

/** Whether the writer's own words, the remarks of a request form, or talks under way wish terms of the paper changed. */
export function wishesChanges(ground: {
  readonly reading: Reading
  readonly documents: readonly DocumentSort[]
}): boolean {
  const { reading, documents } = ground
  const forms = reading.mail.attachments
    .filter((_, at) => documents[at] === 'agreement-request-form')
    .map((file) => `attachment:${file.filename}`)
  if (areTalksUnderWay(reading)) return true
  return reading.sentences.some(
    ({ place, from, text }) =>
      (place === 'newest' || (place === 'quoted' && reading.forwarded) || (place === 'file' && forms.includes(from))) &&
      (WISHES.test(text) || wishesMore(text)) &&
      !NOT_OF_TERMS.test(text),
  )
}

function wishesMore(text: string): boolean {
  return MORE.some((wish) => {
    const at = text.search(wish)
    return at >= 0 && !isDenied(text, at) && !/\b(?:nobody|no one|none of us)\b/i.test(text.slice(0, at + 20))
  })
}
