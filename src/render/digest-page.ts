/** A page that shows a mail as a phone and as a desk would, and as plain text. It needs nothing from outside. */
import type { Rendered } from '../ports/renderer.ts'

/** Common widths: a phone, and the reading pane of a mail program. */
const WIDTHS = [
  ['Phone', 390],
  ['Desktop', 820],
] as const

/** The frames run no script: their sandbox allows them to be measured and nothing else. */
export function digestPage({ subject, text, html }: Rendered): string {
  const frames = WIDTHS.map(
    ([name, width]) =>
      `<figure style="max-width:${width}px"><figcaption>${name}, ${width} px</figcaption><iframe title="${name}" sandbox="allow-same-origin" srcdoc="${escaped(html)}"></iframe></figure>`,
  )
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 16px; background: #eef1f4; color: #1f2328; font: 16px/24px "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { margin: 0 0 16px; font-size: 20px; line-height: 28px; overflow-wrap: anywhere; }
main { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px; }
figure { flex: 1 1 auto; width: 100%; margin: 0; }
figcaption { margin-bottom: 4px; font-size: 14px; }
iframe, pre { box-sizing: border-box; display: block; width: 100%; border: 1px solid #b0b8c1; border-radius: 8px; background: #fff; }
iframe { height: 2400px; }
pre { margin: 0; padding: 16px; font: 14px/20px Consolas, Menlo, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #101114; color: #ececec; }
  iframe, pre { background: #1b1d21; border-color: #4a4e57; }
}
</style>
</head>
<body>
<h1>${escaped(subject)}</h1>
<main>
${frames.join('\n')}
<figure style="max-width:820px"><figcaption>Plain text</figcaption><pre>${escaped(text)}</pre></figure>
</main>
<script>
for (const frame of document.querySelectorAll('iframe')) {
  const fit = () => { frame.style.height = '0'; frame.style.height = frame.contentDocument.documentElement.scrollHeight + 2 + 'px' }
  frame.addEventListener('load', fit)
  addEventListener('resize', fit)
}
</script>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
