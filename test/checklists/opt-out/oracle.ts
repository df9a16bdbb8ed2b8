import { DuckDBInstance } from '@duckdb/node-api'
import type { History } from './histories.ts'

export type OracleRow = {
  history: number
  channel: string
  verdict: string
  lo: number | null
  hi: number | null
  late: string
  inGrace: string
  flags: string
}

const windowSteps = [1, 2, 3]

/** Bound keys of the r-th opt-out of a channel less what earlier windows that are still open hold already. */
function windowSql(r: number): string {
  const earlier = windowSteps
    .filter((step) => step < r)
    .map(
      (step) => `SELECT k.h, k.ch, k.key FROM wk${step} k JOIN t${step} t USING (h, ch) JOIN o${r} o USING (h, ch)
      WHERE k.sure AND t.practice = o.practice AND (t.t1min IS NULL OR o.mx < t.t1min)`,
    )
    .join(' UNION ')
  return `
  o${r} AS (SELECT * FROM ranked WHERE r = ${r}),
  taken${r} AS (${earlier === '' ? 'SELECT h, ch, CAST(NULL AS VARCHAR) AS key FROM ranked WHERE false' : earlier}),
  free${r} AS (SELECT o.h, o.ch, b.key, b.sure FROM o${r} o JOIN bound b ON b.h = o.h AND b.i = o.i
    WHERE NOT EXISTS (SELECT 1 FROM taken${r} x WHERE x.h = o.h AND x.ch = o.ch AND x.key = b.key)),
  wk${r} AS (SELECT * FROM free${r} f WHERE EXISTS (SELECT 1 FROM free${r} g WHERE g.h = f.h AND g.ch = f.ch AND g.sure)),
  t${r} AS (SELECT o.h, o.ch, ${r} AS r, o.i, o.practice, o.own, o.mn, o.mx,
      (SELECT min(e.mn) FROM ded e WHERE e.h = o.h AND e.ch = o.ch AND e.practice = o.practice AND e.kind = 'opt_in' AND coalesce(e.who, 'recipient') = 'recipient' AND e.mx > o.mn
        AND EXISTS (SELECT 1 FROM dk JOIN wk${r} w ON w.h = dk.h AND w.key = dk.key WHERE dk.h = e.h AND dk.i = e.i AND w.ch = o.ch AND w.sure)) AS t1min,
      (SELECT min(CASE WHEN e.mn <= o.mx THEN 9e18 ELSE e.mx END) FROM ded e WHERE e.h = o.h AND e.ch = o.ch AND e.practice = o.practice AND e.kind = 'opt_in' AND coalesce(e.who, 'recipient') = 'recipient' AND e.mx > o.mn
        AND EXISTS (SELECT 1 FROM dk JOIN wk${r} w ON w.h = dk.h AND w.key = dk.key WHERE dk.h = e.h AND dk.i = e.i AND w.ch = o.ch AND w.sure)) AS t1max,
      (SELECT max(e.mx) FROM ded e WHERE e.h = o.h AND e.ch = o.ch AND e.practice = o.practice AND e.kind = 'opt_in' AND coalesce(e.who, 'recipient') = 'recipient' AND e.mx <= o.mn
        AND EXISTS (SELECT 1 FROM dk JOIN wk${r} w ON w.h = dk.h AND w.key = dk.key WHERE dk.h = e.h AND dk.i = e.i AND w.ch = o.ch AND w.sure)) AS reset
    FROM o${r} o WHERE EXISTS (SELECT 1 FROM wk${r} w WHERE w.h = o.h AND w.ch = o.ch))`
}

