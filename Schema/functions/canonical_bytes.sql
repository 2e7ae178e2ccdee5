-- The bytes of an entry that its digest is made of, as docs/proof.md defines them. Null when its JSON has anything
-- that annals does not write there.
CREATE OR REPLACE FUNCTION annals.canonical_bytes(e annals.entry) RETURNS bytea
    LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    IF octet_length(e.salt) IS DISTINCT FROM 48 THEN
        RETURN NULL;
    END IF;
    RETURN annals.bytes_of('annals-entry-1')
        || annals.bytes_of(e.event_id::text) || int4send(e.revision) || annals.bytes_of(e.kind)
        || annals.bytes_of_hidden(e.reason, substr(e.salt, 33, 16), e.reason_hash)
        || CASE WHEN e.erases IS NULL THEN ''::bytea ELSE annals.bytes_of_list(e.erases) END
        || annals.bytes_of(e.occurred) || annals.bytes_of_list(e.actors) || annals.bytes_of_list(e.recipients)
        || annals.bytes_of(e.type) || annals.bytes_of(e.mode) || annals.bytes_of_list(e.contexts)
        || annals.bytes_of(e.modality)
        || annals.bytes_of_hidden(e.title, substr(e.salt, 1, 16), e.title_hash)
        || annals.bytes_of_hidden(e.note, substr(e.salt, 17, 16), e.note_hash)
        || annals.bytes_of_objects(e.effects, '{facet,key,from,to,value,begin,end,claimant}', '{terms}')
        || annals.bytes_of_objects(e.sources, '{title,publisher,url,published,locator}', '{}')
        || annals.bytes_of(e.grade) || annals.bytes_of(e.reported) || annals.bytes_of_list(e.tags)
        || CASE WHEN e.actor IS NULL THEN '\xffffffffffffffffffffffffffffffffffffffff'::bytea
                ELSE annals.bytes_of_object(e.actor, '{actor,name,kind}', '{aliases,codes}') END
        || annals.bytes_of(e.appended_by) || annals.bytes_of(e.origin);
END;
$$;
