import { UsageError } from './command.ts'

/** Writes what a person named; a place that cannot be written to is wrong usage, not an internal error. */
export async function writable<Value>(path: string, write: () => Promise<Value>): Promise<Value> {
  return write().catch(({ code }: NodeJS.ErrnoException) => {
    const says =
      code === 'ENOENT'
        ? 'could not be written: its folder does not exist.'
        : `could not be written (${code ?? 'unknown reason'}).`
    throw new UsageError(`${path} ${says}`, 'Choose a place you may write to.')
  })
}
