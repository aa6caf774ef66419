/** Loaded before a program that is measured: at its end it writes its largest memory, in kilobytes, to descriptor 3. */
import { writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, `${process.resourceUsage().maxRSS}\n`))
