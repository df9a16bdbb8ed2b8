import type { ScanValues } from '../components/screens/scan-new.tsx'
import { listOf, textOf } from './form.server.ts'

/** What the scan form sent, as it is shown again. */
export function scanValues(form: FormData): ScanValues {
  return {
    subject: textOf(form, 'subject'),
    url: textOf(form, 'url'),
    authority: textOf(form, 'authority'),
    pages: textOf(form, 'pages'),
    consent: listOf(form, 'consent'),
    viewport: listOf(form, 'viewport'),
  }
}
