import { ScanProblem } from '../problem.ts'
import { optimiseLess } from '../short-run.ts'
import type { ChildJob, ChildMessage, DocumentJob } from './child-messages.ts'
import { closeNetwork, dieWithParent } from './confinement.ts'
import type { ParsedDocument } from './parsed.ts'

/** Entry of the parser process: one job in, one answer out, then it is killed by its parent. */
function say(message: ChildMessage): void {
  process.send?.(message)
}

async function parse(job: DocumentJob): Promise<ParsedDocument> {
  const bytes = new Uint8Array(job.bytes)
  const steps = {
    ocr: job.ocr,
    progress: (stage: string, done: number, total: number | null) => say({ type: 'progress', stage, done, total }),
    recognising: (pages: number) => say({ type: 'recognising', pages }),
  }
  if (job.format === 'pdf') return (await import('./pdf/read-pdf.ts')).readPdf(bytes, steps)
  if (job.format === 'docx') return (await import('./docx/read-docx.ts')).readDocx(bytes)
  if (job.format === 'html') return (await import('./html/read-html.ts')).readHtml(bytes)
  return (await import('./ocr/read-image.ts')).readImage(bytes, steps)
}

// Most documents are read in a second: only what is truly hot is worth optimising.
optimiseLess()
closeNetwork()
dieWithParent()
process.once('message', async (job: ChildJob) => {
  try {
    if ('packed' in job) {
      const { readPacked } = await import('./read-packed.ts')
      say({ type: 'unpacked', parts: await readPacked(job.packed, new Uint8Array(job.bytes)) })
    } else say({ type: 'parsed', document: await parse(job) })
  } catch (error) {
    // Parsers throw what they like on a broken file; the person needs one code. The file is the cause, not the user.
    if (error instanceof ScanProblem) {
      say({ type: 'problem', code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) })
    } else {
      say({ type: 'problem', code: 'unreadable-document' })
    }
  }
})
say({ type: 'ready' })
