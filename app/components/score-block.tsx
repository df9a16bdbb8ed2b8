import type { ScoreView } from '../views/score.ts'
import { Icon } from './icon.tsx'

const mostOpen = 4

function tone(letter: string | null): string {
  if (letter === null) return 'is-unknown'
  return letter === 'A' || letter === 'B' ? 'is-meets' : letter === 'C' ? 'is-weak' : 'is-missing'
}

type Blocker = ScoreView['blockedBy'][number]

function BlockedBy({ title, shown }: Blocker) {
  return (
    <li className={`flex gap-2 ${shown ? 'is-missing' : 'is-unknown'}`}>
      <span className="mt-0.5 flex-none text-(--status)">
        <Icon name={shown ? 'missing' : 'unknown'} />
      </span>
      <span>
        <strong>{shown ? 'Holds the score down: ' : 'Not shown: '}</strong>
        {title}
      </span>
    </li>
  )
}

/** What caps the letter stands before it; a long list of what was only not shown is folded. */
function Blocked({ blockedBy }: { blockedBy: ReadonlyArray<Blocker> }) {
  if (blockedBy.length === 0) return null
  const [first, rest] = [blockedBy.slice(0, mostOpen), blockedBy.slice(mostOpen)]
  return (
    <div className="mb-4 border-b border-line pb-4 text-sm">
      <ul className="space-y-1">
        {first.map((blocker) => (
          <BlockedBy key={blocker.requirement} {...blocker} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="disclosure mt-1">
          <summary>{rest.length} more hold the letter down</summary>
          <ul className="mt-1 space-y-1">
            {rest.map((blocker) => (
              <BlockedBy key={blocker.requirement} {...blocker} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Letter, number and word; then how it came about, the worst case, and what could not be judged. */
export function ScoreBlock({ title, score, note }: { title: string; score: ScoreView; note?: string }) {
  return (
    <div className="card flex flex-col p-5">
      <h2 className="mb-3 text-lg">{title}</h2>
      <Blocked blockedBy={score.blockedBy} />
      <div className={`flex items-center gap-5 ${tone(score.letter)}`}>
        <span className="score-letter" aria-hidden="true">
          {score.letter ?? '–'}
        </span>
        <p>
          <span className="sr-only">{score.letter === null ? '' : `Grade ${score.letter}, `}</span>
          <span className="block text-xl font-bold first-letter:uppercase">{score.word}</span>
          <span className="block text-sm text-soft">
            {score.value === null ? 'No number yet' : `${score.value} of 100 on what was judged`}
          </span>
          <span className="block text-sm text-soft">At worst {score.worst} of 100</span>
        </p>
      </div>
      <p className="mt-4 text-sm">{score.sentence}</p>
      <p className="mt-1 text-sm text-soft">
        {score.coverage} % of the points could be judged.{note === undefined ? '' : ` ${note}`}
      </p>
    </div>
  )
}
