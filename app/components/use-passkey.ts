import { type RefObject, useEffect, useRef, useState } from 'react'

type Ceremony = 'get' | 'create'

/** The browser's own words for a credential, as JSON. Kept here because only browsers with all three can go on. */
async function answerTo(ceremony: Ceremony, options: never): Promise<string> {
  const credential =
    ceremony === 'get'
      ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
  return JSON.stringify((credential as PublicKeyCredential).toJSON())
}

/** Browsers give passkeys to names only, never to a bare address. */
function isAble(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    !/^[\d.]+$|^\[/.test(location.hostname)
  )
}

/**
 * Asks `action` for a challenge, the browser for its answer, and sends the form with it in its field "answer". `able` is
 * null until the browser was looked at.
 */
export function usePasskey(
  ceremony: Ceremony,
  action: string,
): { able: boolean | null; problem: string | null; form: RefObject<HTMLFormElement>; run: () => Promise<void> } {
  const form = useRef<HTMLFormElement>(null)
  const [able, setAble] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => setAble(isAble()), [])
  async function run(): Promise<void> {
    setProblem(null)
    try {
      const sent = new URLSearchParams({ intent: 'begin' })
      const name = form.current?.elements.namedItem('name')
      if (name instanceof HTMLInputElement) sent.set('name', name.value)
      const asked = await fetch(action, { method: 'POST', body: sent })
      if (asked.status === 400) {
        setProblem(((await asked.json()) as { problem: string }).problem)
        return
      }
      const field = form.current?.elements.namedItem('answer')
      if (!asked.ok || !(field instanceof HTMLInputElement)) throw new Error('No challenge was given.')
      field.value = await answerTo(ceremony, (await asked.json()) as never)
      form.current?.submit()
    } catch {
      setProblem('No passkey came back. Try again, or go on without one.')
    }
  }
  return { able, problem, form, run }
}
