-- What terminals may call. Each function runs with its owner's rights and its own search path; a
-- terminal's role may execute these and touch nothing else. A function's promise never changes: another
-- promise gets another number beside it, and the old one stays until no program asks for it.

-- The terminal that asks. Without it, or after it was revoked, nothing is answered.
CREATE FUNCTION asking() RETURNS terminal
LANGUAGE plpgsql STABLE
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    found terminal;
BEGIN
    SELECT * INTO found FROM terminal WHERE role_name = session_user AND revoked_at IS NULL;
    IF found.role_name IS NULL THEN
        RAISE EXCEPTION 'not_admitted' USING ERRCODE = '42501';
    END IF;
    RETURN found;
END $$;

-- Who I am and whom I talk to; the caller's clock, program and backlog are noted for the branch page.
CREATE FUNCTION hello_v1(p_program text, p_now timestamptz, p_waiting bigint)
RETURNS TABLE (branch_id text, branch_name text, terminal_number integer, labels text[],
               branch_now timestamptz, schema_step integer)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    UPDATE terminal SET program = p_program, waiting = p_waiting, asked_at = clock_timestamp(),
        skew_ms = round(extract(epoch FROM p_now - clock_timestamp()) * 1000)
    WHERE role_name = me.role_name;
    RETURN QUERY SELECT b.branch_id, b.name, me.terminal, me.audiences, clock_timestamp(),
        (SELECT max(s.number) FROM schema_step s) FROM branch b;
END $$;

-- The letters that journals of the caller's terminal have, also of those that were opened apart.
CREATE FUNCTION letters_v1() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    RETURN QUERY SELECT l.letters FROM letter l WHERE l.terminal = me.terminal
        UNION SELECT e.body::jsonb ->> 'letter' FROM journal j JOIN entry e USING (journal_id)
        WHERE j.role_name = me.role_name AND e.seq = 1 AND e.kind = 'journal_opened'
          AND e.body_state = 'here';
END $$;

-- The letters of a journal: those it has, else those it asks for; given once, so that no two journals of a
-- terminal ever number alike.
CREATE FUNCTION give_letters(p_terminal integer, p_journal text, p_letters text) RETURNS text
LANGUAGE plpgsql
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    given text;
BEGIN
    IF (p_letters ~ '^[A-HJKMNP-TV-Z]{1,3}$') IS NOT TRUE THEN
        RAISE EXCEPTION 'malformed';
    END IF;
    SELECT l.letters INTO given FROM letter l
        WHERE l.journal_id = p_journal AND l.terminal = p_terminal;
    IF given IS NULL THEN
        INSERT INTO letter (terminal, letters, journal_id)
            VALUES (p_terminal, p_letters, p_journal)
            ON CONFLICT DO NOTHING RETURNING letters INTO given;
    END IF;
    IF given IS NULL THEN
        RAISE EXCEPTION 'letters_taken';
    END IF;
    RETURN given;
END $$;

