-- Tables derived from the log and nothing else: they can be thrown away and rebuilt.
-- Replay makes copies of them (LIKE … INCLUDING ALL), so everything about them stands in the table itself.

CREATE TABLE annals.effect (
    stream         text COLLATE "C" NOT NULL,
    lane           integer  NOT NULL,          -- where annals.lane keeps what kind of effects these are
    facet          text COLLATE "C" NOT NULL,
    key            text COLLATE "C" NOT NULL,  -- '' for none
    from_actor     text COLLATE "C" NOT NULL,  -- '' for a symmetric facet
    to_actor       text COLLATE "C" NOT NULL,  -- '' for a symmetric facet, and for one of a single actor
    claimant       text COLLATE "C" NOT NULL,  -- '' for the record's own
    value          text     NOT NULL,
    level          smallint,
    rank           smallint NOT NULL,          -- orders hostility; 0 where the latest wins
    shape          smallint NOT NULL,          -- 0 a day, holding on; 1 a day, lapsing; 2 anything else
    begin_earliest date     NOT NULL,
    begin_latest   date     NOT NULL,
    end_earliest   date     NOT NULL,
    end_latest     date     NOT NULL,
    begin_edtf     text     NOT NULL,
    end_edtf       text,
    modality       text     NOT NULL,
    grade          text     NOT NULL,
    event_id       uuid     NOT NULL,
    revision       integer  NOT NULL,
    ordinal        smallint NOT NULL,
    known_from     bigint   NOT NULL,
    known_to       bigint   NOT NULL,          -- 9223372036854775807 while it stands
    PRIMARY KEY (stream, event_id, revision, ordinal)
);

-- The value on a day is one probe: the last begin on or before it. Superseded rows stand apart, so that
-- corrections never lengthen the probe of what is known now.
CREATE INDEX effect_lane ON annals.effect
    (stream, lane, (known_to = 9223372036854775807), begin_latest, begin_earliest, known_from, ordinal);

COMMENT ON TABLE annals.effect IS
    'What events do to facets, one row per effect, known from position known_from until before known_to.';

-- What functions give and take of it. A replay puts another table in its place, which nothing may depend on.
CREATE TABLE annals.effect_row (LIKE annals.effect);

CREATE TABLE annals.lane (
    stream     text COLLATE "C" NOT NULL,
    lane       integer  NOT NULL,  -- counted from 1 in each stream, as they first appear in the log
    facet      text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    from_actor text COLLATE "C" NOT NULL,
    to_actor   text COLLATE "C" NOT NULL,
    claimant   text COLLATE "C" NOT NULL,
    rank       smallint NOT NULL,
    shape      smallint NOT NULL,
    widest     integer  NOT NULL,  -- days between the bounds of a begin, at most; 1000000 for no limit
    longest    integer  NOT NULL,  -- days between earliest begin and latest end, at most; the same
    PRIMARY KEY (stream, lane),
    UNIQUE (stream, facet, key, from_actor, to_actor, claimant, rank, shape)
);

COMMENT ON TABLE annals.lane IS
    'Which lanes a stream has, apart by rank and shape, and how far around a day their effects must be looked for.';

CREATE TABLE annals.activity (
    stream     text COLLATE "C" NOT NULL,
    from_actor text COLLATE "C" NOT NULL,
    to_actor   text COLLATE "C" NOT NULL,  -- '' for an event of one actor
    month      date     NOT NULL,          -- its first day; -infinity for dates no sharper than that
    quad_class smallint NOT NULL,
    events     bigint         NOT NULL,
    score      numeric(18, 1) NOT NULL,   -- PLOVER scores have one decimal
    PRIMARY KEY (stream, from_actor, to_actor, month, quad_class)
);

COMMENT ON TABLE annals.activity IS 'Coded events a month: how many, and the sum of their PLOVER scores.';

CREATE TABLE annals.actor (
    slug       text COLLATE "C" NOT NULL,
    name       text,
    kind       text,
    event_id   uuid    NOT NULL,
    revision   integer NOT NULL,
    known_from bigint  NOT NULL,
    known_to   bigint  NOT NULL,
    PRIMARY KEY (slug, event_id, revision)
);

COMMENT ON TABLE annals.actor IS
    'What entries say of actors. The last name and kind known at a position hold.';

CREATE TABLE annals.actor_name (
    folded     text COLLATE "C" NOT NULL,
    scheme     text COLLATE "C" NOT NULL,  -- slug, name, alias or code
    slug       text COLLATE "C" NOT NULL,
    written    text    NOT NULL,
    event_id   uuid    NOT NULL,
    revision   integer NOT NULL,
    known_from bigint  NOT NULL,
    known_to   bigint  NOT NULL,
    PRIMARY KEY (folded, scheme, slug, event_id, revision)
);

CREATE INDEX actor_name_slug ON annals.actor_name (slug);

COMMENT ON TABLE annals.actor_name IS 'What finds an actor: its slug, names, aliases and codes, folded.';

CREATE TABLE annals.set_aside (
    "position" bigint  PRIMARY KEY,
    event_id   uuid    NOT NULL,
    revision   integer NOT NULL,
    stream     text COLLATE "C" NOT NULL,  -- the first it touches
    problem    text    NOT NULL            -- what the server said
);

COMMENT ON TABLE annals.set_aside IS
    'Entries of the log that could not be applied, so that they mean nothing for the answers and stop nothing.';

CREATE TABLE annals.facet (
    rulebook    integer  NOT NULL,
    ordinal     smallint NOT NULL,
    facet       text     NOT NULL,
    direction   text     NOT NULL,
    key         text,                -- what its key names; null for a facet without keys
    method      text     NOT NULL,
    stale_after integer,
    value       text     NOT NULL,
    level       smallint,
    rank        smallint NOT NULL,
    lapses_after integer,
    PRIMARY KEY (rulebook, facet, value)
);

COMMENT ON TABLE annals.facet IS 'The rulebook, mirrored for SQL users: one row a facet and value.';

-- Every rebuild is a version of its own. The tables of the live one are those above; of the one being built, the
-- same in the schema annals_replay; of a retired one, the same in annals_retired with _VERSION after their names.
CREATE TABLE annals.projection (
    name       text    NOT NULL,
    version    integer NOT NULL,
    status     text    NOT NULL CHECK (status IN ('building', 'live', 'retired')),
    position   bigint,            -- how far it has applied the log; null of the live one, which always follows it
    rulebook   integer NOT NULL,
    schema     bytea,             -- SHA-256 over the migrations and functions it is built with
    begun_at   timestamptz NOT NULL DEFAULT now(),
    live_at    timestamptz,
    retired_at timestamptz,
    PRIMARY KEY (name, version),
    CHECK ((position IS NULL) = (status = 'live')),
    CHECK ((live_at IS NULL) = (status = 'building')),
    CHECK ((retired_at IS NOT NULL) = (status = 'retired'))
);

-- One version answers, and one at most is being built.
CREATE UNIQUE INDEX projection_answers ON annals.projection (name) WHERE status = 'live';
CREATE UNIQUE INDEX projection_grows ON annals.projection (name) WHERE status = 'building';

INSERT INTO annals.projection (name, version, status, rulebook, live_at)
VALUES ('relationships', 1, 'live', 1, now());

COMMENT ON TABLE annals.projection IS
    'The versions of each projection: which one answers, and how far each has applied the log.';
