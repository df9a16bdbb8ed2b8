import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import type { Incoming } from '#db/uploads.ts'
import type { Proviso } from '../proviso.server.ts'
import { maxLogBytes, maxLogFiles } from '../use-cases/import-logs.ts'

const maxTextBytes = 64 * 1024

/**
 * A form whose files go straight to disk as they arrive; only its words are held. `refused` says what was wrong with the
 * files: beyond a limit the rest is read and thrown away, so that the browser gets its answer.
 */
export async function readLogUpload(
  request: Request,
  proviso: Proviso,
): Promise<{ form: FormData; incoming: Incoming; refused: string | null }> {
  const incoming = await proviso.uploads.begin(maxLogBytes)
  let refused: string | null = null
  try {
    const form = await parseMultipart(request, async ({ filename, data }) => {
      if (filename === undefined) {
        const parts: Array<Uint8Array> = []
        let size = 0
        for await (const part of data) {
          size += part.byteLength
          if (size <= maxTextBytes) parts.push(part)
        }
        return Buffer.concat(parts).toString('utf8')
      }
      if (filename === '' || refused !== null || incoming.files.length >= maxLogFiles) {
        if (filename !== '') refused ??= `At most ${maxLogFiles} files are read together. Choose fewer files.`
        for await (const _ of data);
        return null
      }
      const file = await incoming.add(filename, data)
      if (file === null) refused = 'These files are larger than 4 GB together. Export fewer months, or compress them.'
      else if (file.bytes === 0) refused = `The file ${filename.slice(-60)} is empty. Export it again.`
      return null
    })
    return { form, incoming, refused }
  } catch (error) {
    await incoming.drop()
    throw error
  }
}
