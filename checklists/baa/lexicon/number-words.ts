const units: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  'forty-fifth': 45,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
}

const single = [...Object.keys(units), ...Object.keys(tens), 'hundred'].join('|')

/** A number in words, as a piece of a pattern. */
export const numberWord = String.raw`\b(?:${single})(?:[- ](?:${single}|and))*`
export const ordinalWord = String.raw`\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:${Object.keys(ordinals).join('|')})`

/** "seventy-two" → 72, "one hundred twenty" → 120; null if the words are no number. */
export function readNumber(words: string): number | null {
  let total = 0
  let seen = false
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and' || word === '') continue
    if (word === 'hundred') total = (total === 0 ? 1 : total) * 100
    else {
      const value = units[word] ?? tens[word]
      if (value === undefined) return null
      total += value
    }
    seen = true
  }
  return seen ? total : null
}

/** "twentieth" → 20, "twenty-first" → 21, "20th" → 20. */
export function readOrdinal(words: string): number | null {
  const plain = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(words)
  if (plain !== null) return Number(plain[1])
  if (ordinals[words] !== undefined) return ordinals[words]
  const [ten, unit] = words.split(/[- ]/)
  const high = tens[ten ?? '']
  const low = ordinals[unit ?? '']
  return high !== undefined && low !== undefined ? high + low : null
}
