/** What a parser in the child may say while it works, and whether it may recognise text in pictures. */
export type ReadSteps = {
  ocr: boolean
  progress: (stage: string, done: number, total: number | null) => void
  /** Recognition of so many pages begins; the parent's clock changes. */
  recognising: (pages: number) => void
}
