/** What the decisions look at, at most. Each limit keeps a hostile mail linear and leaves any letter a person writes whole. */

/** Characters of the body that are folded and read: about twenty printed pages. */
export const TEXT_LIMIT = 65_536
/** Lines that are folded. 64 KB of empty lines is still one pass. */
export const LINE_LIMIT = 8_000
/** Characters of one attachment's text that are read for its sort and its form fields. */
export const FILE_TEXT_LIMIT = 16_384
/** Attachments whose text is read for the request. */
export const FILES_READ = 8
/** Sentences of one place (newest, quoted, one file) that the cues see. */
export const SENTENCE_LIMIT = 300
/** Characters of one sentence that the cues see; longer ones are cut, so that no gap in a pattern can run away. */
export const SENTENCE_LENGTH = 500
/** Characters of a quote shown as evidence. */
export const QUOTE_LENGTH = 160
/** Lines of one message or file that are read for people and numbers: the first and the last half of these. */
export const SPEECH_LINES = 600
/** Characters of one such line. */
export const SPEECH_LINE_LENGTH = 1_000
/** People with an address that one mail names: a list of thousands tells nothing of whom to answer. */
export const PEOPLE_LIMIT = 60
/** Messages quoted below one another. */
export const QUOTED_LIMIT = 40
