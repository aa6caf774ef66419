import { remembered } from './remembered.ts'

/** Typographic quotes, dashes and blanks become their plain forms, so that every pattern is written once. Length is kept. */
export const plain: (text: string) => string = remembered(inPlain)

function inPlain(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
}

/** A file name as words: extension off, separators to blanks. */
export function wordsOfName(filename: string): string {
  return plain(filename.slice(0, 200))
    .replace(/\.[A-Za-z0-9]{2,5}$/, '')
    .replace(/[_\-.+]+/g, ' ')
}
