import { useRouteLoaderData } from '@remix-run/react'

/** "March 2, 2026, 9:00 AM CST" in the zone of the organisation; the zone is always named. */
export function momentWords(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
    .format(new Date(at))
    .replace(' at ', ', ')
}

/** A calendar day written YYYY-MM-DD, without a zone. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

export function useTimeZone(): string {
  const portal = useRouteLoaderData('routes/_portal') as { timeZone?: string } | null | undefined
  const root = useRouteLoaderData('root') as { timeZone?: string } | undefined
  return portal?.timeZone ?? root?.timeZone ?? 'UTC'
}

export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{momentWords(at, useTimeZone())}</time>
}
