/** What `doctor` says of letters about matters of other departments (domain 9). */
import { expect, test } from 'vitest'
import { departmentsSeen } from '../../src/cli/examine-departments.ts'

const seen = (departments: object, links = {}) => JSON.stringify(departmentsSeen({ departments, links }))

test.each([
  ['none is configured', {}, {}, '"warning":"letters can name nobody for repair, billing, number-porting'],
  ['one has a name', { billing: 'Wholesale Billing' }, {}, 'nobody for repair, number-porting'],
  ['one has a page', {}, { repair: 'https://carrier.example/repair' }, 'nobody for billing, number-porting'],
  ['one stands for all others', { 'other-departments': 'Wholesale' }, {}, 'letters name other-departments'],
])('%s', (_which, departments, links, says) => {
  expect(seen(departments, links)).toContain(says)
})
