// `npm run dev`: Vite serves routes and styles with hot reload; the server, the scanners and their child processes are
// bundled by esbuild and started anew when a file of theirs changes.
import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { context } from 'esbuild'
import { bundleOptions, entryPoints } from './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
let portal
let stopping = false

function restart() {
  const next = () => {
    portal = stopping ? undefined : fork(join(root, 'scripts', 'dev-server.mjs'), { cwd: root })
  }
  if (portal === undefined || portal.exitCode !== null) return next()
  // The home folder is locked until the old process has ended.
  portal.once('exit', next)
  portal.kill('SIGTERM')
}

const watcher = await context({
  ...bundleOptions,
  entryPoints: entryPoints(),
  plugins: [{ name: 'restart', setup: (build) => build.onEnd(({ errors }) => errors.length === 0 && restart()) }],
})
await watcher.watch()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    stopping = true
    portal?.kill('SIGTERM')
    await watcher.dispose()
  })
}
