/** Lower case without accents; camelCase, snake_case and kebab-case come apart into words. */
export function plainWords(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[_/+|\\[\]{}()<>"“”:;!?¿¡#*=&,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A broken escape is read as written: the words in it still count.
    return segment
  }
}

/** Path segments as words, without endings such as ".html" and without language folders. */
export function pathWords(pathname: string): Array<string> {
  return pathname
    .split('/')
    .filter(Boolean)
    .map((segment) =>
      plainWords(
        decodeSegment(segment)
          .replace(/\.(html?|php|aspx?|jsp)$/i, '')
          .replace(/[-.]/g, ' '),
      ),
    )
    .filter((words, index) => words !== '' && !(index === 0 && /^(en|es|us|en us|es us|es mx)$/.test(words)))
}

/** The parts of a title that speak of the page: the site's own name (known from its host) is left out. */
export function titleParts(title: string, host: string): Array<{ words: string; own: boolean }> {
  const compactHost = host
    .replace(/^www\./, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
  const parts = title.split(/\s+[|–—·•:>-]+\s+|\s*[|–—·•]\s*|:\s+/).filter((part) => part.trim() !== '')
  return parts.map((part, index) => {
    const words = plainWords(part)
    const compact = words.replace(/[^a-z0-9]/g, '')
    const named = compact.length >= 4 && (compactHost.includes(compact) || compact.includes(compactHost.slice(0, -3)))
    return { words, own: parts.length === 1 || (!named && (index === 0 || index < parts.length - 1)) }
  })
}
