/** What is wrong with something that we wrote after reading a stranger's mail: markup, fields or controls of theirs in it. */
import { simpleParser } from 'mailparser'

/** The elements and attributes of our own templates. */
const TAGS = new Set(
  'a b body br div em h1 h2 h3 head hr html li meta ol p span strong style table tbody td th title tr ul'.split(' '),
)
const ATTRIBUTES = new Set(
  'align bgcolor border cellpadding cellspacing charset class colspan content height href lang name role rowspan scope style title valign width'.split(
    ' ',
  ),
)
const FIELDS = new Set(
  (
    'auto-submitted content-type date from in-reply-to list-unsubscribe message-id mime-version precedence references ' +
    'reply-to subject to x-auto-response-suppress'
  ).split(' '),
)
/** Controls, and the marks that reorder or hide what a person reads. */
const INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Of the exact bytes of a mail of ours. `links` are places that our own letters point to. */
export async function letterFlaws(raw: Buffer, links: readonly string[] = []): Promise<readonly string[]> {
  const head = raw.toString('latin1', 0, raw.indexOf('\r\n\r\n'))
  const lines = head.split('\r\n')
  const names = lines
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
  const parsed = await simpleParser(raw, { skipTextToHtml: true })
  const to = [parsed.to ?? []].flat().flatMap(({ value }) => value)
  return [
    ...names.filter((name) => !FIELDS.has(name)).map((name) => `a field ${name}`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} twice`),
    ...lines.filter((line) => line.length > 998).map((line) => `a line of ${line.length} characters`),
    ...(/[^\t\r\n\x20-\x7e]/.test(head) ? ['a header that is not ASCII'] : []),
    ...(to.length === 1 ? [] : [`${to.length} recipients`]),
    ...textFlaws(parsed.subject ?? ''),
    ...textFlaws(parsed.text ?? ''),
    ...htmlFlaws(parsed.html || '', links),
  ]
}

export function textFlaws(text: string): readonly string[] {
  const found = INVISIBLE.exec(text)
  if (found === null) return []
  return [
    `U+${found[0].codePointAt(0)?.toString(16)} in ${JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index + 30))}`,
  ]
}

export function htmlFlaws(html: string, links: readonly string[] = []): readonly string[] {
  // Comments of our templates are for Outlook; a stranger's could not begin, for `<` is escaped.
  const seen = html.replace(/<!--\[if mso\]>.*?<!\[endif\]-->/gs, '').replace(/<!doctype html>/i, '')
  const tags = [...seen.matchAll(/<(\/?)([^\s>/]*)([^>]*)>?/g)]
  return [
    ...tags.flatMap(([whole, , name = '', attributes = '']) =>
      TAGS.has(name.toLowerCase()) ? attributeFlaws(attributes, links) : [`markup ${whole.slice(0, 60)}`],
    ),
    ...textFlaws(seen),
  ]
}

function attributeFlaws(attributes: string, links: readonly string[]): readonly string[] {
  return [...attributes.matchAll(/([^\s"'=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|\S+))?/g)].flatMap(
    ([whole, name = '', value = '']) => {
      if (!ATTRIBUTES.has(name.toLowerCase())) return [`attribute ${whole.slice(0, 60)}`]
      const target = value.replace(/^["']|["']$/g, '')
      const isOurs = /^(?:mailto:|#)/.test(target) || links.some((link) => target.startsWith(link))
      return name.toLowerCase() === 'href' && !isOurs ? [`a link to ${target.slice(0, 60)}`] : []
    },
  )
}
