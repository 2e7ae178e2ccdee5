import EventLog
import Postgres
import Support
import Testing

/// That `Schema/catalog.sql` tells everything: each catalog of the server, and each column of those that it reads most
/// of, is told of, or is known not to change an answer.
///
/// A newer PostgreSQL with something more fails here first.
@Suite struct `the list of what a database is` {
    /// The kinds of lines that tell of a catalog.
    private static let told = [
        "pg_aggregate": "function", "pg_amop": "built-in", "pg_amproc": "built-in", "pg_attrdef": "column",
        "pg_attribute": "column", "pg_auth_members": "membership", "pg_authid": "role", "pg_cast": "object",
        "pg_class": "relation, index, sequence, view", "pg_collation": "object",
        "pg_constraint": "constraint",
        "pg_conversion": "object", "pg_default_acl": "grant in advance", "pg_enum": "enum",
        "pg_event_trigger": "event trigger", "pg_foreign_table": "relation", "pg_index": "index",
        "pg_inherits": "child, parent", "pg_language": "language", "pg_namespace": "schema",
        "pg_opclass": "object",
        "pg_operator": "object, built-in", "pg_opfamily": "object", "pg_partitioned_table": "relation",
        "pg_policy": "policy", "pg_proc": "function", "pg_range": "object", "pg_rewrite": "view, rule",
        "pg_sequence": "sequence", "pg_statistic_ext": "object", "pg_transform": "function traits",
        "pg_trigger": "trigger", "pg_ts_config": "object", "pg_ts_dict": "object", "pg_ts_parser": "object",
        "pg_ts_template": "object", "pg_type": "relation, enum, domain, object",
    ]

    /// Why other catalogs need not be told of.
    private static let untold = [
        "pg_am": "told of where a table is kept by another", "pg_database": "which one is asked",
        "pg_db_role_setting": "looked at with the sessions",
        "pg_parameter_acl": "looked at with the sessions",
        "pg_depend": "follows from the rest", "pg_shdepend": "follows from the rest",
        "pg_description": "words", "pg_shdescription": "words",
        "pg_extension": "what else is in the database", "pg_foreign_data_wrapper": "of foreign tables",
        "pg_foreign_server": "of foreign tables", "pg_user_mapping": "of foreign tables",
        "pg_init_privs": "what was granted at first", "pg_largeobject": "none of ours",
        "pg_largeobject_metadata": "none of ours", "pg_publication": "copies elsewhere",
        "pg_publication_namespace": "copies elsewhere", "pg_publication_rel": "copies elsewhere",
        "pg_replication_origin": "copies", "pg_seclabel": "narrows rights", "pg_shseclabel": "narrows rights",
        "pg_statistic": "how fast, not what", "pg_statistic_ext_data": "how fast, not what",
        "pg_subscription": "what comes in is verified", "pg_subscription_rel": "what comes in is verified",
        "pg_tablespace": "where bytes lie", "pg_ts_config_map": "of configurations",
    ]

    /// Of the catalogs that decide most, the columns that are told, and those that say where bytes lie, how fast
    /// something is, or what the told ones say too.
    private static let columns: [String: (told: String, untold: String)] = [
        "pg_class": (
            """
            oid relname relnamespace reloftype relowner relam relpersistence relkind relrowsecurity relforcerowsecurity
            relispopulated relispartition relacl reloptions
            """,
            """
            reltype relfilenode reltablespace relpages reltuples relallvisible relallfrozen reltoastrelid relhasindex
            relisshared relnatts relchecks relhasrules relhastriggers relhassubclass relreplident relrewrite relfrozenxid
            relminmxid relpartbound
            """
        ),
        "pg_attribute": (
            """
            attrelid attname atttypid attstattarget attnum atttypmod attnotnull atthasdef attidentity attgenerated
            attisdropped attinhcount attcollation attacl
            """,
            """
            attlen attndims attcacheoff attbyval attalign attstorage attcompression atthasmissing attislocal attoptions
            attfdwoptions attmissingval
            """
        ),
        "pg_proc": (
            """
            oid proname pronamespace proowner prolang provariadic prosupport prokind prosecdef proleakproof proisstrict
            proretset provolatile proparallel pronargs pronargdefaults prorettype proargtypes proallargtypes proargmodes
            proargnames proargdefaults protrftypes prosrc probin prosqlbody proconfig proacl
            """,
            "procost prorows"
        ),
        "pg_index": (
            """
            indexrelid indrelid indnatts indnkeyatts indisunique indnullsnotdistinct indimmediate indisvalid indisready
            indislive indkey indcollation indclass indoption indexprs indpred
            """,
            "indisprimary indisexclusion indisclustered indcheckxmin indisreplident"
        ),
        "pg_constraint": (
            """
            oid conname contype condeferrable condeferred conenforced convalidated conrelid contypid confrelid
            confupdtype confdeltype confmatchtype conkey confkey confdelsetcols conexclop conbin connoinherit conperiod
            """,
            "connamespace conindid conparentid conislocal coninhcount conpfeqop conppeqop conffeqop"
        ),
        "pg_trigger": (
            """
            oid tgrelid tgparentid tgname tgfoid tgtype tgenabled tgisinternal tgconstrrelid tgconstraint tgdeferrable
            tginitdeferred tgnargs tgattr tgargs tgqual tgoldtable tgnewtable
            """,
            "tgconstrindid"
        ),
        "pg_rewrite": ("rulename ev_class ev_type ev_enabled is_instead ev_qual ev_action", "oid"),
        "pg_policy": ("polname polrelid polcmd polqual polwithcheck", "oid polpermissive polroles"),
    ]

