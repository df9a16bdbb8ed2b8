import type { QuoteView } from '../views/finding.ts'

/**
 * Exact words from the source, with their place; `to` leads to them in the document. A plain link: the browser itself
 * marks its target, with and without scripts.
 */
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
              <a href={to} className="inline-block min-h-6">
                Show in the document
              </a>
            </>
          )}
        </figcaption>
      )}
    </figure>
  )
}
