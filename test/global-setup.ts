import { spawnSync } from 'node:child_process'

/** Child processes are started from their bundles, so the bundles must match the sources under test. */
export default function setup(): void {
  const run = spawnSync(process.execPath, ['scripts/build.mjs', '--entries'], { stdio: 'inherit' })
  if (run.status !== 0) throw new Error('The entry points could not be bundled.')
}
