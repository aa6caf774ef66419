/** A case as one page that reads by itself: no script, nothing from elsewhere, every word of a stranger escaped. */

interface CasePage {
  readonly ref: string
  readonly facts: readonly (readonly [string, string])[]
  readonly items: readonly PageItem[]
}

export interface PageItem {
  readonly at: Date
  readonly sort: 'mail' | 'letter' | 'event'
  readonly title: string
  readonly by: string
  /** What stands below it: the words of a mail, or what an event says. */
  readonly text: string
  /** `path` null: the file is told of and not there. */
  readonly files: readonly { readonly name: string; readonly path: string | null }[]
}

export function casePage({ ref, facts, items }: CasePage, zone: string): string {
  const days = new Map<string, PageItem[]>()
  for (const item of items) {
    const day = dayOf(item.at, zone)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  const told = [...days].map(
    ([day, list]) => `<h2>${escaped(day)}</h2>\n<ol>\n${list.map((item) => itemHtml(item, zone)).join('\n')}\n</ol>`,
  )
  const head = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(ref)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(ref)}</h1>
<dl>
${head}
</dl></header>
<main>
${told.join('\n')}
</main>
<footer>Times are those of ${escaped(zone)}. CHECK.txt says how to check that this is what was written.</footer>
</body>
</html>
`
}

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;color:#1d2327;background:#f6f6f4;max-width:52rem;margin:0 auto;padding:2rem 1rem}
h1{margin:0 0 .5rem;font-size:1.6rem}h2{font-size:1rem;margin:2rem 0 .5rem;color:#555}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0}dt{color:#666}dd{margin:0;overflow-wrap:anywhere}
ol{list-style:none;margin:0;padding:0}li{background:#fff;border-left:4px solid #c9c9c4;padding:.5rem .9rem;margin:.4rem 0}
li.mail{border-color:#2f6db3}li.letter{border-color:#3b8a4f}li.event{background:none;border-color:#d8d8d3;padding-block:.1rem;color:#444}
time{color:#666;font-variant-numeric:tabular-nums;margin-right:.6rem}.by{color:#666}.title{font-weight:600}li.event .title{font-weight:400}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.5rem 0}summary{cursor:pointer;color:#2f6db3}footer{margin-top:3rem;color:#666;font-size:.9rem}
@media print{body{background:#fff;padding:0}li{break-inside:avoid}}`

function itemHtml({ at, sort, title, by, text, files }: PageItem, zone: string): string {
  const links = files.map(({ name, path }) =>
    path === null
      ? `<li>${escaped(name)}</li>`
      : `<li><a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(name)}</a></li>`,
  )
  const list = links.length === 0 ? '' : `\n<ul>${links.join('')}</ul>`
  const body =
    text === ''
      ? ''
      : sort === 'event'
        ? ` <span class="by">${escaped(text)}</span>`
        : `\n<details open><summary>text</summary><pre>${escaped(text)}</pre></details>`
  return `<li class="${sort}"><time datetime="${at.toISOString()}">${escaped(timeOf(at, zone))}</time><span class="title">${escaped(title)}</span> <span class="by">${escaped(by)}</span>${body}${list}</li>`
}

function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone }).format(at)
}

function timeOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)
}

/** Control and direction characters say nothing and may turn a line around. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
