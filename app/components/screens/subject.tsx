import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { NextStep } from '../../views/next-steps.ts'
import type { GapView, OverviewView } from '../../views/overview.ts'
import { dayWords, Moment } from '../moment.tsx'
import { EmptyState, Facts, PageHeader, Section, Tabs } from '../page.tsx'
import { ScoreBlock } from '../score-block.tsx'
import { StatusBadge } from '../status.tsx'
import { type Place, places } from '../subject-kind.ts'

export type SubjectHead = { id: string; place: Place; name: string; siteUrl: string | null }

/** The frame of all screens of one vendor, practice or prospect. */
export function SubjectFrame({
  subject: { id, place, name, siteUrl },
  tab,
  may,
  children,
}: {
  subject: SubjectHead
  tab: string
  may: { scan: boolean; change: boolean; report: boolean }
  children: ReactNode
}) {
  const base = `/${place}/${id}`
  const tabs = [
    ['', 'Overview'],
    ...(place === 'vendors' ? [['agreement', 'Agreement'] as const] : []),
    ...(place === 'prospects'
      ? []
      : ([
          ['questions', 'Questions'],
          ['messages', 'Messages'],
          ['data-sync', 'Data sync'],
          ['opt-outs', 'Opt-outs'],
        ] as const)),
    ['history', 'History'],
  ].map(([path, label]) => ({ to: path === '' ? base : `${base}/${path}`, label: label!, current: tab === path }))
  const words = tabs.find(({ current }) => current)?.label ?? ''
  return (
    <>
      <PageHeader
        title={tab === '' ? name : `${name}: ${words.toLowerCase()}`}
        kicker={places[place].one.replace(/^./, (letter) => letter.toUpperCase())}
        crumbs={[{ to: `/${place}`, label: places[place].many }, ...(tab === '' ? [] : [{ to: base, label: name }])]}
        actions={
          <>
            {may.change && (
              <Link to={`${base}/edit`} className="button button-quiet">
                Change
              </Link>
            )}
            {may.scan && (
              <Link to={`/scans/new?subject=${id}`} className="button button-quiet">
                Scan its site
              </Link>
            )}
            {may.report && (
              <Link to={`/reports?subject=${id}`} className="button button-quiet">
                Make a report
              </Link>
            )}
          </>
        }
      >
        {siteUrl !== null && <p className="break-all">{siteUrl}</p>}
      </PageHeader>
      <Tabs label={name} tabs={tabs} />
      {children}
    </>
  )
}

export type SubjectFacts = { agreement: string | null; responsible: string; dataStart: string | null }

export type Gate = { state: 'open' | 'closed' | 'not-shown'; reason: string }

export const gateWords: Record<Gate['state'], string> = { open: 'Open', closed: 'Closed', 'not-shown': 'Not shown' }

export function GateNote({ gate }: { gate: Gate }) {
  return (
    <div className={`finding ${gate.state === 'open' ? 'is-meets' : 'is-weak'} mb-8 p-5`}>
      <h2 className="text-lg">Data gate: {gateWords[gate.state].toLowerCase()}</h2>
      <p className="mt-1 text-sm text-soft">{gate.reason}</p>
    </div>
  )
}

function GapRow({ finding, base }: { finding: GapView; base: string }) {
  return (
    <li className={`finding is-${finding.status} p-4`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Link to={`${base}/findings/${finding.requirement}`} className="font-semibold">
          {finding.title}
        </Link>
        <StatusBadge status={finding.status} />
      </div>
      <p className="mt-1 text-sm">{finding.because}</p>
    </li>
  )
}

function factsOf({ agreement, responsible, dataStart }: SubjectFacts): Array<readonly [string, string]> {
  return [
    ...(agreement === null
      ? []
      : [
          ['Agreement', agreement] as const,
          ['First day of patient data', dataStart === null ? 'Not provided' : dayWords(dataStart)] as const,
        ]),
    ['Looked after by', responsible || 'Nobody named'],
  ]
}

/** The answer first: score, the three heaviest reasons, then everything that is not met. */
export function Overview({
  base,
  overview,
  gate,
  facts,
  next,
}: {
  base: string
  overview: OverviewView | null
  gate: Gate | null
  facts: SubjectFacts
  next: ReadonlyArray<NextStep>
}) {
  return (
    <>
      {gate !== null && <GateNote gate={gate} />}
      {next.length > 0 && (
        <Section id="next" title="Do next">
          <ul className="grid gap-4 md:grid-cols-2">
            {next.map(({ to, label, why }) => (
              <li key={to} className="card p-4">
                <Link to={to} className="font-semibold">
                  {label}
                </Link>
                <p className="mt-1 text-sm text-soft">{why}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {overview === null ? (
        <EmptyState title="Nothing judged yet">
          <p>The score comes with the first agreement, answer or scan.</p>
        </EmptyState>
      ) : (
        <>
          <div className="mb-10 grid items-start gap-5 lg:grid-cols-[1.1fr_1fr]">
            <ScoreBlock title="All lines together" score={overview.score} />
            <div className="card p-5">
              <h2 className="mb-3 text-lg">Lines</h2>
              <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-2">
                {overview.counts.map(({ status, count }) => (
                  <li key={status} className="flex items-center gap-2">
                    <StatusBadge status={status} />
                    <span className="font-semibold tabular-nums">
                      {count}
                      <span className="sr-only"> lines</span>
                    </span>
                  </li>
                ))}
              </ul>
              <Facts
                facts={[
                  ['Law only', overview.axes.law.sentence],
                  ['Practice bar only', overview.axes.practiceBar.sentence],
                  ['Judged', <Moment key="at" at={overview.at} />],
                  ...(overview.ruled === 0
                    ? []
                    : [
                        [
                          'By a person',
                          `${overview.ruled} ${overview.ruled === 1 ? 'verdict' : 'verdicts'} changed by a person`,
                        ] as const,
                      ]),
                  ...factsOf(facts),
                ]}
              />
            </div>
          </div>
          <Section
            id="reasons"
            title={overview.reasons.length === 3 ? 'The three heaviest points' : 'The heaviest points'}
          >
            {overview.reasons.length === 0 ? (
              <p className="text-soft">No line is Weak, Missing or in conflict among those judged.</p>
            ) : (
              <ol className="space-y-3">
                {overview.reasons.map((finding) => (
                  <GapRow key={finding.requirement} finding={finding} base={base} />
                ))}
              </ol>
            )}
          </Section>
          {overview.gaps.map(({ id, title, findings }) => (
            <details key={id} className="disclosure mb-5">
              <summary>
                {title} ({findings.length} not met or open)
              </summary>
              <ul className="mt-3 space-y-3">
                {findings.map((finding) => (
                  <GapRow key={finding.requirement} finding={finding} base={base} />
                ))}
              </ul>
            </details>
          ))}
        </>
      )}
    </>
  )
}
