import type { Evidence } from './evidence.ts'
import type { ScanContext, Scanner } from './scanner.ts'

/** A scanner whose input type is forgotten: it parses what it is given before it scans. */
export type AnyScanner = {
  title: string
  scan: (input: unknown, context: ScanContext) => Promise<Array<Evidence>>
}

export type ScannerTable = Readonly<Record<string, AnyScanner>>

/** Checks the input at the door, then scans. Loaded when first needed, so that a start stays cheap. */
export function scannerEntry<Input>(title: string, load: () => Promise<Scanner<Input>>): AnyScanner {
  return {
    title,
    async scan(input, context) {
      const scanner = await load()
      return scanner.scan(scanner.input.parse(input), context)
    },
  }
}

/** Scanner id -> scanner. A new scanner is one folder and one line here. */
export const scanners: ScannerTable = {
  document: scannerEntry('Document', async () => (await import('./document/scan.ts')).documentScanner),
  site: scannerEntry('Site scan', async () => (await import('./site/scan.ts')).siteScanner),
}
