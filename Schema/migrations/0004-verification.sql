-- When somebody last verified this database, and what was found: for annals status. It proves nothing; who wants to
-- know verifies.

CREATE TABLE annals.verification (
    verified_at timestamptz PRIMARY KEY,
    verified_by text    NOT NULL,
    position    bigint  NOT NULL,  -- how far the log went
    is_whole    boolean NOT NULL,  -- false when only the last entries were looked at, or a part was left out
    problems    bigint  NOT NULL
);

COMMENT ON TABLE annals.verification IS
    'When annals verify last ran, by whom and up to which position, and how much it found wrong.';
