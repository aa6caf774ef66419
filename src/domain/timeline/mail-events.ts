/** What became of mails, letters and everything beside the cases, a sentence for each. */
import type { Sentences } from './case-events.ts'
import type { MailEvent, StoredEvent, TimelineEntry } from './event.ts'
import { after, listIn, namedIn, textOf, words } from './fields.ts'

export const MAIL_SENTENCES: Sentences<MailEvent> = {
  'mail-filed': ({ messageId, detail }) => `${mail(messageId)} filed here (${words(textOf(detail, 'how'))})`,
  'mail-settled': ({ messageId, detail }) =>
    `${mail(messageId)} is from ${words(textOf(detail, 'kind'))}: ${words(textOf(detail, 'outcome'))}`,
  'reply-withheld': ({ messageId, detail }) =>
    `${mail(messageId)} not answered${after(': ', textOf(detail, 'why') || words(textOf(detail, 'rule')))}`,
  'reply-bounced': (entry) => `${letter(entry)} came back${after(': ', textOf(entry.detail, 'detail'))}`,
}

export const STORED_SENTENCES: Sentences<StoredEvent> = {
  'reply-draft': (entry) => `${letter(entry)} written and waits for a person`,
  'reply-queued': (entry) => `${letter(entry)} written and on its way`,
  'reply-sent': (entry) => `${letter(entry)} sent${after('; their server said ', textOf(entry.detail, 'response'))}`,
  'reply-retry': (entry) => `${letter(entry)} not taken yet${why(entry)}; it is tried again`,
  'reply-refused': (entry) => `${letter(entry)} refused${why(entry)}`,
  'reply-unsure': (entry) => `${letter(entry)} may or may not have arrived${why(entry)}`,
  'draft-approved': (entry) => `${letter(entry)} approved`,
  'draft-held': (entry) => `${letter(entry)} held back as a draft${why(entry)}`,
  'draft-rejected': (entry) => `${letter(entry)} dropped${why(entry)}`,
  'order-undone': ({ detail }) => `order ${textOf(detail, 'order')} taken back`,
  'draft-restored': (entry) => `${letter(entry)} waits again as a draft`,
  'digest-queued': ({ detail }) =>
    `digest written${after(' to ', textOf(detail, 'staff'))}${after(' for ', textOf(detail, 'day'))}`,
  'task-settled': ({ messageId, detail }) =>
    `task ${textOf(detail, 'task')} settled${messageId === null ? '' : ` by ${mail(messageId)}`}${after(': ', textOf(detail, 'why'))}`,
  'mail-corrected': ({ messageId, detail }) => {
    const head = namedIn(detail, { agreement: 'agreement', path: 'way', company: 'company' })
    const states = after('states ', listIn(detail, 'states').join(' '))
    const intents = after('wants ', listIn(detail, 'intents').map(words).join(' and '))
    const said = [after('from ', words(textOf(detail, 'kind'))), intents, head, states].filter((word) => word !== '')
    return `${mail(messageId)} corrected${after(': ', said.join(', '))}`
  },
  'correction-withdrawn': ({ messageId }) => `correction of ${mail(messageId)} taken back`,
  duplicate: ({ messageId }) => `${mail(messageId)} came before and was filed once`,
  quarantined: ({ messageId, detail }) =>
    `${mail(messageId)} put into quarantine${after(': ', words(textOf(detail, 'code')))}${after(', ', textOf(detail, 'detail'))}`,
  'quarantine-retried': ({ messageId }) => `${mail(messageId)} taken out of quarantine and read again`,
  'quarantine-released': ({ messageId }) => `${mail(messageId)} taken out of quarantine and filed as it is`,
  'quarantine-rejected': ({ messageId }) => `${mail(messageId)} taken out of quarantine and put aside`,
  'work-retried': (entry) => `${piece(entry)} is tried again`,
  'work-dropped': (entry) => `${piece(entry)} is left as it is`,
  infected: ({ messageId, detail }) =>
    `${textOf(detail, 'file') || 'a file without a name'} of ${mail(messageId)} is infected${after(': ', textOf(detail, 'name'))}`,
  'hold-set': ({ detail }) => `legal hold put on${after(': ', textOf(detail, 'because'))}`,
  'hold-released': () => 'legal hold taken off',
  erased: ({ detail }) =>
    `mails erased${after(' with the numbers ', listIn(detail, 'mails').join(', '))}${after(': ', textOf(detail, 'why'))}`,
  restored: ({ detail }) => `a backup was put back${after(': ', textOf(detail, 'snapshot'))}`,
  'model-used': ({ detail }) => `another model was put to use${after(': ', textOf(detail, 'version'))}`,
}

function mail(id: number | null): string {
  return id === null ? 'a mail' : `mail ${id}`
}

function letter({ outboxId, detail }: TimelineEntry): string {
  const what = words(textOf(detail, 'template')) || 'letter'
  return outboxId === null ? what : `${what} ${outboxId}`
}

function piece(entry: TimelineEntry): string {
  const sort = textOf(entry.detail, 'sort')
  return sort === 'copy' ? `the copy in Sent of ${letter(entry)}` : sort === 'request' ? 'the reminder' : letter(entry)
}

function why({ detail }: TimelineEntry): string {
  return after(': ', textOf(detail, 'why'))
}
