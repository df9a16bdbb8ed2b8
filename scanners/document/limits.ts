/**
 * Caps of the documents door, checked before anything is inflated. Measured without them: a 300 KB flate bomb took
 * 28.7 s and 640 MB, a 150 MB document.xml 11.2 s and 512 MB, an overlap ZIP never ended.
 */
export const limits = {
  uploadBytes: 25 * 1024 * 1024,
  inflatedBytes: 20 * 1024 * 1024,
  documentXmlBytes: 5 * 1024 * 1024,
  inflationRatio: 200,
  zipEntries: 500,
  xmlDepth: 256,
  pages: 300,
  /** Wall clock of a parse without text recognition, start of the child included. */
  parseMs: 10_000,
  /** Wall clock of text recognition: a start and so much for each page. */
  ocrStartMs: 15_000,
  ocrPageMs: 10_000,
  /** Pages recognised in one document; the rest stay in `unreadPages`. */
  ocrPages: 60,
  heapMegabytes: 512,
  parseResidentBytes: 640 * 1024 * 1024,
  /** The recogniser's WebAssembly memory and the page picture live outside the heap. */
  ocrResidentBytes: 1024 * 1024 * 1024,
  /** A picture larger than this is not decoded: 40 megapixels is A4 at 600 dpi with room. */
  imagePixels: 40_000_000,
} as const
