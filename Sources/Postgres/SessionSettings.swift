/// What annals sets, and what it refuses, in every session with a server: all that an answer or a proof could depend
/// on, whoever set it otherwise, in `PGOPTIONS`, for the role, for the database or for the whole server.
///
/// Left as they are: how the server plans (it changes no answer); limits of time and memory, which are the operator's,
/// and end a command with an error that names them; the role, and `default_transaction_read_only`, which only take
/// rights away; where tables are kept; what is logged; languages and XML, of which nothing is asked.
enum SessionSettings {
    /// Names and values, the same for every session.
    static let fixed: [(name: String, value: String)] = [
        // No function, operator or table of anybody else's is ever found before ours and the server's own.
        ("search_path", "pg_catalog, pg_temp"),
        // What a transaction sees: every one of ours says itself when it needs more.
        ("default_transaction_isolation", "read committed"),
        ("default_transaction_deferrable", "off"),
        // A policy that would hide rows makes the server refuse, instead of answering with the rest.
        ("row_security", "off"),
        // How statements are read.
        ("standard_conforming_strings", "on"),
        ("backslash_quote", "safe_encoding"),
        ("array_nulls", "on"),
        ("transform_null_equals", "off"),
        // How values are written where SQL makes text of them.
        ("DateStyle", "ISO, MDY"),
        ("IntervalStyle", "postgres"),
        ("TimeZone", "UTC"),
        ("bytea_output", "hex"),
        ("extra_float_digits", "1"),
        ("quote_all_identifiers", "off"),
        // An index leaves no rows out.
        ("gin_fuzzy_search_limit", "0"),
        // Errors that annals knows how to go on from.
        ("exit_on_error", "off"),
        ("plpgsql.extra_errors", "none"),
    ]

    /// What nobody may have set, in the words of whoever is refused.
    ///
    /// Only a superuser can set these, and an honest answer is not to be had under them.
    static let refused: [(name: String, accepted: [String], because: String)] = [
        (
            "session_replication_role", ["origin", "local"],
            "the triggers that guard the log do not fire"
        ),
        ("zero_damaged_pages", ["off"], "rows on damaged pages would be missing without a word"),
        ("ignore_checksum_failure", ["off"], "damaged pages would be read as if they were whole"),
    ]

    /// The statement that sets and checks all of it, and says whether a pooler stands in between.
    ///
    /// It is read with whatever search path the session has so far, so that it names the schema of all it uses.
    /// Through a pooler what it sets ends with the transaction: the session is other people's too.
    ///
    /// - Parameters:
    ///   - settings: names and values, of `fixed`.
    ///   - process: the process that serves this session, as the server told when it began. A pooler tells a number
    ///     of its own, because that of the server changes.
    ///   - statementTimeout: in milliseconds, a limit of this program's own.
    static func statement(
        _ settings: [(name: String, value: String)],
        process: Int32,
        statementTimeout: Int?
    ) -> Query {
        var settings = settings
        if let statementTimeout { settings.append(("statement_timeout", String(statementTimeout))) }
        let calls = settings.map { "pg_catalog.set_config('\($0.name)', '\($0.value)', is_pooled)" }
        let checks = refused.map { "pg_catalog.current_setting('\($0.name)')" }
        return """
            select is_pooled, array[\(raw: checks.joined(separator: ", "))], \(raw: acknowledged),
                   \(raw: calls.joined(separator: ", "))
              from (select pg_catalog.pg_backend_pid() operator(pg_catalog.<>) \(process) as is_pooled) as session
            """
    }

    /// What is acknowledged is on disk, and on the other servers where it has to be.
    ///
    /// Who said otherwise meant data that may be lost. `remote_apply` is stricter, `remote_write` nearly as strict:
    /// they are left.
    private static let acknowledged = """
        pg_catalog.set_config(
            'synchronous_commit',
            case when pg_catalog.current_setting('synchronous_commit') operator(pg_catalog.=)
                      any ('{off,local}'::pg_catalog.text[])
                 then 'on' else pg_catalog.current_setting('synchronous_commit') end,
            is_pooled)
        """
}
