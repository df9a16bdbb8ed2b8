import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { disclaimer } from '#checklists/disclaimer.ts'
import { Sqlite } from '#db/sqlite-driver.ts'
import { packageRoot, tool } from '#scanners/package-root.ts'
import { type Check, checkBrowser, checkDisk, checkLists } from '../use-cases/doctor.ts'
import { type Command, exit, printJson } from './command.ts'

const fontFile = join(packageRoot, 'public', 'fonts', 'atkinson-hyperlegible-next-400.woff2')
/** Before this the clock was surely never right: the month of the law tables. */
const earliest = Date.parse('2026-11-01T00:00:00Z')

function checkFonts(): Check {
  return existsSync(fontFile)
    ? { id: 'fonts', title: 'Fonts', state: 'ok', says: 'The font of the reports is in its place.', hint: null }
    : {
        id: 'fonts',
        title: 'Fonts',
        state: 'fail',
        says: 'The font of the reports is missing.',
        hint: 'Restore the folder public/fonts.',
      }
}

function checkClock(): Check {
  const now = new Date()
  const says = `The clock of this machine says ${now.toISOString()}.`
  return now.getTime() >= earliest
    ? { id: 'clock', title: 'Clock', state: 'ok', says, hint: null }
    : { id: 'clock', title: 'Clock', state: 'warn', says, hint: 'Set the clock; dates in reports come from it.' }
}

/** The portal's database, looked at without its lock or keys; a machine that never ran the portal has none. */
function checkDatabaseFile(home: string): Check {
  const file = join(home, 'data', 'proviso.db')
  const base = { id: 'database', title: 'Database' } as const
  if (!existsSync(file))
    return { ...base, state: 'ok', says: 'There is no portal database here; the command line needs none.', hint: null }
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true })
    const [row] = db.pragma('quick_check') as Array<{ quick_check: string }>
    db.close()
    if (row?.quick_check === 'ok')
      return { ...base, state: 'ok', says: 'The portal’s database passed its check.', hint: null }
  } catch (error) {
    // SQLite's own refusal of a damaged file is the finding; anything else is a bug.
    if (!(error instanceof Sqlite.SqliteError)) throw error
  }
  return {
    ...base,
    state: 'fail',
    says: 'The portal’s database is damaged.',
    hint: 'Stop Proviso and restore the newest backup.',
  }
}

export const command: Command = {
  name: 'doctor',
  usage: 'doctor [--json]',
  summary: 'Checks browser, disk, clock, fonts, database and checklists of this machine.',
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const home = process.env.PROVISO_HOME ?? './.proviso'
    const checks = [
      await checkBrowser(),
      await checkDisk(existsSync(home) ? home : '.'),
      checkClock(),
      checkFonts(),
      checkDatabaseFile(home),
      checkLists(),
    ]
    if (values.json) printJson(io, [{ tool, checks, disclaimer }])
    else {
      for (const { state, title, says, hint } of checks) {
        io.out(`${state.padEnd(5)} ${title.padEnd(11)} ${says}\n${hint === null ? '' : `${' '.repeat(18)}${hint}\n`}`)
      }
    }
    return checks.some(({ state }) => state === 'fail') ? exit.findings : exit.ok
  },
}
