-- The control of append: a table with the columns and the key of annals.entry and nothing else.
CREATE SCHEMA bench;
CREATE TABLE bench.entry (LIKE annals.entry);
ALTER TABLE bench.entry ADD PRIMARY KEY (event_id, revision);
