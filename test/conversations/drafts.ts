/** Drafts at the desk in memory, held against their cases as the real flow holds them. */

import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { contactName } from '../../src/domain/decide/contact-name.ts'
import type { ReplyWish } from '../../src/domain/decision.ts'
import { asksIn } from '../../src/domain/letter/asks-in.ts'
import type { WaitingLetter } from '../../src/domain/letter/waiting-letter.ts'
import type { DraftStore } from '../../src/ports/stores/waiting-drafts.ts'
import type { WrittenReply } from '../../src/ports/stores/written-reply.ts'
import type { SentLetter } from './desk.ts'
import { commitCases, commitWishes, requestsOf, settle, type World } from './world.ts'

type Keep = (reply: WrittenReply) => Promise<SentLetter>

/** Nothing stumbles at the desk in memory: what throws there is a mistake of the program. */
const FIRM: DraftStore['stumbles'] = {
  putOff: async () => new Set(),
  async stumbled(_what, error) {
    throw new Error(error)
  },
  async ask() {},
}

export function memoryDrafts(world: World, keep: Keep): DraftStore {
  const waits = (id: number) => world.letters[id - 1]?.state === 'draft' && !world.dropped.has(id)
  return {
    stumbles: FIRM,
    async stale() {
      return world.letters.flatMap((letter, at) => {
        const [requestId = 0] = requestsOf(world, letter)
        const now = signOf(world, letter)
        const seen = world.looked.get(at + 1)
        if (seen === undefined) world.looked.set(at + 1, now)
        return waits(at + 1) && seen !== undefined && seen !== now ? [{ ...letterOf(world, at + 1), requestId }] : []
      })
    },
    async looked(id) {
      world.looked.set(id, signOf(world, world.letters[id - 1] as SentLetter))
    },
    async withdraw(id, why) {
      world.dropped.add(id)
      world.replaced.push({ draft: id, why })
    },
    async replace(id, { reply, cases }) {
      world.dropped.add(id)
      commitCases(world, cases)
      const letter = await keep(reply)
      commitWishes(world, [], [letter])
      world.looked.set(world.letters.length, signOf(world, letter))
      world.replaced.push({ draft: id, why: `written anew as ${world.letters.length}` })
      return true
    },
    newestMail: async (requestId) => world.newest.get(requestId) ?? null,
    async waitingSince(before) {
      return world.letters.flatMap(({ at, to, subject, reply }, index) => {
        const isAsked = world.tasks.some(({ once }) => once === `draft ${index + 1}`)
        if (!waits(index + 1) || at >= before || isAsked) return []
        const { caseId } = reply.wish
        const caseRef = world.cases.get(caseId ?? 0)?.file.ref ?? null
        return [{ id: index + 1, caseId, caseRef, to, subject, createdAt: at }]
      })
    },
    ask: async (tasks) => commitWishes(world, tasks, []),
    async settle() {
      const done = world.tasks.flatMap(({ sort, once }) => {
        const id = Number(once?.split(' ')[1])
        return sort === 'draft' && once !== null && !waits(id)
          ? [{ caseId: 0, once, why: 'the draft waits no more' }]
          : []
      })
      settle(world, done)
    },
  }
}

/** What of its cases changes what a letter may say. */
function signOf(world: World, letter: SentLetter): string {
  const requests = requestsOf(world, letter)
  const files = [...world.cases.values()].map(({ file }) => file).filter((file) => requests.includes(file.requestId))
  const mails = [...world.filed.values()].filter(({ cases }) => files.some(({ id }) => cases.has(id)))
  return JSON.stringify([
    mails.length,
    files.map(({ items, route, company, state, family, agreement, closed, needsPerson }) => ({
      ...{ items, route, company, state, family, agreement, closed, needsPerson },
    })),
  ])
}

export function letterOf(world: World, id: number): WaitingLetter {
  const letter = world.letters[id - 1] as SentLetter
  const { key, to, sections, caseId, along = null } = letter.reply.wish as ReplyWish
  const requests = requestsOf(world, letter)
  const [requestId] = requests
  const all = [...world.cases.values()].map(({ file }) => file)
  const mail = letter.answers === null ? null : (world.filed.get(letter.answers) ?? null)
  const files = all.filter((file) => (mail === null ? requests.includes(file.requestId) : mail.cases.has(file.id)))
  const first = (caseOf: number) => [...world.filed.values()].find(({ cases }) => cases.has(caseOf))?.id
  const lead = files.find((file) => file.id === caseId) ?? files[0]
  const since = [...world.filed.values()].filter(({ receivedAt }) => receivedAt > letter.at)
  const heardIn = all.filter(({ id: of }) => since.some(({ cases }) => cases.has(of)))
  const heard = along === null ? null : heardIn.map((file) => file.requestId)
  return {
    ...{ id, key, sections, caseId, along, heard, parted: false, createdAt: letter.at, answers: mail, files },
    to: { name: lead === undefined ? '' : contactName(lead, to.address), address: to.address },
    opened: files.every((file) => first(file.id) === mail?.id),
    beside: world.letters.flatMap((one, at) => {
      if (
        at + 1 === id ||
        one.at < (mail?.receivedAt ?? letter.at) ||
        world.dropped.has(at + 1) ||
        requestsOf(world, one)[0] !== requestId
      )
        return []
      return [besideOf(world, at + 1, one)]
    }),
  }
}

function besideOf(world: World, id: number, letter: SentLetter): WaitingLetter['beside'][number] {
  const { template, sections, caseId } = letter.reply.wish as ReplyWish
  const mail = letter.answers === null ? null : (world.filed.get(letter.answers) ?? null)
  const requests = requestsOf(world, letter)
  const isAbout = (file: CaseFile) =>
    mail !== null
      ? mail.cases.has(file.id)
      : file.id === caseId || (template === 'reminder' && requests.includes(file.requestId))
  const about = [...world.cases.values()].flatMap(({ file }) => (isAbout(file) ? [file.ref] : []))
  const doesAsk = letter.sections.some((section) => section === 'missing-information' || section === 'reminder')
  return {
    ...{ id, answers: letter.answers, since: mail?.receivedAt ?? letter.at, waits: letter.state === 'draft' },
    asks: doesAsk ? asksIn(sections, about) : [],
  }
}
