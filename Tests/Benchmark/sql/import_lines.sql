-- A table for CloudEvents as they are, with as many indexes as an event gets entries in; these are what the rows of a
-- table have in import_rows.sql.
CREATE TABLE lines (event jsonb);
CREATE UNIQUE INDEX ON lines ((event ->> 'source'), (event ->> 'id'));
CREATE INDEX ON lines ((event #>> '{data,actors,0}'), (event #>> '{data,recipients,0}'), (event ->> 'id'));
CREATE INDEX ON lines ((event ->> 'id'), (event #>> '{data,actors,0}'));
CREATE INDEX ON lines ((event ->> 'id'), (event #>> '{data,sources,0,title}'));
CREATE INDEX ON lines ((event #>> '{data,sources,0,title}'), (event #>> '{data,sources,0,locator}'));
CREATE INDEX ON lines ((event #>> '{data,actors,0}'), (event #>> '{data,recipients,0}'), (event #>> '{data,type}'),
                       (event #>> '{data,on}'), (event ->> 'id'));
CREATE INDEX ON lines ((event #>> '{data,actors,0}'), (event ->> 'id'), (event #>> '{data,type}'));
CREATE INDEX ON lines ((event #>> '{data,actors,0}'), (event #>> '{data,recipients,0}'), (event #>> '{data,on}'),
                       (event ->> 'id'));
CREATE INDEX ON lines ((event #>> '{data,recipients,0}'), (event ->> 'id'));
CREATE INDEX ON lines ((event #>> '{data,actors,0}'), (event #>> '{data,recipients,0}'),
                       (left(event #>> '{data,on}', 7)));
