-- The log and everything appending and sequencing need: what was written, never changed.
-- No table uses a sequence: none of what orders the log can fall behind when a database is moved without them.

-- What a row must be stands in annals.entry_problem(): as constraints, which PostgreSQL reads again for every
-- insert, it would take two fifths of an append.
CREATE TABLE annals.entry (
    event_id       uuid        NOT NULL,
    revision       integer     NOT NULL,
    kind           text        NOT NULL,  -- recorded, corrected, retracted or redacted
    reason         text,
    erases         text[],     -- of a redaction: title, note, reason (of every revision), reason/2 (of one)
    -- An event: its date as written and its four bounds (half-open, by the day).
    occurred       text,
    begin_earliest date,
    begin_latest   date,
    end_earliest   date,
    end_latest     date,
    actors         text[],
    recipients     text[],
    type           text,
    mode           text,
    contexts       text[],
    modality       text,
    title          text,
    note           text,
    effects        jsonb,      -- as claimed; null leaves them to the rulebook, [] claims none
    sources        jsonb,
    grade          text,
    reported       text,
    tags           text[],
    -- Or what it says of an actor: {"actor", "name", "kind", "aliases", "codes"}.
    actor          jsonb,
    -- The streams it touches, and its version in each.
    streams        text[]      NOT NULL,
    versions       bigint[]    NOT NULL,
    appended_at    timestamptz NOT NULL,
    appended_by    text        NOT NULL,  -- what the program says
    appended_as    text        NOT NULL,  -- the role that was logged in, which the server vouches for
    origin         text        NOT NULL,
    salt           bytea       NOT NULL,
    digest         bytea       NOT NULL,  -- SHA-256 over its canonical bytes
    -- What is left of a text erased by a redaction: SHA-256 over its salt, which is erased with it, and the text.
    title_hash     bytea,
    note_hash      bytea,
    reason_hash    bytea,
    PRIMARY KEY (event_id, revision)
);

-- ANALYZE keeps samples of what it looks at, also of what is erased afterwards; nobody searches by these texts.
ALTER TABLE annals.entry
    ALTER COLUMN title SET STATISTICS 0, ALTER COLUMN note SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0;

COMMENT ON TABLE annals.entry IS
    'Rows of the log: an event or an actor recorded, corrected (full replacement) or retracted, or a text erased.';

CREATE TABLE annals.stream (
    id text COLLATE "C" PRIMARY KEY
);

COMMENT ON TABLE annals.stream IS 'The streams there are: a relationship (a/b, slugs in order) or an actor.';

CREATE TABLE annals.stream_entry (
    stream   text COLLATE "C" NOT NULL,
    version  bigint  NOT NULL,
    event_id uuid    NOT NULL,
    revision integer NOT NULL,
    PRIMARY KEY (stream, version)
);

COMMENT ON TABLE annals.stream_entry IS 'Which entry each version of a stream is.';

-- What an entry means for the projections: the rows it adds to them, but for its place in the log.
CREATE TYPE annals.derived_effect AS (
    stream         text COLLATE "C",
    facet          text COLLATE "C",
    key            text COLLATE "C",
    from_actor     text COLLATE "C",
    to_actor       text COLLATE "C",
    claimant       text COLLATE "C",
    value          text,
    level          smallint,
    rank           smallint,
    shape          smallint,
    begin_earliest date,
    begin_latest   date,
    end_earliest   date,
    end_latest     date,
    begin_edtf     text,
    end_edtf       text,
    modality       text,
    grade          text
);

CREATE TYPE annals.derived_activity AS (
    stream       text COLLATE "C",
    from_actor   text COLLATE "C",
    to_actor     text COLLATE "C",
    month        date,
    quad_class   smallint,
    events       integer,  -- 1 for an event that counts, -1 for one that no longer does
    score_tenths integer
);

CREATE TYPE annals.derived_name AS (
    folded  text COLLATE "C",
    scheme  text COLLATE "C",
    written text
);

CREATE TYPE annals.derived_actor AS (
    slug  text COLLATE "C",
    name  text,
    kind  text,
    names annals.derived_name[]
);

CREATE TYPE annals.derivation AS (
    effects  annals.derived_effect[],  -- in the order of the event's
    activity annals.derived_activity[],
    actor    annals.derived_actor
);

