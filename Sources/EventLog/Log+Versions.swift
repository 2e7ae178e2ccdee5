package import Annals
import Postgres

extension Log {
    /// At which version a stream was known at a position; for an actor's own, on demand with every relationship
    /// it is in.
    package func versions(of stream: StreamID, withRelationships: Bool = false, known: Position) throws
        -> [StreamID: Version]
    {
        let slug = withRelationships && !stream.isRelationship ? stream.name : nil
        let found = try versions(
            """
            select id, annals.version_at(id, \(known)) as version from annals.stream
             where id = \(stream.name) or \(slug) = any (string_to_array(id, '/'))
            """
        )
        return [stream: Version(rawValue: 0)].merging(found) { $1 }
    }

    /// At which version each relationship among some actors was known at a position, where it had any entries.
    package func versions(among actors: [ActorID], known: Position) throws -> [StreamID: Version] {
        try versions(
            """
            select id, annals.version_at(id, \(known)) as version from annals.stream
             where position('/' in id) > 0 and string_to_array(id, '/') <@ \(actors.map(\.slug))
            """
        )
    }

    /// The last version of each stream that is known; 0 for none.
    package func lastVersions(of streams: [StreamID]) throws -> [StreamID: Version] {
        guard !streams.isEmpty else { return [:] }
        let found = try connection.query(
            """
            select id, annals.version_at(id, (select max(position) from annals.log_head)) as version
              from unnest(\(Set(streams).map(\.name))) as id
            """
        ) { row throws(PostgresError) in
            (name: try row["id", as: String.self], version: try row["version", as: Version.self])
        }
        return found.reduce(into: [:]) { versions, stream in
            if let id = StreamID(stream.name) { versions[id] = stream.version }
        }
    }

    private func versions(_ query: Query) throws -> [StreamID: Version] {
        let found = try connection.query(query) { row throws(PostgresError) in
            (name: try row["id", as: String.self], version: try row["version", as: Version.self])
        }
        return found.reduce(into: [:]) { versions, stream in
            guard let id = StreamID(stream.name), stream.version.rawValue > 0 else { return }
            versions[id] = stream.version
        }
    }
}
