import type { PageEvidence } from '#scanners/site/evidence.ts'
import { fillEvidence } from '#test/case-evidence.ts'
import type { Outline } from './page-outlines.ts'

function formsOf(fields: string): PageEvidence['forms'] {
  if (fields === '') return []
  return fields.split('||').map((form) => ({
    actionHost: null,
    method: 'post',
    fields: form.split(';').map((field) => {
      const [type, ...label] = field.split(':')
      return { name: '', type: type!, label: label.join(':'), autocomplete: '' }
    }),
  }))
}

/** The evidence a scan of this outline would leave. */
export function outlinePage([, , url, title, h1, fields = '', extra = {}]: Outline): PageEvidence {
  const requests = extra.embed === undefined ? [] : [{ host: extra.embed, type: 'document', target: 'iframe' }]
  const page = fillEvidence(
    {
      kind: 'page',
      url,
      title,
      headings: [h1],
      forms: formsOf(fields),
      jsonLdTypes: extra.jsonLd === undefined ? [] : [extra.jsonLd],
      linkTexts: extra.link === undefined ? [] : [extra.link],
      requests,
    },
    0,
  )
  return page as PageEvidence
}
