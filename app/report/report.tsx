import type { ReactNode } from 'react'
import { Clauses } from './clause-table.tsx'
import { CardView } from './finding-card.tsx'
import type { ReportModel, ScorePart } from './model.ts'
import { OptOutTables } from './opt-out-tables.tsx'
import { SiteTables } from './site-tables.tsx'
import { Status } from './status-mark.tsx'

function ScoreCard({ part, main }: { part: ScorePart; main?: boolean }) {
  return (
    <li className={main ? 'score main' : 'score'}>
      <p className="label">{part.title}</p>
      <p className={`letter grade-${part.grade ?? 'none'}`}>
        <b>{part.grade ?? '–'}</b>
        <span>
          {part.word}
          {part.value === null || part.grade === null ? '' : `, ${part.value} of 100`}
        </span>
      </p>
      <p className="small">
        {part.sentence} {part.coverage} % could be judged.
      </p>
    </li>
  )
}

/** `fresh`: starts a new page in print, so that the first page stands alone as the answer. */
function Section({ title, fresh, children }: { title: string; fresh?: boolean; children: ReactNode }) {
  return (
    <section className={fresh ? 'fresh' : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Pairs({ rows }: { rows: ReadonlyArray<readonly [string, string]> }) {
  return (
    <dl>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={/SANDBOX OFF/.test(value) ? 'loud' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One sentence of several; a full stop inside an address or a number ends none. */
function firstSentence(text: string): string {
  return /^.+?[.!?](?=\s+[A-Z0-9“"]|$)/s.exec(text)?.[0] ?? text
}

function FirstPage({ model }: { model: ReportModel }) {
  const { head, answer } = model
  const brief = model.length === 'one-pager'
  const heldDown = brief ? 3 : 6
  return (
    <>
      {model.brand?.logo != null && <img className="logo" alt={model.brand.logo.alt} src={model.brand.logo.data} />}
      <p className="kicker">{head.kind}</p>
      <h1>{head.subject}</h1>
      <p className="about">
        Prepared by {head.preparedBy}, {head.organisation}
        {head.address === '' ? '' : `, ${head.address}`} · as of {head.asOfWords} · report {head.reportId}, version{' '}
        {head.version}
      </p>
      <p>
        <strong>{answer.sentence}</strong>{' '}
        {model.attested > 0 && `${model.attested} points rest on what a person told. `}
        {model.changedByPerson > 0 && `${model.changedByPerson} verdicts were changed by a person.`}
      </p>
      <ul className="grid">
        <ScoreCard part={answer.overall} main />
        {answer.axes.map((part) => (
          <ScoreCard key={part.title} part={part} />
        ))}
      </ul>
      {answer.overall.blockedBy.length > 0 && (
        <p>
          <strong>Held down by:</strong> {answer.overall.blockedBy.slice(0, heldDown).join('; ')}
          {answer.overall.blockedBy.length > heldDown && `; and ${answer.overall.blockedBy.length - heldDown} more`}.
        </p>
      )}
      <Section title={model.top.length === 3 ? 'Look at these three first' : 'Look at this first'}>
        {model.top.length === 0 ? (
          <p>Nothing weak, missing or in conflict was found in what could be judged.</p>
        ) : (
          <ol className="top3">
            {model.top.map((card) => (
              <li key={card.id}>
                <Status word={card.status} /> <strong>{card.title}.</strong>{' '}
                {brief ? firstSentence(card.saw) : card.saw} {!brief && <em>{card.do}</em>}{' '}
                <span className="small">
                  ({card.owner}; {card.axisNote})
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
      {model.good.length > 0 && (
        <Section title="Done well">
          <ul>
            {model.good.map((one) => (
              <li key={one.text}>
                <strong>{one.text}.</strong> {one.because}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Foot({ model }: { model: ReportModel }) {
  return (
    <footer>
      <p>
        {model.disclaimer} Sent by {model.head.organisation}.
        {model.brand !== null && model.brand.footer !== '' && ` ${model.brand.footer}`}
      </p>
    </footer>
  )
}

/** The end of a one-pager: the next step, how it was made, its limits, corrections and the way to check it, in brief. */
function BriefEnding({ model }: { model: ReportModel }) {
  const step = model.top[0]
  return (
    <>
      {step !== undefined && (
        <Section title="One next step">
          <p>
            {step.do} <span className="small">({step.owner})</span>
          </p>
        </Section>
      )}
      <Section title="Behind this page">
        <dl className="brief">
          <dt>Made</dt>
          <dd>{model.method.map(([label, value]) => `${label}: ${value}`).join(' · ')}</dd>
          <dt>Limits</dt>
          <dd>{model.limits.join(' ')}</dd>
          <dt>Corrections</dt>
          <dd>{model.correct}</dd>
          <dt>Check it</dt>
          <dd>
            SHA-256 of the evidence <span className="hash">{model.verify.evidenceSha256}</span>
          </dd>
        </dl>
      </Section>
      <Foot model={model} />
    </>
  )
}

function Ending({ model }: { model: ReportModel }) {
  return (
    <>
      <Section title="How this was made">
        <div className="box">
          <Pairs rows={model.method} />
        </div>
        <h3>Limits</h3>
        <ul>
          {model.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
        <h3>Corrections</h3>
        <p>{model.correct}</p>
      </Section>
      <Section title="Words used">
        <dl className="two">
          {model.glossary.map(({ term, meaning }) => (
            <div key={term}>
              <dt>
                <strong>{term}</strong>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Check it yourself">
        <p className="small">
          SHA-256 of the evidence: <span className="hash">{model.verify.evidenceSha256}</span>
          <br />
          Judge it again: <span className="hash">{model.verify.rerun}</span>
        </p>
        {model.length === 'annex' && (
          <ul className="small">
            {model.verify.evidence.map((item) => (
              <li key={item.id}>
                {item.kind}: {item.ref} <span className="hash">{item.sha256.slice(0, 16)}…</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Foot model={model} />
    </>
  )
}

function Open({ model }: { model: ReportModel }) {
  return (
    <Section title="What could not be told">
      <p>These points are open. They count against the letter until they are settled.</p>
      {model.waiting.length > 0 && (
        <ul>
          {model.waiting.map(({ what, points }) => (
            <li key={what}>
              {points} {points === 1 ? 'point waits' : 'points wait'} for {what}.
            </li>
          ))}
        </ul>
      )}
      {model.unknown.length > 0 && (
        <div className="scroll">
          <table>
            <caption>Open points</caption>
            <thead>
              <tr>
                <th scope="col">Point</th>
                <th scope="col">Why it is open</th>
                <th scope="col">Next step</th>
              </tr>
            </thead>
            <tbody>
              {model.unknown.map((row) => (
                <tr key={row.title}>
                  <th scope="row">{row.title}</th>
                  <td>{row.because}</td>
                  <td>{row.next}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

/** The whole report as one document body; the same for screen, share page and PDF. */
export function Report({ model }: { model: ReportModel }) {
  if (model.length === 'one-pager') {
    return (
      <main className="one-pager">
        <FirstPage model={model} />
        <BriefEnding model={model} />
      </main>
    )
  }
  return (
    <main>
      <FirstPage model={model} />
      {model.clauses.length > 0 && (
        <Section title="The agreement" fresh>
          <p>
            Two lists, kept apart: six clauses of the practice bar, and the 17 content rules of 45 CFR 164.504(e) and
            164.314(a). Six clauses met do not mean that the law’s list is met.
          </p>
          <Clauses caption="Practice bar: six clauses. Stricter than the law requires." rows={model.clauses} />
          <Clauses caption="Legal floor: 17 content rules" rows={model.elements} />
        </Section>
      )}
      {model.site !== null && <SiteTables site={model.site} />}
      {model.optOut !== null && <OptOutTables optOut={model.optOut} />}
      {model.findings.length > 0 && (
        <Section title="Findings" fresh={model.clauses.length === 0 && model.site === null}>
          {model.findings.map((card) => (
            <CardView key={card.id} card={card} />
          ))}
          {model.dropped > 0 && (
            <p>
              {model.dropped} more {model.dropped === 1 ? 'finding is' : 'findings are'} in the annex.
            </p>
          )}
        </Section>
      )}
      {model.unknown.length + model.waiting.length > 0 && <Open model={model} />}
      {model.passes.length > 0 && (
        <Section
          title={`${model.clauses.length > 0 ? 'Other points' : 'Points'} that meet their rule: ${model.passes.length}`}
        >
          <ul className="two small">
            {model.passes.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Section>
      )}
      <Ending model={model} />
    </main>
  )
}
