/**
 * Words that passwords of the published lists are made of, and the product's own name. Twelve letters are mostly reached
 * by doubling one, or by adding a year, a row of keys or a sign, so that is what is looked for, and not a fixed list.
 */
const words =
  'password passwort passw0rd pass word secret letmein welcome login admin administrator root user guest test default changeme change qwerty qwertz azerty asdf asdfgh zxcv zxcvbn iloveyou love lovely baby princess prince angel sunshine summer winter spring autumn fall monday friday january february march april june july august september october november december monkey dragon tiger lion eagle hello hallo freedom forever always whatever nothing master shadow superman batman spiderman pokemon starwars matrix football soccer baseball basketball hockey liverpool chelsea arsenal barcelona yankees cowboys steelers lakers michael jordan michelle jessica ashley jennifer nicole daniel thomas robert charlie andrew joshua matthew anthony george harley mustang ferrari porsche mercedes corvette cookie chocolate cheese pepper ginger banana orange purple yellow flower buster killer hunter ranger ninja samsung google apple internet computer security hospital clinic doctor medical health dental nurse patient office company service support manager family school student teacher trustno access please money million dollar happy lucky jesus christ heaven blessed trust america american canada london proviso abc abcd abcde abcdef xyz aaa qaz wsx edc qazwsx the my is me you i a am im it for and new old big one two three four'.split(
    ' ',
  )

const known = new Set(words)
const longest = Math.max(...words.map(({ length }) => length))
const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
]
const lookalikes: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '!': 'i',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
}

/** A stretch that is no choice of its own: one sign again and again, or a row of keys, forwards or backwards. */
function isRow(text: string): boolean {
  if (text.length < 3) return false
  if (/^(.)\1*$/.test(text)) return true
  const backwards = [...text].reverse().join('')
  return rows.some((row) => row.includes(text) || row.includes(backwards))
}

const isWord = (piece: string) =>
  known.has(piece) || known.has([...piece].map((sign) => lookalikes[sign] ?? sign).join(''))

/** The fewest words of the list `text` is wholly made of, rows and numbers being free; null when it is not. */
function wordsIn(text: string): number | null {
  const fewest: Array<number | null> = [0]
  for (let end = 1; end <= text.length; end++) {
    let best: number | null = null
    for (let start = 0; start < end; start++) {
      const before = fewest[start]
      if (before == null) continue
      const piece = text.slice(start, end)
      // A number of up to four digits is a year, a day or a counter; a sign or a blank joins.
      const isFree = /^(\d{1,4}|[^\p{L}\p{N}])$/u.test(piece) || isRow(piece)
      const cost = isFree ? 0 : piece.length <= longest && isWord(piece) ? 1 : null
      if (cost !== null && (best === null || before + cost < best)) best = before + cost
    }
    fewest.push(best)
  }
  return fewest[text.length] ?? null
}

/** How many words of the list make a phrase that nobody guesses in a few tries. */
const enough = 4

/**
 * Whether a password is one of those tried first: the same few signs again, rows of keys, numbers, and the commonest
 * words, alone or joined, also written with signs that look like letters. Works offline and keeps nothing.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().normalize('NFKC')
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  // A short piece again and again, such as "abc123abc123".
  if (letters === '' || /^(.{1,6})\1+$/u.test(letters)) return true
  const count = wordsIn(plain)
  return count !== null && count < enough
}
