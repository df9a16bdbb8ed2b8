import { isVerb } from '../lexicon/verb-forms.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Mapped, replace } from './mapped.ts'

/** Letters and digits that belong together on purpose: AES-256, SOC2, 164.504(e), 2019BAA, MFA2, 42nd, K12. */
const meant =
  /^(?:[A-Z]{2,}\d{2,}[A-Z]?|(?:SOC|TLS|SHA|AES|MFA|FIPS|ISO|NIST|OAUTH)\d+|\d+(?:st|nd|rd|th|x|k|m|b|am|pm)|[A-KM-NP-Z]\d{1,3}|v\d+|\d+[A-HJ-KM-NP-RT-Z]|h[2345]|s3|ec2|oauth2|sha\d{3}|tls\d|mp[34]|b2b|e2e|i18n)$/

const misread: ReadonlyArray<readonly [RegExp, string]> = [
  [/1/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
]

function known(word: string): boolean {
  return vocabulary.has(word.toLowerCase())
}

function lettersFor(word: string): string | undefined {
  if (!/[a-z]/i.test(word) || meant.test(word)) return undefined
  const asL = misread.reduce((text, [digit, letter]) => text.replace(digit, letter), word)
  if (known(asL)) return asL
  const asI = word.replace(/1/g, 'i').replace(/0/g, 'o').replace(/5/g, 's')
  if (known(asI)) return asI
  // Mostly letters: a digit inside can only be a misread letter. Mostly digits: left to digitsFor.
  return word.replace(/[^a-z]/gi, '').length > word.replace(/\D/g, '').length + 1 ? asL : undefined
}

function digitsFor(word: string): string | undefined {
  const shape = /^[lIO\dS]{2,}$/.test(word) && /\d/.test(word)
  return shape ? word.replace(/[lI]/g, '1').replace(/O/g, '0').replace(/S/g, '5') : undefined
}

function plain(word: string): string | undefined {
  if (/^[lI][a-z]/.test(word) && word.startsWith('l')) {
    const capital = `I${word.slice(1)}`
    if (/^l[nfst]/.test(word) && !known(word) && (known(capital) || /^ln/.test(word))) return capital
  }
  if (/^P[HI]l$/.test(word)) return 'PHI'
  if (/^[A-Z]?l?[A-Z]{2,}$/.test(word) && /^H[Il]PAA$/.test(word)) return 'HIPAA'
  if (known(word) || isVerb(word.toLowerCase())) return undefined
  for (const [from, to] of [
    ['rn', 'm'],
    ['vv', 'w'],
    ['tb', 'th'],
    ['wb', 'wh'],
    ['m', 'rn'],
    ['I', 'l'],
    ['cl', 'd'],
  ] as const) {
    if (!word.includes(from)) continue
    const candidate = word.replace(from, to)
    if (known(candidate)) return candidate
  }
  return word.length >= 7 ? slip(word) : undefined
}

/** Two neighbouring letters changed places, or one letter doubled or lost, in a long word that decides a clause. */
function slip(word: string): string | undefined {
  if (/[^a-z]/.test(word.slice(1))) return undefined
  const lower = word.toLowerCase()
  for (let i = 0; i + 1 < lower.length; i += 1) {
    const swapped = lower.slice(0, i) + lower[i + 1] + lower[i] + lower.slice(i + 2)
    if (swapped !== lower && known(swapped)) return word[0] === lower[0] ? swapped : capitalised(swapped)
  }
  return undefined
}

function capitalised(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}

/**
 * Undoes what text recognition and hasty typing confuse (l/1/I, O/0, S/5, rn/m, swapped letters), for matching only.
 * A number is put right only where every character of it can be a digit.
 */
export function unscramble(words: Mapped): Mapped {
  const sections = replace(
    words,
    /\b[lI1]64\.?\s?[\dSOlI]{3}\b/g,
    (match) =>
      `164.${match[0]
        .replace(/^.64\.?\s?/, '')
        .replace(/[lI]/g, '1')
        .replace(/O/g, '0')
        .replace(/S/g, '5')}`,
  )
  const parts = replace(
    sections,
    /\b(part|parts|cfr) ([lI]6[O\d4])\b/gi,
    (match) => `${match[1]} 1${match[2]!.slice(1).replace(/O/g, '0')}`,
  )
  // A text says most of its words many times: each is weighed once.
  const answers = new Map<string, string>()
  return replace(parts, /[A-Za-z0-9]{2,}/g, ({ 0: word }) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const answer = meantBy(word) ?? word
    answers.set(word, answer)
    return answer
  })
}

function meantBy(word: string): string | undefined {
  if (/\d/.test(word)) return /[a-z]/i.test(word) ? (digitsFor(word) ?? lettersFor(word)) : undefined
  return /^l[lI]?$/.test(word) ? undefined : plain(word)
}
