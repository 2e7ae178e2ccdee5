import Glibc

extension PrivateCluster {
    /// The cluster of the user who runs annals, in the place the XDG base directory specification gives it.
    ///
    /// `$XDG_DATA_HOME/annals/pg`, else `$HOME/.local/share/annals/pg`; a relative `XDG_DATA_HOME` is ignored, as
    /// the specification asks. For root it is `/var/lib/annals/pg` unless `XDG_DATA_HOME` is set: the server then
    /// runs as `postgres`, which has no business in root's home and usually cannot enter it. An `XDG_DATA_HOME`
    /// that `postgres` cannot enter is refused by ``create(logger:)`` and not replaced by another place, because
    /// whoever set it would look for the record there.
    ///
    /// - Throws: ``ClusterError/noHome`` when neither variable names an absolute path.
    package static func standard(environment: [String: String]) throws(ClusterError) -> PrivateCluster {
        try standard(environment: environment, isRoot: geteuid() == 0)
    }

    static func standard(
        environment: [String: String],
        isRoot: Bool
    ) throws(ClusterError) -> PrivateCluster {
        let base: String
        if let explicit = environment["XDG_DATA_HOME"], explicit.hasPrefix("/") {
            base = explicit
        } else if isRoot {
            base = "/var/lib"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            base = home + "/.local/share"
        } else {
            throw .noHome
        }
        return PrivateCluster(directory: base + "/annals/pg", environment: environment)
    }
}
