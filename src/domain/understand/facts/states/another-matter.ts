/** The words by which a state is another matter than what the mail asks for: a letter of its own, or a request that is pending. */

const LATER =
  '(?:separately|apart|later(?: on)?|another time|in (?:another|a separate) (?:mail|e-?mail|letter|request))'
const LETTER = '(?:mail|e-?mail|letter|request|form|application)'

const WILL = "(?:\\b(?:will|shall|going to) |['’]ll )"

/** "We will write separately about Idaho", "we will send a separate request for Idaho". Before the state. */
export const WRITES_APART = new RegExp(
  [
    `\\b(?:write|ask|apply|file|(?:come|get) back|hear from us|be in touch)\\b[^.;:]{0,20}?\\b${LATER} (?:about|for|on|in|regarding|concerning|to) (?:the )?$`,
    `${WILL}(?:come|get) back (?:to you )?(?:on|about|for|regarding|with) (?:the )?$`,
    `${WILL}(?:send|file|make|submit|write)\\b[^.;:]{0,12}\\bseparate ${LETTER}s? (?:for|about|on|in) (?:the )?$`,
  ].join('|'),
  'i',
)

/** "We will ask for Idaho another time", "a separate letter for Idaho follows". Behind it. */
export const ASKS_APART = /^[^.;:]{0,20}\banother time\b|^ (?:will )?follows?(?: separately)?[.!)]*\s*$/i

const REQUEST =
  '(?:our|the|its|their|my|your|those|these) (?:\\w+ ){0,2}(?:requests?|applications?|cases?) (?:for|in|covering) (?:the )?$'

/** "Add Montana to our pending requests for Idaho", "besides our request for Idaho". Before it. */
export const OTHER_REQUEST = new RegExp(
  `\\b(?:add|adding|added|include|including|included|extend\\w*|expand\\w*)\\b[^.;:]{0,60}\\b(?:to|into|in|under) ${REQUEST}|\\b(?:besides|in addition to|on top of|beyond|alongside) ${REQUEST}`,
  'i',
)

/** "We have requests for Idaho pending with you". Behind it. */
export const IS_PENDING = /^ (?:already |still |now )?(?:is |are )?pending\b/i
