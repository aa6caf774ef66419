/** What the words before a state say only together with those behind it: "you sent us Nevada, we asked for Utah". */
import type { Stance } from './cue.ts'

type BothSides = readonly [stance: Stance, before: RegExp, behind: RegExp]

const SENT = '\\b(?:you|they) (?:have |had )?(?:sent|gave|mailed|prepared|drew up|put|issued|attached)(?: (?:us|me))?'

const BOTH_SIDES: readonly BothSides[] = [
  // "You sent us Nevada, we asked for Utah", "you sent us the Nevada pages, and not the Utah ones".
  [
    'elsewhere',
    new RegExp(`${SENT} (?:the )?$`, 'i'),
    /^(?: \w+)?(?:,| but|, but|, and| and| while|, while) (?:(?:we|I) (?:need|needed|want|wanted|asked for|meant|requested|are in)\b|not (?:for |in )?(?:the )?[A-Z])/,
  ],
  ['asked', new RegExp(`${SENT} (?:the )?[^.;?!,]{2,30},? (?:but |and )?not (?:for |in )?(?:the )?$`, 'i'), /^/],
  // "We wrote Nevada, it is Utah".
  [
    'refused',
    /\b(?:we|I|it|form|letter|subject) (?:wrote|put|typed|ticked|said|says|entered)(?: down)? (?:the )?$/i,
    /^,? (?:but |and |while )?(?:it|that|which|the right one) (?:is|should (?:be|read|say)|ought to (?:be|read|say))\b/i,
  ],
  // "Besides Utah, where we signed last month, we want Nevada".
  [
    'already',
    /^\W*(?:besides|in addition to|on top of|apart from|beyond|other than) (?:the |our )?$/i,
    /^(?: (?:agreement|ICA|contract|one))?, (?:where|which|in which) (?:we|it)\b/i,
  ],
  // "Cancel the Nevada request and go ahead with Utah"; by itself a request may be cancelled for its own sake.
  [
    'refused',
    /\b(?:cancel|stop|pull|withdraw)(?: please)? (?:the |our )?$/i,
    /^ (?:request|application|form|one)s?,? (?:and|but) (?:please )?(?:go ahead|proceed|continue|carry on|go on|start) (?:with|on)\b/i,
  ],
  // "I used the Iowa one because the other did not open".
  [
    'elsewhere',
    /\b(?:we|I) (?:have )?(?:filled in|used|took|sent) (?:the |your )?$/i,
    /^ (?:form|one|version|template|page)s? (?:although|though|because|since|as|instead|by mistake)\b/i,
  ],
  // "We read Osprey's Iowa agreement and would like the same in South Dakota".
  [
    'elsewhere',
    /['’]s? $/,
    /^ (?:agreement|ICA|contract|terms|one) and (?:would|want|wish|ask|['’]d)\b[^.;]{0,20}\bthe (?:same|like)\b/i,
  ],
  // "Certified in Iowa and Utah. Need: Utah."
  [
    'asked',
    /(?:^|[.;] )\W*(?:need(?:ed)?|want(?:ed)?|request(?:ed|ing)?|asked for|missing|open|outstanding)(?: now)?: $/i,
    /^/,
  ],
  [
    'asked',
    /\bhow (?:the |our |things (?:are|stand) (?:in|with) )?$/i,
    /^(?: \w+)? (?:is|are) (?:going|doing|coming|getting)\b/i,
  ],
]

/** Null where no such words are around it. */
export function toldOnBothSides(before: string, behind: string): Stance | null {
  return BOTH_SIDES.find(([, ahead, rest]) => ahead.test(before) && rest.test(behind))?.[0] ?? null
}
