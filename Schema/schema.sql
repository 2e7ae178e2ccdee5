-- Before the first migration: the roles, which belong to the server, and the schema, which belongs to the owner.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['annals_owner', 'annals_writer', 'annals_redactor', 'annals_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', name);
            EXCEPTION
                -- Another database of this server was set up at the same moment.
                WHEN duplicate_object OR unique_violation THEN NULL;
            END;
        END IF;
    END LOOP;
    -- Since PostgreSQL 16 whoever makes a role is a member of it that may not become it.
    IF NOT pg_has_role('annals_owner', CASE WHEN current_setting('server_version_num')::integer >= 160000
                                            THEN 'SET' ELSE 'MEMBER' END) THEN
        BEGIN
            EXECUTE format('GRANT annals_owner TO %I', current_user);
        EXCEPTION
            WHEN unique_violation THEN NULL;
        END;
    END IF;
END;
$$;

CREATE SCHEMA IF NOT EXISTS annals AUTHORIZATION annals_owner;
-- Where a replay builds the tables it then puts in place of the live ones.
CREATE SCHEMA IF NOT EXISTS annals_replay AUTHORIZATION annals_owner;
-- Where it puts those that were live before.
CREATE SCHEMA IF NOT EXISTS annals_retired AUTHORIZATION annals_owner;

CREATE TABLE IF NOT EXISTS annals.schema_migration (
    number     integer     PRIMARY KEY,
    name       text        NOT NULL,
    sha256     bytea       NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE annals.schema_migration OWNER TO annals_owner;

-- The functions, views and grants as they were last replaced, in one digest.
CREATE TABLE IF NOT EXISTS annals.schema_code (
    singleton   boolean     PRIMARY KEY DEFAULT true CHECK (singleton),
    sha256      bytea       NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    release     integer     NOT NULL DEFAULT 0  -- goes up with every change of them: which program is the newer
);
ALTER TABLE annals.schema_code ADD COLUMN IF NOT EXISTS release integer NOT NULL DEFAULT 0;
ALTER TABLE annals.schema_code OWNER TO annals_owner;
