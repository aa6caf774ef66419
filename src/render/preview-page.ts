/** One page that shows letters as mail programs do: on a desk, on a phone, and as plain text. */
import type { Rendered } from '../ports/renderer.ts'
import type { Sample } from './samples.ts'

type Shown = Sample & { readonly rendered: Rendered }

/** Self-contained: it loads nothing, and each letter stands in a frame in which nothing runs. `own`: replaced files. */
export function previewPage(letters: readonly Shown[], own: readonly string[]): string {
  const sections = [...new Set(letters.map(({ section }) => section))]
  const wording = own.length === 0 ? 'The wording is the built-in one.' : `Our own: ${own.join(', ')}.`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-src 'self'">
<title>Letters</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Letters</h1>
<p>${letters.length} samples. ${escaped(wording)} Every name and number in them is made up.</p>
<nav>${sections.map((name) => `<a href="#${name}">${name}</a>`).join(' ')}</nav>
</header>
${letters.map((letter, at) => article(letter, letters[at - 1]?.section !== letter.section)).join('\n')}
<script>${FIT}</script>
</body>
</html>
`
}

function article({ section, name, rendered: { subject, text, html } }: Shown, begins: boolean): string {
  const frame = (where: string) =>
    `<figure class="${where}"><figcaption>${where}</figcaption><iframe sandbox="allow-same-origin" title="${where}" srcdoc="${escaped(html)}"></iframe></figure>`
  return `<article${begins ? ` id="${section}"` : ''}>
<p class="name">${escaped(section)} / ${escaped(name)}</p>
<h2>${escaped(subject)}</h2>
<div class="views">
${frame('desktop')}
${frame('phone')}
<figure class="text"><figcaption>plain text</figcaption><pre>${escaped(text)}</pre></figure>
</div>
</article>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --desk: #eceef1; --ink: #1f2328; --quiet: #57606a; --rule: #d0d7de; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1d21; --desk: #101114; --ink: #ececec; --quiet: #a5acb6; --rule: #3a3e46; } }
body { margin: 0; padding: 24px; background: var(--desk); color: var(--ink); font: 15px/1.5 Segoe UI, Helvetica, Arial, sans-serif; }
header { max-width: 900px; margin: 0 0 24px; }
h1 { margin: 0; font-size: 26px; }
nav a { display: inline-block; margin: 0 12px 4px 0; color: inherit; }
article { margin: 0 0 32px; padding: 20px; background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; scroll-margin-top: 12px; }
.name { margin: 0; color: var(--quiet); font-size: 13px; }
h2 { margin: 0 0 16px; font-size: 19px; }
.views { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; }
figure { margin: 0; max-width: 100%; }
figcaption { margin: 0 0 6px; color: var(--quiet); font-size: 12px; text-transform: uppercase; letter-spacing: .06em; }
iframe { display: block; height: 720px; max-width: 100%; border: 1px solid var(--rule); border-radius: 4px; background: #fff; }
.desktop iframe { width: 700px; }
.phone iframe { width: 375px; border-radius: 18px; }
.text { flex: 1 1 420px; }
pre { margin: 0; padding: 16px; border: 1px solid var(--rule); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, Consolas, monospace; }
`

/** Each frame as high as its letter, so that nothing scrolls inside. Without scripts the frames scroll. */
const FIT = `
for (const frame of document.querySelectorAll('iframe')) {
  const fit = () => { frame.style.height = frame.contentDocument.documentElement.scrollHeight + 2 + 'px' }
  frame.addEventListener('load', fit)
  if (frame.contentDocument && frame.contentDocument.readyState === 'complete') fit()
}
`
