import { SaxesParser } from 'saxes'

/** Addresses of one sitemap file: pages of a urlset, further files of an index. Anything else is empty. */
export function parseSitemap(xml: string): { pages: Array<string>; maps: Array<string> } {
  const found = { pages: [] as Array<string>, maps: [] as Array<string> }
  // A document type may carry entities that grow without end.
  if (/<!DOCTYPE/i.test(xml)) return found
  const parser = new SaxesParser()
  const path: Array<string> = []
  let text = ''
  let broken = false
  parser.on('opentag', ({ name }) => {
    path.push(name.toLowerCase())
    text = ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', () => {
    const [parent, own] = path.slice(-2)
    if (own === 'loc' && parent === 'url') found.pages.push(text.trim())
    if (own === 'loc' && parent === 'sitemap') found.maps.push(text.trim())
    path.pop()
  })
  parser.on('error', () => {
    broken = true
  })
  parser.write(xml)
  if (!broken) parser.close()
  return { pages: found.pages.slice(0, 5_000), maps: found.maps.slice(0, 20) }
}
