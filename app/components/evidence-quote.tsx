import { Link } from '@remix-run/react'
import type { QuoteView } from '../views/finding.ts'

/** Exact words from the source, with their place; `to` leads to them in the document. */
export function EvidenceQuote({ quote, to }: { quote: QuoteView; to?: string }) {
  return (
    <figure className="quote">
      <blockquote>
        <q>{quote.text}</q>
      </blockquote>
      {(quote.place !== '' || to !== undefined) && (
        <figcaption>
          {quote.place}
          {to !== undefined && (
            <>
              {quote.place === '' ? '' : ' · '}
              <Link to={to} preventScrollReset className="inline-block min-h-6">
                Show in the document
              </Link>
            </>
          )}
        </figcaption>
      )}
    </figure>
  )
}
