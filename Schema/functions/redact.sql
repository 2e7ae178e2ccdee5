-- Erases texts of an event, by law: appends the entry that says which and why, and blanks them and their salt in
-- every revision before it. Their hashes stay, so that every proof still holds.
--
-- redaction: as annals.append() takes an entry: of kind redacted, what it erases in "erases", and otherwise what the
--            event last said, with (erased) where an erased text stood.
-- Errors:    AN006 there is no such text to erase, or the entry says something else than the event did; those of
--            annals.append().
CREATE OR REPLACE FUNCTION annals.redact(redaction annals.new_entry)
    RETURNS TABLE (event_id uuid, revision integer, accepted_at timestamptz, duplicate boolean,
                   streams text[], versions bigint[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = annals, pg_temp AS
$$
#variable_conflict use_column
DECLARE
    given  new_entry := redaction;
    before entry;
    erased text;
BEGIN
    IF given.kind IS DISTINCT FROM 'redacted' OR coalesce(cardinality(given.erases), 0) = 0 THEN
        RAISE EXCEPTION 'that is no redaction' USING ERRCODE = 'AN006';
    END IF;
    SELECT * INTO event_id, revision, accepted_at, duplicate, streams, versions
      FROM annals.append(ARRAY[redaction]);
    IF duplicate THEN
        RETURN NEXT;
        RETURN;
    END IF;

    SELECT * INTO before FROM entry e WHERE e.event_id = given.event_id AND e.revision = given.revision - 1;
    IF before.title_hash IS NOT NULL OR before.title IS NOT NULL AND 'title' = ANY (given.erases) THEN
        before.title := '(erased)';
    END IF;
    IF before.note_hash IS NOT NULL OR before.note IS NOT NULL AND 'note' = ANY (given.erases) THEN
        before.note := '(erased)';
    END IF;
    IF (before.occurred, before.begin_earliest, before.begin_latest, before.end_earliest, before.end_latest,
        before.actors, before.recipients, before.type, before.mode, before.contexts, before.modality, before.title,
        before.note, before.effects, before.sources, before.grade, before.reported, before.tags, before.actor)
       IS DISTINCT FROM
       (given.occurred, given.begin_earliest, given.begin_latest, given.end_earliest, given.end_latest,
        given.actors, given.recipients, given.type, given.mode, given.contexts, given.modality, given.title,
        given.note, given.effects, given.sources, given.grade, given.reported, given.tags, given.actor)
    THEN
        RAISE EXCEPTION 'the redaction of event % says something else than the event', given.event_id
            USING ERRCODE = 'AN006';
    END IF;

    FOREACH erased IN ARRAY given.erases LOOP
        UPDATE entry e
           SET title = CASE WHEN erased <> 'title' THEN e.title END,
               note = CASE WHEN erased <> 'note' THEN e.note END,
               reason = CASE WHEN erased NOT LIKE 'reason%' THEN e.reason END
         WHERE e.event_id = given.event_id AND e.revision < given.revision
           AND annals.erasable(e, erased) IS NOT NULL;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'event % has no % to erase', given.event_id, erased USING ERRCODE = 'AN006';
        END IF;
    END LOOP;
    RETURN NEXT;
END;
$$;
