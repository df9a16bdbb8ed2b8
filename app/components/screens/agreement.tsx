import { Link } from '@remix-run/react'
import type { AgreementView, LineView } from '../../views/agreement.ts'
import { EvidenceQuote } from '../evidence-quote.tsx'
import { RulingNote } from '../finding-card.tsx'
import { MarkedDocument, quoteAnchor } from '../marked-document.tsx'
import { Moment } from '../moment.tsx'
import { Notice, Problem } from '../notice.tsx'
import { FactRow, Section, Tabs } from '../page.tsx'
import { ScoreBlock } from '../score-block.tsx'
import { StatusBadge } from '../status.tsx'

export type LineList = 'clauses' | 'elements' | 'options'

function Line({ line, base, mayRule }: { line: LineView; base: string; mayRule: boolean }) {
  return (
    <li id={line.ref ?? line.requirement} className={`finding is-${line.status}`}>
      <div className="space-y-3 px-5 py-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <h3 className="text-base">
            <span className="me-2 text-soft">{line.ref}</span>
            {line.title}
          </h3>
          <StatusBadge status={line.status} />
        </div>
        <p className="text-sm">{line.because}</p>
        {line.quotes.map((quote) => (
          <EvidenceQuote
            key={`${quote.start}`}
            quote={quote}
            {...(quote.start === null ? {} : { to: `#${quoteAnchor(quote.start)}` })}
          />
        ))}
        {line.nearest !== null && (
          <div className="text-sm">
            <p className="text-soft">The nearest sentence, and why it is not enough: {line.nearest.why}</p>
            <EvidenceQuote
              quote={line.nearest.quote}
              {...(line.nearest.quote.start === null ? {} : { to: `#${quoteAnchor(line.nearest.quote.start)}` })}
            />
          </div>
        )}
        {line.ruling !== null && <RulingNote ruling={line.ruling} />}
        <details className="disclosure text-sm">
          <summary>
            Why?<span className="sr-only"> {line.title}</span>
          </summary>
          <div className="mt-2 space-y-2">
            <p>{line.why}</p>
            <ul className="text-soft">
              {line.cites.map(({ text, note }) => (
                <li key={text}>
                  {text}
                  {note}
                </li>
              ))}
            </ul>
            <p>
              <strong>Do this: </strong>
              {line.fix}
            </p>
            <p className="text-soft">
              Rule {line.requirement}. Read as: {line.confidence}.
            </p>
            {mayRule && (
              <Link to={`${base}/findings/${line.requirement}`} className="inline-block min-h-6">
                Change this verdict<span className="sr-only">: {line.title}</span>
              </Link>
            )}
          </div>
        </details>
      </div>
    </li>
  )
}

function listWords(list: LineList): { title: string; lead: string } {
  if (list === 'clauses') {
    return {
      title: 'The six clauses of the practice bar',
      lead: 'What the agreement should say. Some lines are stricter than the law requires and say so.',
    }
  }
  if (list === 'elements') {
    return {
      title: 'The 17 elements of the law',
      lead: 'What 45 CFR 164.504(e) and 164.314(a) ask of the text.',
    }
  }
  return { title: 'Options', lead: 'What an agreement may allow. Described, never demanded, never scored.' }
}

/** The verdicts on one side, the marked text on the other; two scores apart, law and practice bar. */
export function Agreement({
  agreement,
  list,
  base,
  mayRule,
}: {
  agreement: AgreementView
  list: LineList
  base: string
  mayRule: boolean
}) {
  const { version, problem, scores, warnings, paragraphs } = agreement
  const words = listWords(list)
  const twoSides = paragraphs.length > 0 && agreement.clauses.length > 0
  const tabs = (['clauses', 'elements', 'options'] as const).map((name) => ({
    to: `${base}/agreement?list=${name}`,
    label: name === 'clauses' ? 'Six clauses' : name === 'elements' ? '17 elements' : 'Options',
    current: name === list,
  }))
  return (
    <>
      <div className="card mb-6 p-5">
        <FactRow
          facts={[
            ['File', version.fileName],
            ['Version', String(version.version)],
            ['Fingerprint', <code key="sha">{version.sha256.slice(0, 8)}</code>],
            ['Uploaded', <Moment key="at" at={version.uploadedAt} />],
            ...agreement.facts,
          ]}
        />
      </div>
      {problem !== null && <Problem says={problem.says} hint={problem.hint} detail={problem.detail} />}
      {warnings.map((warning) => (
        <Notice key={warning} look="warning" title={warning} />
      ))}
      {scores !== null && (
        <div className="mb-10 grid gap-5 md:grid-cols-2">
          <ScoreBlock
            title="Practice bar"
            score={scores.practiceBar}
            note="The six clauses. Stricter than the law requires."
          />
          <ScoreBlock title="Legal floor" score={scores.legalFloor} note="The 17 elements of the text." />
        </div>
      )}
      {agreement.clauses.length > 0 && (
        <p className="mb-5">
          <Link to={`${base}/agreement/request`} className="inline-block min-h-6">
            Ask the vendor for what is weak or missing
          </Link>
        </p>
      )}
      {agreement.clauses.length > 0 && <Tabs label="Lists" tabs={tabs} />}
      <div
        className={twoSides ? 'mb-10 grid items-start gap-8 lg:grid-cols-[1fr_minmax(0,1.1fr)]' : 'mb-10 max-w-text'}
      >
        {agreement.clauses.length > 0 && (
          <Section id="lines" title={words.title}>
            <p className="mb-4 text-soft">{words.lead}</p>
            <ol className="space-y-4">
              {agreement[list].map((line) => (
                <Line key={line.requirement} line={line} base={base} mayRule={mayRule} />
              ))}
            </ol>
          </Section>
        )}
        {paragraphs.length > 0 && (
          <div className="lg:sticky lg:top-4">
            <h2 className="mb-4">The document</h2>
            <MarkedDocument name={version.fileName} paragraphs={paragraphs} />
          </div>
        )}
      </div>
      {agreement.others.length > 0 && (
        <Section id="versions" title="Other versions">
          <ul className="space-y-1">
            {agreement.others.map(({ id, version: number, fileName, uploadedAt, comparable }) => (
              <li key={id}>
                <Link to={`${base}/agreement?version=${number}`} className="inline-block min-h-6">
                  Version {number}: {fileName}
                </Link>
                , <Moment at={uploadedAt} />
                {comparable && (
                  <>
                    {' · '}
                    <Link
                      to={`${base}/agreement/compare?from=${Math.min(number, version.version)}&to=${Math.max(number, version.version)}`}
                      className="inline-block min-h-6"
                    >
                      Compare with version {number}
                    </Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