    @Test func `leaves out no catalog of the server`() throws {
        let catalogs = try TestDatabase().connect().values(
            """
            select relname::text from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'
            """,
            as: String.self
        )
        #expect(catalogs.filter { Self.told[$0] == nil && Self.untold[$0] == nil }.sorted() == [])
    }

    @Test(arguments: columns.keys.sorted())
    func `leaves out no column that decides`(catalog: String) throws {
        let lists = try #require(Self.columns[catalog])
        let known = Set((lists.told + " " + lists.untold).split { $0 == " " || $0 == "\n" }.map(String.init))
        let columns = try TestDatabase().connect().values(
            """
            select attname::text from pg_attribute where attrelid = \(catalog)::regclass and attnum > 0
            """,
            as: String.self
        )
        #expect(Set(columns).subtracting(known).sorted() == [])
    }

    /// How many things of a sort the schema has, and the kind of the lines that tell of them.
    private static let counts = [
        (
            "relation",
            "select count(*) from pg_class where relnamespace = 'annals'::regnamespace and relkind not in ('i', 'I')"
        ),
        (
            "index",
            "select count(*) from pg_class where relnamespace = 'annals'::regnamespace and relkind = 'i'"
        ),
        ("function", "select count(*) from pg_proc where pronamespace = 'annals'::regnamespace"),
        ("function body", "select count(*) from pg_proc where pronamespace = 'annals'::regnamespace"),
        (
            "column",
            """
            select count(*) from pg_attribute join pg_class c on c.oid = attrelid
             where relnamespace = 'annals'::regnamespace and relkind in ('r', 'v', 'c', 'm', 'f', 'p')
               and attnum > 0 and not attisdropped
            """
        ),
        (
            "constraint",
            """
            select count(*) from pg_constraint left join pg_class c on c.oid = conrelid left join pg_type t on t.oid = contypid
             where 'annals'::regnamespace in (relnamespace, typnamespace) and contype not in ('n', 't')
            """
        ),
        (
            "trigger",
            """
            select count(*) from pg_trigger join pg_class c on c.oid = tgrelid
             where relnamespace = 'annals'::regnamespace and not tgisinternal
            """
        ),
        (
            "view",
            "select count(*) from pg_class where relnamespace = 'annals'::regnamespace and relkind in ('v', 'm')"
        ),
        (
            "owner",
            """
            select (select count(*) from pg_class where relnamespace = 'annals'::regnamespace and relkind not in ('i', 'I'))
                   + (select count(*) from pg_proc where pronamespace = 'annals'::regnamespace)
                   + (select count(*) from pg_type where typnamespace = 'annals'::regnamespace and typrelid = 0 and typelem = 0)
                   + 3
            """
        ),
    ]

    @Test(arguments: counts)
    func `has a line for every thing in the schema`(kind: String, count: String) throws {
        let connection = try TestDatabase().connect()
        try connection.run(
            script: """
                create domain annals.little as integer check (value < 10);
                create materialized view annals.kept as select 1 as one;
                create procedure annals.proceed() language sql as '';
                create aggregate annals.most(integer) (sfunc = int4larger, stype = integer);
                """
        )
        let lines = try connection.transaction {
            try connection.withNamesOfServer { connection throws(PostgresError) in
                try CatalogLine.all(in: connection)
            }
        }
        let things = try connection.value(Query(raw: count), as: Int64.self)
        #expect(Int64(lines.filter { $0.kind == kind }.count) == things)
        #expect(things > 0)
    }
}
