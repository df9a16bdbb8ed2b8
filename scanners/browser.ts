import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanProblem } from './problem.ts'

/** How to start the browser: hand both to Playwright's `launch`. `note` is said in Doctor and in every method box. */
export type BrowserChoice = { executablePath: string; sandbox: boolean; note: string; source: string }

const systemNames = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
/** Debian's `nobody`: owns nothing, may log in nowhere. */
const unprivilegedId = 65534

function usable(path: string | undefined): path is string {
  if (path === undefined || path === '') return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const path = join(folder, name)
    if (folder !== '' && usable(path)) return path
  }
  return undefined
}

async function locate(): Promise<{ path: string; source: string } | undefined> {
  const wished = process.env.PROVISO_BROWSER
  if (wished !== undefined && wished !== '') {
    if (usable(wished)) return { path: wished, source: 'PROVISO_BROWSER' }
    throw new ScanProblem('no-browser', `PROVISO_BROWSER names ${wished}, which cannot be run.`)
  }
  const { chromium } = await import('playwright')
  const own = chromium.executablePath()
  if (usable(own)) return { path: own, source: 'playwright' }
  for (const name of systemNames) {
    const path = onPath(name)
    if (path !== undefined) return { path, source: 'system' }
  }
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const path = await packaged.executablePath()
    // It is unpacked 0700 into the temp folder; the unprivileged user must be able to run it.
    chmodSync(path, 0o755)
    if (usable(path)) return { path, source: 'package registry' }
  } catch (error) {
    // The package is optional and holds Linux x64 only; absent is the expected case elsewhere.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
  }
  return undefined
}

/** As root Chromium refuses its sandbox, so it is started under an unprivileged user through a short wrapper. */
function unprivilegedWrapper(executable: string): string | undefined {
  const setpriv = onPath('setpriv')
  if (setpriv === undefined) return undefined
  const become = `'${setpriv}' --reuid=${unprivilegedId} --regid=${unprivilegedId} --clear-groups`
  const folder = mkdtempSync(join(tmpdir(), 'proviso-browser-'))
  chmodSync(folder, 0o755)
  const wrapper = join(folder, 'browser')
  const profile = join(folder, 'profile')
  // The profile folder is made by root; hand it over before the switch. HOME must be writable for crash files.
  const script = [
    '#!/bin/sh',
    `for a in "$@"; do case "$a" in --user-data-dir=*) chown -R ${unprivilegedId} "\${a#*=}";; esac; done`,
    `exec ${become} env HOME='${tmpdir()}' '${executable}' "$@"`,
    '',
  ].join('\n')
  writeFileSync(wrapper, script, { mode: 0o755 })
  mkdirSync(profile)
  chownSync(profile, unprivilegedId, unprivilegedId)
  // A private temp folder hides both the program and the profile from that user: try before trusting it.
  const tries = [`env '${executable}' --version`, `env test -w '${profile}'`]
  const usable = tries.every(
    (words) => spawnSync('/bin/sh', ['-c', `exec ${become} ${words}`], { timeout: 10_000 }).status === 0,
  )
  rmSync(usable ? profile : folder, { recursive: true, force: true })
  if (usable) process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return usable ? wrapper : undefined
}

let chosen: Promise<BrowserChoice> | undefined

async function choose(): Promise<BrowserChoice> {
  const found = await locate()
  if (found === undefined || !existsSync(found.path)) throw new ScanProblem('no-browser')
  if (process.getuid?.() !== 0) {
    return { executablePath: found.path, sandbox: true, source: found.source, note: 'Browser sandbox on.' }
  }
  const wrapper = unprivilegedWrapper(found.path)
  if (wrapper !== undefined) {
    const note = 'Browser sandbox on; the browser runs as an unprivileged user.'
    return { executablePath: wrapper, sandbox: true, source: found.source, note }
  }
  if (process.env.PROVISO_BROWSER_SANDBOX === 'require') throw new ScanProblem('no-sandbox')
  const note = 'BROWSER SANDBOX OFF: it cannot run on this machine as root.'
  return { executablePath: found.path, sandbox: false, source: found.source, note }
}

/**
 * The browser of this machine, looked for once a process: PROVISO_BROWSER, Playwright's own, the system's, the one from
 * the package registry. Throws ScanProblem `no-browser` or `no-sandbox`.
 */
export function findBrowser(): Promise<BrowserChoice> {
  chosen ??= choose()
  return chosen
}
