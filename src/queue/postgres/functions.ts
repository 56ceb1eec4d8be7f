/**
 * The functions of a queue on PostgreSQL. Each is one atomic step in one call, whatever the pool. Each first locks the mailboxes that
 * it needs, in the order of their names, then events: so none waits for one that waits for it. A statement after the lock sees all that
 * others did to the mailbox before.
 */
import type { Tables } from './tables.js'

/** Milliseconds as an interval. */
const interval = (ms: string) => `${ms} * interval '1 millisecond'`

/** An interval as whole milliseconds, at least as long. */
const msOf = (time: string) => `ceil(round((extract(epoch FROM ${time}) * 1000)::numeric, 2))`

const noLease = `owner = NULL, event_id = NULL, lease_until = '-infinity'`

/** Statements that make the functions. */
export function functions({ events, boxes, order, fn }: Tables): string[] {
  const make = (
    name: string,
    parameters: string,
    returns: string,
    variables: string,
    body: string,
  ) =>
    `CREATE OR REPLACE FUNCTION ${fn(name)}(${parameters}) RETURNS ${returns} LANGUAGE plpgsql AS $fukidashi$
DECLARE
  ${variables}
BEGIN
${body}
END
$fukidashi$`

  /** Makes rows of mailboxes and locks them; rows that are there are locked and stay as they are. */
  const lockBoxes = (names: string) => `INSERT INTO ${boxes} AS b (mailbox, lease_until, due_at)
    SELECT name, '-infinity', clock_timestamp() FROM (${names}) AS n (name) ORDER BY name
    ON CONFLICT (mailbox) DO UPDATE SET mailbox = b.mailbox WHERE false
    RETURNING mailbox`

  const hasEvents = `EXISTS (SELECT FROM ${events} AS e WHERE e.mailbox = b.mailbox AND e.state = 'waiting')`

  /** Where the first event waited for its next run, another one may be the first now. */
  const correctDue = (names: string) => `  UPDATE ${boxes} AS b SET due_at = v_now
    WHERE b.mailbox = ANY (${names}) AND b.due_at > v_now AND v_now >= (
      SELECT e.due_at FROM ${events} AS e WHERE e.mailbox = b.mailbox AND e.state = 'waiting' ORDER BY e.at, e.place LIMIT 1
    );`

  const first = `  SELECT * INTO v_first FROM ${events} AS e
    WHERE e.mailbox = p_mailbox AND e.state = 'waiting' ORDER BY e.at, e.place LIMIT 1;
  IF NOT FOUND THEN
    DELETE FROM ${boxes} AS b WHERE b.mailbox = p_mailbox;
    RETURN '{"state":"empty"}';
  END IF;`

  const eventOf = (row: string) => `json_build_object('id', ${row}.id, 'mailbox', ${row}.mailbox,
      'destination', ${row}.destination, 'userId', ${row}.user_id, 'timestamp', ${row}.at,
      'receivedAt', ${row}.received_at, 'event', ${row}.event)`

  /** Opens the first event, or ends the lease. */
  const openFirst = (due: string) => `${first}
  IF v_first.due_at > v_now THEN
    UPDATE ${boxes} AS b SET ${noLease}, due_at = v_first.due_at WHERE b.mailbox = p_mailbox;
    RETURN json_build_object('state', 'later', 'ms', ${msOf('v_first.due_at - v_now')});
  END IF;
  UPDATE ${events} AS e SET attempts = e.attempts + 1 WHERE e.id = v_first.id;
  UPDATE ${boxes} AS b SET owner = p_owner, event_id = v_first.id, lease_until = v_now + ${interval('p_lease')}${due}
    WHERE b.mailbox = p_mailbox;
  RETURN json_build_object('state', 'event', 'attempt', v_first.attempts + 1, 'notes', v_first.notes,
    'event', ${eventOf('v_first')});`

  const rows = `v_box ${boxes}%ROWTYPE;
  v_first ${events}%ROWTYPE;
  v_now timestamptz;`

  const lockBox = `  SELECT * INTO v_box FROM ${boxes} AS b WHERE b.mailbox = p_mailbox FOR UPDATE;`

  return [
    make(
      'append',
      'p_events json',
      'text[]',
      `v_made text[];
  v_new text[];
  v_now timestamptz;`,
      `  WITH made AS (
    ${lockBoxes(`SELECT DISTINCT e->>'mailbox' FROM json_array_elements(p_events) AS e`)}
  )
  SELECT array_agg(mailbox) INTO v_made FROM made;
  v_now := clock_timestamp();
  WITH given AS (
    SELECT * FROM ROWS FROM (json_to_recordset(p_events) AS (id text, mailbox text, destination text, "userId" text,
      "timestamp" float8, "receivedAt" float8, event text)) WITH ORDINALITY
      AS g (id, mailbox, destination, user_id, at, received_at, event, nth)
  ), once AS (
    SELECT DISTINCT ON (id) id, mailbox, destination, user_id, at, event, nth,
      max(received_at) OVER (PARTITION BY id) AS received_at
    FROM given ORDER BY id, nth
  ), in_order AS (
    SELECT o.*, nextval('${order.replaceAll("'", "''")}') AS place FROM (SELECT * FROM once ORDER BY nth) AS o
  ), put AS (
    INSERT INTO ${events} AS k
      (id, state, mailbox, at, place, received_at, destination, user_id, event, attempts, notes, due_at)
    SELECT id, 'waiting', mailbox, at, place, received_at, destination, user_id, event::json, 0, '{}', v_now
    FROM in_order ORDER BY id
    ON CONFLICT (id) DO UPDATE SET state = 'waiting', mailbox = excluded.mailbox, at = excluded.at, place = excluded.place,
      received_at = excluded.received_at, destination = excluded.destination, user_id = excluded.user_id,
      event = excluded.event, attempts = 0, notes = '{}', due_at = v_now, reason = NULL, died_at = NULL, expires_at = NULL
    WHERE k.expires_at <= v_now
    RETURNING id
  )
  SELECT coalesce(array_agg(id), '{}') INTO v_new FROM put;
  IF cardinality(v_new) < json_array_length(p_events) THEN
    -- LINE sent an event again, and renewed its reply token.
    UPDATE ${events} AS k SET received_at = g.received_at
      FROM (
        SELECT e->>'id' AS id, max((e->>'receivedAt')::float8) AS received_at FROM json_array_elements(p_events) AS e GROUP BY 1
      ) AS g
      WHERE k.id = g.id AND k.state = 'waiting' AND k.received_at < g.received_at;
    DELETE FROM ${boxes} AS b WHERE b.mailbox = ANY (v_made) AND NOT ${hasEvents};
  END IF;
${correctDue(`ARRAY(SELECT e->>'mailbox' FROM json_array_elements(p_events) AS e)`)}
  RETURN v_new;`,
    ),
    make(
      'open',
      'p_mailbox text, p_owner text, p_lease float8',
      'json',
      rows,
      `${lockBox}
  IF NOT FOUND THEN
    RETURN '{"state":"empty"}';
  END IF;
  v_now := clock_timestamp();
  IF v_box.owner <> p_owner AND v_box.lease_until > v_now THEN
    RETURN json_build_object('state', 'busy', 'ms', ${msOf('v_box.lease_until - v_now')});
  END IF;
${openFirst('')}`,
    ),
    make(
      'settle',
      'p_mailbox text, p_owner text, p_id text, p_as text, p_ms float8, p_reason json, p_lease float8, p_next boolean',
      'json',
      rows,
      `${lockBox}
  v_now := clock_timestamp();
  IF v_box.owner IS DISTINCT FROM p_owner OR v_box.lease_until <= v_now THEN
    RETURN '{"state":"lost"}';
  END IF;
  IF p_as = 'later' THEN
    UPDATE ${events} AS e SET due_at = v_now + ${interval('p_ms')}
      WHERE e.id = p_id AND e.mailbox = p_mailbox AND e.state = 'waiting';
  ELSIF p_as = 'dead' THEN
    UPDATE ${events} AS e SET state = 'dead', reason = p_reason, died_at = v_now, expires_at = v_now + ${interval('p_ms')}
      WHERE e.id = p_id AND e.mailbox = p_mailbox AND e.state = 'waiting';
  ELSE
    -- Its id stays known, and nothing else.
    UPDATE ${events} AS e SET state = 'done', mailbox = '', destination = '', user_id = NULL, event = NULL, notes = '{}',
        expires_at = v_now + ${interval('p_ms')}
      WHERE e.id = p_id AND e.mailbox = p_mailbox AND e.state = 'waiting';
  END IF;
  IF NOT FOUND THEN
    RETURN '{"state":"lost"}';
  END IF;
  IF p_next THEN
  ${openFirst(', due_at = v_now')}
  END IF;
${first}
  UPDATE ${boxes} AS b SET ${noLease}, due_at = greatest(v_now, v_first.due_at) WHERE b.mailbox = p_mailbox;
  RETURN json_build_object('state', 'later', 'ms', ${msOf('greatest(v_now, v_first.due_at) - v_now')});`,
    ),
    make(
      'replay',
      'p_id text',
      'text',
      `v_mailbox text;
  v_made text;
  v_now timestamptz;`,
      `  SELECT e.mailbox INTO v_mailbox FROM ${events} AS e WHERE e.id = p_id AND e.state = 'dead';
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  ${lockBoxes('SELECT v_mailbox')} INTO v_made;
  v_now := clock_timestamp();
  UPDATE ${events} AS e SET state = 'waiting', attempts = 0, due_at = v_now, reason = NULL, expires_at = NULL
    WHERE e.id = p_id AND e.mailbox = v_mailbox AND e.state = 'dead' AND e.expires_at > v_now;
  IF NOT FOUND THEN
    DELETE FROM ${boxes} AS b WHERE b.mailbox = v_made AND NOT ${hasEvents};
    RETURN NULL;
  END IF;
${correctDue('ARRAY[v_mailbox]')}
  RETURN v_mailbox;`,
    ),
    make(
      'forget',
      'p_user text',
      'int',
      `v_boxes text[];
  v_count int;
  v_now timestamptz;`,
      `  v_boxes := ARRAY(
    SELECT b.mailbox FROM ${boxes} AS b
    WHERE b.mailbox IN (SELECT e.mailbox FROM ${events} AS e WHERE e.user_id = p_user AND e.state = 'waiting')
    ORDER BY b.mailbox FOR UPDATE
  );
  v_now := clock_timestamp();
  WITH gone AS (
    DELETE FROM ${events} AS e
      WHERE e.user_id = p_user AND (e.mailbox = ANY (v_boxes) AND e.state = 'waiting' OR e.state = 'dead')
      RETURNING e.state = 'waiting' OR e.expires_at > v_now AS counts
  )
  SELECT count(*) INTO v_count FROM gone WHERE counts;
  DELETE FROM ${boxes} AS b WHERE b.mailbox = ANY (v_boxes) AND NOT ${hasEvents};
  -- The owner of an event that is gone has lost the mailbox.
  UPDATE ${boxes} AS b SET ${noLease}
    WHERE b.mailbox = ANY (v_boxes) AND NOT EXISTS (SELECT FROM ${events} AS e WHERE e.id = b.event_id AND e.state = 'waiting');
${correctDue('v_boxes')}
  RETURN v_count;`,
    ),
  ]
}
