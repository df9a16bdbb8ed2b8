import dgram from 'node:dgram'
import net from 'node:net'
import { Worker } from 'node:worker_threads'

function refused(): never {
  throw new Error('A parser may not use the network.')
}

/** A document must not make its reader call anywhere: every way out of this process throws. */
export function closeNetwork(): void {
  net.Socket.prototype.connect = refused
  net.Server.prototype.listen = refused
  dgram.Socket.prototype.send = refused
  dgram.Socket.prototype.bind = refused
  globalThis.fetch = refused
}

/**
 * Ends this process when its parent is gone, also while the event loop is busy: a thread watches the parent's id.
 * The parent kills its children, but nobody kills them when the parent itself is killed.
 */
export function dieWithParent(): void {
  const parent = process.ppid
  const watcher = new Worker(
    `setInterval(() => { if (process.ppid !== ${parent}) process.kill(process.pid, 'SIGKILL') }, 500)`,
    { eval: true },
  )
  watcher.unref()
}
