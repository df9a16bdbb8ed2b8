/** A path through a sample: keys only, arrays as `[]`; values are dropped while reading. */
export type FieldPath = { name: string; path: string }

const maxDepth = 12
const maxPaths = 2000

/** Flattens a JSON sample to its key paths, in order of first appearance. */
export function jsonPaths(value: unknown): Array<FieldPath> {
  const found = new Map<string, FieldPath>()
  const visit = (item: unknown, path: string, depth: number): void => {
    if (depth > maxDepth || found.size >= maxPaths) return
    if (Array.isArray(item)) {
      for (const element of item.slice(0, 50))
        visit(element, path.endsWith('[]') || path === '' ? path : `${path}[]`, depth + 1)
      return
    }
    if (typeof item === 'object' && item !== null) {
      for (const [key, inner] of Object.entries(item)) visit(inner, path === '' ? key : `${path}.${key}`, depth + 1)
      return
    }
    if (path !== '' && !found.has(path)) found.set(path, { name: path.replace(/\[\]/g, ''), path })
  }
  visit(value, '', 0)
  return [...found.values()]
}

type Resource = Record<string, unknown> & { resourceType: string }

function isResource(value: unknown): value is Resource {
  return (
    typeof value === 'object' && value !== null && 'resourceType' in value && typeof value.resourceType === 'string'
  )
}

function elementsOf(resource: Resource): Array<FieldPath> {
  const type = resource.resourceType
  return Object.entries(resource).flatMap(([key, value]) => {
    if (key === 'resourceType' || key.startsWith('_')) return []
    if (key === 'contained' && Array.isArray(value)) return value.filter(isResource).flatMap(elementsOf)
    if (key === 'extension' && Array.isArray(value)) {
      return value.map((item) => {
        const url = typeof item === 'object' && item !== null && 'url' in item ? String(item.url) : 'extension'
        const last = url.split('/').at(-1) ?? 'extension'
        return {
          name: `${type}.extension`,
          path: `${type}.extension(${/^[\w-]{1,60}$/.test(last) ? last : 'unnamed'})`,
        }
      })
    }
    if (key === 'participant' && type === 'Appointment' && Array.isArray(value)) {
      return value.flatMap((item) =>
        typeof item === 'object' && item !== null ? Object.keys(item).map((inner) => participant(item, inner)) : [],
      )
    }
    return [{ name: `${type}.${key}`, path: `${type}.${key}` }]
  })
}

/** Which kind of actor a participant names: the type before the slash of its reference, nothing more. */
function participant(item: object, key: string): FieldPath {
  const actor =
    'actor' in item && typeof item.actor === 'object' && item.actor !== null && 'reference' in item.actor
      ? String(item.actor.reference)
      : ''
  const kind = /^([A-Z][A-Za-z]+)\//.exec(actor)?.[1]
  const path =
    key === 'actor' && kind !== undefined ? `Appointment.participant.actor(${kind})` : `Appointment.participant.${key}`
  return { name: path, path }
}

/** FHIR R4 by resource type and element: a resource, a Bundle, or null when the value is no FHIR. */
export function fhirPaths(value: unknown): Array<FieldPath> | null {
  const list = Array.isArray(value) ? value.filter(isResource) : isResource(value) ? [value] : []
  if (list.length === 0) return null
  const found = new Map<string, FieldPath>()
  for (const resource of list.flatMap(unbundle)) for (const item of elementsOf(resource)) found.set(item.path, item)
  return [...found.values()]
}

function unbundle(resource: Resource): Array<Resource> {
  if (resource.resourceType !== 'Bundle' || !Array.isArray(resource.entry)) return [resource]
  return resource.entry.flatMap((entry: unknown) => {
    const inner = typeof entry === 'object' && entry !== null && 'resource' in entry ? entry.resource : undefined
    return isResource(inner) ? [inner] : []
  })
}
