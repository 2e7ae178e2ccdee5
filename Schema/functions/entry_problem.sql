-- What is wrong with an entry, or null: why annals.append() refuses it.
--
-- What applying it uses, what it means for the projections and how large it is are looked at before it is accepted:
-- once accepted, what nobody can apply would be set aside, and what nobody can hold would stop readers. Whether its
-- date, its digest and its meaning are those of its content takes longer than appending it; annals.verify_log() and
-- `annals verify` find that.
CREATE OR REPLACE FUNCTION annals.entry_problem(given annals.new_entry)
    RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    most_bytes CONSTANT integer := 4194304;  -- of one text
    most_in_all CONSTANT integer := 16777216;
    most_items CONSTANT integer := 1000;
    most_participants CONSTANT integer := 64;
    most_streams CONSTANT integer := 8192;  -- of its participants, its effects, and those it replaces
    slug       CONSTANT text := '[a-z0-9]+(-[a-z0-9]+)*';
    name       text COLLATE "C";
    last       text COLLATE "C" := '';
    derived    annals.derivation := given.derived;
    effect     annals.derived_effect;
    activity   annals.derived_activity;
    named      annals.derived_name;
    problem    text;
    n          integer := 0;
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
        WHEN num_nonnulls(given.event_id, given.appended_by, given.origin) < 3
            THEN 'it needs an id, who appends it and where it comes from'
        WHEN coalesce(cardinality(given.streams), 0) = 0 THEN 'it touches no stream'
        WHEN given.derived IS NULL THEN 'what it means for the projections is missing'
        WHEN pg_column_size(given) > most_in_all
            THEN format('it has %s bytes, and %s is the most', pg_column_size(given), most_in_all)
        WHEN greatest(octet_length(given.title), octet_length(given.note), octet_length(given.reason)) > most_bytes
            THEN format('a text of it has %s bytes, and %s is the most',
                        greatest(octet_length(given.title), octet_length(given.note), octet_length(given.reason)),
                        most_bytes)
        WHEN greatest(octet_length(given.occurred), octet_length(given.reported), octet_length(given.appended_by),
                      octet_length(given.type), octet_length(given.mode), octet_length(given.modality),
                      octet_length(given.grade)) > 1000 OR octet_length(given.origin) > 8192
            THEN 'a date, a word, or who appends it has over 1000 bytes, or its origin over 8192'
        WHEN NOT (annals.is_list(given.streams, most_streams) AND annals.is_list(given.actors, most_participants)
                  AND annals.is_list(given.recipients, most_participants)
                  AND annals.is_list(given.contexts, most_items) AND annals.is_list(given.tags, most_items)
                  AND annals.is_list(given.erases, most_items))
            THEN format('its lists need to be of one dimension, numbered from 1, without nulls, with up to %s '
                        'participants and %s of anything else', most_participants, most_items)
        -- No normal form of a text joined by spaces is another than the forms of its parts, joined.
        WHEN concat_ws(' ', given.title, given.note, given.reason, given.occurred, given.reported, given.type, given.mode,
                       given.appended_by, given.origin, array_to_string(given.contexts, ' '),
                       array_to_string(given.tags, ' '), given.sources, given.effects, given.actor)
             IS NOT NFC NORMALIZED
            THEN 'a text of it is not in Unicode''s normal form C'
        WHEN coalesce(cardinality(derived.effects) > 32767 OR cardinality(derived.activity) > 32767
                      OR array_ndims(derived.effects) > 1 OR array_ndims(derived.activity) > 1
                      OR array_ndims((derived.actor).names) > 1, false)
            THEN 'it means more than 32767 of something to the projections, or lists of lists'
        -- An actor's entry says nothing else, and a retraction nothing at all.
        WHEN given.title IS NULL
            AND num_nonnulls(given.occurred, given.begin_earliest, given.begin_latest, given.end_earliest,
                             given.end_latest, given.actors, given.recipients, given.type, given.mode, given.contexts,
                             given.modality, given.note, given.effects, given.sources, given.grade, given.reported,
                             given.tags) > 0
            THEN 'it says something of an event and has no title'
        WHEN given.title IS NOT NULL
            THEN CASE
                WHEN num_nonnulls(given.occurred, given.actors, given.recipients, given.contexts, given.modality,
                                  given.sources, given.grade, given.tags) < 8
                    THEN 'an event needs occurred, actors, recipients, contexts, modality, sources, grade and tags'
                WHEN (given.begin_earliest <= given.begin_latest AND given.end_earliest <= given.end_latest
                      AND given.begin_earliest <= given.end_latest
                      AND annals.is_day(given.begin_earliest) AND annals.is_day(given.begin_latest)
                      AND annals.is_day(given.end_earliest) AND annals.is_day(given.end_latest)) IS NOT TRUE
                    THEN 'its date needs two bounds for its begin and two for its end, the earliest first, in the '
                         'years 0001 to 9999'
                WHEN given.modality NOT IN ('asserted', 'reported', 'alleged', 'denied', 'predicted', 'conditional',
                                            'opinion')
                    THEN format('there is no modality %L', given.modality)
                WHEN given.grade !~ '^[A-F][1-6]$' THEN format('%L is no grade', given.grade)
                WHEN cardinality(given.actors) + cardinality(given.recipients) > most_participants
                    OR cardinality(given.actors) = 0
                    THEN format('an event needs an actor, and has up to %s participants', most_participants)
                WHEN array_to_string(given.actors || given.recipients, ' ') !~ ('^' || slug || '( ' || slug || ')*$')
                    THEN 'its actors and recipients are named by slugs'
                WHEN jsonb_typeof(given.sources) <> 'array' OR jsonb_array_length(given.sources) > most_items
                    OR jsonb_path_exists(given.sources, '$[*].type() ? (@ != "object")')
                    OR jsonb_path_exists(given.sources, '$[*].*.type() ? (@ != "string" && @ != "null")')
                    THEN 'its sources are a list of objects with texts'
                -- Nearly always left to the rulebook.
                WHEN given.effects IS NOT NULL
                    THEN CASE
                        WHEN jsonb_typeof(given.effects) <> 'array' OR jsonb_array_length(given.effects) > most_items
                            OR jsonb_path_exists(given.effects, '$[*].type() ? (@ != "object")')
                            OR jsonb_path_exists(given.effects,
                                                 '$[*].keyvalue() ? (@.key != "terms").value.type() ? '
                                                 '(@ != "string" && @ != "null")')
                            OR jsonb_path_exists(given.effects, '$[*].terms.type() ? (@ != "array" && @ != "null")')
                            OR jsonb_path_exists(given.effects,
                                                 '$[*].terms[*].type() ? (@ != "string" && @ != "null")')
                            THEN 'its effects are a list of objects with texts, and lists of texts as terms'
                        WHEN jsonb_path_exists(given.effects,
                                               '$[*] ? (!(@.from like_regex "^[a-z0-9]+(-[a-z0-9]+)*$"))')
                            OR jsonb_path_exists(given.effects,
                                                 '$[*].to ? (@ != null && '
                                                 '!(@ like_regex "^[a-z0-9]+(-[a-z0-9]+)*$"))')
                            THEN 'its effects go from and to actors named by slugs'
                    END
            END
        WHEN given.actor IS NOT NULL
            THEN CASE
                WHEN jsonb_typeof(given.actor) <> 'object'
                    OR (given.actor ->> 'actor') !~ ('^' || slug || '$') IS NOT FALSE
                    THEN 'the actor it is of is named by a slug'
                WHEN jsonb_path_exists(given.actor, '$.keyvalue() ? (@.key != "aliases" && @.key != "codes")'
                                                    '.value.type() ? (@ != "string" && @ != "null")')
                    OR (jsonb_typeof(given.actor -> 'aliases') = 'array'
                        AND jsonb_typeof(given.actor -> 'codes') = 'array') IS NOT TRUE
                    OR jsonb_path_exists(given.actor, '$.*[*].type() ? (@ != "string" && @ != "null")')
                    OR jsonb_array_length(given.actor -> 'aliases') > most_items
                    OR jsonb_array_length(given.actor -> 'codes') > most_items
                    THEN format('what it says of the actor are texts, with aliases and codes as lists of up to %s',
                                most_items)
            END
    END;
    IF problem IS NOT NULL THEN
        RETURN problem;
    END IF;

    FOREACH name IN ARRAY given.streams LOOP
        IF (name > last AND octet_length(name) <= 161 AND name ~ ('^' || slug || '(/' || slug || ')?$')
            AND (strpos(name, '/') = 0 OR split_part(name, '/', 1) COLLATE "C" < split_part(name, '/', 2) COLLATE "C"))
           IS NOT TRUE
        THEN
            RETURN format('its streams are not actors, or two of them, in the order of their bytes, each once: %L', name);
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
            WHEN annals.is_claim(effect.facet, effect.value) IS NOT TRUE
                THEN format('%L is no value of the facet %L', effect.value, effect.facet)
            WHEN (effect.modality IN ('asserted', 'reported', 'alleged', 'denied') AND effect.grade ~ '^[A-F][1-6]$'
                  AND coalesce(effect.level, 0) BETWEEN -2 AND 2 AND effect.from_actor ~ ('^(' || slug || ')?$')
                  AND effect.to_actor ~ ('^(' || slug || ')?$')) IS NOT TRUE
                THEN 'its modality, its grade, its level or one of its actors is none'
            WHEN (octet_length(effect.facet) <= 200 AND octet_length(effect.key) <= 200
                  AND octet_length(effect.from_actor) <= 80 AND octet_length(effect.to_actor) <= 80
                  AND octet_length(effect.claimant) <= 200
                  AND greatest(octet_length(effect.value), octet_length(effect.begin_edtf),
                               octet_length(effect.end_edtf), octet_length(effect.modality),
                               octet_length(effect.grade)) <= 1000) IS NOT TRUE
                THEN 'facet, key and claimant have up to 200 bytes, from_actor and to_actor up to 80, the rest up to '
                     '1000'
            WHEN (effect.begin_earliest <= effect.begin_latest AND effect.end_earliest <= effect.end_latest
                  AND annals.is_day(effect.begin_earliest) AND annals.is_day(effect.begin_latest)
                  AND annals.is_day(effect.end_earliest) AND annals.is_day(effect.end_latest)) IS NOT TRUE
                THEN 'each of its dates needs two bounds, the earliest first, in the years 0001 to 9999'
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
            AND octet_length(activity.to_actor) <= 80 AND annals.is_day(activity.month)
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
        IF greatest(octet_length((derived.actor).name), octet_length((derived.actor).kind)) > 1000 THEN
            RETURN 'the name of an actor has up to 1000 bytes';
        END IF;
        n := 0;
        FOREACH named IN ARRAY coalesce((derived.actor).names, '{}') LOOP
            n := n + 1;
            IF (octet_length(named.folded) <= 1000 AND octet_length(named.scheme) <= 20
                AND octet_length(named.written) <= 1000) IS NOT TRUE
            THEN
                RETURN format('name %s: needs to be written, folded to up to 1000 bytes, and a scheme', n);
            END IF;
        END LOOP;
    END IF;
    RETURN NULL;
END;
$$;
