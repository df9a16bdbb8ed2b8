import { Link } from '@remix-run/react'
import type { CapabilityView } from '../../views/capabilities.ts'
import { Section } from '../page.tsx'

/** What systems can do at all, told before any log is read and kept apart from what logs show. */
export function Capabilities({ rows, questions }: { rows: ReadonlyArray<CapabilityView>; questions: string }) {
  return (
    <Section id="capabilities" title="What its systems can do">
      <p className="mb-3 max-w-text text-soft">
        By the words of those who make them: a prediction, nothing that was observed. What happens in fact only logs and
        drills show.
      </p>
      {rows.length === 0 ? (
        <p>
          No system is named yet.{' '}
          <Link to={questions} className="inline-block min-h-6">
            Name the systems that send, dial or hold the lists
          </Link>
        </p>
      ) : (
        <ul className="space-y-3">
          {rows.map(({ key, system, knownFrom, fact, consequence, source, confirmed, limits }) => (
            <li key={key} className={`finding ${limits ? 'is-weak' : 'is-unknown'} p-4`}>
              <p className="font-semibold">
                {system}: {limits ? 'known limit' : 'known ability'}
              </p>
              <p className="mt-1">{fact}</p>
              <p className="mt-1 text-sm">{consequence}</p>
              <p className="mt-1 break-words text-sm text-soft">
                Source: {source}
                {!confirmed && ' (not read first-hand)'}. {knownFrom}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
