import { describe, expect, test } from 'vitest'
import { ALLOWED, mayHandOn } from '../../../src/domain/files/allowed.ts'
import { downloadName } from '../../../src/domain/files/download-name.ts'
import { isProgram } from '../../../src/domain/files/program.ts'
import { NO_SCANNER, type Scan, scanInWords } from '../../../src/domain/files/scan.ts'

const CLEAN: Scan = { scan: 'clean' }
const EICAR: Scan = { scan: 'infected', name: 'Eicar' }

describe('what people are handed', () => {
  test.each([
    ['form.pdf', 'application/pdf', CLEAN, true],
    ['form.pdf', 'application/pdf', NO_SCANNER, true],
    ['form.pdf', 'application/pdf', EICAR, 'it is infected (Eicar)'],
    // The type is the one that the bytes tell.
    ['form.pdf', 'application/x-msdownload', CLEAN, 'it is a program'],
    ['form.pdf.exe', 'application/pdf', CLEAN, 'it is a program'],
    ['run.js', 'text/plain', CLEAN, 'it is a program'],
    ['page.html', 'text/html', CLEAN, 'text/html is not handed on'],
    ['logo.svg', 'image/svg+xml', CLEAN, 'image/svg+xml is not handed on'],
    [
      'form.docm',
      'application/vnd.ms-word.document.macroenabled.12',
      CLEAN,
      'application/vnd.ms-word.document.macroenabled.12 is not handed on',
    ],
    ['x', 'constructor', CLEAN, 'constructor is not handed on'],
  ])('%s of %s, %j', (filename, mediaType, scan, verdict) => {
    const handed = mayHandOn({ filename, mediaType }, scan as Scan)
    expect(handed.allowed ? true : handed.why).toBe(verdict)
  })

  test('no type of the list is markup that runs, or a program', () => {
    for (const [type, extension] of Object.entries(ALLOWED)) {
      expect(type).not.toMatch(/html|svg|xml$|javascript|macro|msdownload/)
      expect(isProgram(type, `x.${extension}`)).toBe(false)
    }
  })
})

test.each([
  ['setup.exe', true],
  ['setup.EXE. ', true],
  ['invoice.pdf.lnk', true],
  ['form.docx', false],
  ['exe', false],
])('%s is a program: %s', (filename, verdict) => {
  expect(isProgram('application/octet-stream', filename)).toBe(verdict)
})

test.each([
  ['Agreement Request Form.pdf', 'application/pdf', 'Agreement Request Form.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\Users\\anna\\form.docx', 'application/pdf', 'form_docx.pdf'],
  ['.bashrc', 'text/plain', 'bashrc.txt'],
  ['invoice.pdf.exe', 'image/png', 'invoice.pdf_exe.png'],
  ['a\u0000b\u202egpj.exe', 'image/jpeg', 'abgpj_exe.jpg'],
  ['scan.jpeg', 'image/jpeg', 'scan.jpg'],
  ['$(rm -rf ~);`id`.pdf', 'application/pdf', '(rm -rf _)_id_.pdf'],
  ['Übersicht – März.xlsx', 'application/x-unknown', 'Übersicht – März_xlsx.bin'],
  ['name. . .', 'application/pdf', 'name.pdf'],
  ['con', 'text/plain', '_con.txt'],
  ['LPT1.tar.pdf', 'application/pdf', 'LPT1_tar.pdf'],
  ['nul .txt', 'text/plain', '_nul.txt'],
  ['', 'application/pdf', 'file.pdf'],
  ['???', 'application/pdf', 'file.pdf'],
  ['a"; filename="b.exe', 'application/pdf', 'a_ filename=_b_exe.pdf'],
  [`${'x'.repeat(300)}.pdf`, 'application/pdf', `${'x'.repeat(96)}.pdf`],
  [`${'é'.repeat(300)}`, 'application/pdf', `${'é'.repeat(96)}.pdf`],
])('%j of %s is saved as %j', (filename, mediaType, safe) => {
  expect(downloadName(filename, mediaType)).toBe(safe)
})

test.each([
  [CLEAN, 'clean'],
  [EICAR, 'infected: Eicar'],
  [NO_SCANNER, 'not scanned: no virus scanner is configured'],
])('%j in words', (scan, words) => {
  expect(scanInWords(scan)).toBe(words)
})
