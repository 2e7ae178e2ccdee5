extension PrivateCluster {
    /// What children are given: no `PG*` variable to lead them elsewhere, messages in English, and nothing else of
    /// ours, since the server outlives the command and keeps its environment.
    var serverEnvironment: [String: String] {
        let passed: Set<String> = ["PATH", "HOME", "USER", "LOGNAME", "LD_LIBRARY_PATH"]
        return environment.filter { passed.contains($0.key) }.merging(["LC_ALL": "C"]) { $1 }
    }

    /// The server's programs: those of the major version that made the cluster, once it exists.
    func binaries() throws(ClusterError) -> ServerBinaries {
        let search = ServerBinaries.Search(environment: environment, childEnvironment: serverEnvironment)
        guard let text = Files.read(data + "/PG_VERSION"), let version = ServerVersion(text) else {
            return try search.first()
        }
        return try search.first(major: version.major, madeIn: directory)
    }
}
