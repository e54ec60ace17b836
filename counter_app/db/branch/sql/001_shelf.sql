-- The shelf of a branch: journals with their heads, entries, content, claims, and who may ask.
-- Every column of an entry is text or a whole number as its writer made it: a time or a jsonb would be
-- written back in other words, and every hash would break.

CREATE TABLE branch (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    branch_id text NOT NULL,
    name text NOT NULL,
    founded_at timestamptz NOT NULL DEFAULT now()
);

-- One role for each terminal. `audiences` are the labels whose bodies it may hold; `joined_by` is the
-- journal that took up the one-time password.
CREATE TABLE terminal (
    role_name text PRIMARY KEY,
    terminal integer NOT NULL CHECK (terminal BETWEEN 1 AND 99),
    audiences text[] NOT NULL,
    admitted_at timestamptz NOT NULL DEFAULT now(),
    joined_at timestamptz,
    joined_by text,
    revoked_at timestamptz,
    program text NOT NULL DEFAULT '',
    skew_ms bigint,
    waiting bigint,
    asked_at timestamptz,
    pushed_at timestamptz
);

-- The letters that journals of a terminal number their cases with: never given twice.
CREATE TABLE letter (
    terminal integer NOT NULL,
    letters text NOT NULL,
    journal_id text NOT NULL UNIQUE,
    PRIMARY KEY (terminal, letters)
);

-- The head row of a journal is what a push locks. seq 0 and no hash before the first entry.
-- What is looked up is collated by its bytes: by a language, each comparison costs several times as much.
CREATE TABLE journal (
    journal_id text COLLATE "C" PRIMARY KEY,
    role_name text NOT NULL REFERENCES terminal,
    seq bigint NOT NULL DEFAULT 0,
    hash text
);

CREATE TABLE entry (
    journal_id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    version bigint NOT NULL,
    subject text NOT NULL,
    audience text NOT NULL,
    turn bigint NOT NULL,
    saw text,
    occurred_at text NOT NULL,
    business_date text NOT NULL,
    actor text NOT NULL,
    commit_seq bigint NOT NULL,
    digest text NOT NULL,
    prev text,
    hash text COLLATE "C" NOT NULL,
    body text,
    salt text,
    body_state text NOT NULL CHECK (body_state IN ('here', 'elsewhere', 'erased')),
    signature text,
    pushed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (journal_id, seq)
);
-- Not unique: two entries of one hash are one entry, and its journal and number are unique already.
CREATE INDEX entry_hash ON entry USING hash (hash);
CREATE INDEX entry_without_body ON entry (hash) WHERE body_state = 'elsewhere';
CREATE INDEX entry_erases ON entry (journal_id, seq) WHERE kind = 'body_erased';
-- Bodies are long and already dense: a second try to shrink each of them costs more than it saves.
ALTER TABLE entry ALTER COLUMN body SET STORAGE MAIN;

-- What is erased for ever, here or not: hashes of entries and of content, and subjects of which no
-- content is taken any more.
CREATE TABLE erased (named text PRIMARY KEY);

CREATE TABLE content (
    hash text PRIMARY KEY,
    media text NOT NULL,
    subject text,
    audience text NOT NULL,
    data bytea NOT NULL
);
CREATE INDEX content_subject ON content (subject);

CREATE TABLE claim (
    key text PRIMARY KEY,
    holder text NOT NULL,
    claimed_at timestamptz NOT NULL DEFAULT now()
);

-- The same request gets the same answer for ever, also the answer that nothing was free.
CREATE TABLE claim_request (
    request_id text PRIMARY KEY,
    role_name text NOT NULL,
    key text,
    asked_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE verifier (
    staff text PRIMARY KEY,
    verifier text NOT NULL,
    set_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- Signed sets of entries from which a new PC works in seconds, in parts that a slow line carries. `upto`
-- is how many entries its maker held.
CREATE TABLE snapshot (
    name text NOT NULL,
    part integer NOT NULL,
    parts integer NOT NULL,
    role_name text NOT NULL REFERENCES terminal,
    journal_id text NOT NULL,
    signature text NOT NULL,
    business_date text NOT NULL,
    upto bigint NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    data bytea NOT NULL,
    PRIMARY KEY (name, part)
);

-- The losing ends of forked journals, byte for byte, until a supervisor has settled each fact.
CREATE TABLE quarantine (
    journal_id text NOT NULL,
    hash text NOT NULL,
    subject text NOT NULL,
    reason text NOT NULL,
    role_name text NOT NULL,
    brought_at timestamptz NOT NULL DEFAULT now(),
    data text NOT NULL,
    PRIMARY KEY (journal_id, hash)
);

-- How far each journal is in a backup of this database: only that far may a terminal forget.
CREATE TABLE backup_mark (
    journal_id text PRIMARY KEY,
    seq bigint NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
