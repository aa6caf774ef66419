/**
 * HTML of a mail as readable text, in one linear pass without a tree: a hostile page costs no more than its length,
 * and table cells, in which forms live, stay apart (a tab between cells, a line per row).
 */
import { decodeEntities } from './html-entities.ts'
import { TextPage } from './text-page.ts'

/** Elements whose content is not for readers. */
const HIDDEN = new Set('script style head title template noscript svg xml object textarea'.split(' '))

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr html li main nav ol option p pre section select table tbody tfoot thead tr ul'
  ).split(' '),
)

/** Elements with an empty line around them. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol table pre'.split(' '))

const ATTRIBUTE = {
  alt: /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  href: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  value: /\svalue\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
}

/** Longer attribute lists and link targets are noise to a reader. */
const ATTRIBUTE_CHARS = 4096
const LINK_CHARS = 200

interface Tag {
  readonly name: string
  readonly closes: boolean
  readonly attributes: string
  /** Index behind the tag. */
  readonly end: number
}

interface Walk {
  readonly html: string
  readonly page: TextPage
  /** Names of hidden elements without an end tag in the rest of the page, so that it is searched once. */
  readonly unclosed: Set<string>
  link: { readonly target: string; readonly mark: number } | null
}

/** Text with LF line ends; quoted blocks carry `> `, list items `- `, links that say something else their address. */
export function htmlToText(html: string): string {
  const walk: Walk = { html, page: new TextPage(), unclosed: new Set(), link: null }
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    walk.page.add(decodeEntities(html.slice(at, open < 0 ? html.length : open)))
    if (open < 0) break
    at = passMarkup(walk, open)
  }
  return walk.page.text()
}

/** Handles what begins at `<`; returns where text goes on. */
function passMarkup(walk: Walk, open: number): number {
  const { html, page } = walk
  if (html.startsWith('<!--', open)) return behind(html, '-->', open + 4)
  if (html[open + 1] === '!' || html[open + 1] === '?') return behind(html, '>', open)
  const tag = readTag(html, open)
  if (tag === null) {
    page.add('<')
    return open + 1
  }
  if (HIDDEN.has(tag.name)) return tag.closes ? tag.end : behindElement(walk, tag)
  applyTag(walk, tag)
  return tag.end
}

function readTag(html: string, open: number): Tag | null {
  const closes = html[open + 1] === '/'
  const start = open + (closes ? 2 : 1)
  let nameEnd = start
  while (nameEnd < html.length && nameEnd - start < 30 && /[A-Za-z0-9:-]/.test(html[nameEnd]!)) nameEnd += 1
  if (nameEnd === start || !/[A-Za-z]/.test(html[start]!)) return null
  const end = behind(html, '>', nameEnd)
  const attributes = html.slice(nameEnd, Math.min(end - 1, nameEnd + ATTRIBUTE_CHARS))
  return { name: html.slice(start, nameEnd).toLowerCase(), closes, attributes, end }
}

/** An element that is never closed hides only its tag: a `head` without end would hide the whole mail. */
function behindElement({ html, unclosed }: Walk, { name, end }: Tag): number {
  if (unclosed.has(name)) return end
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = end
  if (close.exec(html) !== null) return close.lastIndex
  unclosed.add(name)
  return end
}

function applyTag(walk: Walk, { name, closes, attributes }: Tag): void {
  const { page } = walk
  if (name === 'br') page.newLine()
  else if (name === 'td' || name === 'th') closes ? page.endCell() : page.startCell()
  else if (name === 'a') closes ? closeLink(walk) : openLink(walk, attributes)
  else if (name === 'img') page.add(attribute(attributes, 'alt'))
  else if (name === 'input') page.add(` ${attribute(attributes, 'value')} `)
  else if (BLOCKS.has(name)) applyBlock(page, name, closes)
}

function applyBlock(page: TextPage, name: string, closes: boolean): void {
  if (name === 'tr') page.endRow()
  if (name === 'table' && closes) page.table(-1)
  page.breakLine(PARAGRAPHS.has(name))
  if (name === 'table' && !closes) page.table(1)
  if (name === 'blockquote') page.quote(closes ? -1 : 1)
  if (name === 'pre') page.preserve(closes ? -1 : 1)
  if (name === 'li' && !closes) page.startItem()
}

function openLink(walk: Walk, attributes: string): void {
  walk.link = { target: attribute(attributes, 'href'), mark: walk.page.mark() }
}

/** Shows where a link leads when its words do not. */
function closeLink(walk: Walk): void {
  const { link, page } = walk
  walk.link = null
  if (link === null) return
  const target = link.target.replace(/^mailto:/i, '')
  const leadsSomewhere = /^(https?:\/\/|[^\s@]+@)/i.test(target) && target.length <= LINK_CHARS
  if (leadsSomewhere && !page.since(link.mark).includes(target.replace(/\/$/, ''))) page.add(` <${target}>`)
}

function attribute(attributes: string, name: keyof typeof ATTRIBUTE): string {
  const found = ATTRIBUTE[name].exec(attributes)
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

/** Index behind the next `mark`, or the end. */
function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}
