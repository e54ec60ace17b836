-- Snapshots: whole subjects with all their entries, from which a new PC works before the journals have
-- come. Who joins checks them; here only size, order and whose they are is judged.

-- The whole ones of terminals that are still admitted, the newest first.
CREATE FUNCTION snapshots_held()
RETURNS TABLE (name text, parts integer, journal_id text, signature text, business_date text,
    upto bigint, age_s bigint)
LANGUAGE sql STABLE
SET search_path = counter, pg_temp AS $$
    SELECT s.name, max(s.parts), max(s.journal_id), max(s.signature), max(s.business_date),
        max(s.upto), extract(epoch FROM clock_timestamp() - max(s.made_at))::bigint
    FROM snapshot s JOIN terminal t USING (role_name) WHERE t.revoked_at IS NULL
    GROUP BY s.name HAVING count(*) = max(s.parts) ORDER BY max(s.made_at) DESC, s.name
$$;

-- One part of a snapshot of the caller's own journal, which must be known here. `old` is one that was made
-- before an erasure which stands here: it may hold what is erased. With the last part, those before the
-- two newest go; what was begun or replaced within the hour stays, for somebody may be reading it.
CREATE FUNCTION snapshot_put_v1(
    p_name text, p_journal text, p_signature text, p_business text, p_upto bigint,
    p_parts integer, p_part integer, p_data bytea, p_journals text[], p_seqs bigint[]
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
    whose text;
BEGIN
    SELECT j.role_name INTO whose FROM journal j WHERE j.journal_id = p_journal;
    IF whose <> me.role_name THEN
        RAISE EXCEPTION 'not_yours' USING ERRCODE = '42501';
    END IF;
    IF whose IS NULL THEN
        RETURN 'unknown';
    END IF;
    IF (p_name ~ '^[0-9a-f]{64}$' AND p_signature ~ '^[0-9a-f]{128}$' AND length(p_business) = 10
        AND p_upto >= 0 AND p_parts BETWEEN 1 AND 32 AND p_part BETWEEN 1 AND p_parts
        AND octet_length(p_data) BETWEEN 1 AND 4200000) IS NOT TRUE THEN
        RETURN 'too_big';
    END IF;
    PERFORM stand_apart(false);
    IF EXISTS (SELECT FROM entry e LEFT JOIN unnest(p_journals, p_seqs) AS h(journal_id, seq)
               USING (journal_id) WHERE e.kind = 'body_erased' AND e.seq > coalesce(h.seq, 0)) THEN
        RETURN 'old';
    END IF;
    INSERT INTO snapshot AS s (name, part, parts, role_name, journal_id, signature, business_date,
            upto, data)
        VALUES (p_name, p_part, p_parts, me.role_name, p_journal, p_signature, p_business, p_upto,
            p_data)
        ON CONFLICT (name, part) DO NOTHING;
    DELETE FROM snapshot s WHERE s.made_at < clock_timestamp() - interval '1 hour'
        AND s.name <> p_name AND s.name NOT IN (SELECT h.name FROM snapshots_held() h LIMIT 2);
    RETURN 'ok';
END $$;

CREATE FUNCTION snapshot_newest_v1()
RETURNS TABLE (name text, parts integer, journal_id text, signature text, business_date text,
    upto bigint, age_s bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT * FROM snapshots_held() LIMIT 2;
END $$;

CREATE FUNCTION snapshot_part_v1(p_name text, p_part integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN (SELECT s.data FROM snapshot s JOIN terminal t USING (role_name)
        WHERE s.name = p_name AND s.part = p_part AND t.revoked_at IS NULL);
END $$;
