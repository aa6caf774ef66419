/** Writes the sample digest and its page to a folder: `node test/render/digest-preview.ts FOLDER`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDigestRenderer } from '../../src/render/digest.ts'
import { digestPage } from '../../src/render/digest-page.ts'

const [, , folder = '.'] = process.argv
const sample: unknown = JSON.parse(readFileSync('templates/digest/sample.json', 'utf8'))
const rendered = createDigestRenderer({ directories: ['templates'] }).renderModel(sample)
writeFileSync(join(folder, 'digest.html'), rendered.html)
writeFileSync(join(folder, 'digest.txt'), `Subject: ${rendered.subject}\n\n${rendered.text}`)
writeFileSync(join(folder, 'digest-page.html'), digestPage(rendered))
