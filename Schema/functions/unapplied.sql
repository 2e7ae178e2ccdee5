-- Entries that are set aside and in nobody's place yet: a later entry of their event, such as a retraction, that
-- could be applied deals with them.
CREATE OR REPLACE FUNCTION annals.unapplied()
    RETURNS TABLE ("position" bigint, event_id uuid, revision integer, problem text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT s.position, s.event_id, s.revision, s.problem
      FROM annals.set_aside s
     WHERE NOT EXISTS (SELECT FROM annals.log later
                        WHERE later.event_id = s.event_id AND later.revision > s.revision
                          AND NOT EXISTS (SELECT FROM annals.set_aside also WHERE also.position = later.position));
$$;
