import { describe, expect, it } from 'vitest'
import { GREETINGS, mail, useSandbox } from './sandbox-fixture.ts'

const at = useSandbox()

describe('searching', () => {
  const queries = [
    ['everything', { all: true }, [1, 2, 3]],
    ['a UID range', { uid: '2:*' }, [2, 3]],
    ['a sequence', { seq: '1,3' }, [1, 3]],
    ['arrived since', { since: new Date('2026-11-16') }, [2, 3]],
    ['arrived before', { before: new Date('2026-11-16') }, [1]],
    ['arrived on', { on: new Date('2026-11-16') }, [2]],
    ['sent since', { sentSince: new Date('2026-11-16') }, [2]],
    ['sent on, as written in the mail', { sentOn: new Date('2026-11-16') }, [2]],
    ['from', { from: 'ANN' }, [1, 2, 3]],
    ['to a name', { to: 'bob b' }, [2]],
    ['subject, encoded words read', { subject: 'grüße' }, [2]],
    ['Message-ID', { header: { 'Message-ID': '<m1@acme.example>' } }, [2]],
    ['a header that is there', { header: { 'in-reply-to': true } }, [2]],
    ['body, quoted-printable undone', { body: 'Schöne' }, [2]],
    ['anywhere', { text: 'first' }, [1]],
    ['flags', { flagged: true }, [3]],
    ['no such flag', { flagged: false, seen: false }, [1, 2]],
    ['keyword', { keyword: '$Case' }, [3]],
    ['without keyword', { unKeyword: '$case' }, [1, 2]],
    ['larger', { larger: 200 }, [2]],
    ['smaller', { smaller: 200 }, [1, 3]],
    ['not', { not: { from: 'ann', subject: 'first' } }, [2, 3]],
    ['or', { or: [{ subject: 'first' }, { subject: 'third' }] }, [1, 3]],
    ['all of several', { subject: 'first', flagged: true }, []],
  ] as const

  it.each(queries)('%s', async (_name, query, uids) => {
    const client = await at.client()
    await client.append('INBOX', mail('first'), [], new Date('2026-11-15T23:59:59Z'))
    await client.append('INBOX', GREETINGS, [], new Date('2026-11-16T00:00:00Z'))
    await client.append('INBOX', mail('third'), ['\\Flagged', '$Case'], new Date('2026-11-17T00:00:00Z'))
    await client.mailboxOpen('INBOX')
    expect(await client.search(query as Parameters<typeof client.search>[0], { uid: true })).toEqual(uids)
  })
})
