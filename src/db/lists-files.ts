import { NO_SCANNER, type Scan } from '../domain/files/scan.ts'
import { type Pool, rows } from './pool.ts'
import { scansOf } from './scans.ts'

export interface FileLine {
  readonly message: number
  readonly filename: string
  /** As its bytes tell. */
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly scan: Scan
}

/** The files of a case's mails, in the order in which they came. */
export async function filesOfCase(pool: Pool, caseId: number): Promise<readonly FileLine[]> {
  const found = await rows<Omit<FileLine, 'scan'>>(
    pool,
    `select a.message_id as message, a.filename, a.media_type as "mediaType", a.bytes, a.sha256
     from attachment a join case_message c on c.message_id = a.message_id
     where c.case_id = $1 order by a.message_id, a.ordinal`,
    [caseId],
  )
  const scans = await scansOf(pool, [...new Set(found.map(({ sha256 }) => sha256))])
  return found.map((file) => ({ ...file, scan: scans.get(file.sha256) ?? NO_SCANNER }))
}
