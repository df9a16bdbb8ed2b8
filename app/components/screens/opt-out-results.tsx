import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ChannelRow, LateRow, OptOutResults, PairRow, PlaceView } from '../../views/opt-outs.ts'
import { DataTable } from '../data-table.tsx'
import { hoursWords } from '../hours.ts'
import { LagChart } from '../lag-chart.tsx'
import { momentWords } from '../moment.tsx'
import { Facts, Section } from '../page.tsx'
import { StatusBadge } from '../status.tsx'

/** A row of an uploaded file: where it stands and when, in the zone the logs were read in. */
export function RowPlace({ place: { file, line, at }, timeZone }: { place: PlaceView; timeZone: string }) {
  return (
    <>
      <time dateTime={at} className="block">
        {momentWords(at, timeZone)}
      </time>
      <span className="block break-all font-normal text-soft">
        {file}, line {line}
      </span>
    </>
  )
}

/** A sentence of its own; a name of a file at its front is left as it is. */
const sentence = (text: string) =>
  /^[^:]*\.\w+:/.test(text) ? text : text.replace(/^./, (letter) => letter.toUpperCase())

const lag = (hours: number | null) => (hours === null ? 'Cannot tell' : hoursWords(hours))

/** Where no opt-out has an end, the worst lag is only how long contact stayed possible. */
function worstWords({ p50Hours, worstHours }: ChannelRow): string {
  // Without an end and without a contact the logs say nothing of the lag.
  if (worstHours === null || (p50Hours === null && worstHours === 0)) return 'cannot tell'
  return p50Hours === null ? `at least ${hoursWords(worstHours)}` : hoursWords(worstHours)
}