-- An entry as annals.append() takes it: the columns of annals.entry but for those it fills in.
CREATE TYPE annals.new_entry AS (
    event_id       uuid,
    revision       integer,
    kind           text,
    reason         text,
    erases         text[],
    occurred       text,
    begin_earliest date,
    begin_latest   date,
    end_earliest   date,
    end_latest     date,
    actors         text[],
    recipients     text[],
    type           text,
    mode           text,
    contexts       text[],
    modality       text,
    title          text,
    note           text,
    effects        jsonb,
    sources        jsonb,
    grade          text,
    reported       text,
    tags           text[],
    actor          jsonb,
    streams        text[],
    appended_by    text,
    origin         text,
    salt           bytea,
    digest         bytea,
    derived        annals.derivation
);

-- Sequencing would have to step over all it took before for as long as somebody's old snapshot can see that. So
-- entries are accepted in turns, about a second each: annals.log_head says which one is open. When nobody can be
-- writing into a turn any more, and nothing waits in it, it is over, and annals.log_head says that too.
CREATE TABLE annals.outbox (
    turn        integer     NOT NULL,
    event_id    uuid        NOT NULL,
    revision    integer     NOT NULL,
    accepted_at timestamptz NOT NULL,
    appended_as text        NOT NULL,
    digest      bytea       NOT NULL,
    size        integer     NOT NULL,  -- bytes of derived
    derived     annals.derivation NOT NULL,
    -- In the order it is emptied in: what is taken first lies together, and what was taken leaves little behind.
    PRIMARY KEY (turn, accepted_at, event_id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

COMMENT ON TABLE annals.outbox IS
    'Entries accepted and not yet sequenced, one row each, with what they mean for the projections.';

CREATE TABLE annals.log (
    position    bigint      PRIMARY KEY,
    event_id    uuid        NOT NULL,
    revision    integer     NOT NULL,
    leaf        bytea       NOT NULL,  -- annals.leaf(): over the entry's digest, its two times and its role
    recorded_at timestamptz NOT NULL,
    UNIQUE (event_id, revision)
);

CREATE INDEX log_recorded_at ON annals.log (recorded_at, position);

COMMENT ON TABLE annals.log IS 'The one order of all entries. No gaps; recorded_at never goes back.';

-- One row, whose key moves on: looked for from the end, it is found at once however many old ones are still there
-- for somebody's old snapshot.
CREATE TABLE annals.log_head (
    position    bigint      PRIMARY KEY,
    -- Which log this is: what tells its checkpoints from those of another database.
    log_id      uuid        NOT NULL DEFAULT gen_random_uuid(),
    recorded_at timestamptz NOT NULL,
    -- RFC 6962: the roots of the full subtrees the log splits into, largest first, and the root over them.
    frontier    bytea[]     NOT NULL,
    root        bytea       NOT NULL,
    -- Of the outbox: the turns before this are over, and the open one is written into.
    turn        integer     NOT NULL DEFAULT 0,
    open_turn   integer     NOT NULL DEFAULT 0
);

INSERT INTO annals.log_head (position, recorded_at, frontier, root)
VALUES (0, '-infinity', '{}', sha256(''));

COMMENT ON TABLE annals.log_head IS 'Where the log ends, and the Merkle tree over it.';

CREATE FUNCTION annals.refuse_change() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    RAISE EXCEPTION 'annals.% is append-only: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'AN003', HINT = 'Correct or retract an event with a new entry.';
END;
$$;

CREATE TRIGGER append_only BEFORE DELETE ON annals.entry
    FOR EACH ROW EXECUTE FUNCTION annals.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON annals.stream_entry
    FOR EACH ROW EXECUTE FUNCTION annals.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON annals.log
    FOR EACH ROW EXECUTE FUNCTION annals.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON annals.entry
    EXECUTE FUNCTION annals.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON annals.stream_entry
    EXECUTE FUNCTION annals.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON annals.log
    EXECUTE FUNCTION annals.refuse_change();

-- Erasing a text by law is the one change there is. annals.redact() does it; what follows sees to it, for everybody
-- and the owner too, that a text is gone exactly where a redaction in the log says so, and that its hash stays.

CREATE FUNCTION annals.erasable(e annals.entry, text_name text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT nullif(CASE WHEN text_name = 'title' THEN e.title
                       WHEN text_name = 'note' THEN e.note
                       WHEN text_name IN ('reason', 'reason/' || e.revision) THEN e.reason END,
                  '(erased)');
$$;

COMMENT ON FUNCTION annals.erasable(annals.entry, text) IS
    'The text of an entry that a redaction erases under a name; null when there is none.';

CREATE FUNCTION annals.only_erase() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    blank  CONSTANT bytea := decode(repeat('00', 16), 'hex');
    texts  text[] := (SELECT array_agg(erased) FROM annals.entry r, unnest(r.erases) AS erased
                       WHERE r.event_id = OLD.event_id AND r.revision > OLD.revision);
    rest   annals.entry := NEW;
    erased annals.entry := OLD;
BEGIN
    IF NEW.title IS NULL AND OLD.title IS NOT NULL AND 'title' = ANY (texts) THEN
        rest.title := OLD.title;
        erased.title := NULL;
        erased.title_hash := sha256(substr(OLD.salt, 1, 16) || convert_to(OLD.title, 'UTF8'));
        erased.salt := overlay(erased.salt PLACING blank FROM 1);
    END IF;
    IF NEW.note IS NULL AND OLD.note IS NOT NULL AND 'note' = ANY (texts) THEN
        rest.note := OLD.note;
        erased.note := NULL;
        erased.note_hash := sha256(substr(OLD.salt, 17, 16) || convert_to(OLD.note, 'UTF8'));
        erased.salt := overlay(erased.salt PLACING blank FROM 17);
    END IF;
    IF NEW.reason IS NULL AND OLD.reason IS NOT NULL AND texts && ARRAY['reason', 'reason/' || OLD.revision] THEN
        rest.reason := OLD.reason;
        erased.reason := NULL;
        erased.reason_hash := sha256(substr(OLD.salt, 33, 16) || convert_to(OLD.reason, 'UTF8'));
        erased.salt := overlay(erased.salt PLACING blank FROM 33);
    END IF;
    -- Compared byte by byte: 1 and 1.0 are equal as jsonb.
    IF rest *= OLD AND erased *<> OLD THEN
        RETURN erased;
    END IF;
    RAISE EXCEPTION 'annals.% is append-only: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'AN003', HINT = 'Correct or retract an event with a new entry.';
END;
$$;

CREATE TRIGGER only_erased BEFORE UPDATE ON annals.entry
    FOR EACH ROW EXECUTE FUNCTION annals.only_erase();

CREATE FUNCTION annals.check_erasure() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    -- Who is logged in, whoever lends them rights.
    IF NOT has_function_privilege(session_user, 'annals.redact(annals.new_entry)', 'execute') THEN
        RAISE EXCEPTION 'permission denied to erase texts of annals.entry'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM annals.entry e, unnest(NEW.erases) AS erased
                WHERE e.event_id = NEW.event_id AND e.revision < NEW.revision
                  AND annals.erasable(e, erased) IS NOT NULL) THEN
        RAISE EXCEPTION 'event % revision % erases a text that is still there', NEW.event_id, NEW.revision
            USING ERRCODE = 'AN003', HINT = 'Erase texts with annals.redact().';
    END IF;
    IF EXISTS (SELECT FROM (VALUES ('title', NEW.title_hash), ('note', NEW.note_hash), ('reason', NEW.reason_hash))
                                 AS kept (name, hash)
                WHERE kept.hash IS NOT NULL
                  AND NOT EXISTS (SELECT FROM annals.entry r
                                   WHERE r.event_id = NEW.event_id AND r.revision > NEW.revision
                                     AND r.erases && ARRAY[kept.name, kept.name || '/' || NEW.revision])) THEN
        RAISE EXCEPTION 'event % revision % lacks a text that no redaction erased', NEW.event_id, NEW.revision
            USING ERRCODE = 'AN003', HINT = 'Erase texts with annals.redact().';
    END IF;
    RETURN NULL;
END;
$$;

-- At the end of the transaction, when the redaction has done what it says; nothing is asked of other entries.
CREATE CONSTRAINT TRIGGER erasure_is_whole AFTER INSERT ON annals.entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.kind = 'redacted' OR NEW.title_hash IS NOT NULL OR NEW.note_hash IS NOT NULL
                       OR NEW.reason_hash IS NOT NULL)
    EXECUTE FUNCTION annals.check_erasure();
