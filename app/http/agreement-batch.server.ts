import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { maxCheckedBytes, maxCheckedFiles } from '../use-cases/check-agreements.ts'
import type { Upload } from './form.server.ts'

/**
 * The files of a form with many. Beyond a limit the rest is read and thrown away, so that the browser gets its answer;
 * `refused` then says which limit it was.
 */
export async function readUploads(request: Request): Promise<{ files: Array<Upload>; refused: string | null }> {
  const files: Array<Upload> = []
  if (!request.headers.get('content-type')?.startsWith('multipart/')) return { files, refused: null }
  let refused: string | null = null
  let total = 0
  await parseMultipart(request, async ({ filename, data }) => {
    const parts: Array<Uint8Array> = []
    if (filename !== undefined && filename !== '' && files.length >= maxCheckedFiles)
      refused ??= `At most ${maxCheckedFiles} files are checked together. Choose fewer.`
    for await (const part of data) {
      total += part.byteLength
      if (total > maxCheckedBytes) refused ??= 'These files are larger than 50 MB together. Choose fewer.'
      if (refused === null) parts.push(part)
    }
    if (refused === null && filename !== undefined && filename !== '')
      files.push({ name: filename, bytes: new Uint8Array(Buffer.concat(parts)) })
    return null
  })
  return { files, refused }
}
