import type { IntentRule } from '../cue.ts'
import { ELECTRIC, GAP, HANDS_IN, REQUEST_FORM, SHORT_GAP, say, TEMPLATE, WANTS } from '../words.ts'

/** An agreement the sender has already: what is asked then is another matter. */
const HAS_ONE =
  /\b(?:our|its|their|my|existing|current|own) (?:existing |current |own )?(?:\w+ ){0,2}(?:interconnection |resale |commercial )?(?:agreement|ICA|contract)\b|\bamend(?:ment)?s?\b|\b(?:signed|executed|signature|countersign\w*)\b|\b(?:existing|another|other|approved) (?:carrier|CLEC)/i

/** A sentence that asks about, or says that nothing is asked yet. */
const ONLY_ASKS =
  /\b(?:do (?:we|i) (?:need|have to)|whether|which (?:template|one|agreement)|do we have to|must (?:we|become)|before (?:we|.{3,40}) (?:asks?|decides?|contact)|can we be talking|how (?:does|do) (?:it|this|you))\b/i

/** A new agreement is asked for, with the form or in prose, as it stands or to negotiate (domain intents 2-4, 7, 8, 10, 25). */
export const agreementRequest: IntentRule = {
  intent: 'agreement-request',
  cues: [
    {
      points: 5,
      says: say(REQUEST_FORM),
      with: say(HANDS_IN),
      places: ['newest', 'quoted'],
      unless:
        /\b(?:already|last (?:week|month)|stands?|where|received|different (?:document )?from|status|sent (?:in )?(?:your|the|our|you)|was received)\b/i,
    },
    { points: 4, says: say(REQUEST_FORM), places: ['name'] },
    {
      points: 3,
      says: say(REQUEST_FORM),
      places: ['subject'],
      unless: /\b(?:status|missing|received|stands|where)\b/i,
    },
    { points: 6, says: /\bagreement request form\b/i, places: ['file'] },
    {
      points: 6,
      says: /\brequest(?:s|ing|ed)?\b[^.!?;]{0,40}\bnegotiat(?:e|ion|ions|ing)\b/i,
      denied: -3,
      unless: /\b(?:how|ordinarily|practice|asked for a negotiated)\b/i,
    },
    {
      points: 5,
      says: say(
        WANTS,
        SHORT_GAP,
        '\\b(?:negotiate\\b|(?:open|begin|start|starting|enter|commence|initiate)(?: into)?\\b[^.!?;]{0,25}\\bnegotiat)',
      ),
      denied: -4,
      unless: /\brenegotiate|\binstead\b/i,
    },
    {
      points: 5,
      says: /\bbona[ -]?fide (?:request|r\.?)\b[^.!?;]{0,60}\b(?:negotiat|agreement|interconnect|25[12])|\b(?:treat|log|consider|accept)\b[^.!?;]{0,60}\b(?:as|this)\b[^.!?;]{0,50}\brequest\b/i,
      denied: -3,
      unless: /\bamend|\brecords\b/i,
    },
    {
      points: 5,
      says: say(
        WANTS,
        GAP,
        '\\b(?:an?|the|one|your|new|our)?\\s?(?:\\w+ ){0,3}(?:interconnect(?:ion)?|resale|commercial|wireless|paging|CLSP|platform|successor|local services?)\\b',
        SHORT_GAP,
        '\\b(?:agreements?|contracts?|ICA)\\b',
      ),
      unless: HAS_ONE,
      denied: -3,
    },
    {
      points: 5,
      says: say('\\b(?:need|make|have|want|like)\\b', SHORT_GAP, '\\b(?:contract|agreement) of interconnection\\b'),
    },
    {
      points: 5,
      says: say(
        '\\b(?:sign|signed|execute|accept(?:ing|s)?|take|adopt|agree(?:d)? (?:to|with)|use|using|fine with)\\b',
        GAP,
        TEMPLATE,
      ),
      unless: /\b(?:opt|which|different from|amend|must be used|plan B)\b/i,
      denied: -1,
    },
    {
      points: 5,
      says: say(TEMPLATE, GAP, '\\b(?:sign|execute|accept|take|agree|fine|happy) (?:it|with|to)\\b'),
      unless: /\b(?:opt|which|different from|amend|plan B)\b/i,
      denied: -1,
    },
    {
      points: 4,
      says: /\b(?:sign|execute|take|accept)\b[^.!?;]{0,60}\b(?:no edits|no changes|as[ -]is|as posted|unmodified|without (?:any )?(?:modification|change)s?|in the form)\b/i,
      places: ['newest'],
      unless: /\b(?:adopt|opt|amend|letter)/i,
    },
    {
      points: 4,
      says: say(
        '\\b(?:buy|purchase|resell|move|white[ -]label|sell)\\b',
        GAP,
        '\\b(?:platform|phone lines?|lines|dial ?tone|broadband|dark fiber|wholesale)\\b',
      ),
      with: say(WANTS),
      places: ['newest'],
      unless: /\bwe (?:sell|resell)\b/i,
    },
    {
      points: 3,
      says: /\b(?:text|copy|form|draft) of (?:the|your) (?:\w+ )?(?:commercial|resale|template|wireless) (?:agreement|contract)\b/i,
      places: ['newest'],
    },
    {
      points: 2,
      says: /\b(?:commercial|resale|CLSP|QLSP)\b[^.!?;]{0,20}\b(?:agreement|contract)s?\b/i,
      places: ['newest'],
      unless: /\b(?:signed|approved|early[ -]order)/i,
    },
    {
      points: 3,
      says: /\battached form\b|\bform (?:is )?attached\b|\bfilled[ -](?:in|out) (?:the |your )?form\b/i,
      places: ['newest'],
      unless: /\b(?:credit|tax|exemption|questionn?aire)\b/i,
    },
    { points: 5, says: /\b(?:desire|intent|intention|wish) to\b[^.!?;]{0,40}\bnegotiat/i, denied: -3 },
    {
      points: 4,
      says: /\b(?:interconnect(?:ion)?|resale|commercial) (?:contract|agreement)s?\b[^.!?;]{0,40}\bwith you\b/i,
      places: ['newest'],
      unless: HAS_ONE,
      denied: -2,
    },
    {
      points: 2,
      says: /\b(?:ARF|request|form)\b/i,
      places: ['name'],
      unless: /\b(?:credit|tax|exemption|W-?9|LOA)\b/i,
    },
    {
      points: 4,
      says: say(
        '\\bsend\\b',
        GAP,
        '\\b(?:commercial|resale|template|CLSP|platform|wireless)\\b',
        SHORT_GAP,
        '\\b(?:agreements?|contracts?|form)\\b',
      ),
      unless: /\bamend|\bletter\b/i,
    },
    {
      points: 3,
      says: /\b(?:assign|assigned|need|named|nominate[d]?|get)\b[^.!?;]{0,30}\bnegotiator\b/i,
      places: ['newest', 'subject', 'file'],
      unless: /\b(?:whether|has been|have been|been assigned)\b/i,
    },
    {
      points: 3,
      says: /\b(?:execution (?:version|copy)|signature copy|drawn up|name in the blanks|document with our name|prepare (?:an?|the) (?:agreement|execution)|where to sign)\b/i,
      places: ['newest'],
      unless: /\bamend/i,
    },
    {
      points: 3,
      says: /\b(?:agreement requested|type of agreement|state\(?s?\)? (?:requested|required|in which)|states required)\b/i,
      places: ['newest', 'file'],
    },
    {
      points: 3,
      says: /\b(?:agreement|contract)\b/i,
      with: /\brequest\b/i,
      places: ['subject'],
      unless: /\b(?:status|amend|missing|received|order|adopt|opt)/i,
    },
    {
      points: 2,
      says: /\b(?:resale|commercial|interconnection|CLSP|wireless)\b[^.!?;]{0,30}\b(?:agreement|contract)\b/i,
      places: ['subject'],
      unless: /\?|\b(?:in place|signed|executed|adopt|opt|section|status|amend|early|draft|approval)/i,
    },
    {
      points: 4,
      says: /\b(?:no|not) (?:agreement|contract|interconnection agreement)\b[^.!?;]{0,50}\b(?:want one|need one)|\bwe want one\b|\bthat is what i'm asking for\b|\bplease start it\b/i,
      evenDenied: true,
    },
    {
      points: 4,
      says: say('\\b(?:ask|asked|asking)\\b', GAP, '\\b(?:resale|interconnection|commercial) agreement\\b'),
      unless: /\bfor back in\b|\bago\b/i,
    },
    {
      points: 3,
      says: /\bredlines?\b|\bmark-?up\b|\bchanges tracked\b/i,
      with: /\btemplate|\bNTA\b/i,
      places: ['newest', 'subject', 'name'],
    },
    {
      points: 2,
      says: /\b(?:successor|new) (?:\w+ ){0,2}(?:agreement|ICA)\b/i,
      places: ['newest'],
      unless: /\bamend/i,
    },
    {
      points: 5,
      says: /\b(?:to|want to|prefer to|would like to|wants? to|be) negotiat(?:e|ing)\b/i,
      places: ['newest'],
      unless: /\b(?:renegotiate|experience|client of mine|did not care|how|whether)\b/i,
    },
    {
      points: -5,
      says: /\b(?:not asking (?:you )?to start|nothing (?:is )?requested|before we (?:ask|decide)|without making any request|hold off|actual request (?:early )?next|not be docketed as a request|depending on your reply)\b|\bbefore \w[^.!?;]{0,40} asks? for anything\b/i,
      evenDenied: true,
      places: ['newest'],
    },
    { points: -4, says: ONLY_ASKS, with: /\b(?:agreement|template|CLEC)\b/i, places: ['newest', 'subject'] },
    { points: -12, says: ELECTRIC, evenDenied: true },
    {
      points: -3,
      says: /\b(?:our|existing|the) (?:\w+ ){0,3}(?:agreement|ICA)\b[^.!?;]{0,40}\b(?:is|was|has been) (?:signed|approved|in place|executed)|\b(?:agreement|ICA)\b[^.!?]{0,40}\b(?:signed|approved)\b[^.!?]{0,30}\b(?:pending|all good)/i,
      places: ['newest', 'subject'],
    },
    {
      points: -4,
      says: /\bamend(?:ment|ing)?\b/i,
      with: /\b(?:our|existing|own|current|its) (?:\w+ ){0,3}(?:agreement|ICA)\b/i,
      places: ['newest', 'subject'],
    },
    { points: -3, says: /\b(?:early|earlier)[ -]ordering\b|\bquestionn?aire\b|\binvoices?\b/i, places: ['subject'] },
    {
      points: -4,
      says: /\b(?:adopt|opt(?:ing)? in|252\(i\)|MFN)\b/i,
      places: ['newest'],
      unless: /\byour (?:standard|generic|template)|\bnor does\b/i,
      denied: 2,
    },
  ],
}
