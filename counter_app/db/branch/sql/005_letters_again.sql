-- The letters of a journal with which a PC goes on, after the branch was found to hold another end of its
-- former one. The same journal may ask again.
CREATE FUNCTION take_letters_v1(p_journal text, p_letters text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    RETURN give_letters(me.terminal, p_journal, p_letters);
END $$;
