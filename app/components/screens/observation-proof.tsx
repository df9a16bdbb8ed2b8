import type { LinePart, ProofView, RequestView } from '../../views/observation.ts'
import { Moment } from '../moment.tsx'
import { Facts } from '../page.tsx'

function Line({ parts }: { parts: ReadonlyArray<LinePart> }) {
  return (
    <code className="block rounded-md bg-sunken p-3 text-sm [overflow-wrap:anywhere]">
      {parts.map(({ text, mark }, at) =>
        mark === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
          <mark key={at} className="bg-marker font-semibold text-ink" title={`Carries the ${mark} typed by the scan`}>
            {text}
          </mark>
        ),
      )}
    </code>
  )
}

/** Who started the request: the nearest script first, then what had loaded that, down to the page. */
function Chain({ initiator, page }: { initiator: ReadonlyArray<string>; page: string }) {
  const scripts = initiator.filter((source) => !page.endsWith(`://${source}`))
  return (
    <ol className="space-y-1 text-sm">
      {[...scripts, page].map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a script may stand in its own chain twice
        <li key={at} className="flex gap-2">
          <span className="flex-none text-soft">{at === 0 ? 'Sent by' : 'loaded by'}</span>
          <span className="min-w-0 break-all">{source === page ? `${page} (the page)` : source}</span>
        </li>
      ))}
    </ol>
  )
}

function Request({ request, page }: { request: RequestView; page: string }) {
  const { line, body, bodyWords, hits, initiator, at, ended } = request
  return (
    <div className="space-y-4">
      <Line parts={line} />
      {body.length > 0 && (
        <div>
          <p className="mb-1 text-sm text-soft">Body ({bodyWords})</p>
          <Line parts={body} />
        </div>
      )}
      {body.length === 0 && bodyWords !== null && <p className="text-sm text-soft">Body: {bodyWords}</p>}
      {hits.length > 0 && (
        <ul className="space-y-1 text-sm">
          {hits.map(({ field, encoding, parameter, place }) => (
            <li key={`${field}${encoding}${place}`}>
              <strong>{field}</strong> ({encoding}){parameter === null ? '' : ` in “${parameter}”`}, {place}
            </li>
          ))}
        </ul>
      )}
      <Chain initiator={initiator} page={page} />
      <p className="text-sm">
        {ended}. <Moment at={at} />
      </p>
    </div>
  )
}

/** What shows an observation on one page: its picture, the request and who started it. */
export function ProofBlock({ proof }: { proof: ProofView }) {
  const { url, consent, viewport, at, screenshot, request } = proof
  return (
    <div className="space-y-4">
      <Facts
        facts={[
          [
            'Page',
            <span key="url" className="break-all">
              {url}
            </span>,
          ],
          ['Cookie choice', consent],
          ['Screen', viewport],
          ['Read', <Moment key="at" at={at} />],
        ]}
      />
      {request !== null && <Request request={request} page={url} />}
      {screenshot !== null && (
        <a href={`/files/${screenshot}`} className="card block max-w-text overflow-hidden">
          <img
            src={`/files/${screenshot}`}
            alt={`The page ${url} as the scan saw it, ${consent}, ${viewport}`}
            loading="lazy"
            className="max-h-72 w-full object-cover object-top"
          />
        </a>
      )}
    </div>
  )
}
