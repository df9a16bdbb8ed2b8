import type { ReactNode } from 'react'
import type { FindingView, ObservationView } from '../views/finding.ts'
import { EvidenceQuote } from './evidence-quote.tsx'
import { Moment } from './moment.tsx'
import { StatusBadge, statusWords } from './status.tsx'

const axisWords: Record<FindingView['axis'], string> = {
  law: 'Law',
  'practice-bar': 'Practice bar',
  judgement: 'Our judgement, not scored',
}

type Level = 'h2' | 'h3' | 'h4'

function Part({ name, level: Heading, children }: { name: string; level: Level; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 border-t border-line px-5 py-3 sm:grid-cols-[8.5rem_1fr]">
      <Heading className="text-sm font-semibold tracking-normal text-soft">{name}</Heading>
      <div className="min-w-0 space-y-2">{children}</div>
    </div>
  )
}

function Observed({ observation }: { observation: ObservationView }) {
  return (
    <li className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={observation.status} />
        <span className="break-all text-sm text-soft">{observation.where}</span>
      </p>
      <p>{observation.because}</p>
      {observation.quotes.slice(0, 3).map((quote) => (
        <EvidenceQuote key={`${quote.place}${quote.text}`} quote={quote} />
      ))}
    </li>
  )
}

export function RulingNote({ ruling }: { ruling: NonNullable<FindingView['ruling']> }) {
  return (
    <p className="text-sm">
      <strong>Changed by a person.</strong> {ruling.by} says {statusWords[ruling.status]} (<Moment at={ruling.at} />
      ): “{ruling.reason}” The rule itself says {statusWords[ruling.machine]}.
      {ruling.expiresAt !== null && (
        <>
          {' '}
          Holds until <Moment at={ruling.expiresAt} />.
        </>
      )}
    </p>
  )
}

/** A finding in its five parts: Saw / Where and when / Why it may matter / Do this / Owner. */
export function FindingCard({
  finding,
  seenAt,
  quoteLink,
  heading: Heading = 'h3',
  titled = true,
  children,
}: {
  finding: FindingView
  seenAt: string | null
  quoteLink?: (start: number) => string
  heading?: 'h2' | 'h3'
  /** false: the page's own heading is the finding's title. */
  titled?: boolean
  children?: ReactNode
}) {
  const places = [...finding.quotes.map(({ place }) => place), ...finding.observations.map(({ where }) => where)]
  const level = Heading === 'h2' ? 'h3' : 'h4'
  const where = [...new Set(places)].filter((place) => place !== '')
  return (
    <article className={`finding is-${finding.status}`} aria-labelledby={`finding-${finding.requirement}`}>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-4">
        <div>
          <p className="text-xs font-semibold text-soft">
            {finding.ref === null ? '' : `${finding.ref} · `}
            {axisWords[finding.axis]} · {finding.severity}
          </p>
          <Heading
            id={`finding-${finding.requirement}`}
            className={titled ? 'text-lg font-semibold' : 'text-base font-semibold'}
          >
            {titled ? finding.title : 'What was judged'}
          </Heading>
        </div>
        <StatusBadge status={finding.status} />
      </header>
      <Part name="Saw" level={level}>
        <p>{finding.because}</p>
        {finding.quotes.slice(0, 4).map((quote) => (
          <EvidenceQuote
            key={`${quote.place}${quote.text}`}
            quote={quote}
            {...(quoteLink !== undefined && quote.start !== null ? { to: quoteLink(quote.start) } : {})}
          />
        ))}
        {finding.attestedOnly && <p className="text-sm text-soft">Told by a person, not shown by a proof.</p>}
        {finding.ruling !== null && <RulingNote ruling={finding.ruling} />}
      </Part>
      <Part name="Where and when" level={level}>
        {finding.observations.length > 0 ? (
          <ul className="space-y-4">
            {finding.observations.map((observation) => (
              <Observed key={observation.key} observation={observation} />
            ))}
          </ul>
        ) : (
          <p>{where.length === 0 ? 'No place to point at.' : where.slice(0, 6).join('; ')}</p>
        )}
        {seenAt !== null && (
          <p className="text-sm text-soft">
            Judged <Moment at={seenAt} />
          </p>
        )}
      </Part>
      <Part name="Why it may matter" level={level}>
        <p>{finding.why}</p>
        <ul className="text-sm text-soft">
          {finding.cites.map(({ text, note }) => (
            <li key={text}>
              {text}
              {note}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="Do this" level={level}>
        <p>{finding.fix}</p>
      </Part>
      <Part name="Owner" level={level}>
        <p>{finding.owner}</p>
      </Part>
      {children}
    </article>
  )
}
