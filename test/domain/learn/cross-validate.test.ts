import { describe, expect, test } from 'vitest'
import { crossValidate, foldsByWriter } from '../../../src/domain/learn/cross-validate.ts'
import { vocabularyOf } from '../../../src/domain/learn/rows.ts'
import { likeliest } from '../../../src/domain/understand/model/model.ts'
import { aLesson } from '../../support/lessons.ts'

/** So many mails of each writer. */
function lessonsOf(writers: Readonly<Record<string, number>>) {
  return Object.entries(writers).flatMap(([writer, mails]) => Array.from({ length: mails }, () => aLesson({ writer })))
}

describe('writers are dealt out to folds', () => {
  test.each([
    ['as many mails each', { ann: 2, bob: 2, cy: 2, dee: 2 }, 4, [2, 2, 2, 2]],
    ['one who wrote most of all', { ann: 9, bob: 1, cy: 1, dee: 1 }, 3, [9, 2, 1]],
    ['fewer writers than folds', { ann: 3, bob: 1 }, 8, [3, 1]],
    ['nearly the same sizes', { ann: 5, bob: 4, cy: 3, dee: 3, eve: 2, flo: 1 }, 3, [6, 6, 6]],
    ['a single writer', { ann: 4 }, 5, [4]],
    ['nobody', {}, 3, []],
  ])('%s', (_what, writers, folds, sizes) => {
    const lessons = lessonsOf(writers)
    const parts = foldsByWriter(lessons, folds)
    expect(parts.map((part) => part.length)).toEqual(sizes)
    const homes = parts.map((part) => new Set(part.map(({ writer }) => writer)))
    for (const writer of Object.keys(writers)) expect(homes.filter((home) => home.has(writer))).toHaveLength(1)
    expect(parts.flat().sort(byName)).toEqual([...lessons].sort(byName))
    expect(foldsByWriter(lessons, folds)).toEqual(parts)
  })

  test('the order in which they come does not matter to who stands with whom', () => {
    const lessons = lessonsOf({ ann: 3, bob: 2, cy: 2, dee: 1 })
    const together = (given: typeof lessons) =>
      foldsByWriter(given, 2).map((part) => [...new Set(part.map(({ writer }) => writer))].sort())
    expect(together([...lessons].reverse())).toEqual(together(lessons))
  })
})

describe('every lesson is guessed', () => {
  const told = (writer: string, shows: string, intent: 'status-inquiry' | 'signed-agreement') =>
    Array.from({ length: 4 }, () => aLesson({ writer, shows, intents: [intent] }))
  const lessons = [
    ...told('ann', 'news', 'status-inquiry'),
    ...told('ann', 'sealed', 'signed-agreement'),
    ...told('bob', 'news', 'status-inquiry'),
    ...told('bob', 'sealed', 'signed-agreement'),
    ...told('cy', 'tidings', 'status-inquiry'),
  ]
  const guesses = crossValidate(lessons, 3)
  const mainOf = (writer: string, shows: string) =>
    guesses.filter(({ lesson }) => lesson.writer === writer && lesson.features[0]?.name === shows).map(called)

  test('once', () => {
    expect(guesses.map(({ lesson }) => lesson).sort(byName)).toEqual([...lessons].sort(byName))
  })

  test('from what the other writers taught', () => {
    expect(mainOf('ann', 'news')).toEqual(Array(4).fill('status-inquiry'))
    expect(mainOf('ann', 'sealed')).toEqual(Array(4).fill('signed-agreement'))
  })

  test('without a word that its own writer alone uses', () => {
    const [known] = guesses.filter(({ lesson }) => lesson.writer === 'cy')
    const wordless = lessons.map((lesson) => (lesson.writer === 'cy' ? { ...lesson, features: [] } : lesson))
    const [unknown] = crossValidate(wordless, 3).filter(({ lesson }) => lesson.writer === 'cy')
    expect(known?.shares).toEqual(unknown?.shares)
  })

  test('and it is told how many folds are done', () => {
    const steps: string[] = []
    crossValidate(lessons, 8, (done, of) => steps.push(`${done}/${of}`))
    expect(steps).toEqual(['1/3', '2/3', '3/3'])
  })

  function called({ shares }: (typeof guesses)[number]): string {
    return likeliest('main', shares).answer
  }
})

test('a feature is learned from when three mails show it', () => {
  const lessons = [
    aLesson({ shows: 'once thrice' }),
    aLesson({ shows: 'twice thrice' }),
    aLesson({ shows: 'twice thrice' }),
  ]
  expect([...vocabularyOf(lessons).keys()]).toEqual(['thrice'])
})

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
