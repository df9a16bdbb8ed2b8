import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { Warning } from '../parsed.ts'
import { warning } from '../warnings.ts'

/** Whether the plain part of the file names an object of this kind; packed objects are asked for by the reader. */
function names(bytes: Buffer, kind: string): boolean {
  return bytes.includes(`/${kind}`)
}

function revisions(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf('startxref'); at >= 0; at = bytes.indexOf('startxref', at + 1)) count++
  // A file made for the web has a second table at its head; that is no older revision.
  return bytes.subarray(0, 1024).includes('/Linearized') ? count - 1 : count
}

/** What the file could do or hides beside its pages: told, never run and never opened. */
export async function activeContent(document: PDFDocumentProxy, raw: Uint8Array): Promise<Array<Warning>> {
  const bytes = Buffer.from(raw)
  const found: Array<Warning> = []
  const scripts = await document.getJSActions()
  if (scripts !== null || names(bytes, 'JavaScript') || names(bytes, 'JS ')) {
    found.push(warning('javascript', 'The file holds scripts. They were not run.'))
  }
  if ((await document.getAttachments()) !== null || names(bytes, 'EmbeddedFile')) {
    found.push(warning('embedded-files', 'The file holds other files inside. They were not opened.'))
  }
  const { info } = (await document.getMetadata()) as { info: { IsXFAPresent?: boolean } }
  if (info.IsXFAPresent === true) {
    found.push(warning('xfa', 'The file holds a second form of its content (XFA). Only the printed pages were read.'))
  }
  if (names(bytes, 'Launch')) {
    found.push(warning('launch', 'The file asks to start a program. Nothing was started.'))
  }
  if (revisions(bytes) > 1) {
    found.push(warning('older-revisions', 'The file keeps older versions of itself. Only the newest was read.'))
  }
  return found
}
