/** The sort of agreement, where the writer's own words choose it against another. */
import { describe, expect, test } from 'vitest'
import { sortSaidIn } from '../../../src/domain/understand/facts/agreement/said-sort.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function sort(text: string) {
  return sortSaidIn(readingOf(aMail({ subject: 'Interconnection agreement', text })))
}

describe('commercial', () => {
  test.each([
    ["The client doesn't want interconnection any longer. It asks for your commercial offer for switched lines."],
    ['Forget the interconnection form, please send the commercial contract.'],
    ["We aren't linking up any network with yours. It is the commercial platform that we are after."],
    ['I see, these are no ICA products. What we need then is the commercial agreement itself.'],
  ])('%s', (text) => expect(sort(text)).toBe('commercial'))
})

describe('resale', () => {
  test.each([
    ['We are not joining our network to yours. Same wires, same office: we get the discount and send out the bills.'],
    ['Interconnection is overkill for us. We would put our name on your lines.'],
    ["We have no plans to connect a switch, we'd resell what you have."],
  ])('%s', (text) => expect(sort(text)).toBe('resale'))
})

describe('interconnection', () => {
  test.each([
    ['we r two people and want to connect to ur phone network so that folks keep there numbers'],
    ['We wish to link our own switch directly with your local tandem.'],
  ])('%s', (text) => expect(sort(text)).toBe('interconnection'))
})

describe('nothing so plain', () => {
  test.each([
    ['We want an interconnection agreement, and we need the commercial agreement too.'],
    ['Do we need your commercial agreement? We do not want it if interconnection covers this.'],
    ["We don't want interconnection by way of your tandem but a direct one."],
    ['We do not want the commercial agreement, we want to interconnect.'],
  ])('%s', (text) => expect(sort(text)).toBeNull())
})
