import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'
import type { BrowserChoice } from '#scanners/browser.ts'
import { ScanProblem } from '#scanners/problem.ts'
import { type Connection, connectPipe } from './cdp.ts'
import { type Identity, identityFor } from './identity.ts'

export type ScanBrowser = {
  connection: Connection
  version: string
  identity: Identity
  pid: number
  /** Ends every process of the browser and removes its profile. */
  close: () => Promise<void>
}

// RenderDocument would give every navigation a new agent, deaf to the beacons of the page it replaces.
// Chromium's own calls home are no evidence and must not happen; site isolation is off because the frames of one page
// then share a process (memory, and every frame's traffic in one session). The sandbox stays on.
const disabledFeatures = [
  'AutofillServerCommunication',
  'BackForwardCache',
  'CertificateTransparencyComponentUpdater',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'IsolateOrigins',
  'IsolateSandboxedIframes',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Prerender2',
  'RenderDocument',
  'Translate',
  'site-per-process',
]

function flags(profile: string, choice: BrowserChoice, userAgent: string, keys: ReadonlyArray<string>): Array<string> {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(choice.sandbox ? [] : ['--no-sandbox']),
    // Without a page-state proxy there is no way out at all (security.md 3.1): port 9 discards.
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--disable-quic',
    `--user-agent=${userAgent}`,
    '--disable-blink-features=AutomationControlled',
    `--disable-features=${disabledFeatures.join(',')}`,
    '--disable-site-isolation-trials',
    '--js-flags=--max-old-space-size=256',
    '--disable-background-networking',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-gpu',
    '--disable-hang-monitor',
    '--disable-ipc-flooding-protection',
    '--disable-popup-blocking',
    '--disable-print-preview',
    '--disable-search-engine-choice-screen',
    '--disable-sync',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
    '--metrics-recording-only',
    '--mute-audio',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(keys.length === 0 ? [] : [`--ignore-certificate-errors-spki-list=${keys.join(',')}`]),
    'about:blank',
  ]
}

/** Asked before the start, because the user agent is a start flag: the only way that also reaches every worker. */
async function versionOf(choice: BrowserChoice): Promise<string> {
  const { stdout } = await promisify(execFile)(choice.executablePath, ['--version'], { timeout: 10_000 })
  const version = /\d+(\.\d+){3}/.exec(stdout)?.[0]
  if (version === undefined) throw new ScanProblem('no-browser', 'The browser did not tell its version.')
  return version
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/**
 * Starts one browser for one scan, speaking the protocol over a pipe (no port a page or neighbour could reach).
 * `profile` is a folder of the caller; `acceptedKeys` are SHA-256 digests (base64) of public keys whose certificate
 * faults are forgiven: only those of hosts mapped in a laboratory. Throws ScanProblem `crashed` when it does not start.
 */
export async function startBrowser(
  choice: BrowserChoice,
  options: {
    profile: string
    viewport: 'desktop' | 'phone'
    contact: string | undefined
    acceptedKeys: ReadonlyArray<string>
  },
): Promise<ScanBrowser> {
  await mkdir(options.profile, { recursive: true, mode: 0o700 })
  const identity = identityFor(await versionOf(choice), options.viewport, options.contact)
  const child = spawn(choice.executablePath, flags(options.profile, choice, identity.userAgent, options.acceptedKeys), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () => reject(new ScanProblem('crashed', 'The browser could not be started.')))
    child.once('exit', () => reject(new ScanProblem('crashed', 'The browser ended by itself.')))
  })
  failed.catch(() => {})
  const connection = connectPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const close = async () => {
    // Its renderers and zygotes end when the browser process is gone and their pipe to it breaks.
    child.kill('SIGKILL')
    await ended(child)
    await rm(options.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  try {
    const { product } = await Promise.race([connection.root.send('Browser.getVersion'), failed])
    return { connection, version: product, identity, pid: child.pid ?? 0, close }
  } catch (error) {
    await close()
    throw error
  }
}
