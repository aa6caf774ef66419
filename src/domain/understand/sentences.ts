import { SENTENCE_LENGTH, SENTENCE_LIMIT } from './limits.ts'
import { remembered } from './remembered.ts'

const LIST_ITEM = /^\s*(?:[-*•·▪]|\(?[a-z0-9]{1,2}[.)])\s+/i
/** Words that end with a full stop inside a sentence; company suffixes are looked at apart. */
const ABBREVIATION =
  /(?:^|[\s(])(?:No|Nos|Mr|Mrs|Ms|Dr|Jr|Sr|St|Ste|vs|v|e\.g|i\.e|P\.O|U\.S|U\.S\.C|C\.F\.R|D\.C|Sec|Sect|Art|Attn|Dept|Ave|Blvd|Rd|approx|ext|tel|\p{Lu})\.$/iu
const FIRM = /(?:^|[\s(])(?:Inc|Co|Corp|Ltd|L\.P|L\.L\.C|L\.L\.P|Bros|P\.C|P\.S)\.$/
/** The old abbreviations of states: "the Ariz. and N. Mex. agreements". */
const STATE =
  /(?:^|[\s(])(?:Ariz|Calif|Colo|Fla|Minn|Mont|Nebr?|Nev|N\. ?Mex|N\.M|[NS]\. ?D(?:ak)?|Ore|Wash|Wis|Wyo)\.$/
const STARTER =
  /^(?:We|Our|The|It|I|Please|They|If|As|Kindly|Both|A|An|This|That|These|In|On|At|For|You|Your|To|Could|Can|Would|What|When|Who|How|Is|Are|Do|Does|Our|Their|Its|There|Notices|Attached|Enclosed|Let|No|Not|My)\b/

/** Splits text into sentences: wrapped lines are joined, list items and labelled lines stand by themselves. */
export const sentencesOf: (text: string) => readonly string[] = remembered(cutIntoSentences)

function cutIntoSentences(text: string): readonly string[] {
  const sentences: string[] = []
  for (const paragraph of paragraphsOf(text)) {
    for (const choice of ticked(paragraph)) {
      for (const sentence of splitParagraph(choice)) {
        if (sentences.length >= SENTENCE_LIMIT) return sentences
        sentences.push(sentence)
      }
    }
  }
  return sentences
}

/** A form's choices one by one; what is not ticked was not said. */
function ticked(paragraph: string): string[] {
  if (!/[☐☒☑✓✔]|\[[ xX]\]/.test(paragraph)) return [paragraph]
  return paragraph.split(/(?=[☐☒☑✓✔]|\[[ xX]\])/).filter((choice) => !/^(?:☐|\[ \])/.test(choice))
}

/** Columns of a full line, at least. */
const FULL = 45
/** Where programs wrap, at least: a long word goes to the next line though the one before has room for a short one. */
const WIDTH = 65

/** "Our engineer Dewey Halloran" above "(dhalloran@prairiesignal.example, …". */
function hadNoRoom(line: string, last: number): boolean {
  return line.startsWith('(') && last + 1 + line.search(/\s|$/) >= WIDTH
}

/** Lines joined where a mail program wrapped them: the line before is nearly full and the next is no list item. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let open = ''
  let last = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const continues =
      open !== '' &&
      (last >= FULL || hadNoRoom(line, last)) &&
      line !== '' &&
      !LIST_ITEM.test(raw) &&
      !/^[\w() /-]{2,40}:\s/.test(line)
    if (continues) open += ` ${line}`
    else {
      if (open !== '') paragraphs.push(open)
      open = line
    }
    last = line.length
  }
  if (open !== '') paragraphs.push(open)
  return paragraphs
}

function splitParagraph(paragraph: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (let at = 0; at < paragraph.length; at += 1) {
    const mark = paragraph[at]
    if (mark !== '.' && mark !== '?' && mark !== '!') continue
    const next = paragraph.slice(at + 1, at + 24)
    if (!/^["')\]]{0,2}\s/.test(next)) continue
    if (mark === '.' && !endsSentence(paragraph.slice(Math.max(from, at - 14), at + 1), next.trimStart())) continue
    pushSentence(sentences, paragraph.slice(from, at + 1))
    from = at + 1
  }
  pushSentence(sentences, paragraph.slice(from))
  return sentences
}

/** "State ....... Utah": dots that lead from a form's field to what stands in it. */
const LEADER = /(?: \.{2,}|\.{5,})$/

function endsSentence(before: string, after: string): boolean {
  if (LEADER.test(before)) return false
  if (FIRM.test(before) || STATE.test(before)) return STARTER.test(after)
  return !ABBREVIATION.test(before)
}

/** What a single blank stands for; most blanks are single ones and stay. */
const BLANKS = /\s{2,}|[^\S ]/g

function pushSentence(sentences: string[], text: string): void {
  const sentence = text.replace(BLANKS, ' ').trim()
  if (sentence !== '') sentences.push(sentence.slice(0, SENTENCE_LENGTH))
}
