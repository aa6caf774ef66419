/** Texts whose answers are kept: a mail's own, in plain characters, its newest words, and one more. */
const KEPT = 4
/** Characters. Of a shorter text the answer is made anew sooner than found. */
const SHORTEST = 200

/**
 * The same function, which remembers its last answers: a decision lays one mail out again and again. Only for functions
 * whose answer follows from the text alone and is never changed by anybody.
 */
export function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const kept: { readonly text: string; readonly answer: Answer }[] = []
  return (text) => {
    if (text.length < SHORTEST) return answerTo(text)
    const known = kept.find((one) => one.text === text)
    if (known !== undefined) return known.answer
    const answer = answerTo(text)
    if (kept.unshift({ text, answer }) > KEPT) kept.pop()
    return answer
  }
}

/** Sentences and names of one mail, and some of the one before. */
const KEPT_SHORT = 256
/** Characters. */
const LONGEST_SHORT = 400

/** The same for what is asked of single sentences and names, by one question about a mail after the other. */
export function rememberedShort<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const kept = new Map<string, Answer>()
  return (text) => {
    if (text.length > LONGEST_SHORT) return answerTo(text)
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= KEPT_SHORT) kept.clear()
    const answer = answerTo(text)
    kept.set(text, answer)
    return answer
  }
}