-- Takes up the one-time password: another one, which only the caller knows, comes in its place, and
-- the journal gets the letters, or those it has already. Once for each admission; the same journal may
-- repeat it. What comes is the verifier of the password, so that no log here ever shows the password.
CREATE FUNCTION join_v1(p_journal text, p_letters text, p_scram text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
    taken text;
    given text;
BEGIN
    SELECT t.joined_by INTO taken FROM terminal t WHERE t.role_name = me.role_name FOR UPDATE;
    IF taken <> p_journal THEN
        RAISE EXCEPTION 'code_used';
    END IF;
    IF (p_scram ~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$') IS NOT TRUE THEN
        RAISE EXCEPTION 'malformed';
    END IF;
    given := give_letters(me.terminal, p_journal, p_letters);
    UPDATE terminal t SET joined_at = coalesce(t.joined_at, clock_timestamp()), joined_by = p_journal
        WHERE t.role_name = me.role_name;
    EXECUTE format('ALTER ROLE %I PASSWORD %L VALID UNTIL ''infinity''', me.role_name, p_scram);
    RETURN given;
END $$;

CREATE FUNCTION head_v1(p_journal text) RETURNS TABLE (seq bigint, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT j.seq, j.hash FROM journal j WHERE j.journal_id = p_journal;
END $$;

CREATE FUNCTION heads_v1()
RETURNS TABLE (journal_id text, seq bigint, hash text, backed_up bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT j.journal_id, j.seq, j.hash, coalesce(m.seq, 0)
        FROM journal j LEFT JOIN backup_mark m USING (journal_id);
END $$;

-- What an erasure names under a key; what is no list of names names nothing.
CREATE FUNCTION named_in(p_body text, p_key text) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = counter, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT jsonb_array_elements_text(p_body::jsonb -> p_key);
EXCEPTION WHEN data_exception OR untranslatable_character THEN
    RETURN;
END $$;

-- Holds erasures and whatever brings bodies apart: of two at once, the later one sees the other.
CREATE FUNCTION stand_apart(p_erases boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = counter, pg_temp AS $$
BEGIN
    IF p_erases THEN
        PERFORM pg_advisory_xact_lock(hashtext('counter erasures'));
    ELSE
        PERFORM pg_advisory_xact_lock_shared(hashtext('counter erasures'));
    END IF;
END $$;

-- What these entries order to erase goes, and never comes back. How journals begin stays, and so do the
-- orders themselves: without them a new holder would not know. Snapshots may hold what is erased and
-- cannot be looked into: they go, and are made anew.
CREATE FUNCTION obey_erasures(p_orders text[]) RETURNS void
LANGUAGE plpgsql
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    gone text[];
BEGIN
    SELECT array_agg(DISTINCT n) INTO gone FROM entry e,
        unnest(ARRAY['entries', 'contents', 'subjects']) AS k, named_in(e.body, k) AS n
        WHERE e.hash = ANY (p_orders) AND e.kind = 'body_erased' AND e.body_state = 'here';
    IF gone IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO erased (named) SELECT unnest(gone) ON CONFLICT DO NOTHING;
    UPDATE entry e SET body = NULL, salt = NULL, body_state = 'erased'
        WHERE e.hash = ANY (gone) AND e.body_state <> 'erased'
          AND e.kind NOT IN ('body_erased', 'journal_opened');
    DELETE FROM content c WHERE c.hash = ANY (gone) OR c.subject = ANY (gone);
    DELETE FROM quarantine q WHERE q.hash = ANY (gone) OR q.subject = ANY (gone);
    DELETE FROM snapshot;
END $$;

-- Takes a batch of one journal whole, or says why not and takes nothing. Safe to repeat.
-- The signature stands under the last entry; here only its presence is judged, pullers check it.
CREATE FUNCTION take(
    p_role text, p_journal text, p_signature text,
    p_seq bigint[], p_kind text[], p_version bigint[], p_subject text[], p_audience text[],
    p_turn bigint[], p_saw text[], p_occurred text[], p_business text[], p_actor text[],
    p_commit bigint[], p_digest text[], p_prev text[], p_hash text[], p_body text[], p_salt text[],
    p_state text[]
) RETURNS TABLE (outcome text, head_seq bigint, head_hash text)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    held journal;
    upto bigint := p_seq[array_length(p_seq, 1)];
    wrong text;
    had bigint;
BEGIN
    IF upto IS NULL OR p_journal IS NULL OR (p_signature ~ '^[0-9a-f]{128}$') IS NOT TRUE
       OR array_length(p_seq, 1) > 2000 OR p_commit[array_length(p_seq, 1)] IS DISTINCT FROM upto THEN
        RETURN QUERY SELECT 'bad_hash', coalesce(max(j.seq), 0), max(j.hash) FROM journal j
            WHERE j.journal_id = p_journal;
        RETURN;
    END IF;
    PERFORM stand_apart('body_erased' = ANY (p_kind));
    INSERT INTO journal (journal_id, role_name) VALUES (p_journal, p_role) ON CONFLICT DO NOTHING;
    SELECT * INTO held FROM journal j WHERE j.journal_id = p_journal FOR UPDATE;
    had := held.seq;
    WITH offered AS (
        SELECT * FROM unnest(p_seq, p_kind, p_version, p_subject, p_audience, p_turn, p_saw,
            p_occurred, p_business, p_actor, p_commit, p_digest, p_prev, p_hash, p_body, p_salt,
            p_state) WITH ORDINALITY AS o(seq, kind, version, subject, audience, turn, saw,
            occurred_at, business_date, actor, commit_seq, digest, prev, hash, body, salt, state, n)
    ), overlap AS (
        SELECT o.n, 'fork' AS fault FROM offered o LEFT JOIN entry e
            ON e.journal_id = p_journal AND e.seq = o.seq
        WHERE o.seq <= had AND (e.hash = o.hash) IS NOT TRUE
        UNION ALL SELECT o.n, 'bad_hash' FROM offered o WHERE o.seq IS NULL
    ), fresh AS (
        SELECT o.*,
            coalesce(lag(o.seq) OVER w, had) AS before_seq,
            CASE WHEN lag(o.seq) OVER w IS NULL THEN held.hash ELSE lag(o.hash) OVER w END
                AS before_hash,
            coalesce(lag(o.commit_seq) OVER w, had) AS before_commit,
            -- The preimage, written out: a function of ours for each part cost ten times as much.
            encode(sha256(convert_to(
                octet_length(p_journal) || ':' || p_journal
                || octet_length(o.seq::text) || ':' || o.seq::text
                || octet_length(o.kind) || ':' || o.kind
                || octet_length(o.version::text) || ':' || o.version::text
                || octet_length(o.subject) || ':' || o.subject
                || octet_length(o.audience) || ':' || o.audience
                || octet_length(o.turn::text) || ':' || o.turn::text
                || coalesce(octet_length(o.saw) || ':' || o.saw, '-')
                || octet_length(o.occurred_at) || ':' || o.occurred_at
                || octet_length(o.business_date) || ':' || o.business_date
                || octet_length(o.actor) || ':' || o.actor
                || octet_length(o.commit_seq::text) || ':' || o.commit_seq::text
                || octet_length(o.digest) || ':' || o.digest
                || coalesce(octet_length(o.prev) || ':' || o.prev, '-'),
                'UTF8')), 'hex') AS made
        FROM offered o WHERE o.seq > had WINDOW w AS (ORDER BY o.n)
    ), judged AS (
        -- What is wrong with each entry as the successor of the one before it.
        SELECT f.n, CASE
            WHEN f.seq <> f.before_seq + 1 THEN 'gap'
            WHEN f.prev IS DISTINCT FROM f.before_hash THEN 'fork'
            WHEN (f.made = f.hash) IS NOT TRUE OR f.commit_seq < f.seq THEN 'bad_hash'
            WHEN f.commit_seq - f.seq >= 100 OR octet_length(f.subject) > 500 THEN 'bad_hash'
            WHEN f.before_seq < f.before_commit AND f.commit_seq <> f.before_commit THEN 'bad_hash'
            WHEN f.state = 'here' THEN CASE
                WHEN f.body IS NULL OR f.salt IS NULL OR length(f.salt) <> 32
                    OR translate(f.salt, '0123456789abcdef', '') <> '' THEN 'bad_hash'
                WHEN encode(sha256(decode(f.salt, 'hex') || convert_to(f.body, 'UTF8')), 'hex')
                    <> f.digest THEN 'bad_hash'
                WHEN octet_length(f.body) > 1000000 THEN 'too_big'
            END
            WHEN f.body IS NOT NULL OR f.salt IS NOT NULL THEN 'bad_hash'
            WHEN (f.state IN ('elsewhere', 'erased')) IS NOT TRUE THEN 'bad_hash'
        END AS fault FROM fresh f
    ), faults AS (
        SELECT n, fault FROM overlap UNION ALL SELECT n, fault FROM judged WHERE fault IS NOT NULL
    ), stored AS (
        INSERT INTO entry (journal_id, seq, kind, version, subject, audience, turn, saw, occurred_at,
            business_date, actor, commit_seq, digest, prev, hash, body, salt, body_state, signature)
        SELECT p_journal, f.seq, f.kind, f.version, f.subject, f.audience, f.turn,
            f.saw, f.occurred_at, f.business_date, f.actor, f.commit_seq, f.digest, f.prev, f.hash,
            CASE WHEN x.named IS NULL THEN f.body END, CASE WHEN x.named IS NULL THEN f.salt END,
            CASE WHEN x.named IS NULL THEN f.state ELSE 'erased' END,
            CASE WHEN f.seq = upto THEN p_signature END
        FROM fresh f LEFT JOIN erased x
            ON x.named = f.hash AND f.kind NOT IN ('body_erased', 'journal_opened')
        WHERE NOT EXISTS (SELECT FROM faults) ORDER BY f.n
        RETURNING seq
    )
    SELECT (SELECT fault FROM faults ORDER BY n LIMIT 1) INTO wrong FROM (SELECT count(*) FROM stored) s;
    IF wrong IS NULL AND upto > had THEN
        UPDATE journal j SET seq = upto, hash = p_hash[array_length(p_hash, 1)]
            WHERE j.journal_id = p_journal RETURNING * INTO held;
        UPDATE terminal t SET pushed_at = clock_timestamp() WHERE t.role_name = p_role;
        IF 'body_erased' = ANY (p_kind) THEN
            PERFORM obey_erasures(p_hash);
        END IF;
        PERFORM pg_notify('counter', p_journal || ' ' || upto);
    END IF;
    IF wrong IS NOT NULL AND had = 0 AND NOT EXISTS (
        SELECT FROM entry e WHERE e.journal_id = p_journal) THEN
        DELETE FROM journal j WHERE j.journal_id = p_journal;
    END IF;
    RETURN QUERY SELECT coalesce(wrong, 'ok'), held.seq, held.hash;
END $$;

-- A terminal's own journal, beyond what the branch holds of it.
CREATE FUNCTION push_v1(
    p_journal text, p_signature text,
    p_seq bigint[], p_kind text[], p_version bigint[], p_subject text[], p_audience text[],
    p_turn bigint[], p_saw text[], p_occurred text[], p_business text[], p_actor text[],
    p_commit bigint[], p_digest text[], p_prev text[], p_hash text[], p_body text[], p_salt text[],
    p_state text[]
) RETURNS TABLE (outcome text, head_seq bigint, head_hash text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    IF EXISTS (SELECT FROM journal j WHERE j.journal_id = p_journal
               AND j.role_name <> me.role_name) THEN
        RAISE EXCEPTION 'not_yours' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY SELECT * FROM take(me.role_name, p_journal, p_signature, p_seq, p_kind, p_version,
        p_subject, p_audience, p_turn, p_saw, p_occurred, p_business, p_actor, p_commit, p_digest,
        p_prev, p_hash, p_body, p_salt, p_state);
END $$;

-- Another terminal's journal, which this branch held once and lost: the signature is its writer's.
CREATE FUNCTION give_back_v1(
    p_terminal integer, p_journal text, p_signature text,
    p_seq bigint[], p_kind text[], p_version bigint[], p_subject text[], p_audience text[],
    p_turn bigint[], p_saw text[], p_occurred text[], p_business text[], p_actor text[],
    p_commit bigint[], p_digest text[], p_prev text[], p_hash text[], p_body text[], p_salt text[],
    p_state text[]
) RETURNS TABLE (outcome text, head_seq bigint, head_hash text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
    owner text := me.role_name;
BEGIN
    SELECT t.role_name INTO owner FROM terminal t WHERE t.terminal = p_terminal;
    RETURN QUERY SELECT * FROM take(coalesce(owner, me.role_name), p_journal, p_signature, p_seq,
        p_kind, p_version, p_subject, p_audience, p_turn, p_saw, p_occurred, p_business, p_actor,
        p_commit, p_digest, p_prev, p_hash, p_body, p_salt, p_state);
END $$;

-- Bodies that this branch lost or never had come back to the entries that miss them. An erased one
-- never does.
CREATE FUNCTION give_bodies_v1(p_hash text[], p_body text[], p_salt text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    erases boolean;
    taken bigint;
BEGIN
    PERFORM asking();
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

-- Bodies of entries that the caller holds without, as far as it may hold them.
CREATE FUNCTION bodies_get_v1(p_hash text[]) RETURNS TABLE (hash text, body text, salt text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    RETURN QUERY SELECT e.hash, e.body, e.salt FROM entry e
        WHERE e.hash = ANY (p_hash) AND e.body_state = 'here' AND e.audience = ANY (me.audiences);
END $$;

-- What lies beyond a vector cursor, in one snapshot: STABLE, so that all its statements see the same.
-- A journal's page ends at a signed entry, and so never inside a commit. Bodies of labels that the
-- caller may not hold stay here.
CREATE FUNCTION pull_v1(p_journals text[], p_seqs bigint[], p_limit bigint)
RETURNS TABLE (journal_id text, seq bigint, kind text, version bigint, subject text, audience text,
    turn bigint, saw text, occurred_at text, business_date text, actor text, commit_seq bigint,
    digest text, prev text, hash text, body text, salt text, body_state text, signature text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
    left_over bigint := p_limit;
    ahead record;
    upto bigint;
BEGIN
    FOR ahead IN
        SELECT j.journal_id, j.seq AS head_seq, coalesce(c.seq, 0) AS seq
        FROM journal j LEFT JOIN unnest(p_journals, p_seqs) AS c(journal_id, seq) USING (journal_id)
        WHERE j.seq > coalesce(c.seq, 0) ORDER BY j.journal_id
    LOOP
        EXIT WHEN left_over <= 0;
        upto := coalesce((
            SELECT x.seq FROM entry x WHERE x.journal_id = ahead.journal_id
              AND x.seq >= ahead.seq + left_over AND x.signature IS NOT NULL
            ORDER BY x.seq LIMIT 1), ahead.head_seq);
        RETURN QUERY SELECT e.journal_id, e.seq, e.kind, e.version, e.subject, e.audience, e.turn,
            e.saw, e.occurred_at, e.business_date, e.actor, e.commit_seq, e.digest, e.prev, e.hash,
            CASE WHEN e.audience = ANY (me.audiences) THEN e.body END,
            CASE WHEN e.audience = ANY (me.audiences) THEN e.salt END,
            CASE WHEN e.audience = ANY (me.audiences) OR e.body_state = 'erased' THEN e.body_state
                 ELSE 'elsewhere' END,
            e.signature
        FROM entry e WHERE e.journal_id = ahead.journal_id AND e.seq > ahead.seq
          AND e.seq <= upto ORDER BY e.seq;
        left_over := left_over - (upto - ahead.seq);
    END LOOP;
END $$;

-- Those of the hashes that the branch lacks.
CREATE FUNCTION content_missing_v1(p_hash text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT o.hash FROM unnest(p_hash) AS o(hash)
        WHERE NOT EXISTS (SELECT FROM content c WHERE c.hash = o.hash)
          AND NOT EXISTS (SELECT FROM erased x WHERE x.named = o.hash);
END $$;

-- The hashes of what concerns nobody in person: procedures, packs, questions, layouts.
CREATE FUNCTION content_shared_v1() RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT c.hash FROM content c WHERE c.subject IS NULL;
END $$;

CREATE FUNCTION content_put_v1(
    p_hash text[], p_media text[], p_subject text[], p_audience text[], p_data bytea[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    taken bigint;
BEGIN
    PERFORM asking();
    PERFORM stand_apart(false);
    INSERT INTO content SELECT * FROM unnest(p_hash, p_media, p_subject, p_audience, p_data)
        AS o(hash, media, subject, audience, data)
        WHERE encode(sha256(o.data), 'hex') = o.hash
          AND NOT EXISTS (SELECT FROM erased x WHERE x.named IN (o.hash, o.subject))
        ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS taken = ROW_COUNT;
    RETURN taken;
END $$;

CREATE FUNCTION content_get_v1(p_hash text[])
RETURNS TABLE (hash text, media text, subject text, audience text, data bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    RETURN QUERY SELECT c.hash, c.media, c.subject, c.audience, c.data FROM content c
        WHERE c.hash = ANY (p_hash) AND c.audience = ANY (me.audiences);
END $$;

-- The first of the keys that is free, in the caller's order; the same answer to the same request.
CREATE FUNCTION claim_first_v1(p_keys text[], p_holder text, p_request text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
    candidate text;
    got text;
BEGIN
    INSERT INTO claim_request (request_id, role_name) VALUES (p_request, me.role_name)
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN (SELECT r.key FROM claim_request r WHERE r.request_id = p_request);
    END IF;
    FOREACH candidate IN ARRAY p_keys LOOP
        INSERT INTO claim (key, holder) VALUES (candidate, p_holder)
            ON CONFLICT DO NOTHING RETURNING key INTO got;
        EXIT WHEN got IS NOT NULL;
    END LOOP;
    UPDATE claim_request r SET key = got WHERE r.request_id = p_request;
    RETURN got;
END $$;

CREATE FUNCTION claims_v1(p_keys text[]) RETURNS TABLE (key text, holder text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT c.key, c.holder FROM claim c WHERE c.key = ANY (p_keys);
END $$;

CREATE FUNCTION verifier_put_v1(p_staff text, p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    INSERT INTO verifier AS v (staff, verifier, set_by) VALUES (p_staff, p_verifier, me.role_name)
        ON CONFLICT (staff) DO UPDATE SET verifier = EXCLUDED.verifier, set_by = EXCLUDED.set_by,
            changed_at = clock_timestamp();
END $$;

CREATE FUNCTION verifier_get_v1(p_staff text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN (SELECT v.verifier FROM verifier v WHERE v.staff = p_staff);
END $$;

CREATE FUNCTION quarantine_v1(
    p_journal text, p_hash text[], p_subject text[], p_reason text, p_data text[]
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    PERFORM stand_apart(false);
    INSERT INTO quarantine (journal_id, hash, subject, reason, role_name, data)
        SELECT p_journal, o.hash, o.subject, p_reason, me.role_name, o.data
        FROM unnest(p_hash, p_subject, p_data) AS o(hash, subject, data)
        WHERE NOT EXISTS (SELECT FROM erased x WHERE x.named IN (o.hash, o.subject))
        ON CONFLICT DO NOTHING;
END $$;

-- The hashes of entries of these journals that stand here without their bodies, and are not erased,
-- beyond a hash and in order.
CREATE FUNCTION bodies_wanted_v1(p_journals text[], p_after text, p_limit bigint) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT e.hash FROM entry e
        WHERE e.body_state = 'elsewhere' AND e.hash > p_after AND e.journal_id = ANY (p_journals)
        ORDER BY e.hash LIMIT p_limit;
END $$;

-- All terminals of the branch as they were last seen.
CREATE FUNCTION terminal_states()
RETURNS TABLE (terminal_number integer, revoked boolean, program text, skew_ms bigint,
    waiting bigint, asked_s bigint, pushed_s bigint, journals text[], entries bigint,
    quarantined bigint)
LANGUAGE sql STABLE
SET search_path = counter, pg_temp AS $$
    SELECT t.terminal, t.revoked_at IS NOT NULL, t.program, t.skew_ms, t.waiting,
        extract(epoch FROM clock_timestamp() - t.asked_at)::bigint,
        extract(epoch FROM clock_timestamp() - t.pushed_at)::bigint,
        coalesce(array_agg(j.journal_id ORDER BY j.journal_id)
            FILTER (WHERE j.journal_id IS NOT NULL), '{}'),
        coalesce(sum(j.seq), 0)::bigint,
        (SELECT count(*) FROM quarantine q WHERE q.role_name = t.role_name)
    FROM terminal t LEFT JOIN journal j USING (role_name)
    GROUP BY t.role_name ORDER BY t.terminal
$$;

-- The same for a terminal's page that lists them.
CREATE FUNCTION status_v1()
RETURNS TABLE (terminal_number integer, revoked boolean, program text, skew_ms bigint,
    waiting bigint, asked_s bigint, pushed_s bigint, journals text[], entries bigint,
    quarantined bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT * FROM terminal_states();
END $$;

-- The bytes that are hashed of a stored entry, for whoever looks the branch over.
CREATE FUNCTION preimage(e entry) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(coalesce(octet_length(o.part) || ':' || o.part, '-'), '' ORDER BY o.n)
    FROM unnest(ARRAY[e.journal_id, e.seq::text, e.kind, e.version::text, e.subject, e.audience,
        e.turn::text, e.saw, e.occurred_at, e.business_date, e.actor, e.commit_seq::text, e.digest,
        e.prev]) WITH ORDINALITY AS o(part, n));

-- The entries of this branch that are not as they were written: whoever can write the tables could
-- change them, and a page of a disk can. For the administrator; terminals check what they pull.
CREATE FUNCTION unsound_entries() RETURNS TABLE (journal_id text, seq bigint, what text)
LANGUAGE sql STABLE
SET search_path = counter, pg_temp AS $$
    SELECT w.journal_id, w.seq, w.what FROM (
        SELECT e.journal_id, e.seq, CASE
            WHEN e.seq <> coalesce(lag(e.seq) OVER j, 0) + 1 THEN 'gap'
            WHEN e.prev IS DISTINCT FROM lag(e.hash) OVER j THEN 'prev'
            WHEN encode(sha256(convert_to(preimage(e), 'UTF8')), 'hex') <> e.hash THEN 'hash'
            WHEN e.body_state = 'here' AND (e.body IS NULL OR e.salt IS NULL OR encode(sha256(
                decode(e.salt, 'hex') || convert_to(e.body, 'UTF8')), 'hex') <> e.digest) THEN 'digest'
            WHEN e.body_state <> 'here' AND coalesce(e.body, e.salt) IS NOT NULL THEN 'state'
            WHEN e.body_state = 'here' AND e.kind NOT IN ('body_erased', 'journal_opened')
                AND EXISTS (SELECT FROM erased x WHERE x.named = e.hash) THEN 'erased'
        END AS what
        FROM entry e WINDOW j AS (PARTITION BY e.journal_id ORDER BY e.seq)
    ) w WHERE w.what IS NOT NULL
    UNION ALL
    SELECT j.journal_id, j.seq, 'head' FROM journal j WHERE NOT EXISTS (
        SELECT FROM entry e WHERE e.journal_id = j.journal_id AND e.seq = j.seq AND e.hash = j.hash)
$$;
