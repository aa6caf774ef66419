import { expect, test } from 'vitest'
import { safeFileName } from '../../src/domain/file-name.ts'

test.each([
  ['Agreement Request Form.pdf', 'Agreement_Request_Form.pdf'],
  ['../../etc/passwd', 'etc_passwd'],
  ['C:\\Users\\anna\\form.docx', 'C_Users_anna_form.docx'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\u202egpj.exe', 'a_b_gpj.exe'],
  ['$(rm -rf ~);`id`.pdf', 'rm_-rf_id_.pdf'],
  ['Übersicht – März.xlsx', 'Übersicht_März.xlsx'],
  ['name. . .', 'name'],
  ['', 'file'],
  ['???', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(40)}.pdf`],
  [`a.${'b'.repeat(300)}`, `a.${'b'.repeat(38)}`],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})
