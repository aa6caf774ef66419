/** Makes a mail that shows a fault as small as it gets: whole runs of lines are left out as long as the fault stays. */
export async function shrink(
  bytes: Buffer,
  isFaulty: (bytes: Buffer) => Promise<boolean>,
  mostTries = 300,
): Promise<Buffer> {
  let lines = bytes.toString('latin1').split('\n')
  let tries = 0
  for (
    let size = Math.ceil(lines.length / 2);
    size >= 1 && tries < mostTries;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < lines.length && tries < mostTries; ) {
      const without = [...lines.slice(0, at), ...lines.slice(at + size)]
      tries += 1
      if (await isFaulty(Buffer.from(without.join('\n'), 'latin1'))) lines = without
      else at += size
    }
  }
  return Buffer.from(lines.join('\n'), 'latin1')
}
