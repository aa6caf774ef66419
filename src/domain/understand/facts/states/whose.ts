/** People and things that are in a state without being the matter: "a man from Colorado", "our parent in Nevada". */

export const PERSON =
  '(?:lawyers?|attorneys?|conference|convention|trade show|tax home|domicile|lives?|lived|living|born|grew up|moved(?! (?:our|its|the|their|this|that) )|cousins?|colleagues?|neighbou?rs?|brothers?|sister-in-law|wife|husband|daughter|son|bookkeeper|insurers?|brokers?|accountant|friends?|family|vacation|retired|counsel|sits|sit|school|admitted|fellow|guy|man|woman|lady|buddy|pals?|people|used to|worked|working for|(?:mail(?:ing)?|billing|street|home|postal|business) address)'
/** People who are customers: "serves the school and the families in Montana" tells where the carrier is. */
export const SERVED =
  /\b(?:serv(?:es?|ing)|sells? to|selling to|phones? for|customers are|subscribers are|(?:members|customers|subscribers|tenants|patients) (?:all )?live)\b/i
/** Offices and switches that are a matter of the network: "trunks between your tandem and our switch in Utah". */
export const NETWORK = /\b(?:collocat\w*|trunks?|tandems?|circuits?|outage|cages?)\b/i
/** What is moved or connected somewhere is the matter, wherever it stands. */
export const MOVED =
  '(?<!\\b(?:mov|relocat|re-?hom|connect|interconnect|install|retir|replac|upgrad)\\w{0,3} (?:up )?(?:its|our|the|their|my|a|this|that) (?:new |old |only )?)'
export const SOMEBODY = `(?:resellers?|offices?|headquarters|headquartered|hq|(?<!facilities-)based|located|home (?:is|office)|${MOVED}(?:switch|data cent(?:er|re)s?|colo)|(?:another|different|other) (?:incumbent|carrier|ILEC|compan|provider|CLEC|nation|tribe|outfit|business)\\w*|(?<!\\b(?:this|said) )affiliates?|sister|parent|subsidiary|bank|firm|customers? in|remains?|predecessor)`

/** "A man from Colorado", "our parent completed one for Nevada"; no agreement is spoken of between. */
export function placeOf(whom: string, preposition: string): RegExp {
  return new RegExp(
    `\\b${whom}\\b(?:(?!agreement|ICA|contract|request|template|form|letter|amendment|your network)[^.;:,]){0,25}(?:, )?\\b(?:${preposition})(?: the| northern| southern| eastern| western)? (?:(?:[\\w.'-]+ ){0,2}[\\w.'-]+, )?(?:state of )?$`,
    'i',
  )
}
