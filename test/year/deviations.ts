/** What was not as it must be, with what is needed to see why. */
import type { System } from './system.ts'

export interface Deviation {
  readonly day: string
  /** Kind and company, or the check. */
  readonly who: string
  readonly what: string
  /** Cases whose timelines show it. */
  readonly refs: readonly string[]
}

interface Entry {
  readonly at: Date
  readonly event: string
  readonly actor: string
  readonly detail: unknown
  readonly subject: string | null
  readonly template: string | null
}

/** The whole story of the cases of a deviation. */
export async function storyOf(system: System, { day, who, what, refs }: Deviation): Promise<string> {
  const stories = await Promise.all(refs.slice(0, 2).map((ref) => timelineOf(system, ref)))
  return [`${day}  ${who}\n  ${what}`, ...stories].join('\n')
}

async function timelineOf(system: System, ref: string): Promise<string> {
  const entries = await system.rows<Entry>(
    `select t.at, t.event, t.actor, t.detail, m.subject, o.template
     from timeline t join casefile c on c.id = t.case_id left join message m on m.id = t.message_id
       left join outbox o on o.id = t.outbox_id where c.ref = $1 order by t.at, t.id`,
    [ref],
  )
  const [file] = await system.rows<{ status: string; missing: string[]; chase: unknown }>(
    `select status, missing, file -> 'chase' as chase from casefile where ref = $1`,
    [ref],
  )
  const lines = entries.map(({ at, event, actor, detail, subject, template }) => {
    const about = [subject, template, JSON.stringify(detail)].filter((one) => one !== null).join(' | ')
    return `    ${at.toISOString().slice(0, 16)}  ${event.padEnd(22)} ${actor === 'system' ? '' : `${actor} `}${about.slice(0, 220)}`
  })
  const mails = await system.rows<{ subject: string; text: string; kind: string; evidence: unknown }>(
    `select m.subject, m.kind, r.mail ->> 'text' as text, d.understanding -> 'evidence' as evidence
     from case_message cm join casefile c on c.id = cm.case_id join message m on m.id = cm.message_id
       join reading r on r.message_id = m.id join decision d on d.message_id = m.id
     where c.ref = $1 order by m.id desc limit 1`,
    [ref],
  )
  const newest = mails.map(
    ({ subject, kind, text, evidence }) =>
      `    newest mail, ${kind}: ${subject}\n${text.slice(0, 600).replace(/^/gm, '      | ')}\n      ${JSON.stringify(evidence).slice(0, 800)}`,
  )
  return [
    `  ${ref} ${file?.status} owes ${file?.missing.join(', ')} chase ${JSON.stringify(file?.chase)}`,
    ...lines,
    ...newest,
  ].join('\n')
}
