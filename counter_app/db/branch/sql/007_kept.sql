-- What a terminal may let go of: only bytes that lie here and in a backup of this database.

-- When a body or content came: it may come after its entry. What is here already counts from now.
ALTER TABLE entry ADD COLUMN body_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE content ADD COLUMN put_at timestamptz NOT NULL DEFAULT now();

-- The promise is as it was; a body that comes later is in no backup before it.
CREATE OR REPLACE FUNCTION take_bodies(p_hash text[], p_body text[], p_salt text[]) RETURNS bigint
LANGUAGE plpgsql
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    erases boolean;
    taken bigint;
BEGIN
    SELECT EXISTS (SELECT FROM entry e WHERE e.hash = ANY (p_hash) AND e.kind = 'body_erased'
        AND e.body_state = 'elsewhere') INTO erases;
    PERFORM stand_apart(erases);
    UPDATE entry e SET body = o.body, salt = o.salt, body_state = 'here', body_at = now()
        FROM unnest(p_hash, p_body, p_salt) AS o(hash, body, salt)
        WHERE e.hash = o.hash AND e.body_state = 'elsewhere' AND octet_length(o.body) <= 1000000
          AND CASE WHEN o.salt ~ '^[0-9a-f]{32}$' THEN encode(sha256(
            decode(o.salt, 'hex') || convert_to(o.body, 'UTF8')), 'hex') = e.digest ELSE false END
          AND (e.kind IN ('body_erased', 'journal_opened')
            OR NOT EXISTS (SELECT FROM erased x WHERE x.named = e.hash));
    GET DIAGNOSTICS taken = ROW_COUNT;
    IF erases THEN
        PERFORM obey_erasures(p_hash);
    END IF;
    RETURN taken;
END $$;

-- Those of the hashes, of entries or of content, whose bytes are here and were so a minute before the
-- last backup that was noted began: what was still under way then may not be in it.
CREATE FUNCTION kept_v1(p_hash text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT e.hash FROM entry e JOIN backup_mark m USING (journal_id)
        WHERE e.hash = ANY (p_hash) AND e.body_state = 'here' AND e.seq <= m.seq
          AND e.body_at <= m.made_at - interval '1 minute'
        UNION SELECT c.hash FROM content c WHERE c.hash = ANY (p_hash)
          AND c.put_at <= (SELECT max(m.made_at) FROM backup_mark m) - interval '1 minute';
END $$;
