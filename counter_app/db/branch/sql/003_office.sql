-- Head office reads any number of branches into a database of its own with the same tables. There a branch
-- stands where at the branch the role of a terminal does. These functions are its owner's alone.

CREATE FUNCTION office_enrol(p_branch text, p_name text) RETURNS void LANGUAGE sql
SET search_path = counter, pg_temp AS $$
    INSERT INTO terminal (role_name, terminal, audiences, program) VALUES (p_branch, 1, '{}', p_name)
        ON CONFLICT (role_name) DO UPDATE SET program = EXCLUDED.program;
$$;

CREATE FUNCTION office_heads(p_branch text) RETURNS TABLE (journal_id text, seq bigint, hash text)
LANGUAGE sql STABLE SET search_path = counter, pg_temp AS $$
    SELECT j.journal_id, j.seq, j.hash FROM journal j WHERE j.role_name = p_branch;
$$;

-- Whole commits beyond a place, about as many entries as asked.
CREATE FUNCTION office_entries(p_journal text, p_seq bigint, p_limit bigint)
RETURNS TABLE (journal_id text, seq bigint, kind text, version bigint, subject text, audience text,
    turn bigint, saw text, occurred_at text, business_date text, actor text, commit_seq bigint,
    digest text, prev text, hash text, body text, salt text, body_state text)
LANGUAGE sql STABLE SET search_path = counter, pg_temp AS $$
    SELECT e.journal_id, e.seq, e.kind, e.version, e.subject, e.audience, e.turn, e.saw, e.occurred_at,
        e.business_date, e.actor, e.commit_seq, e.digest, e.prev, e.hash, e.body, e.salt, e.body_state
    FROM entry e WHERE e.journal_id = p_journal AND e.seq > p_seq AND e.seq <= (
        SELECT max(x.commit_seq) FROM entry x
        WHERE x.journal_id = p_journal AND x.seq > p_seq AND x.seq <= p_seq + p_limit)
    ORDER BY e.seq;
$$;

CREATE FUNCTION office_signed(p_journal text) RETURNS TABLE (seq bigint, hash text, signature text)
LANGUAGE sql STABLE SET search_path = counter, pg_temp AS $$
    SELECT e.seq, e.hash, e.signature FROM entry e
    WHERE e.journal_id = p_journal AND e.signature IS NOT NULL ORDER BY e.seq;
$$;

-- The contract for reporting: columns are only ever added, and a change of meaning gets another view. A
-- body that is withheld or erased leaves its columns empty; the row stays. Personal data is not in here.
CREATE VIEW report_entry_v1 AS
    SELECT j.role_name AS branch, e.journal_id, e.seq, e.kind, e.subject, e.audience, e.occurred_at,
        e.business_date, e.actor, e.body_state FROM entry e JOIN journal j USING (journal_id);

CREATE VIEW report_visit_v1 AS
    SELECT j.role_name AS branch, e.subject AS visit,
        min(e.business_date) AS business_date,
        min(e.body::json ->> 'terminal') FILTER (WHERE e.kind = 'visit_started') AS terminal,
        min(e.body::json ->> 'window') FILTER (WHERE e.kind = 'visit_started') AS "window",
        min(e.occurred_at) FILTER (WHERE e.kind = 'visit_started') AS started_at,
        max(e.occurred_at) FILTER (WHERE e.kind = 'visit_ended') AS ended_at,
        max(e.body::json ->> 'outcome') FILTER (WHERE e.kind = 'visit_ended') AS outcome
    FROM entry e JOIN journal j USING (journal_id)
    WHERE e.kind IN ('visit_started', 'visit_ended') GROUP BY j.role_name, e.subject;

CREATE VIEW report_case_v1 AS
    SELECT j.role_name AS branch, e.subject AS business,
        min(e.business_date) FILTER (WHERE e.kind = 'case_started') AS business_date,
        min(e.body::json ->> 'number') FILTER (WHERE e.kind = 'case_started') AS number,
        min(e.body::json ->> 'service') FILTER (WHERE e.kind = 'case_started') AS service,
        min(e.body::json ->> 'visit') FILTER (WHERE e.kind = 'case_started') AS visit,
        min(e.body::json ->> 'staff') FILTER (WHERE e.kind = 'case_started') AS staff,
        min(e.occurred_at) FILTER (WHERE e.kind = 'case_started') AS started_at,
        max(e.occurred_at) FILTER (WHERE e.kind = 'case_completed') AS completed_at,
        max(e.body::json ->> 'outcome') FILTER (WHERE e.kind = 'case_completed') AS outcome,
        count(*) FILTER (WHERE e.kind = 'case_parked') AS times_parked,
        count(*) FILTER (WHERE e.kind = 'case_cancelled') > 0 AS cancelled
    FROM entry e JOIN journal j USING (journal_id)
    WHERE e.kind IN ('case_started', 'case_completed', 'case_parked', 'case_cancelled')
    GROUP BY j.role_name, e.subject;

CREATE VIEW report_override_v1 AS
    SELECT j.role_name AS branch, e.subject AS override,
        min(e.business_date) AS business_date,
        min(e.body::json ->> 'matter') FILTER (WHERE e.kind = 'override_requested') AS matter,
        min(e.occurred_at) FILTER (WHERE e.kind = 'override_requested') AS requested_at,
        max(e.occurred_at) FILTER (WHERE e.kind = 'override_granted') AS granted_at,
        max(e.occurred_at) FILTER (WHERE e.kind = 'override_refused') AS refused_at
    FROM entry e JOIN journal j USING (journal_id)
    WHERE e.kind IN ('override_requested', 'override_granted', 'override_refused')
    GROUP BY j.role_name, e.subject;
