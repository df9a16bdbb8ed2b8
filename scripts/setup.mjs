// Runs before `npm start` and `npm test`, with Node's own modules only: installs what the lockfile names when the
// stamp differs, and sees to it that some browser is there. No browser is no error: scans and PDFs then say so.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old for Proviso. Install Node 20.19, 22 or 24.`)
  process.exit(2)
}

const stampFile = join(root, 'node_modules', '.proviso-stamp')
const stamp = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(process.versions.modules)
  .digest('hex')
const installed = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
if (!installed) {
  console.error('Installing what the lockfile names (once; about a minute) …')
  const npm = process.env.npm_execpath
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']]
  const run = spawnSync(command, [...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (run.status !== 0) {
    console.error(
      'The packages could not be installed. Check the connection to the package registry and run the command again.',
    )
    process.exit(1)
  }
  checkDriver()
  writeFileSync(stampFile, stamp)
}

const browserStamp = join(root, 'node_modules', '.proviso-browser')
if (!existsSync(browserStamp)) {
  provideBrowser()
  writeFileSync(browserStamp, new Date().toISOString())
}

// The packaged browser unpacks itself into the temp folder at its first use. Once, here: two processes that did it at the
// same moment could start a half-written file.
if (!process.env.PROVISO_BROWSER && existsSync(join(root, 'node_modules', '@sparticuz', 'chromium'))) {
  const { default: packaged } = await import('@sparticuz/chromium')
  await packaged.executablePath()
}

/** On Node 20 the database needs a driver of its own, which npm may leave out without a word (db/sqlite-driver.ts). */
function checkDriver() {
  const driver = join(root, 'node_modules', 'better-sqlite3-node20', 'build', 'Release', 'better_sqlite3.node')
  if (Number(process.versions.napi) >= 10 || existsSync(driver)) return
  console.error(
    'The database driver for Node 20 could not be installed. Use Node 22 or 24, or install Python 3, make and a C++ compiler, and run the command again.',
  )
  process.exit(1)
}

/** Order: a path in PROVISO_BROWSER, Playwright's own, the system's, the one from the package registry, apt, download. */
function provideBrowser() {
  if (process.env.PROVISO_BROWSER && existsSync(process.env.PROVISO_BROWSER)) return
  if (existsSync(join(root, 'node_modules', '@sparticuz', 'chromium'))) return
  for (const name of ['chromium-headless-shell', 'chromium', 'google-chrome']) {
    if (spawnSync('which', [name]).status === 0) return
  }
  if (process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0) {
    try {
      execFileSync('apt-get', ['install', '-y', '-q', 'chromium-headless-shell'], {
        stdio: ['ignore', 2, 2],
        timeout: 180_000,
      })
      return
    } catch {
      console.error('The system package of the browser could not be installed; trying a download.')
    }
  }
  // This download hangs where its host is out of reach, so it gets one minute.
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  const run = spawnSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], {
    stdio: ['ignore', 2, 2],
    timeout: 60_000,
  })
  if (run.status !== 0) {
    console.error(
      'No browser was found. The portal works; site scans and PDFs need one: install Chromium, or set PROVISO_BROWSER.',
    )
  }
}

mkdirSync(join(root, 'build'), { recursive: true })
