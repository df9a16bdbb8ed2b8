import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'

/** The text of one field, trimmed; "" when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** All values of a field that may be chosen more than once. */
export function listOf(form: FormData, name: string): Array<string> {
  return form.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))
}

/** Lines of a long field, empty ones left out. */
export function linesOf(form: FormData, name: string): Array<string> {
  return textOf(form, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A date typed in three fields as YYYY-MM-DD; "" when all are empty, null when it is no date. */
export function dateOf(form: FormData, name: string): string | null {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => textOf(form, `${name}-${part}`))
  if (!year && !month && !day) return ''
  if (!/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? '')) return null
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const read = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null
}

export type Upload = { name: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * A form with one file. What is beyond `maxBytes` is read and thrown away, so that the browser gets its answer instead
 * of a broken connection; `tooLarge` then says so.
 */
export async function readUpload(
  request: Request,
  maxBytes: number,
): Promise<{ form: FormData; file: Upload | null; tooLarge: boolean }> {
  // A form without a file may come in the plain encoding, which the reader below refuses.
  if (!request.headers.get('content-type')?.startsWith('multipart/')) {
    return { form: await request.formData(), file: null, tooLarge: false }
  }
  const found: { file: Upload | null } = { file: null }
  let tooLarge = false
  const form = await parseMultipart(request, async ({ filename, data }) => {
    const parts: Array<Uint8Array> = []
    let size = 0
    for await (const part of data) {
      size += part.byteLength
      if (size <= maxBytes) parts.push(part)
      else parts.length = 0
    }
    if (size > maxBytes) tooLarge = true
    const bytes = Buffer.concat(parts)
    if (filename === undefined) return bytes.toString('utf8')
    if (filename !== '' && size <= maxBytes) found.file = { name: filename, bytes: new Uint8Array(bytes) }
    return null
  })
  return { form, file: found.file, tooLarge }
}
