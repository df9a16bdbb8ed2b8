/** What Home says where nothing waits: no more than was asked of what the reader is shown. */
export function quietWords({ lacking, askedOf }: { lacking: number | null; askedOf: number | null }): string {
  const said =
    lacking === null
      ? 'In what your role shows, no run failed and no line was judged missing, weak or in conflict.'
      : 'No run failed, no vendor is without an agreement on file, and no line was judged missing, weak or in conflict.'
  return askedOf === null ? said : `${said} What comes next was asked of the ${askedOf} of each kind changed last.`
}
