-- The letters of a journal with which a PC goes on, after the branch was found to hold another end of its
-- former one: given once, so that two PCs that were one never number alike. The same journal may ask again.
CREATE FUNCTION take_letters_v1(p_journal text, p_letters text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
    given text;
BEGIN
    IF p_letters !~ '^[A-HJKMNP-TV-Z]{1,3}$' THEN
        RAISE EXCEPTION 'malformed';
    END IF;
    SELECT l.letters INTO given FROM letter l
        WHERE l.journal_id = p_journal AND l.terminal = me.terminal;
    IF given IS NULL THEN
        INSERT INTO letter (terminal, letters, journal_id)
            VALUES (me.terminal, p_letters, p_journal)
            ON CONFLICT DO NOTHING RETURNING letters INTO given;
    END IF;
    IF given IS NULL THEN
        RAISE EXCEPTION 'letters_taken';
    END IF;
    RETURN given;
END $$;
