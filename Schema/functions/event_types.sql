-- PLOVER's types of events for SQL users, as the program knows them: each without a mode (null) and with it, with its
-- quad class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict) and its score,
-- from -10 for conflict to +10 for cooperation.
CREATE OR REPLACE FUNCTION annals.event_types()
    RETURNS TABLE (type text, mode text, quad_class smallint, score double precision)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 83 AS
$$
    SELECT t.type, t.mode, t.quad_class::smallint, t.score::double precision
      FROM (VALUES
            ('AGREE', NULL, 1, 2.5),
            ('CONSULT', NULL, 1, 2.5), ('CONSULT', 'visit', 1, 4.0), ('CONSULT', 'third-party', 1, 1.0),
            ('CONSULT', 'multilateral', 1, 4.0), ('CONSULT', 'phone', 1, 1.5),
            ('SUPPORT', NULL, 1, 5.0),
            ('CONCEDE', NULL, 1, 4.5),
            ('COOPERATE', NULL, 2, 9.5),
            ('AID', NULL, 2, 10.0),
            ('RETREAT', NULL, 2, 6.5), ('RETREAT', 'withdraw', 2, 8.0), ('RETREAT', 'release', 2, 6.5),
            ('RETREAT', 'disarm', 2, 10.0), ('RETREAT', 'ceasefire', 2, 7.5), ('RETREAT', 'access', 2, 6.5),
            ('RETREAT', 'resign', 2, 4.5),
            ('REQUEST', NULL, 3, 0.0), ('REQUEST', 'assist', 3, 0.5), ('REQUEST', 'change', 3, -1.0),
            ('REQUEST', 'yield', 3, -1.0), ('REQUEST', 'meet', 3, 0.0),
            ('ACCUSE', NULL, 3, -3.0), ('ACCUSE', 'disapprove', 3, -2.0), ('ACCUSE', 'investigate', 3, -3.5),
            ('ACCUSE', 'allege', 3, -3.5),
            ('REJECT', NULL, 3, -2.0), ('REJECT', 'assist', 3, -1.5), ('REJECT', 'change', 3, -2.0),
            ('REJECT', 'yield', 3, -2.0), ('REJECT', 'meet', 3, -2.0),
            ('THREATEN', NULL, 3, -3.5), ('THREATEN', 'restrict', 3, -3.0), ('THREATEN', 'arrest', 3, -3.5),
            ('THREATEN', 'relations', 3, -3.5), ('THREATEN', 'expel', 3, -3.5), ('THREATEN', 'territory', 3, -4.0),
            ('THREATEN', 'violence', 3, -3.5),
            ('PROTEST', NULL, 4, -5.0), ('PROTEST', 'demo', 4, -5.0), ('PROTEST', 'riot', 4, -7.0),
            ('PROTEST', 'strike', 4, -5.0), ('PROTEST', 'hunger', 4, -4.5), ('PROTEST', 'boycott', 4, -4.5),
            ('PROTEST', 'obstruct', 4, -4.5), ('PROTEST', 'vandalize', 4, -5.0),
            ('SANCTION', NULL, 4, -6.0), ('SANCTION', 'convict', 4, -6.0), ('SANCTION', 'expel', 4, -5.5),
            ('SANCTION', 'withdraw', 4, -6.0), ('SANCTION', 'discontinue', 4, -6.0),
            ('MOBILIZE', NULL, 4, -5.5), ('MOBILIZE', 'troops', 4, -6.5), ('MOBILIZE', 'weapons', 4, -6.5),
            ('MOBILIZE', 'police', 4, -5.5), ('MOBILIZE', 'militia', 4, -6.0),
            ('COERCE', NULL, 4, -7.0), ('COERCE', 'seize', 4, -7.0), ('COERCE', 'restrict', 4, -7.0),
            ('COERCE', 'censor', 4, -6.5), ('COERCE', 'curfew', 4, -6.5), ('COERCE', 'martial-law', 4, -7.5),
            ('COERCE', 'arrest', 4, -7.0), ('COERCE', 'deport', 4, -7.0), ('COERCE', 'withhold', 4, -7.0),
            ('COERCE', 'misinformation', 4, -6.5), ('COERCE', 'cyber', 4, -7.0),
            ('ASSAULT', NULL, 4, -9.0), ('ASSAULT', 'abduct', 4, -8.5), ('ASSAULT', 'beat', 4, -7.5),
            ('ASSAULT', 'torture', 4, -8.5), ('ASSAULT', 'sexual', 4, -8.5), ('ASSAULT', 'targeted', 4, -9.5),
            ('ASSAULT', 'destroy', 4, -8.5), ('ASSAULT', 'primitive', 4, -8.0), ('ASSAULT', 'firearms', 4, -9.0),
            ('ASSAULT', 'explosives', 4, -9.0), ('ASSAULT', 'suicide-attack', 4, -9.5), ('ASSAULT', 'aerial', 4, -9.5),
            ('ASSAULT', 'drone', 4, -9.5), ('ASSAULT', 'heavy-weapons', 4, -9.5), ('ASSAULT', 'crowd-control', 4, -7.5),
            ('ASSAULT', 'unconventional', 4, -10.0)
      ) AS t (type, mode, quad_class, score);
$$;
