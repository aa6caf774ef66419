/** What a query asks for, what of a mail can be found, and which piece of it is shown. */
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../../src/domain/search/excerpt.ts'
import { findableWords, type Passage, passagesOf } from '../../../src/domain/search/passages.ts'
import { searchQuery } from '../../../src/domain/search/query.ts'
import { aMail } from '../../support/mail-builder.ts'

describe('a query', () => {
  test.each([
    ['words', 'adopt agreement', 'adopt agreement', 'adopt agreement'],
    ['a phrase', '"most favored" nation', '"most favored" nation', 'most favored nation'],
    ['a phrase that is not closed', '"most favored', '"most favored"', 'most favored'],
    ['a word in quotes is a word, also "or"', '"or" gon', '"or" gon', 'or gon'],
    ['either', 'resale or 251', 'resale or 251', 'resale 251'],
    ['without', 'certificate -expired', 'certificate -expired', 'certificate'],
    ['without a phrase', 'certificate -"of good"', 'certificate -"of good"', 'certificate'],
    ['a reference', 'CLEC-2026-00042', '"CLEC 2026 00042"', 'clec 2026 00042'],
    ['a telephone number, however it is written', '(303)555-0142', '"303 555 0142"', '303 555 0142'],
    ['an address', 'robin@juniper.example', '"robin juniper example"', 'robin juniper example'],
    ['accents', 'José', 'Jose', 'jose'],
    ['marks alone are nothing', 'a & b', 'a b', 'a b'],
    ['operators of the index', `a:* | !b & c <-> d'`, 'a b c d', 'a b c d'],
  ])('%s', (_what, typed, websearch, words) => {
    expect(searchQuery(typed)).toEqual({ websearch, words: words.split(' ') })
  })

  test.each(['', '  ', '""', '-', '-expired', 'or', '?!'])('%j asks for nothing', (typed) => {
    expect(searchQuery(typed)).toBeNull()
  })
})

describe('of a mail can be found', () => {
  const REPLY = 'Here is the certificate.\n\nRobin Vale\n303.555.0142\n\nOn Monday, desk wrote:\n> the old question\n'

  test('its new words, its signature, sender, subject, files and their texts; not what it quotes', () => {
    const words = findableWords(
      aMail({
        ...{ from: 'Renée Vale <r.vale@juniper.example>', subject: 'Re: your request', text: REPLY },
        attachments: [{ filename: 'CPCN_Utah.pdf', text: 'Docket 26-0113' }],
      }),
    )
    for (const there of ['the certificate', '303 555 0142', 'Renee Vale r vale juniper example', 'Re your request'])
      expect(words).toContain(there)
    expect(words).toContain('CPCN Utah pdf Docket 26 0113')
    expect(words).not.toContain('old question')
  })

  test('what it quotes, when it passes another mail on', () => {
    expect(findableWords(aMail({ subject: 'Fwd: a request', text: REPLY }))).toContain('old question')
  })

  test.each([
    ['words', 'word '],
    ['characters that are six when they are taken apart', '\u3316 '],
  ])('so much that the index takes it: %s', (_what, word) => {
    const file = { filename: 'a.txt', text: word.repeat(50_000) }
    expect(findableWords(aMail({ text: 'first', attachments: [file, file] })).length).toBe(100_000)
  })
})

describe('an excerpt', () => {
  const shown = (passages: readonly Passage[], ...hits: string[]) => {
    const excerpt = excerptOf(passages, new Set(hits))
    return excerpt && `${excerpt.place}: ${excerpt.pieces.map((piece, n) => (n % 2 ? `*${piece}*` : piece)).join('')}`
  }
  const text = (words: string): Passage => ({ place: 'text', filename: '', text: words })
  const FILLER = 'we have nothing more to say about it. '.repeat(20)

  test('marks the words where they stand, as they are written', () => {
    expect(shown([text('We are Adopting\nthe agreement.')], 'adopting', 'agreement')).toBe(
      'text: We are *Adopting* the *agreement*.',
    )
  })

  test('shows the stretch with the most different words, not the first word', () => {
    const found = shown([text(`adopt. ${FILLER}adopt the agreement. ${FILLER}`)], 'adopt', 'agreement')
    expect(found).toMatch(/^text: ….*\*adopt\* the \*agreement\*\. .*…$/)
    expect(found?.length).toBeLessThan(200)
  })

  test('is of the passage that says most', () => {
    const passages = passagesOf(
      aMail({ text: 'The docket', subject: 'x', attachments: [{ filename: 'order.pdf', text: 'Docket 26-0113' }] }),
    )
    expect(shown(passages, 'docket', '26', '0113')).toBe('file: *Docket* *26*-*0113*')
  })

  test('of words that are nowhere is none', () => {
    expect(shown([text('hello')], 'docket')).toBeNull()
  })

  test('is found in a long text of hits in one pass over it', () => {
    expect(shown([text('adopt '.repeat(50_000))], 'adopt')?.length).toBeLessThan(300)
  })
})
