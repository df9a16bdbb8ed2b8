import { Link } from '@remix-run/react'
import type { PersonView } from '../../views/opt-out-person.ts'
import { DataTable } from '../data-table.tsx'
import { momentWords } from '../moment.tsx'
import { Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'

/** One person's story: each row of the logs that concerns them, in order of time, and the verdict under each rule. */
export function OptOutPerson({ person, back }: { person: PersonView; back: string }) {
  const { number, hash, timeZone, results, events, eventsLeftOut } = person
  return (
    <>
      <p className="no-print mb-4">
        <Link to={back} className="inline-block min-h-6">
          Back to all results
        </Link>
      </p>
      <Section id="story" title={`Person ${number}: what the logs say`}>
        <p className="mb-4 max-w-text text-soft">
          Who this is stands in your own files, at the lines named here. In exports the person is called{' '}
          <code className="break-all">{hash}</code>. Times are in {timeZone}.
        </p>
        <ol className="story ml-2 max-w-text">
          {events.map(({ key, what, detail, place, until, mark }) => (
            <li key={key} className={`is-${mark}`}>
              <p className="font-semibold">
                {what}
                {mark === 'late' && <span className="text-missing"> (after the limit)</span>}
              </p>
              <p className="text-sm">
                <time dateTime={place.at}>{momentWords(place.at, timeZone)}</time>
                {until !== null && <> or later, up to {momentWords(until, timeZone)}</>}
                {detail !== '' && `, ${detail}`}
              </p>
              <p className="break-all text-sm text-soft">
                {place.file}, line {place.line}
              </p>
            </li>
          ))}
        </ol>
        {eventsLeftOut > 0 && <p className="mt-3 text-sm text-soft">{eventsLeftOut} later rows are not listed.</p>}
      </Section>
      <Section id="verdicts" title="Under each rule">
        <DataTable
          caption={`Person ${number} under each rule`}
          captionHidden
          rows={results}
          rowKey={({ key }) => key}
          columns={[
            { label: 'Rule', cell: ({ policy }) => policy.replace(/^./, (letter) => letter.toUpperCase()) },
            { label: 'Channel', cell: ({ channel }) => <span className="whitespace-nowrap">{channel}</span> },
            {
              label: 'Result',
              cell: ({ verdict }) => (
                <StatusBadge status={verdict === 'fail' ? 'conflicts' : verdict === 'pass' ? 'meets' : 'unknown'} />
              ),
            },
            { label: 'Because', cell: ({ because }) => because },
            { label: 'Limit', cell: ({ deadline }) => momentWords(deadline, timeZone) },
          ]}
        />
      </Section>
    </>
  )
}
