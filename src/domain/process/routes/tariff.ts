import type { ItemRule } from '../step.ts'

/** Colorado's interconnection tariff in place of an agreement (SEED; domain 4.4). */
export const tariff: readonly ItemRule[] = [
  {
    id: 'tariff-election',
    label: 'Election of the Colorado tariff',
    owner: 'clec',
    need: () => 'now',
    ask: 'Please confirm in writing that the company elects to use the Colorado interconnection tariff in place of an agreement.',
    proof: 'a mail or letter that elects the tariff',
    source: 'domain 2.2 step 3c, 4.4; SEED, CO-2563',
  },
]
