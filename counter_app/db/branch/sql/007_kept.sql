-- What a terminal may let go of: only bytes that lie here and in a backup of this database.

-- When a body or content came: it may come after its entry. What is here already counts from now.
ALTER TABLE entry ADD COLUMN body_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE content ADD COLUMN put_at timestamptz NOT NULL DEFAULT now();

-- A body that comes later, however it comes, is in no backup before it.
CREATE FUNCTION body_came() RETURNS trigger
LANGUAGE plpgsql
SET search_path = counter, pg_temp AS $$
BEGIN
    NEW.body_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER body_came BEFORE UPDATE OF body_state ON entry FOR EACH ROW
    WHEN (OLD.body_state <> 'here' AND NEW.body_state = 'here') EXECUTE FUNCTION body_came();

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
