-- A new PC takes customers before all other history, so that searching misses nobody after seconds. Which
-- entries are of customers their subjects say; what they tell stays closed to the branch.

CREATE INDEX entry_of_customer ON entry (subject COLLATE "C", journal_id, seq)
    WHERE subject COLLATE "C" >= 'customer/' AND subject COLLATE "C" < 'customer0';

-- Customers after one, in order, each with all its entries within a vector of heads. Every entry comes with
-- the envelopes that follow it up to a signed one: so the caller sees that its writer wrote it, without
-- having the journal before. Only entries that are `wanted` have bodies, and only such as the caller may
-- hold.
CREATE FUNCTION customers_v1(p_after text, p_limit bigint, p_journals text[], p_seqs bigint[])
RETURNS TABLE (journal_id text, seq bigint, kind text, version bigint, subject text, audience text,
    turn bigint, saw text, occurred_at text, business_date text, actor text, commit_seq bigint,
    digest text, prev text, hash text, body text, salt text, body_state text, wanted boolean,
    signature text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    RETURN QUERY
    WITH held AS MATERIALIZED (
        SELECT h.journal_id, h.upto FROM unnest(p_journals, p_seqs) AS h(journal_id, upto)
    ), few AS MATERIALIZED (
        SELECT DISTINCT e.subject COLLATE "C" AS subject FROM entry e JOIN held h USING (journal_id)
        WHERE e.subject COLLATE "C" >= 'customer/' AND e.subject COLLATE "C" < 'customer0'
          AND e.subject COLLATE "C" > p_after AND e.seq <= h.upto
        ORDER BY 1 LIMIT least(p_limit, 1000)
    ), asked AS MATERIALIZED (
        SELECT e.journal_id, e.seq, (
            SELECT x.seq FROM entry x WHERE x.journal_id = e.journal_id AND x.seq >= e.seq
              AND x.signature IS NOT NULL ORDER BY x.seq LIMIT 1) AS signed_at
        FROM few f JOIN entry e ON e.subject COLLATE "C" = f.subject
          AND e.subject COLLATE "C" >= 'customer/' AND e.subject COLLATE "C" < 'customer0'
        JOIN held h USING (journal_id) WHERE e.seq <= h.upto
    ), spans AS (
        SELECT a.journal_id, min(a.seq) AS first, a.signed_at FROM asked a
        GROUP BY a.journal_id, a.signed_at
    ), shown AS (
        SELECT e.*, a.seq IS NOT NULL AS wanted, a.seq IS NOT NULL AND e.body_state = 'here'
            AND e.audience = ANY (me.audiences) AS is_open
        FROM spans s JOIN entry e ON e.journal_id = s.journal_id
          AND e.seq BETWEEN s.first AND s.signed_at
        LEFT JOIN asked a ON a.journal_id = e.journal_id AND a.seq = e.seq
    )
    SELECT e.journal_id, e.seq, e.kind, e.version, e.subject, e.audience, e.turn, e.saw,
        e.occurred_at, e.business_date, e.actor, e.commit_seq, e.digest, e.prev, e.hash,
        CASE WHEN e.is_open THEN e.body END, CASE WHEN e.is_open THEN e.salt END,
        CASE WHEN e.is_open OR e.body_state = 'erased' THEN e.body_state ELSE 'elsewhere' END,
        e.wanted, e.signature
    FROM shown e ORDER BY e.journal_id, e.seq;
END $$;
