/** All but single spaces, which are most of a text and stay as they are. */
const spaces = /\s{2,}|[^\S ]/g

/** Every run of white space as one space. */
export function withSingleSpaces(text: string): string {
  return text.replace(spaces, ' ')
}
