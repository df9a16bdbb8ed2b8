import type { Mapped } from './mapped.ts'

const acronyms = new Set(['PHI', 'EPHI', 'HIPAA', 'HITECH', 'CFR', 'HHS', 'BAA', 'SOC', 'TLS', 'AES', 'US'])
const shouting = (part: string) =>
  part.length > 100 && !/[a-z]{2}/.test(part) && /\b(?:SHALL|WILL|MUST|MAY|AGREES?|IS|ARE)\b/.test(part)

/**
 * A paragraph set in capitals gets the case its words have in the rest of the text, so that names are still names and
 * sentences still begin. A text that is all capitals stays as it is. Length and offsets stay.
 */
export function quietCapitals(words: Mapped): Mapped {
  const parts = words.text.split(/(\n[ \t]*\n)/)
  const rest = parts.filter((part) => !shouting(part)).join(' ')
  if (rest.length === words.text.length || rest.length < words.text.length / 2) return words
  const count = new Map<string, number>()
  for (const [word] of rest.matchAll(/[A-Za-z]+/g)) count.set(word, (count.get(word) ?? 0) + 1)
  const quiet = (word: string, start: boolean) => {
    const lower = word.toLowerCase()
    const title = word[0]! + lower.slice(1)
    const forms = [word, title, lower].map((form) => count.get(form) ?? 0)
    if (acronyms.has(word) || (forms[0]! > 0 && forms[0]! >= forms[1]! + forms[2]!)) return word
    return start || forms[1]! > forms[2]! ? title : lower
  }
  const text = parts
    .map((part) =>
      shouting(part)
        ? part.replace(/[A-Z]+/g, (word, at: number) =>
            quiet(word, /(?:^|[.?!:]\s+|^\s*\(?\w{1,3}[.)]\s+)$/.test(part.slice(0, at))),
          )
        : part,
    )
    .join('')
  return text.length === words.text.length ? { text, at: words.at } : words
}
