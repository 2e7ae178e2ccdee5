-- What is wrong with an entry, or null: why annals.append() refuses it.
--
-- What it means for the projections is looked at before it is accepted. Once accepted, an effect that the
-- projections cannot hold would stop sequencing, for everybody and for good.
CREATE OR REPLACE FUNCTION annals.entry_problem(given annals.new_entry)
    RETURNS text
    LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
    name     text COLLATE "C";
    last     text COLLATE "C" := '';
    derived  annals.derivation := given.derived;
    effect   annals.derived_effect;
    activity annals.derived_activity;
    named    annals.derived_name;
    problem  text;
    n        integer := 0;
BEGIN
    problem := CASE
        WHEN ((given.kind = 'recorded') = (given.revision = 1) AND given.revision > 0) IS NOT TRUE
            THEN 'revision 1 records an event, the later ones correct, retract or redact it'
        WHEN (given.kind IN ('recorded', 'corrected', 'retracted', 'redacted')) IS NOT TRUE
            THEN format('there is no kind of entry %L', given.kind)
        WHEN (given.kind = 'recorded') <> (given.reason IS NULL)
            THEN 'whatever changes an event needs a reason, and nothing else has one'
        WHEN (given.kind = 'redacted') <> (given.erases IS NOT NULL)
            THEN 'a redaction says what it erases, and nothing else does'
        -- Or of nothing, when it withdraws the event or leaves it withdrawn.
        WHEN num_nonnulls(given.title, given.actor) > 1
            OR num_nonnulls(given.title, given.actor) = 0 AND given.kind NOT IN ('retracted', 'redacted')
            THEN 'it is either of an event, with a title, or of an actor'
        WHEN (octet_length(given.salt) = 48 AND octet_length(given.digest) = 32) IS NOT TRUE
            THEN 'it needs 48 bytes of salt and a digest of 32'
        WHEN coalesce(cardinality(given.streams), 0) = 0 THEN 'it touches no stream'
        WHEN given.derived IS NULL THEN 'what it means for the projections is missing'
        WHEN pg_column_size(given.derived) > 67108864 THEN 'it means more than 64 MB to the projections'
        WHEN cardinality(derived.effects) > 32767 THEN 'it has over 32767 effects'
    END;
    IF problem IS NOT NULL THEN
        RETURN problem;
    END IF;

    FOREACH name IN ARRAY given.streams LOOP
        IF (name > last AND octet_length(name) <= 161) IS NOT TRUE THEN
            RETURN format('its streams are not names in the order of their bytes, each once: %L', name);
        END IF;
        last := name;
    END LOOP;

    FOREACH effect IN ARRAY coalesce(derived.effects, '{}') LOOP
        n := n + 1;
        problem := CASE
            WHEN (effect.stream = ANY (given.streams)) IS NOT TRUE
                THEN format('its stream %L is not one of the entry''s', effect.stream)
            WHEN effect.value IS NULL OR effect.begin_edtf IS NULL OR effect.modality IS NULL
                OR effect.grade IS NULL OR effect.rank IS NULL
                THEN 'value, rank, begin_edtf, modality and grade must be there'
            WHEN (octet_length(effect.facet) <= 200 AND octet_length(effect.key) <= 200
                  AND octet_length(effect.from_actor) <= 80 AND octet_length(effect.to_actor) <= 80
                  AND octet_length(effect.claimant) <= 200) IS NOT TRUE
                THEN 'facet, key and claimant have up to 200 bytes, from_actor and to_actor up to 80'
            WHEN (effect.begin_earliest <= effect.begin_latest AND effect.end_earliest <= effect.end_latest)
                 IS NOT TRUE
                THEN 'each of its dates needs two bounds, the earliest first'
            WHEN CASE effect.shape
                    WHEN 0 THEN effect.begin_earliest = effect.begin_latest AND isfinite(effect.begin_earliest)
                        AND effect.end_earliest = 'infinity'
                    WHEN 1 THEN effect.begin_earliest = effect.begin_latest AND isfinite(effect.begin_earliest)
                        AND effect.end_earliest < 'infinity'
                    ELSE effect.shape = 2
                 END IS NOT TRUE
                THEN format('it has not the shape %s: its dates say otherwise', effect.shape)
        END;
        IF problem IS NOT NULL THEN
            RETURN format('effect %s: %s', n, problem);
        END IF;
    END LOOP;

    n := 0;
    FOREACH activity IN ARRAY coalesce(derived.activity, '{}') LOOP
        n := n + 1;
        IF (activity.stream = ANY (given.streams) AND octet_length(activity.from_actor) <= 80
            AND octet_length(activity.to_actor) <= 80 AND activity.month = activity.month
            AND activity.quad_class = activity.quad_class AND abs(activity.events) <= 1
            AND abs(activity.score_tenths) <= 100) IS NOT TRUE
        THEN
            RETURN format('activity %s: needs a stream of the entry''s, actors of up to 80 bytes, a month, a quad '
                          'class, one event more or less and a score from -10 to 10', n);
        END IF;
    END LOOP;

    IF derived.actor IS DISTINCT FROM NULL THEN
        IF ((derived.actor).slug = ANY (given.streams)) IS NOT TRUE THEN
            RETURN format('the actor %L is not one of its streams', (derived.actor).slug);
        END IF;
        n := 0;
        FOREACH named IN ARRAY coalesce((derived.actor).names, '{}') LOOP
            n := n + 1;
            IF (octet_length(named.folded) <= 1000 AND octet_length(named.scheme) <= 20
                AND named.written IS NOT NULL) IS NOT TRUE
            THEN
                RETURN format('name %s: needs to be written, folded to up to 1000 bytes, and a scheme', n);
            END IF;
        END LOOP;
    END IF;
    RETURN NULL;
END;
$$;
