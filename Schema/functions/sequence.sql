-- Gives accepted entries their position in the one gapless order, applies them to the projections and seals
-- them into the Merkle tree, all in one transaction. Anybody may call it; one at a time does the work.
--
-- It consumes by deleting the outbox rows it can see, never by comparing positions or transaction ids: a row
-- not seen now is still there next time, so no commit order can lose an entry.
-- most:      how many entries it takes at most.
-- head:      where the log ends now.
-- sequenced: how many it took.
-- more:     whether it left some; otherwise all that was committed before the call is known now.
-- busy:     somebody else is at it; nothing was done.
CREATE OR REPLACE FUNCTION annals.sequence(most integer DEFAULT 10000,
                                           OUT head bigint, OUT sequenced integer, OUT more boolean,
                                           OUT busy boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = annals, pg_temp
    -- By index whatever the statistics say; what is avoided counts as dear, and must not be compiled for that.
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off
    SET enable_mergejoin = off SET jit = off AS
$$
DECLARE
    tip       log_head;
    event_ids uuid[];
    revisions integer[];
    leaves    bytea[];
    derived   derivation[];
    positions bigint[];
    recorded  timestamptz;
    over      integer;
    open      integer;
BEGIN
    -- A fixed snapshot would not see what the sequencer before it did.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'annals.sequence() needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
    END IF;
    sequenced := 0;
    more := false;
    busy := NOT pg_try_advisory_xact_lock(1634627169, 1024);
    SELECT * INTO tip FROM log_head ORDER BY position DESC LIMIT 1;
    head := tip.position;
    IF busy OR NOT EXISTS (SELECT FROM outbox o WHERE o.turn >= tip.turn) THEN
        RETURN;
    END IF;

    -- Later than the batch before it: of a time that is over, nothing more becomes known.
    recorded := greatest(tip.recorded_at + interval '1 microsecond', clock_timestamp());
    over := tip.turn;
    open := tip.open_turn;
    IF date_trunc('second', recorded) > tip.recorded_at THEN
        -- Of a turn whose lock nobody has, all that was written is seen by the statements from here on.
        WHILE over < tip.open_turn AND pg_try_advisory_xact_lock(1634627170, over) LOOP
            over := over + 1;
        END LOOP;
        open := open + 1;
    END IF;
    -- 64 MB at most, or the first: nothing accepted may be too much to hold at once.
    WITH due AS (
        SELECT turn, accepted_at, event_id,
               sum(size) OVER (ORDER BY turn, accepted_at, event_id ROWS UNBOUNDED PRECEDING) - size AS before
          FROM (SELECT turn, accepted_at, event_id, size FROM outbox o WHERE o.turn >= tip.turn
                 ORDER BY turn, accepted_at, event_id LIMIT most) AS first
    ), taken AS (
        DELETE FROM outbox o USING due
         WHERE (o.turn, o.accepted_at, o.event_id) = (due.turn, due.accepted_at, due.event_id) AND due.before < 67108864
        RETURNING o.*
    )
    SELECT array_agg(t.event_id), array_agg(t.revision),
           array_agg(annals.leaf(t.digest, t.accepted_at, recorded, t.appended_as)),
           array_agg(t.derived), array_agg(tip.position + t.n), (SELECT max(due.before) >= 67108864 FROM due)
      INTO event_ids, revisions, leaves, derived, positions, more
      FROM (SELECT *, row_number() OVER (ORDER BY turn, accepted_at, event_id) AS n FROM taken ORDER BY n) AS t;

    sequenced := coalesce(cardinality(event_ids), 0);
    more := coalesce(more, false) OR sequenced = most;
    IF sequenced = 0 THEN
        RETURN;
    END IF;
    head := tip.position + sequenced;
    INSERT INTO log (position, event_id, revision, leaf, recorded_at)
    SELECT e.position, e.event_id, e.revision, e.leaf, recorded
      FROM unnest(positions, event_ids, revisions, leaves) AS e (position, event_id, revision, leaf);
    PERFORM annals.project(positions, event_ids, revisions, derived);
    UPDATE log_head
       SET position = head, recorded_at = recorded, frontier = tree.grown, root = tree.root,
           turn = CASE WHEN more THEN tip.turn ELSE over END, open_turn = open
      FROM annals.grow_tree(tip.position, tip.frontier, leaves) AS tree
     WHERE log_head.position = tip.position;
    PERFORM pg_notify('annals', head::text);
END;
$$;
