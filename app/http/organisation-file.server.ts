import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import type { Proviso } from '../proviso.server.ts'

const maxBytes = 2_000_000_000
const chunkBytes = 64 * 1024

async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let waiting: Array<string> = []
  let size = 0
  for await (const line of lines) {
    waiting.push(line)
    size += line.length
    if (size < chunkBytes) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    size = 0
  }
  yield Buffer.from(waiting.join(''))
}

/** An export as it is read: nothing of it lies on disk or whole in memory. */
export function organisationFile(lines: AsyncIterable<string>, day: string): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(inChunks(lines))), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': `attachment; filename="organisation-${day}.jsonl"`,
      'Content-Security-Policy': 'sandbox',
      'Cache-Control': 'no-store',
    },
  })
}

/**
 * Puts the one file of a form on disk, hands its path to `work` and deletes it, whatever comes of it. null: no file, or
 * one beyond 2 GB.
 */
export async function withUploadedFile<Result>(
  request: Request,
  { uploads }: Proviso,
  work: (path: string | null) => Promise<Result>,
): Promise<Result> {
  const incoming = await uploads.begin(maxBytes)
  const place = `organisation-${randomBytes(8).toString('hex')}`
  try {
    if (request.headers.get('content-type')?.startsWith('multipart/')) {
      await parseMultipart(request, async ({ filename, data }) => {
        if (filename !== undefined && filename !== '' && incoming.files.length === 0) await incoming.add(filename, data)
        else for await (const _ of data);
        return null
      })
    }
    const isThere = incoming.files.length === 1 && incoming.files[0]!.bytes > 0
    incoming.becomes(place)
    return await work(isThere ? (uploads.pathsOf(place)[0] ?? null) : null)
  } finally {
    await incoming.drop()
    await uploads.remove(place)
  }
}
