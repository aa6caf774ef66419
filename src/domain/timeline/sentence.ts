/** An entry of the timeline as a sentence. What happened is a closed list; each has its words, or this does not compile. */
import { CASE_SENTENCES, type Sentences } from './case-events.ts'
import type { TimelineEntry, TimelineEvent, When } from './event.ts'
import { after, anyFields, words } from './fields.ts'
import { MAIL_SENTENCES, STORED_SENTENCES } from './mail-events.ts'

export const TIMELINE_SENTENCES: Sentences<TimelineEvent> = {
  ...CASE_SENTENCES,
  ...MAIL_SENTENCES,
  ...STORED_SENTENCES,
}

export function timelineSentence(entry: TimelineEntry, when: When): string {
  const { event, detail } = entry
  if (isKnown(event)) return TIMELINE_SENTENCES[event](entry, when)
  // A newer version wrote it.
  return `${words(event)}${after(': ', anyFields(detail, when))}`
}

function isKnown(event: string): event is TimelineEvent {
  return Object.hasOwn(TIMELINE_SENTENCES, event)
}
