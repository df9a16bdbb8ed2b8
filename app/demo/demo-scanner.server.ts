import type { AnyScanner } from '#scanners/index.ts'
import { demoHost } from './demo-pages.ts'

function isDemo(input: unknown): input is { url: string } {
  if (typeof input !== 'object' || input === null || !('url' in input) || typeof input.url !== 'string') return false
  return URL.canParse(input.url) && new URL(input.url).hostname === demoHost
}

/**
 * The site scanner, with the made-up site of the demo put up for a scan that asks for it. Every name such a scan asks
 * leads to that server, so no company is ever reached. All other scans are as they were.
 */
export function withDemoSite(scanner: AnyScanner): AnyScanner {
  return {
    ...scanner,
    async scan(input, context) {
      if (!isDemo(input)) return scanner.scan(input, context)
      const { openDemoSite } = await import('./demo-site.server.ts')
      const site = await openDemoSite(context.now())
      try {
        return await scanner.scan({ ...input, lab: { map: [['*', site.address]] } }, context)
      } finally {
        await site.close()
      }
    },
  }
}