const sql = `
WITH
  channels(ch) AS (VALUES ('sms'), ('email'), ('voice')),
  ded AS (
    SELECT * FROM ev e WHERE NOT (kind = 'attempt' AND coalesce(result, '') = 'accepted' AND pref IS NOT NULL AND EXISTS (
        SELECT 1 FROM ev s WHERE s.h = e.h AND s.kind = 'attempt' AND s.pref = e.pref AND s.practice = e.practice AND s.ch = e.ch AND s.result IS NOT NULL AND s.result <> 'accepted'))
    QUALIFY kind NOT IN ('attempt', 'opt_out') OR pref IS NULL OR row_number() OVER (PARTITION BY h, practice, kind, ch, pref, result ORDER BY mn, mx, i) = 1),
  dk AS (SELECT h, i, key FROM ek k WHERE isaddr OR NOT EXISTS (SELECT 1 FROM ek a WHERE a.h = k.h AND a.i = k.i AND a.isaddr)),
  pairs AS (SELECT DISTINCT a.h, a.key AS addr, p.key AS pt FROM ek a JOIN ek p ON p.h = a.h AND p.i = a.i WHERE a.isaddr AND NOT p.isaddr),
  owners AS (SELECT h, addr, count(*) AS n FROM pairs GROUP BY 1, 2),
  outs AS (SELECT d.*, (SELECT count(*) FROM ek WHERE ek.h = d.h AND ek.i = d.i AND NOT isaddr) AS named FROM ded d WHERE kind = 'opt_out'),
  certain AS (
    SELECT o.h, o.i, k.key AS pt FROM outs o JOIN ek k ON k.h = o.h AND k.i = o.i WHERE NOT o.wrong AND o.named = 1 AND NOT k.isaddr
    UNION SELECT o.h, o.i, p.pt FROM outs o JOIN ek k ON k.h = o.h AND k.i = o.i JOIN pairs p ON p.h = o.h AND p.addr = k.key JOIN owners w ON w.h = p.h AND w.addr = p.addr
      WHERE NOT o.wrong AND o.named <> 1 AND w.n = 1),
  possible AS (
    SELECT o.h, o.i, k.key AS pt FROM outs o JOIN ek k ON k.h = o.h AND k.i = o.i WHERE NOT o.wrong AND o.named > 1 AND NOT k.isaddr
    UNION SELECT o.h, o.i, p.pt FROM outs o JOIN ek k ON k.h = o.h AND k.i = o.i JOIN pairs p ON p.h = o.h AND p.addr = k.key JOIN owners w ON w.h = p.h AND w.addr = p.addr
      WHERE NOT o.wrong AND o.named <> 1 AND w.n > 1),
  sure AS (
    SELECT o.h, o.i, k.key FROM outs o JOIN ek k ON k.h = o.h AND k.i = o.i WHERE k.isaddr
    UNION SELECT h, i, pt FROM certain
    UNION SELECT c.h, c.i, p.addr FROM certain c JOIN pairs p ON p.h = c.h AND p.pt = c.pt),
  maybe AS (
    SELECT h, i, pt AS key FROM possible UNION SELECT c.h, c.i, p.addr FROM possible c JOIN pairs p ON p.h = c.h AND p.pt = c.pt),
  bound AS (
    SELECT h, i, key, true AS sure FROM sure
    UNION ALL SELECT m.h, m.i, m.key, false FROM maybe m WHERE NOT EXISTS (SELECT 1 FROM sure s WHERE s.h = m.h AND s.i = m.i AND s.key = m.key)),
  ranked AS (
    SELECT o.h, c.ch, o.i, o.practice, o.ch AS own, o.mn, o.mx, row_number() OVER (PARTITION BY o.h, c.ch ORDER BY o.mx, o.mn, o.i) AS r
    FROM outs o CROSS JOIN channels c JOIN hist USING (h)
    WHERE (o.scope IS NULL OR list_contains(o.scope, c.ch))
      AND (NOT o.wrong OR EXISTS (SELECT 1 FROM ek k WHERE k.h = o.h AND k.i = o.i AND k.isaddr AND (k.key LIKE 'email:%') = (c.ch = 'email'))
        OR NOT EXISTS (SELECT 1 FROM ek k WHERE k.h = o.h AND k.i = o.i AND k.isaddr))
      AND (hist.policy <> 'tcpa_channel' OR c.ch = o.ch) AND (hist.policy <> 'canspam' OR c.ch = 'email')),
  ${windowSteps.map(windowSql).join(',')},
  wk AS (${windowSteps.map((r) => `SELECT h, ch, ${r} AS r, key, sure FROM wk${r}`).join(' UNION ALL ')}),
  win AS (
    SELECT t.*, t.mx AS t0, hist.skew, hist.policy,
      CASE ch WHEN 'sms' THEN cov_sms WHEN 'email' THEN cov_email ELSE cov_voice END AS covered,
      CASE hist.policy WHEN 'practice' THEN t.mx + hist.limit_ms WHEN 'exempt' THEN t.mx
        ELSE (t.mx // 86400000 + 1 + CASE (t.mx // 86400000 + 3) % 7 WHEN 5 THEN 13 WHEN 6 THEN 12 ELSE 14 END) * 86400000 - 1
        END AS d
    FROM (${windowSteps.map((r) => `SELECT * FROM t${r}`).join(' UNION ALL ')}) t JOIN hist USING (h)),
  matched AS (
    SELECT w.h, w.ch, w.r, e.i, max(CASE WHEN k.sure THEN 2 ELSE 1 END) AS how
    FROM win w JOIN ded e ON e.h = w.h AND e.ch = w.ch AND e.practice = w.practice
    JOIN dk ON dk.h = e.h AND dk.i = e.i JOIN wk k ON k.h = w.h AND k.ch = w.ch AND k.r = w.r AND k.key = dk.key
    GROUP BY 1, 2, 3, 4),
  sorted AS (
    SELECT w.h, w.ch, w.r, w.t0, w.d, w.skew, w.t1min, e.*  EXCLUDE (h, ch), m.how,
      CASE WHEN e.purpose = 'emergency' THEN 'emergency'
        WHEN e.mx <= w.mn THEN 'before'
        ELSE 'after' END AS stage, w.own = w.ch AS ownch
    FROM win w JOIN matched m USING (h, ch, r) JOIN ded e ON e.h = w.h AND e.i = m.i
    WHERE e.kind = 'attempt' AND coalesce(e.result, '') <> 'blocked' AND (w.t1max IS NULL OR e.mn < w.t1max)),
  told AS (
    SELECT *, CASE WHEN stage <> 'after' THEN stage
        WHEN coalesce(purpose, '') = 'optout_confirmation' AND nth = 1 AND ownch AND NOT marketing THEN 'sheltered'
        WHEN how = 1 THEN 'identity_ambiguous'
        WHEN delivery_only OR coalesce(result, '') = 'accepted' THEN 'initiation_unknown'
        WHEN mn <= t0 + skew THEN 'order_uncertain'
        WHEN t1min IS NOT NULL AND mx >= t1min THEN 'order_uncertain'
        WHEN mn > d + skew THEN 'late' WHEN mx <= d THEN 'grace' ELSE 'boundary_uncertain' END AS class
    FROM (SELECT *, row_number() OVER (PARTITION BY h, ch, r, stage, coalesce(purpose, '') ORDER BY mn, mx, i) AS nth FROM sorted)),
  contacts AS (SELECT * FROM told WHERE class IN ('late', 'grace', 'boundary_uncertain')),
  contrary AS (
    SELECT w.h, w.ch, w.r, e.mn, e.mx, e.mx > w.t0 AS inside, e.kind = 'suppression_cleared' AND e.who = 'recipient' AS own_wish, w.t1max
    FROM win w JOIN matched m USING (h, ch, r) JOIN ded e ON e.h = w.h AND e.i = m.i
    WHERE m.how = 2 AND ((e.kind = 'snapshot' AND NOT e.present) OR e.kind = 'suppression_cleared')),
  against_inside AS (SELECT * FROM contrary WHERE inside AND NOT coalesce(own_wish, false) AND (t1max IS NULL OR mn < t1max)),
  against_before AS (
    SELECT h, ch, r, mn, mx FROM contrary WHERE NOT inside
    UNION ALL SELECT h, ch, r, mn, mx FROM told WHERE class = 'before' AND how = 2 AND NOT (coalesce(purpose, '') = 'optout_confirmation' AND NOT marketing)
    UNION ALL SELECT h, ch, r, reset, reset FROM win WHERE reset IS NOT NULL),
  proof AS (
    SELECT w.h, w.ch, w.r, w.t0, e.mn, e.mx, CASE WHEN e.kind = 'suppression_set' THEN 'set' WHEN e.kind = 'attempt' THEN 'block' ELSE 'present' END AS what
    FROM win w JOIN matched m USING (h, ch, r) JOIN ded e ON e.h = w.h AND e.i = m.i
    WHERE m.how = 2 AND (w.t1min IS NULL OR e.mx < w.t1min)
      AND (e.kind = 'suppression_set' OR (e.mn > w.t0 AND ((e.kind = 'attempt' AND e.result = 'blocked') OR (e.kind = 'snapshot' AND e.present))))),
  weighed AS (
    SELECT p.*,
      NOT EXISTS (SELECT 1 FROM against_before x WHERE x.h = p.h AND x.ch = p.ch AND x.r = p.r AND p.mn <= x.mx) AS fresh,
      EXISTS (SELECT 1 FROM contacts x WHERE x.h = p.h AND x.ch = p.ch AND x.r = p.r AND p.mx < x.mn) AS leaked,
      EXISTS (SELECT 1 FROM contacts x WHERE x.h = p.h AND x.ch = p.ch AND x.r = p.r AND p.mn <= x.mx) AS not_after_contact,
      EXISTS (SELECT 1 FROM against_inside x WHERE x.h = p.h AND x.ch = p.ch AND x.r = p.r AND p.mx < x.mn) AS denied,
      EXISTS (SELECT 1 FROM against_inside x WHERE x.h = p.h AND x.ch = p.ch AND x.r = p.r AND p.mn <= x.mx) AS not_after_denial
    FROM proof p),
  standing AS (SELECT * FROM weighed WHERE fresh AND NOT not_after_contact AND NOT not_after_denial),
  bounds AS (
    SELECT w.h, w.ch, w.r,
      greatest(0, coalesce((SELECT max(x.mn) FROM contacts x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r) - w.t0, 0),
        coalesce((SELECT max(x.mn) FROM against_inside x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r) - w.t0, 0)) AS low,
      (SELECT min(s.mx) - w.t0 FROM standing s WHERE s.h = w.h AND s.ch = w.ch AND s.r = w.r AND what <> 'set') AS up,
      (SELECT CASE WHEN count(*) > 0 THEN greatest(0, min(s.mn) - w.t0) END FROM standing s WHERE s.h = w.h AND s.ch = w.ch AND s.r = w.r AND what = 'set') AS setlo,
      (SELECT CASE WHEN count(*) > 0 THEN greatest(0, min(s.mx) - w.t0) END FROM standing s WHERE s.h = w.h AND s.ch = w.ch AND s.r = w.r AND what = 'set') AS sethi
    FROM win w),
  lag AS (SELECT *, setlo IS NOT NULL AND (up IS NULL OR sethi <= up) AS exact FROM bounds),
  facts AS (
    SELECT w.*, CASE WHEN l.exact THEN l.setlo ELSE l.low END AS lo, CASE WHEN l.exact THEN l.sethi ELSE l.up END AS hi, l.exact,
      coalesce(list_sort(list_distinct((SELECT list(e.id) FROM told x JOIN ev e ON e.h = x.h AND e.i = x.i WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class = 'late'))), []) AS late,
      coalesce(list_sort(list_distinct((SELECT list(e.id) FROM told x JOIN ev e ON e.h = x.h AND e.i = x.i WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class = 'grace'))), []) AS grace,
      (SELECT count(*) FROM told x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class IN ('identity_ambiguous', 'initiation_unknown', 'order_uncertain', 'boundary_uncertain')) AS undecided,
      coalesce((SELECT list(DISTINCT class) FROM told x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class IN ('identity_ambiguous', 'initiation_unknown', 'order_uncertain', 'boundary_uncertain')), []) AS marks,
      EXISTS (SELECT 1 FROM told x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class = 'emergency' AND x.mn > w.t0) AS f_em,
      EXISTS (SELECT 1 FROM told x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class = 'before' AND x.del_mn > w.t0) AS f_fl,
      EXISTS (SELECT 1 FROM told x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND class = 'sheltered' AND x.mn > w.t0 + 300000) AS f_lc,
      EXISTS (SELECT 1 FROM weighed x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND what = 'block') AS f_bl,
      EXISTS (SELECT 1 FROM weighed x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND what = 'set' AND fresh AND leaked) AS f_lk,
      EXISTS (SELECT 1 FROM weighed x WHERE x.h = w.h AND x.ch = w.ch AND x.r = w.r AND fresh AND denied) AS f_co
    FROM win w JOIN lag l USING (h, ch, r)),
  verdicts AS (
    SELECT *, CASE WHEN len(late) > 0 THEN 'late'
      WHEN (exact AND lo > d - t0) OR (NOT exact AND lo > d - t0 + skew) THEN 'late_suppression'
      WHEN undecided > 0 AND NOT covered THEN 'undecided_no_log'
      WHEN undecided > 0 THEN 'undecided'
      WHEN NOT covered THEN 'no_log'
      WHEN hi IS NULL THEN 'no_suppression_evidence'
      WHEN hi <= d - t0 THEN 'pass' ELSE 'evidence_after_deadline' END AS why
    FROM facts),
  flagged AS (
    SELECT h, ch, r, lo, hi, late, grace,
      CASE WHEN why IN ('late', 'late_suppression') THEN 'fail' WHEN why = 'pass' THEN 'pass' ELSE 'unknown' END AS verdict,
      list_concat(marks, list_filter([
        CASE WHEN f_em THEN 'emergency_excluded' END, CASE WHEN f_fl THEN 'in_flight' END, CASE WHEN f_lc THEN 'late_confirmation' END,
        CASE WHEN f_bl THEN 'blocked_attempt' END, CASE WHEN f_lk THEN 'leak_after_suppression' END, CASE WHEN f_co THEN 'contradicted_evidence' END,
        CASE WHEN why IN ('no_log', 'undecided_no_log') THEN 'no_log' END,
        CASE WHEN why IN ('late_suppression', 'no_suppression_evidence', 'evidence_after_deadline') THEN why END], x -> x IS NOT NULL)) AS flags
    FROM verdicts)
SELECT h AS history, ch AS channel,
  CASE WHEN bool_or(verdict = 'fail') THEN 'fail' WHEN bool_or(verdict = 'unknown') THEN 'unknown' ELSE 'pass' END AS verdict,
  CAST(arg_max(lo, r) AS DOUBLE) AS lo, CAST(arg_max(coalesce(hi, -1), r) AS DOUBLE) AS hi,
  array_to_string(list_sort(list_distinct(flatten(list(late)))), ' ') AS late,
  array_to_string(list_sort(list_distinct(flatten(list(grace)))), ' ') AS "inGrace",
  array_to_string(list_sort(list_distinct(flatten(list(flags)))), ' ') AS flags
FROM flagged GROUP BY h, ch ORDER BY h, ch`

