-- When events may have begun, so that a history is read by window and page by page, and the indexes by which the
-- days are found on which a state can change. The log is far too long to look through for either.
-- Replay makes copies of the tables (LIKE … INCLUDING ALL), so everything about them stands in the table itself.

-- Nothing is sequenced meanwhile: what annals.apply() does before it is replaced would be missing. It comes first,
-- because a sequencer that is at work needs the tables below.
DO $$ BEGIN PERFORM pg_advisory_xact_lock(1634627169, 1024); END; $$;

CREATE TABLE annals.occurrence (
    stream         text COLLATE "C" NOT NULL,
    begin_earliest date     NOT NULL,
    begin_latest   date     NOT NULL,
    -- How imprecise the begin is: less than 2^width days lie between its bounds; 16 for any more, and no limit.
    width          smallint NOT NULL GENERATED ALWAYS AS (
                       CASE WHEN isfinite(begin_earliest) AND isfinite(begin_latest)
                            THEN least(length(ltrim((begin_latest - begin_earliest)::bit(32)::text, '0')), 16)
                            ELSE 16 END) STORED,
    event_id       uuid     NOT NULL,
    revision       integer  NOT NULL,
    known_from     bigint   NOT NULL,
    known_to       bigint   NOT NULL,          -- 9223372036854775807 while it stands
    PRIMARY KEY (stream, known_from)
);

-- The order of the world. Superseded rows stand apart, as in effect_lane.
CREATE INDEX occurrence_begin ON annals.occurrence
    (stream, (known_to = 9223372036854775807), begin_earliest, begin_latest, known_from);

-- What may have begun on a day began, at the earliest, less than 2^width days before it.
CREATE INDEX occurrence_width ON annals.occurrence
    (stream, (known_to = 9223372036854775807), width, begin_earliest, begin_latest, known_from) WHERE width > 0;

CREATE INDEX occurrence_latest ON annals.occurrence
    (stream, (known_to = 9223372036854775807), begin_latest, known_from) WHERE width > 0;

COMMENT ON TABLE annals.occurrence IS
    'When the events of a stream may have begun, one row per entry, known from position known_from until before '
    'known_to.';

CREATE TABLE annals.known_month (
    stream     text COLLATE "C" NOT NULL,
    month      date   NOT NULL,  -- its first day; -infinity for what always was
    known_from bigint NOT NULL,
    PRIMARY KEY (stream, month) INCLUDE (known_from)
);

COMMENT ON TABLE annals.known_month IS
    'From which position on anything of a stream is known to begin in a month: what was known long ago is looked for '
    'there, and not in all that was written since.';

-- The bounds of effects that are not of one day: effect_lane has only the last day they may begin on.
CREATE INDEX effect_begin_earliest ON annals.effect
    (stream, (known_to = 9223372036854775807), begin_earliest, known_from) WHERE shape = 2;
CREATE INDEX effect_end_earliest ON annals.effect
    (stream, (known_to = 9223372036854775807), end_earliest, known_from) WHERE shape = 2;
CREATE INDEX effect_end_latest ON annals.effect
    (stream, (known_to = 9223372036854775807), end_latest, known_from) WHERE shape = 2;

-- The relationships an actor is in: those whose names begin with its slug are found by their key, the others by this.
CREATE INDEX stream_other ON annals.stream (split_part(id, '/', 2) COLLATE "C");

-- Fills them for a log that exists, as annals.apply() would have.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM annals.log) THEN
        RETURN;
    END IF;

    INSERT INTO annals.occurrence (stream, begin_earliest, begin_latest, event_id, revision, known_from, known_to)
    SELECT touched.stream, e.begin_earliest, e.begin_latest, e.event_id, e.revision, l.position,
           coalesce(next.position, 9223372036854775807)
      FROM annals.log l
      JOIN annals.entry e USING (event_id, revision)
      LEFT JOIN annals.log next ON (next.event_id, next.revision) = (l.event_id, l.revision + 1)
     CROSS JOIN LATERAL (
         SELECT unnest(e.streams) WHERE e.revision = 1
         UNION ALL
         -- A correction is linked also to what the event touched before.
         SELECT annals.touched_streams(e) WHERE e.revision > 1
     ) AS touched (stream)
     WHERE e.begin_earliest <= e.begin_latest
       AND (e.begin_earliest = '-infinity' OR e.begin_earliest BETWEEN '0001-01-01' AND '10000-01-01');

    INSERT INTO annals.known_month (stream, month, known_from)
    SELECT stream, date_trunc('month', day::timestamp)::date, min(known_from)
      FROM (SELECT stream, begin_earliest AS day, known_from FROM annals.occurrence
            UNION ALL
            SELECT stream, begin_latest, known_from FROM annals.effect
             WHERE shape < 2 AND begin_latest BETWEEN '0001-01-01' AND '10000-01-01') AS begins
     GROUP BY 1, 2;
END;
$$;
