import Glibc

extension ServerBinaries {
    /// Looks for servers: where `ANNALS_PG_BIN` says and nowhere else when it is set; else by `PATH`, then by
    /// `pg_config`, then where packages put them.
    struct Search {
        let environment: [String: String]
        let childEnvironment: [String: String]

        /// The first server that is new enough.
        func first() throws(ClusterError) -> ServerBinaries {
            if let binaries = installed.first(where: { $0.version.major >= ServerVersion.oldestSupported }) {
                return binaries
            }
            guard let old = installed.first else { throw .missingBinaries(override: override) }
            throw .unsupportedVersion(found: old.version.text, directory: old.directory)
        }

        /// The first server of the major version that made the cluster; no other can read its files.
        func first(major: Int, madeIn cluster: String) throws(ClusterError) -> ServerBinaries {
            if let binaries = installed.first(where: { $0.version.major == major }) { return binaries }
            let others = Set(installed.map(\.version.text)).sorted()
            guard !others.isEmpty else { throw .missingBinaries(override: override) }
            throw .otherMajor(path: cluster, needed: major, installed: others)
        }

        private var override: String? {
            environment["ANNALS_PG_BIN"].flatMap { $0.isEmpty ? nil : $0 }
        }

        /// Lazy, since asking a server for its version costs a process: mostly the first one will do.
        private var installed: some Collection<ServerBinaries> {
            let places =
                override.map { place in [{ [Files.realPath(place) ?? place] }] } ?? [
                    linked, configured, packaged,
                ]
            return places.lazy.flatMap { $0() }.compactMap { directory in
                ServerBinaries(directory: directory, environment: childEnvironment)
            }
        }

        private var path: [String] { (environment["PATH"] ?? "").split(separator: ":").map(String.init) }

        /// Where each `initdb` on the path really is: a link on its own has no share files beside it.
        private func linked() -> [String] {
            path.compactMap { Files.realPath($0 + "/initdb").map(Files.parent(of:)) }
        }

        /// What the first `pg_config` on the path says.
        private func configured() -> [String] {
            guard let directory = path.first(where: { access($0 + "/pg_config", X_OK) == 0 }),
                let result = try? ChildProcess.run(
                    [directory + "/pg_config", "--bindir"],
                    environment: childEnvironment
                ),
                result.succeeded
            else { return [] }
            return [result.output]
        }

        /// The places of Debian and Ubuntu, RHEL, and Homebrew, newest first, and those that do not tell a version.
        private func packaged() -> [String] {
            let numbered = [
                "/usr/lib/postgresql/", "/usr/pgsql-", "/opt/homebrew/opt/postgresql@",
                "/usr/local/opt/postgresql@", "/home/linuxbrew/.linuxbrew/opt/postgresql@",
            ]
            return numbered.flatMap { place in (10...99).reversed().map { "\(place)\($0)/bin" } }
                + ["/usr/local/pgsql/bin", "/usr/bin"]
        }
    }
}
