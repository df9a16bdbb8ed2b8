import type { LoaderFunctionArgs } from '@remix-run/node'
import { asking, found } from '../http/answer.server.ts'
import { requireFresh } from '../session.server.ts'
import { readBlob } from '../use-cases/read-blob.ts'
import { recordAccess } from '../use-cases/record-access.ts'

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** A stored file. Pictures the scanner took are shown; everything else is a download without any right. */
export async function loader(args: LoaderFunctionArgs) {
  const { proviso, actor, signedIn } = await asking(args)
  const sha256 = args.params.sha256 ?? ''
  const { bytes, type } = await found(() => readBlob(proviso, actor, { sha256 }))
  const shown = pictures.has(type)
  // Taking an original out is a sensitive step.
  if (!shown) requireFresh(args.request, proviso, signedIn)
  // A picture is part of the page that shows it, and that view is logged; what leaves as a file is logged here.
  if (!shown) recordAccess(proviso, actor, { action: 'file.downloaded', kind: 'file', id: sha256 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': shown ? type : 'application/octet-stream',
      'Content-Disposition': shown ? 'inline' : `attachment; filename="${sha256.slice(0, 12)}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': shown ? 'private, max-age=31536000, immutable' : 'no-store',
    },
  })
}
