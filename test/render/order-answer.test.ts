/** The confirmation of orders given by mail, as it reads. UPDATE=1 writes the expectation anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtInTemplates } from '../../src/render/handlebars.ts'
import { staffLetter } from '../../src/render/staff-letter.ts'
import { orderAnswer } from '../../templates/order-answer/model.ts'

const FOLDER = `${builtInTemplates()}/order-answer`
const render = staffLetter([builtInTemplates()], 'order-answer', orderAnswer)
const sample = JSON.parse(readFileSync(`${FOLDER}/sample.json`, 'utf8'))

test('says of each order what was done, or what to write instead', () => {
  const { subject, text } = render(sample)
  const read = `Subject: ${subject}\n\n${text}`
  if (process.env.UPDATE) writeFileSync(`${FOLDER}/expected.txt`, read)
  expect(read).toBe(readFileSync(`${FOLDER}/expected.txt`, 'utf8'))
})

test('shows what strangers wrote as text', () => {
  const { html } = render({ ...sample, answers: [{ said: '<script>', done: false, answer: 'a & b' }] })
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script>')
})

test('a name it does not know is an error, not a blank', () => {
  expect(() => render({ ...sample, nmae: 'Anna' })).toThrow(/does not fit/)
})
