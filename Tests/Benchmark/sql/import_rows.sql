-- A table for the rows of a file as they are, with as many indexes as an event gets entries in: those of the entry, of
-- its streams, of the log (three), of what it does (two), of when it was (two) and of how busy the pair is.
CREATE TABLE rows (
    event_id bigint PRIMARY KEY, event_date date, source_name text, source_sectors text, source_country text,
    event_text text, cameo_code text, intensity real, target_name text, target_sectors text, target_country text,
    story_id bigint, sentence_number integer, publisher text, city text, district text, province text, country text,
    latitude real, longitude real
);
CREATE INDEX ON rows (source_name, target_name, event_id);
CREATE INDEX ON rows (event_id, source_name);
CREATE INDEX ON rows (event_id, story_id);
CREATE INDEX ON rows (story_id, sentence_number);
CREATE INDEX ON rows (source_name, target_name, cameo_code, event_date, event_id);
CREATE INDEX ON rows (source_name, event_id, cameo_code);
CREATE INDEX ON rows (source_name, target_name, event_date, event_id);
CREATE INDEX ON rows (target_name, event_id);
CREATE INDEX ON rows (source_name, target_name, date_trunc('month', event_date::timestamp));
