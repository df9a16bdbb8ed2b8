import { expect, test } from 'vitest'
import { candidateFrom } from '#scanners/site/crawl/candidates.ts'

test('links that do something when opened are no candidates, in English or Spanish', () => {
  const isVisited = (path: string) =>
    candidateFrom({ url: `https://clinic.example${path}`, text: '' }, 'clinic.example')
  for (const path of [
    '/visits/7/cancel',
    '/logout',
    '/cita/77/anular',
    '/citas/confirmar?id=3',
    '/salir',
    '/citas/cerrar-sesi%C3%B3n',
    '/cerrar-sesión',
  ])
    expect(isVisited(path), path).toBeUndefined()
  for (const path of ['/cita', '/servicios/salud', '/anularidad', '/conditions/back-pain'])
    expect(isVisited(path), path).toBeDefined()
})
