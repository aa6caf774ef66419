import { expect, test } from 'vitest'
import { subjectStem } from '../../src/domain/subject.ts'

const STEM = 'interconnection in colorado'

test.each([
  ['as it was written', 'Interconnection in Colorado'],
  ['an answer', 'Re: Interconnection in Colorado'],
  ['an answer to an answer', 'RE: re: Re[2]: Interconnection in Colorado'],
  ['with a space before the colon, as in French', 'RE : Interconnection in Colorado'],
  ['German, Nordic, Polish, Turkish, Portuguese', 'AW: SV: VS: Odp: Ynt: Res: Interconnection in Colorado'],
  ['with a full-width colon', 'Re：Interconnection in Colorado'],
  ['forwarded', 'Fwd: FW: WG: TR: Interconnection in Colorado'],
  ['with our reference', 'Re: Interconnection in Colorado [CLEC-2026-00042]'],
  ['with our reference in front', 'Re: [clec-2026-00042] Interconnection in Colorado'],
  ['marked by a mail gateway', '[EXTERNAL] Re: [EXT] Interconnection in Colorado [Caution]'],
  ['with surplus white space', '  Interconnection \t in  Colorado '],
])('%s: the same stem', (_how, subject) => {
  expect(subjectStem(subject)).toBe(STEM)
})

test.each([
  ['a word that begins like a mark', 'Request for an agreement', 'request for an agreement'],
  ['a list that is not ours', '[CLEC-Talk] Agreements', '[clec-talk] agreements'],
  ['nothing', '', ''],
  ['marks alone', 'Re: Fwd: Re:', ''],
  ['a reference alone', 'Re: [CLEC-2026-00042]', ''],
])('%s is kept as it is', (_what, subject, stem) => {
  expect(subjectStem(subject)).toBe(stem)
})

test('a subject of a megabyte is cut, and takes no time', () => {
  const began = performance.now()
  expect(subjectStem('Re: '.repeat(250_000)).length).toBeLessThanOrEqual(500)
  expect(performance.now() - began).toBeLessThan(100)
})
