import type { ChannelRow } from '../views/opt-outs.ts'
import { hoursWords } from './hours.ts'

const ticks = [
  [1 / 60, '1 min'],
  [1, '1 h'],
  [24, '1 day'],
  [24 * 7, '1 week'],
  [24 * 30, '30 days'],
  [24 * 365, '1 year'],
] as const

const laneHeight = 64
const top = 28

/** Percent of the width; a logarithm of minutes, so that seconds and weeks fit one axis. */
function scaleTo(most: number) {
  const full = Math.log1p(most * 60)
  return (hours: number) => 3 + (Math.log1p(Math.max(0, hours) * 60) / full) * 92
}

/**
 * One lane a channel: a bar from the median to the worst lag, with marks for the median, the 95th percentile and the
 * worst, against the limit. The table that goes with it holds the same numbers, so the picture is one image with a name.
 */
export function LagChart({
  rows,
  limitHours,
  title,
}: {
  rows: ReadonlyArray<ChannelRow>
  limitHours: number
  title: string
}) {
  // Where no opt-out has an end and nobody was contacted, there is nothing to draw: the tables say so.
  const drawn = rows.filter(({ p50Hours, worstHours }) => worstHours !== null && (p50Hours !== null || worstHours > 0))
  if (drawn.length === 0) return null
  const most = Math.max(limitHours, ...drawn.map(({ worstHours }) => worstHours ?? 0)) * 1.4
  const x = scaleTo(most)
  const bottom = top + drawn.length * laneHeight
  const percent = (hours: number) => `${x(hours).toFixed(2)}%`
  return (
    <figure className="card mb-5 p-4">
      <svg role="img" aria-label={title} width="100%" height={bottom + 30} className="lag-chart">
        {ticks
          .filter(([hours]) => hours < most)
          .map(([hours, label]) => (
            <g key={label}>
              <line x1={percent(hours)} x2={percent(hours)} y1={top} y2={bottom} className="lag-grid" />
              <text x={percent(hours)} y={bottom + 18} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
        <line x1={percent(limitHours)} x2={percent(limitHours)} y1={20} y2={bottom} className="lag-limit" />
        <text x={percent(limitHours)} y={14} textAnchor={x(limitHours) > 80 ? 'end' : 'middle'} className="lag-name">
          Limit {hoursWords(limitHours)}
        </text>
        {drawn.map(({ channel, late, open, p50Hours, p95Hours, worstHours }, at) => {
          const y = top + at * laneHeight + 40
          const worst = worstHours ?? 0
          return (
            <g key={channel} className={late > 0 ? 'is-missing' : open > 0 ? 'is-unknown' : 'is-meets'}>
              <text x="0" y={y - 22} className="lag-name">
                {channel}
              </text>
              <line x1={percent(p50Hours ?? worst)} x2={percent(worst)} y1={y} y2={y} className="lag-bar" />
              {p95Hours !== null && (
                <line x1={percent(p95Hours)} x2={percent(p95Hours)} y1={y - 9} y2={y + 9} className="lag-tail" />
              )}
              <circle cx={percent(worst)} cy={y} r="7" className="lag-worst" />
              {p50Hours !== null && <circle cx={percent(p50Hours)} cy={y} r="5" className="lag-median" />}
            </g>
          )
        })}
      </svg>
      <figcaption className="mt-2 text-sm text-soft">
        Hollow dot: half of all opt-outs were heard by then. Short stroke: 95 of 100. Full dot: the worst, or how long
        contact stayed possible at least. The axis is not even: each step is many times the one before.
        {drawn.length < rows.length && ' What the logs cannot tell is in the tables only.'}
      </figcaption>
    </figure>
  )
}
