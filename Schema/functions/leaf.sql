-- The leaf of an entry in the Merkle tree over the log: RFC 6962's SHA-256 over 0x00 and what the log says,
-- which is the entry's digest, when it was accepted and when it became known. A date given as --known is looked
-- up by the latter, so that an answer depends on it as much as on what the entry says.
--
-- The times are eight bytes each, big-endian: microseconds since 2000-01-01 00:00:00 UTC.
CREATE OR REPLACE FUNCTION annals.leaf(digest bytea, accepted_at timestamptz, recorded_at timestamptz)
    RETURNS bytea
    LANGUAGE sql STABLE AS
$$
    SELECT sha256('\x00'::bytea || digest || timestamptz_send(accepted_at) || timestamptz_send(recorded_at));
$$;
