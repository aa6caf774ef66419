import { describe, expect, test } from 'vitest'
import { isColleague } from '../../../src/domain/understand/kind/colleague.ts'
import { isDevice } from '../../../src/domain/understand/kind/senders.ts'

describe('a copier, a scanner, a fax gateway', () => {
  test.each([
    ['hq-scanner', ''],
    ['scanner-hq', ''],
    ['copier.omaha', ''],
    ['mfp-denver', 'Denver MFP'],
    ['boise.multifunction', ''],
    ['accounting_copier2', 'Accounting Copier'],
    ['toshiba-estudio', ''],
    ['kyocera-taskalfa', ''],
    ['canon-iradv', ''],
    ['mfc-l6900dw', ''],
    ['brother-mfc7860', ''],
    ['officejet', ''],
    ['laserjet-2ndfloor', ''],
    ['efax', ''],
    ['copier-2ndfloor', 'Prairie Fiber'],
    ['hpscan', ''],
    ['scantoemail', ''],
    ['scanner1', 'Anna Reed'],
    ['legalscan', ''],
    ['sharp-mx3071', 'Tom Sharp'],
    ['canon3530', ''],
    ['canon3530', 'Canon iR-ADV C3530'],
    ['ricoh', 'Ricoh Aficio'],
    ['xerox7', ''],
    ['km_c458', ''],
    ['sharp3071', ''],
    ['sharp3071', 'Sharp MX'],
    ['sharp3071', 'sharp3071'],
    ['xerox7855', 'Xerox WorkCentre'],
    ['ricoh', 'Ricoh 2nd Floor'],
    ['sharp2020', 'Sharp Copier'],
    ['kyocera', 'Kyocera'],
  ])('%s@, "%s"', (local, name) => {
    expect(isDevice(local, name)).toBe(true)
  })
})

describe('a person whose address looks like one, and a team', () => {
  test.each([
    ['km1975', 'Kevin Moore'],
    ['km1975', ''],
    ['kmb1980', 'Kim Barr'],
    ['hp100', 'Henry Park'],
    ['sharp2020', 'Tom Sharp'],
    ['sharp2020', 'Sharp, Tom'],
    ['canon.1234', 'Lucy Canon'],
    ['brother777', 'Ed Brother'],
    ['epson1999', 'Mary-Ann J. Epson'],
    ['ricoh', 'Maria Ricoh'],
    ['xerox.orders', ''],
    ['printer.don', 'Don Printer'],
    ['scan-legal', ''],
    ['scanlon', ''],
    ['scans', ''],
    ['scanner.jim', 'Jim Hale'],
    ['mfp-denver', 'Mary F. Porter'],
    ['copier-sales', 'Lone Elm Office Machines'],
    ['faxon', 'Al Faxon'],
    ['sharp2020', 'Tom Sharp, Esq.'],
    ['sharp2020', 'Dr. Tom Sharp'],
    ['sharp2020', 'Tom Sharp Jr.'],
    ['sharp2020', 'Tom van der Sharp'],
    ['sharp2020', 'Tom A B Sharp'],
    ['sharp2020', 'Sharp Tom'],
    ['sharp2020', 'Tom Sharp (Prairie Fiber)'],
    ['sharp2020', 'Tom Sharp - Prairie Fiber'],
    ['sharp2020', 'Sharp Communications'],
    ['sharp2020', '李 明'],
    ['sharp2020', ''],
    ['canon1234', 'Lucy'],
    ['canon3000', 'Canon City Telecom'],
    ['kyocera', 'Kyocera Telecom Sales'],
    ['xerox', 'Xerox City Telecom'],
    ['copier-support', 'Copier Support'],
    ['scanner-support', ''],
    ['mfp-sales', ''],
    ['sales.copier', ''],
    ['copier.rentals', ''],
  ])('%s@, "%s"', (local, name) => {
    expect(isDevice(local, name)).toBe(false)
  })
})

describe('a colleague, as directories and address books write the name', () => {
  const ours = ['intagree@carrier.example']

  test.each([
    ['Kim Lee', 'kim.lee'],
    ['Lee, Kim', 'kim.lee'],
    ['Lee, Kim (Contractor)', 'kim.lee'],
    ['"Lee, Kim A."', 'kim.lee'],
    ['Kim Lee', 'klee'],
    ['Kim Lee', 'k.lee'],
    ['Kim Lee', 'kimlee'],
    ['Kim Lee', 'kim.lee2'],
    ["Kim O'Brien", 'kim.obrien'],
    ["O'Brien, Kim", "kim.o'brien"],
    ['Ann-Marie Wells', 'annmarie.wells'],
    ['Kim B. Lee', 'kim_lee'],
    ['René Müller', 'rene.muller'],
  ])('%s <%s@>', (name, local) => {
    expect(isColleague({ name, address: `${local}@carrier.example` }, ours)).toBe(true)
  })

  test.each([
    ['a department', 'Human Resources', 'human.resources@carrier.example'],
    ['those who invite', 'Carrier Events', 'carrier.events@carrier.example'],
    ['a shared box by its name turned round', 'Services, Network', 'network.services@carrier.example'],
    ['another house', 'Kim Lee', 'kim.lee@mailing.example'],
    ['a box under a person’s name', 'Kim Lee', 'news@carrier.example'],
    ['no name', '', 'klee@carrier.example'],
    ['a name of one word', 'Lee', 'klee@carrier.example'],
    ['somebody else’s name', 'Kim Lee', 'ann.reed@carrier.example'],
  ])('%s is none', (_who, name, address) => {
    expect(isColleague({ name, address }, ours)).toBe(false)
  })
})
