import { tool } from '#scanners/package-root.ts'

/** How the browser names itself. `metadata` is what client hints say; both are printed in every method box. */
export type Identity = {
  userAgent: string
  metadata: {
    brands: Array<{ brand: string; version: string }>
    fullVersionList: Array<{ brand: string; version: string }>
    platform: string
    platformVersion: string
    architecture: string
    model: string
    mobile: boolean
    bitness: string
    wow64: boolean
  }
}

/**
 * The plain Chrome of this version plus our name, free of robot words: some libraries fall silent when they see one,
 * and a silent library would be a false "clean" (site-scan.md 2). Nothing else is disguised.
 * `contact` is an address a site owner can write to.
 */
export function identityFor(version: string, viewport: 'desktop' | 'phone', contact: string | undefined): Identity {
  const major = version.split('.')[0] ?? version
  const phone = viewport === 'phone'
  const system = phone ? 'Linux; Android 10; K' : 'X11; Linux x86_64'
  const suffix = contact === undefined ? '' : ` (+${contact})`
  const name = `${tool.name.charAt(0).toUpperCase()}${tool.name.slice(1)}/${tool.version}${suffix}`
  const brands = (full: string) => [
    { brand: 'Chromium', version: full },
    { brand: 'Google Chrome', version: full },
    { brand: 'Not_A Brand', version: full === major ? '99' : '99.0.0.0' },
  ]
  return {
    userAgent:
      `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) ` +
      `Chrome/${major}.0.0.0 ${phone ? 'Mobile ' : ''}Safari/537.36 ${name}`,
    metadata: {
      brands: brands(major),
      fullVersionList: brands(version),
      platform: phone ? 'Android' : 'Linux',
      platformVersion: phone ? '10' : '',
      architecture: phone ? '' : 'x86',
      model: phone ? 'K' : '',
      mobile: phone,
      bitness: phone ? '' : '64',
      wow64: false,
    },
  }
}
