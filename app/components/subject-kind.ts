import type { SubjectKind } from '#checklists/index.ts'

export type Place = 'vendors' | 'practices' | 'prospects'

/** How the screens speak of the three kinds of subject, by the first part of their address. */
export const places: Record<
  Place,
  { kind: SubjectKind; one: string; many: string; lead: string; emptyTitle: string; empty: string }
> = {
  vendors: {
    kind: 'vendor',
    one: 'vendor',
    many: 'Vendors',
    lead: 'Companies that handle patient data for you: what their agreement says, what they told you, what was seen.',
    emptyTitle: 'No vendor yet',
    empty:
      'A vendor record joins four things: the agreement, the vendor’s answers, its pages and its messages. Start with a name. Then upload the agreement.',
  },
  practices: {
    kind: 'practice',
    one: 'practice',
    many: 'Practices',
    lead: 'Practices you look after: how they run review outreach and what their pages send to other companies.',
    emptyTitle: 'No practice yet',
    empty: 'Add a practice to answer its checklist and to scan its public pages.',
  },
  prospects: {
    kind: 'prospect',
    one: 'prospect',
    many: 'Prospects',
    lead: 'Practices you do not work for. Only what any visitor can see is looked at, and nothing is typed.',
    emptyTitle: 'No prospect yet',
    empty: 'Add a prospect to scan its public pages. Nothing is typed and no form is sent.',
  },
}

export function placeOf(kind: SubjectKind): Place {
  return `${kind}s`
}

export function isPlace(value: string | undefined): value is Place {
  return value !== undefined && Object.hasOwn(places, value)
}
