/** Mail that is hardly English prose: what the model may say of it by itself, and what it may not. */
import { describe, expect, test } from 'vitest'
import type { Kind } from '../../../src/domain/labels.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { type Language, languageOf, wordsOf } from '../../../src/domain/understand/what-the-model-knows.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }

test.each<readonly [text: string, language: Language]>([
  ['We would like to know where our request for Utah stands.', 'english'],
  ['Wir möchten wissen, wie es um unseren Antrag steht und wann der Vertrag kommt.', 'other'],
  ['Quisiéramos saber en qué estado está la solicitud de nuestra empresa.', 'other'],
  ['host wiki check disk state WARN 92 % used', 'none'],
  ['', 'none'],
])('%s', (text, language) => {
  expect(languageOf(wordsOf(text))).toBe(language)
})

describe('who wrote it', () => {
  test.each<readonly [meaning: string, kind: Kind, mail: MailSketch]>([
    [
      'a report of a nightly job, all names and numbers',
      'bulk',
      {
        from: 'backup@carrier.example',
        subject: 'Nightly job 4411: agreements share OK',
        text: 'Job 4411  share agreements\nStarted 02:00:01  ended 03:10:44\nFiles copied 512, skipped 0, errors 0',
      },
    ],
    [
      'an absence in Spanish without any set phrase, which a person looks at',
      'human',
      {
        from: 'Inés Ortega <iortega@llano.example>',
        subject: 'RE: Convenio de interconexión, páginas de firma',
        inReplyTo: '<a@carrier.example>',
        text: 'Le agradezco su mensaje. La oficina queda cerrada por inventario y vuelvo a leer el correo el martes 7 de julio.\n\nSi el asunto no puede esperar, el licenciado Baca atiende en el 505 555 0119.\n\nInés Ortega',
      },
    ],
    [
      'a person who asks in Spanish',
      'human',
      {
        from: 'Inés Ortega <iortega@llano.example>',
        subject: 'Convenio para Nuevo México',
        text: 'Buenos días. Somos una empresa pequeña de telefonía y queremos saber cómo se pide un convenio de interconexión para Nuevo México y qué papeles hacen falta. ¿Con quién podemos hablar?\n\nInés Ortega',
      },
    ],
    [
      'a stranger who writes in German of other things',
      'human',
      {
        from: 'Jutta Kern <jkern@post.example>',
        subject: 'Alte Fotografien',
        text: 'Guten Tag, mein Großvater war bis 1961 Telefonist in Ihrem Amt in Boise, und ich suche für ein Büchlein alte Bilder von dem Haus und den Menschen, die dort gearbeitet haben. Haben Sie vielleicht noch welche?\n\nJutta Kern',
      },
    ],
  ])('%s: %s', (_meaning, kind, mail) => {
    expect(understand(aMail(mail), world).kind).toBe(kind)
  })
})
