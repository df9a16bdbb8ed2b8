import type { Hidden, Warning } from './parsed.ts'

/** One line a page: how much stands in the file that a reader does not see. Deleted and struck words are told apart. */
export function hiddenTextWarnings(hidden: ReadonlyArray<Hidden>): Array<Warning> {
  const byPage = new Map<number | null, number>()
  for (const { page, text, reason } of hidden) {
    if (reason !== 'deleted' && reason !== 'struck') byPage.set(page, (byPage.get(page) ?? 0) + text.length)
  }
  return [...byPage].map(([page, count]) => ({
    code: 'hidden-text',
    message: `${page === null ? '' : `Page ${page}: `}${count} characters are present but not visible. They were not counted.`,
    page,
  }))
}

export function warning(code: string, message: string, page: number | null = null): Warning {
  return { code, message, page }
}
