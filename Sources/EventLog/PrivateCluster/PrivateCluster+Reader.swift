package import Postgres

extension PrivateCluster {
    /// The role as which programs come that only read: a member of annals_reader, and nothing more.
    ///
    /// The role annals itself comes as is a superuser, because it made the cluster.
    package static let reader = "reader"

    /// Makes that role, in a cluster whose database is set up; does nothing when it is there.
    package static func admitReader(_ connection: Connection) throws {
        try connection.transaction {
            // As for a migration: one at a time.
            try connection.execute("select pg_advisory_xact_lock(1634627169, 1025)")
            try connection.run(
                script: """
                    do $$
                    begin
                        if not exists (select from pg_roles where rolname = '\(reader)') then
                            create role \(reader) login;
                        end if;
                        if not pg_has_role('\(reader)', 'annals_reader', 'member') then
                            grant annals_reader to \(reader);
                        end if;
                    end $$
                    """
            )
        }
    }
}
