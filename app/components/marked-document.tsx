import { useEffect } from 'react'
import type { MarkedParagraph } from '../views/marked-text.ts'
import { statusWords } from './status.tsx'

/** Address of a quoted span on the same page. */
export function quoteAnchor(start: number): string {
  return `quote-${start}`
}

/** With JavaScript the jump moves the focus, and Escape brings it back to the link it came from. */
function useQuoteJump(): void {
  useEffect(() => {
    let from: HTMLAnchorElement | null = null
    // The browser moves the focus before it tells of the new address, so the way back is kept at the click.
    function clicked({ target }: MouseEvent) {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#quote-"]') : null
      if (link !== null) from = link
    }
    function jumped() {
      const mark = document.getElementById(window.location.hash.slice(1))
      if (mark?.tagName === 'MARK') mark.focus()
    }
    function escaped(event: KeyboardEvent) {
      const mark = document.activeElement
      if (event.key !== 'Escape' || mark?.tagName !== 'MARK') return
      // A page opened at a quote, or a jump made before this ran, has no click to go back to.
      const way = from?.hash === `#${mark.id}` ? from : document.querySelector<HTMLElement>(`a[href="#${mark.id}"]`)
      way?.focus()
    }
    document.addEventListener('click', clicked)
    window.addEventListener('hashchange', jumped)
    window.addEventListener('keydown', escaped)
    return () => {
      document.removeEventListener('click', clicked)
      window.removeEventListener('hashchange', jumped)
      window.removeEventListener('keydown', escaped)
    }
  }, [])
}

/** The document as it was read, numbered by paragraph, with every quote marked where it stands. */
export function MarkedDocument({ name, paragraphs }: { name: string; paragraphs: ReadonlyArray<MarkedParagraph> }) {
  useQuoteJump()
  return (
    <section
      aria-label={`Text of ${name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="paper overflow-y-auto lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)]"
    >
      {paragraphs.map(({ start, page, heading, segments }) => (
        <div key={start}>
          {page !== null && <div className="page-break">Page {page}</div>}
          <p className={heading ? 'is-heading' : undefined}>
            <span>
              {segments.map(({ start: from, text, mark }) =>
                mark === null ? (
                  text
                ) : (
                  <mark
                    key={from}
                    id={quoteAnchor(from)}
                    tabIndex={-1}
                    data-verdict={mark.status}
                    className={`is-${mark.status}`}
                    title={`${mark.label}: ${statusWords[mark.status]}`}
                  >
                    {text}
                  </mark>
                ),
              )}
            </span>
          </p>
        </div>
      ))}
    </section>
  )
}
