/** As `src/db/joins.ts` asks the database. */
import type { JoinStore } from '../../src/ports/stores/joins.ts'
import { commitWishes, type World } from './world.ts'

export function memoryJoins(world: World): JoinStore {
  return {
    async apart({ caseRefs }) {
      const all = [...world.cases.values()]
      const requests = new Set(all.flatMap(({ file }) => (caseRefs.includes(file.ref) ? [file.requestId] : [])))
      const own = all.filter(({ file }) => requests.has(file.requestId))
      const others = all.filter(({ file }) => !requests.has(file.requestId) && file.closed === null)
      return {
        own: own.flatMap(({ file }) => (file.closed === null ? [file] : [])),
        people: own.flatMap(({ participants }) => participants),
        others: others.map(({ file }) => ({
          file,
          mails: mailsOf(world, file.id),
          asked: world.tasks.some(
            (one, at) => one.sort === 'thread' && one.caseRef === file.ref && !world.done.has(at + 1),
          ),
          parted: world.orders.some(
            ({ order, undoneBy }) => order.act === 'merge' && order.caseRef === file.ref && undoneBy !== null,
          ),
        })),
      }
    },
    ask: async (tasks) => commitWishes(world, tasks, []),
  }
}

function mailsOf(world: World, caseId: number) {
  return [...world.filed.values()]
    .filter(({ cases, understanding }) => cases.has(caseId) && understanding.kind === 'human')
    .map(({ mail, understanding }) => ({ from: mail.from, text: mail.text, company: understanding.company }))
}
