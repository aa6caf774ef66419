/**
 * The things that mails in this mailbox speak of, each with the ways in which people say it. The model learns from
 * which of them stand together in a sentence that asks, hands in or denies; a new way of saying a thing is a word here.
 * Facts: `domain.md` of the trade (documents, gates, intents); wording: everyday English. Patterns have bounded gaps.
 */
import type { Reading, Sentence } from '../reading.ts'
import { sentencesFor } from '../sentence-index.ts'

export interface Concept {
  readonly id: string
  readonly says: RegExp
}

export const CONCEPTS: readonly Concept[] = [
  // agreements and the ways to one
  concept('agreement', 'agreements?|contracts?|ICAs?|paperwork|arrangement'),
  concept(
    'interconnection',
    'interconnect\\w*|25[12]\\b|connect (?:our|the|with your) networks?|facility[- ]based|CLEC agreement',
  ),
  concept(
    'template',
    'templates?|NTAs?|SGATs?|boilerplate|off[- ]the[- ]shelf|canned|(?:standard|generic|model|usual|regular|stock|form|posted|published) (?:\\w+ ){0,2}(?:agreements?|contracts?|terms|form|one|document|language|paper|ICA)|(?:your|the) (?:standard|generic|usual|stock)',
  ),
  concept(
    'as-is',
    'as[- ]is|as (?:it stands|written|posted|published)|without (?:any )?(?:changes?|edits?|modifications?|redlines?|alterations?)|no (?:changes?|edits?|modifications?|redlines?)|unmodified|unchanged|unaltered|word for word|cover to cover',
  ),
  concept(
    'negotiate',
    'negotiat\\w*|bargain\\w*|counter-?proposals?|bona[- ]fide request|(?:open|begin|start|enter)(?: into)? (?:talks|discussions)',
  ),
  concept(
    'redline',
    'red-?lin\\w*|mark-?ups?|marked[- ]up|track(?:ed)? changes|changes tracked|comments on|edits|issues (?:list|matrix)|proposed (?:language|changes)',
  ),
  concept(
    'adopt',
    'adopt\\w*|opt(?:s|ed|ing)?[- ]?in(?:to|s)?|opt[- ]in|MFN|most[- ]favou?red|252 ?\\(?i\\)?|pick[- ]and[- ]choose|step into|piggy-?back|(?:same|identical) (?:terms|agreement|deal|contract|rates)(?: \\w+){0,3} (?:as|that|of)|take over the terms|(?:use|take|mirror|copy|clone|port) (?:somebody|someone|another|their|that|the same)',
  ),
  concept(
    'other-carrier',
    "(?:another|other|existing|approved|third[- ]party|different|fellow) (?:carrier|CLEC|provider|company|competitor)(?:'?s)?|someone else's|somebody else's|other (?:people|compan|carrier)\\w*|approved agreements?",
  ),
  concept(
    'entirety',
    'in (?:its|their) entirety|all[- ]or[- ]nothing|whole (?:agreement|thing)|all of its (?:terms|amendments)|including (?:all )?(?:the )?amendments?|base agreement',
  ),
  concept(
    'available',
    '(?:which|what|list|any|copy) (?:of )?(?:\\w+ ){0,3}(?:agreements?|ICAs?|contracts?) (?:\\w+ ){0,3}(?:available|adopt\\w*|open|can be|could be|are there|exist)|available (?:for|to) (?:adopt|opt)\\w*|adoptable',
  ),
  concept(
    'commercial',
    'commercial|CLSP|QLSP|QPP|local services? platform|UNE-?P|wholesale broadband|dark fiber|broadband agreement|master services?',
  ),
  concept(
    'resale',
    'resale|resell\\w*|re-?sell|white[- ]label\\w*|under our (?:own )?(?:name|brand)|our (?:own )?(?:brand|label|name) on|wholesale discount|avoided[- ]cost',
  ),
  concept('wireless', 'wireless|CMRS|paging|cellular|type 2|mobile carrier'),
  concept(
    'request-form',
    'agreement[ _-]?request(?:[ _-]?form)?|request form|ARFs?|form (?:you|from your)|intake form',
  ),
  concept(
    'successor',
    'expir\\w*|renew\\w*|successor|replacement agreement|evergreen|runs? out|end of (?:its|the) term|term ends|replace (?:our|the|it)',
  ),
  concept(
    'start',
    '(?:enter|get|sign|put|set)(?: into| up| in place)? (?:an?|the|with)|new agreement|would like an?|need an?|want an?|looking for an?|apply for|obtain an?|request(?:s|ing)? an?|get (?:started|going)|draw up|prepare (?:an?|the)|execution (?:copy|version)',
  ),
  concept(
    'negotiator',
    'negotiators?|representative with authority|assign(?:ed)? (?:someone|somebody|a person)|lead (?:negotiator|contact)',
  ),
  // an agreement that stands
  concept(
    'own-agreement',
    '(?:our|its|their|my|existing|current|present|own|this) (?:\\w+ ){0,3}(?:agreements?|ICAs?|contract)|in (?:force|effect)|on file|already have (?:an? )?(?:agreement|ICA)|CDS-\\d',
  ),
  concept(
    'amend',
    'amend\\w*|addend\\w*|rider|supplement to|modif\\w+|(?:add|include|attach|append)(?:s|ed|ing)? (?:\\w+ ){0,6}(?:to|into) (?:our|the|its|their|that|this|an) (?:\\w+ ){0,3}(?:agreement|ICA|contract)|AAL|IAAL|advi[cs]e adoption|exhibit [A-Z]\\b|PAP|performance (?:assurance )?plan',
  ),
  concept(
    'signed',
    'sign(?:ed|ing)?|signatures?|signature pages?|sig pages?|execut\\w+|counterparts?|countersign\\w*|wet[- ]ink|inked|originals?|docusign\\w*|e-?sign\\w*|initial(?:l?ed)',
  ),
  concept(
    'filing',
    'fil(?:e|ed|ing)s?|approv\\w+|pending (?:before|at|with)?|commission|docket\\w*|PUC|PSC|order(?:ed)? approving|deemed',
  ),
  concept(
    'early-order',
    'earl(?:y|ier)[- ]?order\\w*|EOLA|order(?:s|ing)? (?:\\w+ ){0,4}(?:before|ahead of|prior to|while|until|pending|in advance of|during)|(?:before|ahead of|prior to|without waiting for|while|in advance of|pending)(?: \\w+){0,5} approv\\w+|pre-?approval|interim order\\w*|advance order\\w*|start ordering|place orders|submit orders|orders? early|letter (?:agreement )?for early',
  ),
  concept('letter', 'letters?|letter agreement'),
  // start-up papers
  concept(
    'questionnaire',
    'questionn?aires?|CQ|customer profile|new customer (?:form|set-?up)|sections? (?:[A-Z]|\\d+|one|two|three|four|five|six)\\b|profile form',
  ),
  concept(
    'certificate',
    'certificat\\w*|CPCN|CCN|CC&N|certified|order granting|grant(?:ed|ing) (?:us )?authority|registration|registered|licen[cs]e|authority to (?:operate|provide)|operating authority',
  ),
  concept('ocn', 'OCNs?|NECA|company codes?|ACNAs?|operating company number'),
  concept(
    'evidence-paper',
    'insurance|COI|acord|W-?9|tax|exempt\\w*|credit (?:application|references?|report|papers)|financial statements?|bond|letter of (?:authori[sz]ation|agency|credit)|LOA|articles|good standing|secretary of state|bank reference|deposit',
  ),
  concept(
    'hands-in',
    "attach\\w*|enclos\\w*|herewith|here (?:is|are|it is|they are|you go)|here's|sending (?:you|along|over)|return(?:ing|ed)|submit\\w*|pdf|scan(?:ned)?|find (?:attached|enclosed)|as requested|per your request|you asked for|forwarding",
  ),
  // where it stands
  concept(
    'status',
    "status|any (?:update|word|news|movement|progress|luck)|updates?|where (?:do|does|are|is|things|it|we|our|that|this)(?: \\w+){0,5} stands?|where (?:we|things) are|follow(?:ing)?[- ]?up|check(?:ing)?[- ]in|checking (?:on|whether|if)|how (?:far|long ago)|heard (?:back|anything|nothing)|hav(?:e|en't) (?:not )?heard|still waiting|when (?:will|can|should|might) (?:we|it|the|i|you)|ETA|did you (?:get|receive)|(?:been|was|were) received|confirm(?:ation)? (?:of )?(?:receipt|that you)|nudge|ping(?:ing)?|weeks? ago|sent (?:it|you|this|that|them) (?:in |on |over |last |back )|silence|reminder",
  ),
  // network
  concept(
    'collocation',
    'colloc\\w*|cages?|cageless|central office|power feed|APOT|floor space|ICDF|site visit|augment',
  ),
  concept(
    'trunks',
    'trunk\\w*|POIs?|points? of interconnection|meet[- ]point|mid-?span|LIS|SS7|tandems?|end offices?|LATAs?|T1s?|DS[13]s?|SIP interconnect\\w*|CLLI\\w*|switch(?:es)?|point codes?|NPA|transport|entrance facilit\\w+',
  ),
  concept(
    'planning',
    'forecast\\w*|joint (?:planning|meeting)|planning (?:call|meeting|session)|capacity|network (?:information|design|engineer\\w*|planning)|engineer\\w*|kick-?off|traffic (?:study|estimate|volumes?)|turn-?up|test calls?|BFR|ready for service',
  ),
  // how it works
  concept(
    'how',
    'how (?:do|does|can|would|to|should|is|are)|what (?:is|are|do|does|would) (?:the )?(?:\\w+ )?(?:steps?|process|procedure|requirements?|sequence|first|we|i|you|need\\w*|order)|steps?|process|procedure|which (?:template|form|one|agreement|page|of)|who (?:do|should|can|is|handles|would)|whom|(?:do|must|should|would|does) (?:we|i|one|a|it|they) (?:\\w+ )?(?:need|have|first|be|become|wait|file|get)|is it (?:true|possible|required|necessary|enough)|wondering|general question|question(?:s)? (?:about|on|regarding)|curious|clarif\\w+|explain|guidance|point (?:me|us)|right (?:person|place|department|desk|contact)|new to this|first time|never done|thinking (?:of|about)|considering|explor\\w+|tariff',
  ),
  concept(
    'no-request-yet',
    'not (?:yet )?(?:asking|requesting|ready|a request|making)|before we (?:decide|ask|apply|commit|request)|no request|just (?:asking|curious|want to understand|gathering|a question)|nothing (?:to request|formal)|preliminary|hypothetical\\w*',
  ),
  // the customer changes
  concept(
    'rename',
    'name change|change of name|changed (?:its|our|the|their) (?:\\w+ )?name|new name|(?:now|formerly) (?:known|called)|f\\/k\\/a|renamed?|re-?brand\\w*|d\\/b\\/a|doing business as',
  ),
  concept(
    'merger',
    'merg\\w+|acqui(?:re|res|red|ring|sition)\\w*|sold (?:to|its|our|the)|purchas(?:e|ed|er)\\w*|buyer|seller|assign(?:ment|s|ed|or|ee|ing)?|transfer\\w*|succeed(?:s|ed)?|surviv\\w+|bankrupt\\w*|chapter 11|change of control|consolidat\\w+|consent to',
  ),
  concept(
    'contact-change',
    '(?:new|change[ds]?|updat\\w+|different|replac\\w+) (?:\\w+ ){0,3}(?:contacts?|address|phone|e-?mail|notice|representative|person)|notices? (?:should|address|to be|under|go|party|block)|moved (?:our |to |its )|relocat\\w+|no longer (?:with|works?|at)|take me off|remove (?:me|him|her)|update your records|taken over (?:as|from)',
  ),
  concept(
    'terminate',
    'terminat\\w*|cancel(?:s|led|ling|lation)? (?:the|our|this) (?:\\w+ )?(?:agreement|contract|ICA|account)|wind(?:ing)?[- ]?(?:down|up)|cease (?:operat|doing|business|to)\\w*|discontinu\\w*|non-?renew\\w*|exit(?:ing)? the (?:market|state|business)|closing (?:down|our)',
  ),
  concept(
    'withdraw',
    'withdraw\\w*|never ?mind|disregard|no longer (?:need|want|interested|wish)|changed our minds?|put (?:it|this) on hold|call(?:ed)? off',
  ),
  concept(
    'legal-notice',
    'notice of (?:dispute|default|breach|termination|claim)|dispute resolution|arbitrat\\w*|petition|mediation|bad faith|good[- ]faith|complaint|demand',
  ),
  // other departments
  concept(
    'order',
    'PONs?|LSRs?|ASRs?|FOCs?|firm order|order (?:number|no\\.?|#|id)|reject\\w*|jeopard\\w*|due dates?|expedit\\w*|clarification|supp(?:lement)? \\d|install(?:ation|ed)? date|missed (?:the )?(?:date|appointment)|disconnect order|provision\\w*',
  ),
  concept(
    'repair',
    'repair\\w*|trouble (?:ticket|report)s?|tickets?|out of service|outage|dial ?tone|(?:is|are|been|went) (?:down|dead|out)|static|hard down|no sync|circuit (?:id|is|down)|noise|cut (?:cable|line|fiber)|technician|dispatch',
  ),
  concept(
    'billing',
    'invoices?|bill(?:ed|ing|s)?|BANs?|late (?:payment|fee|charge)s?|overcharg\\w*|past due|statement|USOCs?|remit\\w*|payment|paid|charges?|refund|CABS',
  ),
  concept(
    'porting',
    'port(?:ing|ed|s)?[- ]?(?:out|in|request|order|date|number|the|a|of|our|my|away)?|LNP|SPIDs?|NPAC|snap-?back|CSRs?|telephone numbers?|TNs?|LRN',
  ),
  // none of this
  concept(
    'household',
    'my (?:phone|internet|house|home|mother|mom|father|dad|husband|wife|landline|bill|modem|router|account|line|service|wifi|neighbou?r)|at home|residential|our (?:house|home)|elderly|slow internet|landline|modem|router|bundle',
  ),
  concept(
    'electric',
    'solar|photovoltaic|kW|MW|kVA|net metering|inverter|substation|utility|power (?:line|plant|company)|battery storage|wind farm|generator|meter',
  ),
  concept(
    'selling',
    'our (?:products?|catalog\\w*|solutions?|price list)|sponsor\\w*|booth|conference|webinar|demo|quote for|vendor|procurement|RFP|recruit\\w*|resume|internship|job|hiring|position|applying|student|thesis|survey|interview|journalist|reporter|donat\\w+|charity|lunch|picnic|birthday',
  ),
  concept(
    'easement',
    'easement|right[- ]of[- ]way|pole|conduit|cable (?:marking|locate)|locate request|dig|lease|landlord|tower|real estate|property',
  ),
  concept('thanks', 'thank(?:s| you)|got it|sounds good|will do|much appreciated|no action'),
  concept(
    'meeting',
    'call (?:on|next|this|tomorrow)|meet(?:ing)?|conference (?:call|bridge)|available (?:on|next|this|tuesday|monday)|schedul\\w+|calendar',
  ),
]

function concept(id: string, ways: string): Concept {
  return { id, says: new RegExp(`\\b(?:${ways})\\b`, 'i') }
}

/** Per sentence the ids of the concepts that it speaks of, in the order of the list. */
export function conceptsIn(reading: Reading): ReadonlyMap<Sentence, readonly string[]> {
  const found = new Map<Sentence, string[]>()
  for (const { id, says } of CONCEPTS) {
    for (const sentence of sentencesFor(says, reading)) {
      if (!says.test(sentence.text)) continue
      const before = found.get(sentence)
      if (before) before.push(id)
      else found.set(sentence, [id])
    }
  }
  return found
}
