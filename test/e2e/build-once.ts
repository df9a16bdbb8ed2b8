import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const lock = 'test/.out/build.lock'
const staleAfterMs = 180_000

function taken(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

function forgotten(): boolean {
  return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > staleAfterMs
}

/** Builds the portal when it is stale. Test files run side by side and a build empties its folder: one at a time. */
export async function buildOnce(): Promise<void> {
  mkdirSync('test/.out', { recursive: true })
  while (!taken()) {
    if (forgotten()) rmSync(lock, { recursive: true, force: true })
    await wait(200)
  }
  try {
    const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (built.status !== 0) throw new Error('The portal could not be built.')
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
