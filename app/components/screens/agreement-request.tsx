import { Link } from '@remix-run/react'
import type { AgreementRequest, AskedClause } from '../../views/agreement-request.ts'
import { Notice } from '../notice.tsx'
import { Section } from '../page.tsx'

function Clauses({ clauses }: { clauses: ReadonlyArray<AskedClause> }) {
  return (
    <ol className="space-y-4">
      {clauses.map(({ id, asks, text, strike }) => (
        <li key={id} className="card p-5">
          <h3 className="mb-2">{asks}</h3>
          {strike !== null && (
            <p className="mb-2">
              Take out: <del className="bg-missing-tint">{strike}</del>
            </p>
          )}
          <p>
            Proposed words: <ins className="bg-meets-tint no-underline">{text}</ins>
          </p>
          <p className="mt-2 text-sm text-soft">Line {id}</p>
        </li>
      ))}
    </ol>
  )
}

/** What to ask the vendor for, clause by clause, and the letter and redline made of it. */
export function AgreementRequestScreen({
  base,
  request,
  letter,
}: {
  base: string
  request: AgreementRequest
  letter: string
}) {
  const { law, bar } = request
  return (
    <>
      <p className="mb-4">
        <Link to={`${base}/agreement`}>Back to the agreement</Link>
      </p>
      <h2 className="mb-4">Ask the vendor</h2>
      {law.length + bar.length === 0 ? (
        <p>Every line is met. There is nothing to ask for.</p>
      ) : (
        <>
          <Notice look="warning" title="A starting draft for counsel, not legal advice" />
          <p className="mb-6">
            <a href={`${base}/agreement/request.docx`} className="button">
              Download with tracked changes (DOCX)
            </a>
          </p>
          {law.length > 0 && (
            <Section id="law" title="Asked for by the law">
              <p className="mb-4 text-soft">Content rules of 45 CFR 164.504(e) and 164.314(a) that are not met.</p>
              <Clauses clauses={law} />
            </Section>
          )}
          {bar.length > 0 && (
            <Section id="bar" title="Asked for by the practice bar">
              <p className="mb-4 text-soft">Stricter than the law requires.</p>
              <Clauses clauses={bar} />
            </Section>
          )}
          <Section id="letter" title="The letter">
            <label htmlFor="letter-text" className="mb-1 block text-sm font-semibold">
              Text of the letter, to copy
            </label>
            <textarea id="letter-text" readOnly rows={18} className="input w-full text-sm" value={letter} />
          </Section>
        </>
      )}
    </>
  )
}
