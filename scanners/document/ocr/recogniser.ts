import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import type { Word } from '../pdf/painted.ts'

/** Recognises page pictures; words come in page points. Nothing is fetched: engine and English data are packages. */
export type Recogniser = {
  read: (picture: Buffer, page: number, pointsPerPixel: number) => Promise<Array<Word>>
  close: () => Promise<void>
}

const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'))
/** Recognised marks without a letter or digit are specks and rules of the paper when the engine doubts them. */
const doubtful = 60
const everywhere = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 }

type Found = { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } }
type FoundLine = {
  words: Array<Found>
  baseline: { y0: number; y1: number }
  bbox: Found['bbox']
  rowAttributes?: { rowHeight: number }
}

function wordOf(found: Found, line: FoundLine, size: number, page: number, scale: number, order: number): Word {
  const box = {
    x0: found.bbox.x0 * scale,
    y0: found.bbox.y0 * scale,
    x1: found.bbox.x1 * scale,
    y1: found.bbox.y1 * scale,
  }
  return {
    text: found.text,
    page,
    order,
    box,
    u0: box.x0,
    u1: box.x1,
    v: ((line.baseline.y0 + line.baseline.y1) / 2) * scale,
    angle: 0,
    size,
    font: 'ocr',
    spaced: true,
    colour: '#000000',
    alpha: 1,
    renderMode: 0,
    clip: everywhere,
    layerOff: false,
    masked: false,
    annotation: false,
    percent: Math.round(found.confidence),
  }
}

export async function openRecogniser(): Promise<Recogniser> {
  const worker: Worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // Errors of the engine come back as rejections; its default handler would write them to the console.
    errorHandler: () => {},
  })
  return {
    read: async (picture, page, pointsPerPixel) => {
      const { data: result } = await worker.recognize(picture, {}, { blocks: true, text: false })
      const lines = (result.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
      const heights = lines.map((line) => line.rowAttributes.rowHeight).sort((a, b) => a - b)
      // Row height counts ascender to descender; type size is a little less. One size a page keeps lines together.
      const size = (heights[Math.floor(heights.length / 2)] ?? 12) * pointsPerPixel * 0.9
      return lines.flatMap((line) =>
        line.words
          .filter((word) => /[\p{L}\d]/u.test(word.text) || word.confidence > doubtful)
          .map((word, at) => wordOf(word, line, size, page, pointsPerPixel, at)),
      )
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

export function meanConfidence(words: ReadonlyArray<Word>): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return words.reduce((sum, word) => sum + (word.percent ?? 100) * word.text.length, 0) / Math.max(1, letters)
}
