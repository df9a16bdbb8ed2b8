/** Answers of a pure question about a word, kept: the same words come again in every template of a practice. */
export function remembered<T>(answer: (word: string) => T, most = 20_000): (word: string) => T {
  const kept = new Map<string, T>()
  return (word) => {
    const seen = kept.get(word)
    if (seen !== undefined) return seen
    const fresh = answer(word)
    if (kept.size < most) kept.set(word, fresh)
    return fresh
  }
}