function LateTable({
  rows,
  caption,
  timeZone,
  base,
}: {
  rows: ReadonlyArray<LateRow>
  caption: string
  timeZone: string
  base: string
}) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }: LateRow) => key}
      columns={[
        {
          label: 'Contact',
          cell: ({ person, channel }) => (
            <>
              {channel} to{' '}
              <Link to={`${base}/people/${person}`} className="inline-block min-h-6">
                person {person}
              </Link>
            </>
          ),
        },
        { label: 'Opt-out', cell: ({ optOut }) => <RowPlace place={optOut} timeZone={timeZone} /> },
        { label: 'Contact after it', cell: ({ contact }) => <RowPlace place={contact} timeZone={timeZone} /> },
        {
          label: 'Over the limit by',
          cell: ({ over }) => (
            <ul>
              {over.map(({ policy, hours }) => (
                <li key={policy}>
                  <strong>{hours}</strong> <span className="text-soft">{policy}</span>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function Late({ results, base }: { results: OptOutResults; base: string }) {
  const { late, lateLeftOut, timeZone } = results
  const main = late.filter(({ exemptOnly }) => !exemptOnly)
  const exempt = late.filter(({ exemptOnly }) => exemptOnly)
  return (
    <>
      {main.length === 0 ? (
        <p className="text-soft">
          No contact after a limit stands in these logs. Whether each opt-out was heard in time is answered below.
        </p>
      ) : (
        <LateTable
          rows={main}
          caption={`${main.length} ${main.length === 1 ? 'contact' : 'contacts'} after a limit, the practice bar first`}
          timeZone={timeZone}
          base={base}
        />
      )}
      {exempt.length > 0 && (
        <details className="disclosure mt-4">
          <summary>Late only for who relies on the healthcare exemption ({exempt.length})</summary>
          <div className="mt-3">
            <LateTable rows={exempt} caption="Contacts after an opt-out, at once" timeZone={timeZone} base={base} />
          </div>
        </details>
      )}
      {lateLeftOut > 0 && <p className="mt-3 text-sm text-soft">{lateLeftOut} more are in the CSV export.</p>}
    </>
  )
}

function CannotProve({ rows }: { rows: OptOutResults['cannotProve'] }) {
  if (rows.length === 0) return <p className="text-soft">Nothing is left open.</p>
  return (
    <ul className="space-y-3">
      {rows.map(({ what, why }) => (
        <li key={`${what} ${why}`} className="finding is-unknown p-4">
          <p className="font-semibold">{sentence(what)}</p>
          <p className="mt-1 text-sm">{sentence(why)}.</p>
        </li>
      ))}
    </ul>
  )
}

function Distribution({
  rows,
  pairs,
  limitHours,
}: {
  rows: ReadonlyArray<ChannelRow>
  pairs: ReadonlyArray<PairRow>
  limitHours: number
}) {
  // An import from before pairs were counted has channels only.
  const lanes = pairs.length > 0 ? pairs : rows.map((row) => ({ ...row, from: 'Any opt-out' }))
  return (
    <>
      <LagChart
        rows={lanes.map((row) => ({ ...row, channel: `${row.from}, until ${row.channel.toLowerCase()} stopped` }))}
        limitHours={limitHours}
        title="Time from opt-out to the end of contact, by pair of channels. The tables below hold the numbers."
      />
      {pairs.length > 0 && (
        <div className="mb-5">
          <DataTable
            caption="By channel of the opt-out and of the contact, practice bar"
            rows={pairs}
            rowKey={({ from, channel }) => `${from} ${channel}`}
            columns={[
              {
                label: 'Pair',
                cell: ({ from, channel }) => (
                  <>
                    {from} <span className="font-normal text-soft">until {channel.toLowerCase()} stopped</span>
                  </>
                ),
              },
              { label: 'Opt-outs', number: true, cell: ({ inTime, late, open }) => inTime + late + open },
              { label: 'In time, proven', number: true, cell: ({ inTime }) => inTime },
              { label: 'Too late', number: true, cell: ({ late }) => late },
              { label: 'Cannot be proven', number: true, cell: ({ open }) => open },
              { label: 'Half heard within', number: true, cell: ({ p50Hours }) => lag(p50Hours) },
              { label: '95 of 100 within', number: true, cell: ({ p95Hours }) => lag(p95Hours) },
              { label: 'Worst', number: true, cell: (row) => sentence(worstWords(row)) },
            ]}
          />
        </div>
      )}
      <DataTable
        caption="Time from opt-out to the end of contact, practice bar"
        rows={rows}
        rowKey={({ channel }) => channel}
        columns={[
          { label: 'Channel', cell: ({ channel }) => channel },
          { label: 'In time, proven', number: true, cell: ({ inTime }) => inTime },
          { label: 'Too late', number: true, cell: ({ late }) => late },
          { label: 'Cannot be proven', number: true, cell: ({ open }) => open },
          { label: 'Half heard within', number: true, cell: ({ p50Hours }) => lag(p50Hours) },
          { label: '95 of 100 within', number: true, cell: ({ p95Hours }) => lag(p95Hours) },
          {
            label: 'Worst',
            number: true,
            cell: (row) => sentence(worstWords(row)),
          },
          { label: 'Limit', number: true, cell: () => hoursWords(limitHours) },
        ]}
      />
    </>
  )
}

function policyCell(row: ChannelRow) {
  const { inTime, late, open, worstHours } = row
  if (inTime + late + open === 0) return <span className="text-soft">Nothing to judge</span>
  return (
    <>
      <StatusBadge status={late > 0 ? 'conflicts' : open > 0 ? 'unknown' : 'meets'} />
      <span className="mt-1 block">
        {inTime} in time, {late} late, {open} open
      </span>
      {worstHours !== null && <span className="block text-soft">worst {worstWords(row)}</span>}
    </>
  )
}

function Policies({ rows }: { rows: OptOutResults['policies'] }) {
  return (
    <DataTable
      caption="The same opt-outs under each rule"
      rows={rows}
      rowKey={({ policy }) => policy}
      columns={[
        { label: 'Rule', cell: ({ title }) => sentence(title) },
        ...(rows[0]?.channels ?? []).map(({ channel }, at) => ({
          label: channel,
          cell: ({ channels }: OptOutResults['policies'][number]) => {
            const row = channels[at]
            return row === undefined ? null : policyCell(row)
          },
        })),
      ]}
    />
  )
}

function People({ results, base }: { results: OptOutResults; base: string }) {
  const { persons, people } = results
  return (
    <details className="disclosure">
      <summary>Show {persons.length === people ? `all ${people}` : `${persons.length} of ${people}`}</summary>
      <div className="mt-3">
        <DataTable
          caption="People who opted out; those reached late first"
          rows={persons}
          rowKey={({ number }) => String(number)}
          columns={[
            {
              label: 'Person',
              cell: ({ number }) => (
                <Link to={`${base}/people/${number}`} className="inline-block min-h-6">
                  Person {number}
                </Link>
              ),
            },
            {
              label: 'Practice bar',
              cell: ({ verdict }) => (
                <StatusBadge status={verdict === 'fail' ? 'conflicts' : verdict === 'pass' ? 'meets' : 'unknown'} />
              ),
            },
            { label: 'Because', cell: ({ because }) => because },
          ]}
        />
      </div>
    </details>
  )
}

/** The answer first: late contacts, then what cannot be proven, then how long it took and under which rule. */
export function OptOutResultsView({
  results,
  base,
  queue,
}: {
  results: OptOutResults
  /** Address of this import's pages. */
  base: string
  /** Unclear replies, after what is proven and what is not. */
  queue: ReactNode
}) {
  const { answer, practice, pairs, limitHours, policies, facts, listed, people } = results
  return (
    <>
      <p className="mb-8 max-w-text text-lg font-semibold">{answer}</p>
      <Section id="late" title="Contacted after the limit">
        <Late results={results} base={base} />
      </Section>
      <Section id="cannot-prove" title="What the logs cannot prove">
        <CannotProve rows={results.cannotProve} />
      </Section>
      {people > 0 && (
        <>
          <Section id="how-long" title="How long until contact stopped">
            <Distribution rows={practice} pairs={pairs} limitHours={limitHours} />
          </Section>
          <Section id="rules" title="Under each rule">
            <Policies rows={policies} />
          </Section>
        </>
      )}
      {queue}
      <Section id="more" title="More from the same logs">
        <Facts facts={facts} />
        {listed.map(({ title, places, all }) => (
          <details key={title} className="disclosure mt-4">
            <summary>
              {title} ({all})
            </summary>
            <ul className="mt-3 grid gap-3 text-sm sm:grid-cols-2">
              {places.map((place) => (
                <li key={`${place.file}:${place.line}`}>
                  <RowPlace place={place} timeZone={results.timeZone} />
                </li>
              ))}
            </ul>
            {all > places.length && <p className="mt-2 text-sm text-soft">The first {places.length} are shown.</p>}
          </details>
        ))}
      </Section>
      {people > 0 && (
        <Section id="people" title="People who opted out">
          <People results={results} base={base} />
        </Section>
      )}
    </>
  )
}
