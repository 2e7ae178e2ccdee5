/// Settings that somebody may have given a session, its role or its database, each other than annals expects.
enum ForeignSettings {
    typealias Setting = (name: String, value: String)

    /// How statements are read and values are written.
    static let language: [Setting] = [
        ("search_path", "public,pg_catalog"), ("quote_all_identifiers", "on"),
        ("standard_conforming_strings", "off"), ("escape_string_warning", "off"), ("backslash_quote", "on"),
        ("array_nulls", "off"), ("transform_null_equals", "on"), ("DateStyle", "SQL,DMY"),
        ("IntervalStyle", "iso_8601"), ("TimeZone", "Asia/Kathmandu"), ("timezone_abbreviations", "India"),
        ("bytea_output", "escape"), ("extra_float_digits", "-15"), ("client_encoding", "LATIN1"),
        ("lc_monetary", "POSIX"), ("lc_numeric", "POSIX"), ("lc_time", "POSIX"), ("xmloption", "document"),
        ("xmlbinary", "hex"), ("default_text_search_config", "pg_catalog.german"),
        ("plpgsql.extra_errors", "all"), ("plpgsql.variable_conflict", "use_column"),
    ]

    /// What transactions are, how long they may take, what is told of them.
    static let sessions: [Setting] = [
        ("default_transaction_isolation", "serializable"), ("default_transaction_read_only", "on"),
        ("default_transaction_deferrable", "on"), ("row_security", "off"), ("synchronous_commit", "off"),
        ("session_replication_role", "local"), ("exit_on_error", "on"), ("client_min_messages", "error"),
        ("lock_timeout", "10min"), ("statement_timeout", "10min"),
        ("idle_in_transaction_session_timeout", "10min"), ("idle_session_timeout", "10min"),
        ("application_name", "somebody"), ("check_function_bodies", "off"), ("lo_compat_privileges", "on"),
        ("gin_fuzzy_search_limit", "1"), ("client_connection_check_interval", "1s"),
        ("default_toast_compression", "pglz"), ("stats_fetch_consistency", "none"),
    ]

    /// How statements are planned: in another order, by other ways, in several processes.
    static let plans: [Setting] = [
        ("enable_seqscan", "off"), ("enable_indexscan", "off"), ("enable_indexonlyscan", "off"),
        ("enable_bitmapscan", "off"), ("enable_hashjoin", "off"), ("enable_mergejoin", "off"),
        ("enable_nestloop", "off"), ("enable_sort", "off"), ("enable_hashagg", "off"),
        ("enable_material", "off"),
        ("enable_memoize", "off"), ("enable_incremental_sort", "off"),
        ("plan_cache_mode", "force_custom_plan"),
        ("jit", "off"), ("geqo_threshold", "2"), ("from_collapse_limit", "1"), ("join_collapse_limit", "1"),
        ("work_mem", "64kB"), ("hash_mem_multiplier", "1"), ("temp_buffers", "800kB"),
        ("random_page_cost", "100"),
        ("cpu_tuple_cost", "10"), ("parallel_setup_cost", "0"), ("parallel_tuple_cost", "0"),
        ("min_parallel_table_scan_size", "0"), ("max_parallel_workers_per_gather", "2"),
        ("synchronize_seqscans", "off"), ("constraint_exclusion", "on"), ("cursor_tuple_fraction", "1"),
    ]

    static let all = language + sessions + plans

    /// As `PGOPTIONS` has them.
    static func options(_ settings: [Setting]) -> String {
        settings.map { "-c \($0.name)=\($0.value)" }.joined(separator: " ")
    }
}
