import { useEffect, useRef, useState } from 'react'
import type { Channel } from '../views/rule-words.ts'
import type { Mapped, TemplateView } from '../views/template.ts'

type Engine = typeof import('../views/template.ts')

/**
 * Audits a text as it is typed, in the browser, by the engine of the server; no request is made. The engine is fetched
 * once this page stands, so it delays nothing. null until it is there.
 */
export function useLiveAudit(text: string, channel: Channel, mapped: Mapped): TemplateView | null {
  const [engine, setEngine] = useState<Engine | null>(null)
  useEffect(() => {
    let mounted = true
    import('../views/template.ts').then(
      (loaded) => mounted && setEngine(loaded),
      // Without it the page works as it does without scripts: by its buttons.
      () => undefined,
    )
    return () => {
      mounted = false
    }
  }, [])
  const last = useRef<{ key: string; view: TemplateView } | null>(null)
  if (engine === null) return null
  const key = `${channel}\n${text}`
  if (last.current?.key !== key) last.current = { key, view: engine.templateView(text, channel, mapped) }
  return last.current.view
}

/** A sentence for screen readers that changes only once the typing has paused. */
export function usePaused(sentence: string, pauseMs = 900): string {
  const [said, setSaid] = useState(sentence)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), pauseMs)
    return () => clearTimeout(timer)
  }, [sentence, pauseMs])
  return said
}
