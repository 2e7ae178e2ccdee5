-- Everything in the catalogs that decides what the schemas of annals hold, do and let others do: a line a thing, as
-- `kind, name, definition`. `annals verify` compares them with Schema/catalog.txt, which scripts/write-catalog writes
-- from a database just set up. It is run as the program has it, never as the database does.
--
-- Written so that every supported PostgreSQL gives the same lines. Kinds that only somebody else can have made
-- (policies, rules, children, …) have no line there at all.
WITH ours AS MATERIALIZED (
    SELECT oid, nspname::text AS name FROM pg_namespace WHERE nspname = 'annals'
), beside AS MATERIALIZED (
    SELECT oid, nspname::text AS name FROM pg_namespace WHERE nspname IN ('annals_replay', 'annals_retired')
), relation AS MATERIALIZED (
    SELECT c.*, 'annals.' || c.relname AS name
      FROM pg_class c JOIN ours o ON o.oid = c.relnamespace
     WHERE c.relkind NOT IN ('i', 'I')
), routine AS MATERIALIZED (
    SELECT p.*, p.oid::regprocedure::text AS name FROM pg_proc p JOIN ours o ON o.oid = p.pronamespace
), kind (object, told) AS (
    VALUES ('r', 'table'), ('p', 'partitioned table'), ('v', 'view'), ('m', 'materialized view'),
           ('f', 'foreign table'), ('S', 'sequence'), ('c', 'type'), ('t', 'toast table')
), owned (name, owner) AS (
    SELECT name, relowner FROM relation
    UNION ALL SELECT name, proowner FROM routine
    UNION ALL SELECT 'schema ' || nspname, nspowner FROM pg_namespace
               WHERE oid IN (SELECT oid FROM ours UNION ALL SELECT oid FROM beside)
    UNION ALL SELECT 'annals.' || typname, typowner FROM pg_type JOIN ours ON ours.oid = typnamespace
               WHERE typrelid = 0 AND typelem = 0
), granted (name, owner, rights) AS (
    SELECT 'schema ' || nspname, nspowner, nspacl FROM pg_namespace
     WHERE oid IN (SELECT oid FROM ours UNION ALL SELECT oid FROM beside)
    UNION ALL
    SELECT name, relowner, relacl FROM relation
    UNION ALL
    SELECT r.name || '.' || a.attname, r.relowner, a.attacl
      FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid WHERE a.attacl IS NOT NULL
    UNION ALL
    SELECT name, proowner, coalesce(proacl, acldefault('f', proowner)) FROM routine
), rights AS (
    SELECT DISTINCT g.name, a.grantee,
           a.privilege_type || CASE WHEN a.is_grantable THEN ' with grant option' ELSE '' END AS privilege,
           CASE a.grantee WHEN 0 THEN 'everybody' ELSE pg_get_userbyid(a.grantee)::text END AS whom
      FROM granted g CROSS JOIN aclexplode(g.rights) AS a
     WHERE a.grantee <> g.owner
), roles AS (
    SELECT * FROM pg_roles WHERE rolname IN ('annals_owner', 'annals_writer', 'annals_redactor', 'annals_reader')
), foreign_to_us (classid, objid) AS (
    -- What lies in the schemas, is bound to their tables, and is told of nowhere else below.
    SELECT d.classid, d.objid
      FROM pg_depend d
     WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid IN (SELECT oid FROM ours)
       AND d.classid NOT IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass,
                             'pg_default_acl'::regclass)
    UNION
    SELECT d.classid, d.objid
      FROM pg_depend d
     WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid IN (SELECT oid FROM beside)
       AND NOT EXISTS (
               -- The tables of a replay under way, and of versions that were retired.
               SELECT FROM pg_class c
                WHERE d.classid IN ('pg_class'::regclass, 'pg_type'::regclass)
                  AND c.oid = CASE d.classid WHEN 'pg_class'::regclass THEN d.objid
                                             ELSE (SELECT t.typrelid FROM pg_type t WHERE t.oid = d.objid) END
                  AND c.relkind = 'r'
                  AND c.relname ~ '^(effect|lane|occurrence|known_month|activity|actor|actor_name|set_aside)(_[0-9]+)?$')
    UNION
    SELECT 'pg_cast'::regclass, k.oid
      FROM pg_cast k
     WHERE EXISTS (SELECT FROM pg_type t JOIN ours o ON o.oid = t.typnamespace
                    WHERE t.oid IN (k.castsource, k.casttarget))
        OR k.castfunc IN (SELECT oid FROM routine)
    UNION
    SELECT 'pg_type'::regclass, t.oid
      FROM pg_type t JOIN ours o ON o.oid = t.typnamespace
     WHERE t.typrelid = 0 AND t.typelem = 0 AND t.typtype NOT IN ('d', 'e')
    UNION
    SELECT 'pg_statistic_ext'::regclass, s.oid FROM pg_statistic_ext s WHERE s.stxrelid IN (SELECT oid FROM relation)
    UNION
    -- What the server itself is made of, and somebody added to.
    SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND oid >= 16384
    UNION
    SELECT 'pg_operator'::regclass, oid FROM pg_operator
     WHERE oprnamespace = 'pg_catalog'::regnamespace AND oid >= 16384
    UNION
    SELECT 'pg_class'::regclass, oid FROM pg_class
     WHERE relnamespace = 'pg_catalog'::regnamespace AND oid >= 16384 AND relkind NOT IN ('i', 't')
    UNION
    SELECT 'pg_type'::regclass, oid FROM pg_type
     WHERE typnamespace = 'pg_catalog'::regnamespace AND oid >= 16384 AND typrelid = 0 AND typelem = 0
    UNION
    SELECT 'pg_cast'::regclass, k.oid
      FROM pg_cast k JOIN pg_type s ON s.oid = k.castsource JOIN pg_type t ON t.oid = k.casttarget
     WHERE k.oid >= 16384 AND s.typnamespace = 'pg_catalog'::regnamespace
       AND t.typnamespace = 'pg_catalog'::regnamespace
), made (xid) AS (
    SELECT xmin::text::bigint FROM pg_database WHERE datname = 'template0'
), changed (classid, objid) AS (
    -- What the server itself is made of, and somebody changed: rows that are younger than its template.
    SELECT 'pg_proc'::regclass, p.oid
      FROM pg_proc p
     WHERE p.oid < 16384 AND p.pronamespace = 'pg_catalog'::regnamespace
       AND p.xmin::text::bigint > (SELECT xid FROM made)
       -- Who may call an administrator's function is the administrator's to say.
       AND (p.proname !~ '^(pg_|lo_)' OR p.proacl IS NULL)
    UNION ALL
    SELECT 'pg_operator'::regclass, oid FROM pg_operator WHERE oid < 16384 AND xmin::text::bigint > (SELECT xid FROM made)
    UNION ALL
    SELECT 'pg_cast'::regclass, oid FROM pg_cast WHERE oid < 16384 AND xmin::text::bigint > (SELECT xid FROM made)
    UNION ALL
    SELECT 'pg_amop'::regclass, oid FROM pg_amop WHERE oid < 16384 AND xmin::text::bigint > (SELECT xid FROM made)
    UNION ALL
    SELECT 'pg_amproc'::regclass, oid FROM pg_amproc WHERE oid < 16384 AND xmin::text::bigint > (SELECT xid FROM made)
), viewed AS (
    SELECT r.name, array_to_string(ARRAY(SELECT unnest(r.reloptions) ORDER BY 1), ', ') AS options,
           regexp_replace(pg_get_viewdef(r.oid), '\s+', ' ', 'g') AS text
      FROM relation r WHERE r.relkind IN ('v', 'm')
), line (kind, name, definition) AS (
    SELECT 'schema', name, '' FROM ours
    UNION ALL
    SELECT 'schema', name, '' FROM beside
    UNION ALL
    SELECT 'owner', name, pg_get_userbyid(owner)::text FROM owned
    UNION ALL
    SELECT 'relation', r.name,
           concat_ws(', ', k.told, CASE r.relpersistence WHEN 'u' THEN 'unlogged' WHEN 't' THEN 'temporary' END,
                     (SELECT 'kept by ' || a.amname FROM pg_am a WHERE a.oid = r.relam AND a.amname <> 'heap'),
                     CASE WHEN r.reloftype <> 0 THEN 'of type ' || r.reloftype::regtype END,
                     CASE WHEN r.relispartition THEN 'a partition' END,
                     CASE WHEN r.relkind = 'm' AND NOT r.relispopulated THEN 'empty' END)
      FROM relation r JOIN kind k ON k.object = r.relkind
    UNION ALL
    SELECT 'row security', name, CASE WHEN relforcerowsecurity THEN 'forced' ELSE 'on' END
      FROM relation WHERE relrowsecurity OR relforcerowsecurity
    UNION ALL
    SELECT 'column', r.name || '.' || a.attname,
           concat_ws(' ', row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum),
                     format_type(a.atttypid, a.atttypmod),
                     CASE WHEN a.attcollation NOT IN (0, t.typcollation)
                          THEN 'collate ' || a.attcollation::regcollation END,
                     CASE WHEN a.attnotnull THEN 'not null' END,
                     CASE WHEN a.attgenerated <> '' THEN 'generated ' || a.attgenerated::text
                          WHEN a.attidentity <> '' THEN 'identity ' || a.attidentity::text
                          WHEN a.atthasdef THEN 'default' END,
                     pg_get_expr(d.adbin, d.adrelid),
                     CASE WHEN a.attstattarget = 0 THEN 'without statistics' END,
                     CASE WHEN a.attinhcount > 0 THEN 'inherited' END)
      FROM relation r
      JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
     WHERE r.relkind <> 'S'
    UNION ALL
    SELECT 'child', r.name, pg_describe_object('pg_class'::regclass, i.inhrelid, 0)
      FROM pg_inherits i JOIN relation r ON r.oid = i.inhparent
    UNION ALL
    SELECT 'parent', r.name, pg_describe_object('pg_class'::regclass, i.inhparent, 0)
      FROM pg_inherits i JOIN relation r ON r.oid = i.inhrelid
    UNION ALL
    -- NOT NULL is told of with its column: only from PostgreSQL 18 on it is a constraint.
    SELECT 'constraint', coalesce(r.name, 'annals.' || t.typname) || '.' || c.conname,
           pg_get_constraintdef(c.oid) || CASE WHEN c.convalidated THEN '' ELSE ' not validated' END
      FROM pg_constraint c
      LEFT JOIN relation r ON r.oid = c.conrelid
      LEFT JOIN (pg_type t JOIN ours o ON o.oid = t.typnamespace) ON t.oid = c.contypid
     WHERE c.contype NOT IN ('n', 't') AND (r.oid IS NOT NULL OR t.oid IS NOT NULL)
    UNION ALL
    SELECT 'index', 'annals.' || c.relname,
           concat_ws(', ', pg_get_indexdef(x.indexrelid), CASE WHEN NOT x.indisvalid THEN 'not valid' END,
                     CASE WHEN NOT x.indisready THEN 'not kept up' END, CASE WHEN NOT x.indislive THEN 'dropped' END,
                     CASE WHEN NOT x.indimmediate THEN 'deferrable' END)
      FROM pg_index x JOIN relation r ON r.oid = x.indrelid JOIN pg_class c ON c.oid = x.indexrelid
    UNION ALL
    -- Up to PostgreSQL 15 the columns of a view over one table are written with its name.
    SELECT 'view', name,
           concat_ws(', ', encode(sha256(convert_to(
               CASE WHEN text NOT LIKE '% FROM % FROM %' AND text NOT LIKE '% JOIN %'
                    THEN coalesce(regexp_replace(text, '\m' || substring(text FROM '^ ?SELECT (\w+)\.') || '\.',
                                                 '', 'g'), text)
                    ELSE text END, 'UTF8')), 'hex'), nullif(options, ''))
      FROM viewed
    UNION ALL
    SELECT 'trigger', r.name || '.' || t.tgname,
           concat_ws(', ', pg_get_triggerdef(t.oid), CASE WHEN t.tgparentid <> 0 THEN 'of a parent' END)
      FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
     WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'trigger off', r.name || '.' || t.tgname, ''
      FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid
     WHERE t.tgenabled NOT IN ('O', 'A')
    UNION ALL
    SELECT 'rule', r.name || '.' || w.rulename, regexp_replace(pg_get_ruledef(w.oid), '\s+', ' ', 'g')
      FROM pg_rewrite w JOIN relation r ON r.oid = w.ev_class
     WHERE r.relkind NOT IN ('v', 'm') OR w.rulename <> '_RETURN' OR w.ev_enabled NOT IN ('O', 'A')
    UNION ALL
    SELECT 'policy', r.name || '.' || p.polname,
           concat_ws(', ', p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
    UNION ALL
    SELECT 'function', p.name,
           concat_ws(' ', CASE p.prokind WHEN 'f' THEN 'function' WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
                                         ELSE 'window function' END,
                     '(' || pg_get_function_arguments(p.oid) || ') returns', pg_get_function_result(p.oid), 'language',
                     (SELECT l.lanname FROM pg_language l WHERE l.oid = p.prolang))
      FROM routine p
    UNION ALL
    SELECT 'function body', p.name,
           encode(sha256(convert_to(concat_ws(' ', p.prosrc, p.probin, regexp_replace(
               pg_get_function_sqlbody(p.oid), '\s+', ' ', 'g')), 'UTF8')), 'hex')
      FROM routine p
    UNION ALL
    SELECT 'function rights', p.name, CASE WHEN p.prosecdef THEN 'its owner''s' ELSE 'its caller''s' END
      FROM routine p
    UNION ALL
    SELECT 'function settings', p.name, array_to_string(ARRAY(SELECT unnest(p.proconfig) ORDER BY 1), '; ')
      FROM routine p
    UNION ALL
    SELECT 'function traits', p.name,
           concat_ws(', ', CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
                     CASE p.proparallel WHEN 's' THEN 'parallel safe' WHEN 'r' THEN 'parallel restricted' END,
                     CASE WHEN p.proisstrict THEN 'strict' END, CASE WHEN p.proleakproof THEN 'leakproof' END,
                     CASE WHEN p.prosupport <> 0 THEN 'supported by ' || p.prosupport END,
                     CASE WHEN p.protrftypes IS NOT NULL THEN 'transforms' END)
      FROM routine p
    UNION ALL
    -- What readers may do anyhow, others may be allowed to do too.
    SELECT 'grant', g.name || ' to ' || g.whom, string_agg(g.privilege, ', ' ORDER BY g.privilege)
      FROM rights g
     WHERE g.grantee IN (SELECT oid FROM roles)
        OR NOT EXISTS (SELECT FROM rights r JOIN roles o ON o.oid = r.grantee AND o.rolname = 'annals_reader'
                        WHERE r.name = g.name AND r.privilege = split_part(g.privilege, ' with', 1))
     GROUP BY g.name, g.whom
    UNION ALL
    SELECT 'grant in advance', CASE WHEN d.defaclnamespace = 0 THEN 'everything' ELSE 'schema ' || n.nspname END
           || ' that ' || pg_get_userbyid(d.defaclrole) || ' will make',
           d.defaclobjtype::text || ' ' || d.defaclacl::text
      FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
     WHERE d.defaclnamespace IN (SELECT oid FROM ours UNION ALL SELECT oid FROM beside)
        OR d.defaclnamespace = 0 AND d.defaclrole IN (SELECT oid FROM roles)
    UNION ALL
    SELECT 'enum', 'annals.' || t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
      FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN ours o ON o.oid = t.typnamespace GROUP BY t.typname
    UNION ALL
    SELECT 'domain', 'annals.' || t.typname,
           concat_ws(' ', format_type(t.typbasetype, t.typtypmod),
                     CASE WHEN t.typcollation <> 0 THEN 'collate ' || t.typcollation::regcollation END,
                     CASE WHEN t.typnotnull THEN 'not null' END, t.typdefault)
      FROM pg_type t JOIN ours o ON o.oid = t.typnamespace WHERE t.typtype = 'd'
    UNION ALL
    SELECT 'sequence', r.name,
           concat_ws(', ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                     CASE WHEN s.seqcycle THEN 'cycles' END)
      FROM pg_sequence s JOIN relation r ON r.oid = s.seqrelid
    UNION ALL
    SELECT 'object', pg_describe_object(classid, objid, 0), ''
      FROM foreign_to_us f
     WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.deptype = 'e' AND (e.classid, e.objid) = (f.classid, f.objid))
       AND f.objid NOT IN (SELECT t.oid FROM pg_type t WHERE t.typelem <> 0)
    UNION ALL
    SELECT 'built-in', pg_describe_object(classid, objid, 0), '' FROM changed
    UNION ALL
    SELECT 'language', lanname::text,
           concat_ws(', ', lanplcallfoid::regproc, lanvalidator::regproc,
                     (SELECT p.probin FROM pg_proc p WHERE p.oid = l.lanplcallfoid))
      FROM pg_language l WHERE lanname IN ('plpgsql', 'sql')
    UNION ALL
    SELECT 'event trigger', evtname::text, evtevent || ' by ' || evtfoid::regprocedure
      FROM pg_event_trigger t
     WHERE evtenabled <> 'D'
       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.deptype = 'e' AND e.classid = 'pg_event_trigger'::regclass
                                                 AND e.objid = t.oid)
    UNION ALL
    SELECT 'role', rolname::text, concat_ws(', ', CASE WHEN rolsuper THEN 'superuser' END,
                                      CASE WHEN rolbypassrls THEN 'sees through row security' END,
                                      CASE WHEN rolcreaterole THEN 'makes roles' END,
                                      CASE WHEN rolreplication THEN 'replicates' END)
      FROM roles
    UNION ALL
    SELECT 'membership', r.rolname || ' in ' || pg_get_userbyid(m.roleid), ''
      FROM pg_auth_members m JOIN roles r ON r.oid = m.member
     WHERE r.rolname IN ('annals_writer', 'annals_redactor', 'annals_reader')
       AND m.roleid <> (SELECT oid FROM roles WHERE rolname = 'annals_reader')
)
SELECT kind, name, regexp_replace(definition, '\s+', ' ', 'g') AS definition
  FROM line
 ORDER BY kind COLLATE "C", name COLLATE "C", definition COLLATE "C"
