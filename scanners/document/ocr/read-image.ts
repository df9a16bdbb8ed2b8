import { ScanProblem } from '../../problem.ts'
import { assemble } from '../assemble.ts'
import { limits } from '../limits.ts'
import type { ParsedDocument } from '../parsed.ts'
import { layOut } from '../pdf/lay-out.ts'
import type { ReadSteps } from '../read-steps.ts'
import { warning } from '../warnings.ts'
import { imageSize } from './image-size.ts'
import { openRecogniser } from './recogniser.ts'

/** A picture says nothing about its paper: its width counts as a letter page, 8.5 inches. */
const pageWidthPoints = 612

/** Recognises one picture of a page. Throws `no-text-layer` when recognition is off or finds no words. */
export async function readImage(bytes: Uint8Array, steps: ReadSteps): Promise<ParsedDocument> {
  if (!steps.ocr) throw new ScanProblem('no-text-layer')
  const { width, height } = imageSize(bytes)
  if (width * height > limits.imagePixels) throw new ScanProblem('too-large', 'the picture has more than 40 megapixels')
  steps.recognising(1)
  steps.progress('Recognising text', 0, 1)
  const recogniser = await openRecogniser()
  const scale = pageWidthPoints / width
  const words = await recogniser.read(Buffer.from(bytes), 1, scale)
  await recogniser.close()
  if (words.length === 0) throw new ScanProblem('no-text-layer', 'text recognition found no words')
  return {
    ...assemble(layOut([{ page: 1, width: pageWidthPoints, height: height * scale, words, rules: [] }])),
    hidden: [],
    unreadPages: [],
    warnings: [warning('ocr', 'The text was recognised from a picture; check decisive words against it.', 1)],
    pages: 1,
    ocr: true,
  }
}