/** The same rules once more, written in SQL from the specification alone; dates in UTC without holidays. */
export async function askOracle(histories: ReadonlyArray<History>): Promise<Array<OracleRow>> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run('SET threads = 1')
    await connection.run(
      `CREATE TABLE hist (h INTEGER, policy VARCHAR, limit_ms BIGINT, skew BIGINT, cov_sms BOOLEAN, cov_email BOOLEAN, cov_voice BOOLEAN)`,
    )
    await connection.run(
      `CREATE TABLE raw (h INTEGER, i INTEGER, id VARCHAR, kind VARCHAR, ch VARCHAR, mn BIGINT, mx BIGINT, practice VARCHAR, who VARCHAR, pref VARCHAR, result VARCHAR, purpose VARCHAR, marketing BOOLEAN, delivery_only BOOLEAN, del_mn BIGINT, present BOOLEAN, scope_text VARCHAR, wrong BOOLEAN)`,
    )
    await connection.run('CREATE TABLE ek (h INTEGER, i INTEGER, key VARCHAR, isaddr BOOLEAN)')
    const [hist, raw, keys] = await Promise.all(['hist', 'raw', 'ek'].map((table) => connection.createAppender(table)))
    const text = (to: NonNullable<typeof raw>, value: string | undefined) =>
      value === undefined ? to.appendNull() : to.appendVarchar(value)
    for (const [h, { events, policy, limitHours, skewMs, covered }] of histories.entries()) {
      hist!.appendInteger(h)
      hist!.appendVarchar(policy)
      hist!.appendBigInt(BigInt(limitHours * 3_600_000))
      hist!.appendBigInt(BigInt(skewMs))
      for (const channel of ['sms', 'email', 'voice'] as const) hist!.appendBoolean(covered[channel])
      hist!.endRow()
      for (const [i, event] of events.entries()) {
        const to = raw!
        to.appendInteger(h)
        to.appendInteger(i)
        to.appendVarchar(event.id)
        to.appendVarchar(event.kind)
        text(to, event.channel)
        to.appendBigInt(BigInt(event.at.min))
        to.appendBigInt(BigInt(event.at.max))
        to.appendVarchar(event.practice)
        for (const value of [event.by, event.providerRef, event.result, event.purpose]) text(to, value)
        to.appendBoolean(event.marketing === true)
        to.appendBoolean(event.deliveryOnly === true)
        if (event.deliveredAt === undefined) to.appendNull()
        else to.appendBigInt(BigInt(event.deliveredAt.min))
        to.appendBoolean(event.present === true)
        text(to, event.scope?.join(' '))
        to.appendBoolean(event.wrongNumber === true)
        to.endRow()
        for (const key of new Set(event.keys)) {
          keys!.appendInteger(h)
          keys!.appendInteger(i)
          keys!.appendVarchar(key)
          keys!.appendBoolean(!key.startsWith('pt:'))
          keys!.endRow()
        }
      }
    }
    for (const appender of [hist!, raw!, keys!]) appender.closeSync()
    await connection.run(
      `CREATE TABLE ev AS SELECT * EXCLUDE (scope_text), CASE WHEN scope_text IS NULL THEN NULL ELSE string_split(scope_text, ' ') END AS scope FROM raw`,
    )
    const reader = await connection.runAndReadAll(sql)
    return reader.getRowObjects() as unknown as Array<OracleRow>
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
