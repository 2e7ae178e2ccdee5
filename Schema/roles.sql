-- Who may do what: the owner migrates and rebuilds, a writer appends and sequences through functions, a redactor
-- erases texts, a reader reads. Granted again after every migration; the log's triggers refuse changes to everyone,
-- owner included.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA annals FROM PUBLIC;
GRANT USAGE ON SCHEMA annals, annals_retired TO annals_reader, annals_writer, annals_redactor;
GRANT SELECT ON ALL TABLES IN SCHEMA annals TO annals_reader, annals_writer, annals_redactor;
GRANT EXECUTE ON FUNCTION annals.state_at(text, date, bigint), annals.relevant_effects(text, date, bigint),
    annals.network_at(date, bigint, text[], text), annals.dyad_years(text, integer, integer),
    annals.dyad_periods(text, text[], date, date, bigint), annals.event_types(),
    annals.decide(annals.effect_row[], date), annals.position_at(timestamptz), annals.version_at(text, bigint),
    annals.begun(text, bigint, date, date, date, date, bigint, bigint),
    annals.begun_last(text, bigint, date, date, bigint), annals.span(text, bigint), annals.streams_of(text),
    annals.turning_days(text, date, date, bigint, integer),
    annals.leaf(bytea, timestamptz, timestamptz, text), annals.cloud_events(bigint, bigint),
    annals.cloud_events_end(text), annals.checkpoint(bigint),
    annals.grow_tree(bigint, bytea[], bytea[]),
    annals.apply(bigint[], uuid[], integer[], annals.derivation[]), annals.days_between(date, date),
    annals.project(bigint[], uuid[], integer[], annals.derivation[]),
    annals.unapplied(), annals.verify_log(), annals.verify_links(), annals.missing_positions(bigint, bigint),
    annals.touched_streams(annals.entry),
    annals.canonical_bytes(annals.entry), annals.bytes_of(text), annals.bytes_of_hidden(text, bytea, bytea),
    annals.bytes_of_list(text[]), annals.bytes_of_object(jsonb, text[], text[]),
    annals.bytes_of_objects(jsonb, text[], text[])
    TO annals_reader, annals_writer, annals_redactor;
GRANT EXECUTE ON FUNCTION annals.append(annals.new_entry[], jsonb), annals.import(annals.new_entry[]),
    annals.sequence(integer), annals.note_verification(bigint, boolean, bigint) TO annals_writer;
GRANT EXECUTE ON FUNCTION annals.redact(annals.new_entry), annals.sequence(integer) TO annals_redactor;
