import type { Card } from './card.ts'
import { Status } from './status-mark.tsx'

/** One finding in five fixed parts. */
export function CardView({ card }: { card: Card }) {
  return (
    <article className="card" id={card.id}>
      <header>
        <h3>{card.title}</h3>
        <Status word={card.status} />
      </header>
      <p>
        <span className="tag">{card.severity}</span>
        <span className="tag">{card.axisNote}</span>
      </p>
      <dl>
        <dt>Saw</dt>
        <dd>{card.saw}</dd>
        <dt>Where and when</dt>
        <dd>
          {card.quotes.map((quote) => (
            <blockquote key={`${quote.place}${quote.text}`}>
              {quote.text}
              {quote.place === '' ? null : <cite>{quote.place}</cite>}
            </blockquote>
          ))}
          {card.where.length > 0 && (
            <ul>
              {card.where.map((one) => (
                <li key={one}>{one}</li>
              ))}
              {card.more > 0 && <li>and {card.more} more in the annex</li>}
            </ul>
          )}
          {card.quotes.length + card.where.length === 0 && 'Looked for in all evidence of this report; not found.'}
        </dd>
        <dt>Why it may matter</dt>
        <dd>
          {card.why} <span className="small">{card.cites.join(' · ')}</span>
          {card.unconfirmed && <span className="small"> Reading not yet confirmed.</span>}
        </dd>
        <dt>Do this</dt>
        <dd>{card.do}</dd>
        <dt>Owner and effort</dt>
        <dd>
          {card.owner}, {card.effort} effort
        </dd>
        {card.ruling !== null && (
          <>
            <dt>Changed by a person</dt>
            <dd>{card.ruling}</dd>
          </>
        )}
      </dl>
    </article>
  )
}
