import { Link } from '@remix-run/react'
import type { AgreementComparison, TextBlock, VerdictChange } from '../../views/agreement-compare.ts'
import { DataTable } from '../data-table.tsx'
import { StatusBadge } from '../status.tsx'

const blockWords: Record<TextBlock['kind'], string> = {
  same: 'Unchanged',
  removed: 'Taken out',
  added: 'New',
  changed: 'Changed',
  moved: 'Moved here',
}

function Verdicts({ caption, rows }: { caption: string; rows: ReadonlyArray<VerdictChange> }) {
  return (
    <DataTable
      caption={caption}
      rowKey={({ ref }) => ref}
      rows={rows}
      columns={[
        { label: 'Clause', cell: ({ ref, title }) => `${ref} ${title}` },
        { label: 'Before', cell: ({ from }) => <StatusBadge status={from} /> },
        { label: 'Now', cell: ({ to }) => <StatusBadge status={to} /> },
        { label: 'Why', cell: ({ because }) => because },
      ]}
    />
  )
}

function Block({ block }: { block: TextBlock }) {
  return (
    <li className="card p-4">
      <p className="mb-1 text-sm font-semibold text-soft">{blockWords[block.kind]}</p>
      <p className="whitespace-pre-line">
        {block.parts.map((part, at) =>
          part.kind === 'added' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one diff never move
            <ins key={at} className="bg-meets-tint no-underline">
              {part.text}
            </ins>
          ) : part.kind === 'removed' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one diff never move
            <del key={at} className="bg-missing-tint">
              {part.text}
            </del>
          ) : (
            part.text
          ),
        )}
      </p>
    </li>
  )
}

/** What changed from one version of the agreement to the next: verdicts first, then facts, then the words. */
export function AgreementCompare({
  base,
  from,
  to,
  comparison,
}: {
  base: string
  from: number
  to: number
  comparison: AgreementComparison
}) {
  const { verdicts, facts, blocks, unchanged } = comparison
  const changed = verdicts.filter((row) => row.changed)
  return (
    <div className="space-y-8">
      <p>
        <Link to={`${base}/agreement`}>Back to the agreement</Link>
      </p>
      <h2>
        Version {from} and version {to}
      </h2>
      {changed.length === 0 ? (
        <p>No verdict changed between the two versions.</p>
      ) : (
        <Verdicts caption={`${changed.length} of ${verdicts.length} verdicts changed`} rows={changed} />
      )}
      {facts.length > 0 && (
        <DataTable
          caption="Facts that changed"
          rowKey={({ fact }) => fact}
          rows={facts}
          columns={[
            { label: 'Fact', cell: ({ fact }) => fact },
            { label: 'Before', cell: ({ from: was }) => was },
            { label: 'Now', cell: ({ to: is }) => is },
          ]}
        />
      )}
      <section aria-labelledby="words">
        <h3 id="words" className="mb-3">
          The words
        </h3>
        <p className="mb-3 text-soft">
          {unchanged} paragraphs say the same in both.{' '}
          {blocks.length === 0 ? 'None was changed, added or taken out.' : 'Renumbered clauses count as the same.'}
        </p>
        <ol className="space-y-3">
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one comparison never move
            <Block key={at} block={block} />
          ))}
        </ol>
      </section>
    </div>
  )
}
