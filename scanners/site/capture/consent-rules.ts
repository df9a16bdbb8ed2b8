import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PageEvidence } from '../evidence.ts'
import type { Session } from './cdp.ts'
import { framesOf } from './evaluate.ts'

/** What the rule engine tells; only the fields read here. */
type EngineMessage = { type: string; id?: string; code?: string; cmp?: string; result?: boolean }

const worldName = 'proviso-consent'
const bindingName = 'provisoConsent'
const nothingMs = 1_500
const wallMs = 6_000
const stepMs = 2_000

let engine: { script: string; rules: string } | undefined

/** The library ships its rules as data and its engine for content scripts; both are read as files, unchanged. */
function loadEngine(): { script: string; rules: string } {
  if (engine === undefined) {
    const rules = createRequire(import.meta.url).resolve('@duckduckgo/autoconsent/rules/compact-rules.json')
    const script = join(dirname(rules), '..', 'dist', 'autoconsent.playwright.js')
    engine = { script: readFileSync(script, 'utf8'), rules: readFileSync(rules, 'utf8') }
  }
  return engine
}

function config(choice: 'accept' | 'reject'): object {
  return {
    enabled: true,
    autoAction: choice === 'accept' ? 'optIn' : 'optOut',
    disabledCmps: [],
    enablePrehide: false,
    enableCosmeticRules: false,
    enableGeneratedRules: true,
    detectRetries: 3,
    isMainWorld: false,
    prehideTimeout: 2_000,
    enableHeuristicDetection: false,
    enablePopupMutationObserver: false,
    visualTest: false,
    logs: {},
    performanceLoggingEnabled: false,
    heuristicPopupSearchTimeout: 0,
    heuristicMode: 'off',
  }
}

/** Plays the library's rules in an isolated world of every frame; the binding exists in that world only. */
export async function runConsentRules(
  session: Session,
  choice: 'accept' | 'reject',
): Promise<NonNullable<PageEvidence['cmp']>> {
  const { script, rules } = loadEngine()
  let name: string | null = null
  let finish = (_done: boolean): void => {}
  const finished = new Promise<boolean>((resolve) => {
    finish = resolve
  })

  const evaluate = (contextId: number | undefined, expression: string) =>
    session
      .send(
        'Runtime.evaluate',
        { expression, returnByValue: true, ...(contextId === undefined ? {} : { contextId }) },
        stepMs,
      )
      .catch(() => undefined)

  async function onMessage(contextId: number, message: EngineMessage): Promise<void> {
    const reply = (answer: string) => evaluate(contextId, `autoconsentReceiveMessage(${answer})`)
    if (message.type === 'init') {
      const settings = JSON.stringify(config(choice))
      await reply(`{type:'initResp',config:${settings},rules:{autoconsent:[],compact:${rules}}}`)
    } else if (message.type === 'eval') {
      // Rules ask for values of the page's own objects (is the banner open?); the answer steers clicks, not verdicts.
      const answer = await evaluate(undefined, `!!(${message.code})`)
      await reply(JSON.stringify({ type: 'evalResp', id: message.id, result: answer?.result.value === true }))
    } else if (message.type === 'popupFound' || message.type === 'cmpDetected') {
      name ??= message.cmp ?? null
    } else if (message.type === 'optOutResult' || message.type === 'optInResult') {
      if (message.result !== true) finish(false)
    } else if (message.type === 'autoconsentDone') finish(true)
  }

  session.on('Runtime.bindingCalled', ({ name: called, payload, executionContextId }) => {
    if (called === bindingName) void onMessage(executionContextId, JSON.parse(payload) as EngineMessage)
  })
  // Binding calls are told only while the runtime domain is on; it is switched off again below.
  await session.send('Runtime.enable').catch(() => {})
  await session.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName }).catch(() => {})
  const bridge = `globalThis.autoconsentSendMessage=(m)=>{${bindingName}(JSON.stringify(m));return Promise.resolve()};`
  for (const frame of (await framesOf(session)).slice(0, 6)) {
    const world = await session
      .send('Page.createIsolatedWorld', { frameId: frame.id, worldName }, stepMs)
      .catch(() => undefined)
    if (world !== undefined) await evaluate(world.executionContextId, bridge + script)
  }
  const timers = [setTimeout(() => name === null && finish(false), nothingMs), setTimeout(() => finish(false), wallMs)]
  const done = await finished
  timers.forEach(clearTimeout)
  await session.send('Runtime.disable').catch(() => {})
  return { name, result: done ? 'done' : name === null ? 'no-banner' : 'failed' }
}
