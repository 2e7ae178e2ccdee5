-- The leaf of an entry in the Merkle tree over the log: RFC 6962's SHA-256 over 0x00 and what the log says,
-- which is the entry's digest, when it was accepted and when it became known, and the role that appended it. A date
-- given as --known is looked up by the latter time, so that an answer depends on it as much as on what the entry says.
--
-- The times are eight bytes each, big-endian: microseconds since 2000-01-01 00:00:00 UTC. The role is its UTF-8.
--
-- It names functions with their schema and fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.leaf(digest bytea, accepted_at timestamptz, recorded_at timestamptz,
                                       appended_as text)
    RETURNS bytea
    LANGUAGE sql STABLE AS
$$
    SELECT pg_catalog.sha256('\x00'::bytea || digest || pg_catalog.timestamptz_send(accepted_at)
                             || pg_catalog.timestamptz_send(recorded_at)
                             || pg_catalog.convert_to(appended_as, 'UTF8'));
$$;
