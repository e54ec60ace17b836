-- A server without room still says who it is, so that whoever asks can take what others wrote before.

-- The promise is as it was; what is noted of the caller may be missing while there is no room for it.
CREATE OR REPLACE FUNCTION hello_v1(p_program text, p_now timestamptz, p_waiting bigint)
RETURNS TABLE (branch_id text, branch_name text, terminal_number integer, labels text[],
               branch_now timestamptz, schema_step integer)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = counter, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me terminal := asking();
BEGIN
    BEGIN
        UPDATE terminal SET program = p_program, waiting = p_waiting, asked_at = clock_timestamp(),
            skew_ms = round(extract(epoch FROM p_now - clock_timestamp()) * 1000)
        WHERE role_name = me.role_name;
    EXCEPTION WHEN disk_full THEN
        NULL;
    END;
    RETURN QUERY SELECT b.branch_id, b.name, me.terminal, me.audiences, clock_timestamp(),
        (SELECT max(s.number) FROM schema_step s) FROM branch b;
END $$;
