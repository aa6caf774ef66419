import { CARRIER_TYPES, FAMILIES } from '../../domain/casework/case-file.ts'
import { STATE_NAMES } from '../../domain/states.ts'
import { CASE_ARGUMENT, orderCommand, refOf, textOf, usage } from '../order.ts'

export const command = orderCommand({
  name: 'describe',
  description: 'Corrects what a case says of itself: company, state, which of our companies, sort of carrier.',
  arguments: [CASE_ARGUMENT],
  options: [
    { flags: '--company <name>', description: 'exact legal name' },
    { flags: '--state <code>', description: 'e.g. CO' },
    { flags: '--family <family>', description: 'our company', choices: FAMILIES },
    { flags: '--carrier <type>', description: 'what they are', choices: CARRIER_TYPES },
  ],
  order: (call) => {
    const company = textOf(call, 'company')
    const state = textOf(call, 'state')?.toUpperCase() ?? null
    const family = FAMILIES.find((one) => one === call.options.family)
    const carrierType = CARRIER_TYPES.find((one) => one === call.options.carrier)
    if (state !== null && !Object.hasOwn(STATE_NAMES, state)) throw usage(`"${state}" is no code of a state.`)
    if (company === null && state === null && !family && !carrierType)
      throw usage('Say what is to be corrected, e.g. --state CO.')
    return {
      act: 'describe',
      caseRef: refOf(call),
      ...(company === null ? {} : { company }),
      ...(state === null ? {} : { state }),
      ...(family ? { family } : {}),
      ...(carrierType ? { carrierType } : {}),
    }
  },
})
