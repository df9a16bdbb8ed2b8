import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import { ScanProblem } from '../../problem.ts'
import { limits } from '../limits.ts'

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => join(root, name) + sep
GlobalWorkerOptions.workerSrc = pathToFileURL(join(root, 'legacy', 'build', 'pdf.worker.min.mjs')).href

/**
 * Opens the newest revision of a PDF: no scripts evaluated, fonts and character maps from the package, nothing
 * fetched. Throws `encrypted-document`, `unreadable-document` or `too-large` (pages).
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: limits.imagePixels,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    verbosity: 0,
  })
  const document = await task.promise.catch((error: unknown) => {
    if (error instanceof Error && error.name === 'PasswordException') throw new ScanProblem('encrypted-document')
    throw new ScanProblem('unreadable-document')
  })
  if (document.numPages > limits.pages) throw new ScanProblem('too-large', `it has more than ${limits.pages} pages`)
  return document
}
