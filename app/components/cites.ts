/** Sources of a rule on one line. Some are whole sentences, and a full stop does not stand before a semicolon. */
export function citeLine(cites: ReadonlyArray<string>): string {
  return cites.map((cite) => cite.replace(/\.$/, '')).join('; ')
}
