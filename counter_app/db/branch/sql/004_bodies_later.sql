-- Bodies that come after their entries, for head office too: where one that may not hold a body gave an
-- entry back to a restored branch, its writer brings the body a moment later.

-- Bodies come to the entries that miss them; erased ones never. How many were taken.
CREATE FUNCTION take_bodies(p_hash text[], p_body text[], p_salt text[]) RETURNS bigint
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
    UPDATE entry e SET body = o.body, salt = o.salt, body_state = 'here'
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

-- The promise is as it was; what it does stands above now.
CREATE OR REPLACE FUNCTION give_bodies_v1(p_hash text[], p_body text[], p_salt text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
BEGIN
    PERFORM asking();
    RETURN take_bodies(p_hash, p_body, p_salt);
END $$;

-- What head office holds of a branch without its body, and is not erased, beyond a hash and in order.
CREATE FUNCTION office_wanted(p_branch text, p_after text, p_limit bigint) RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = counter, pg_temp AS $$
    SELECT e.hash FROM entry e JOIN journal j USING (journal_id)
    WHERE e.body_state = 'elsewhere' AND e.hash > p_after AND j.role_name = p_branch
    ORDER BY e.hash LIMIT p_limit;
$$;
