package import Annals
import Postgres

extension Log {
    /// At which version a stream was known at a position; for an actor's own, on demand with every relationship
    /// it is in.
    package func versions(of stream: StreamID, withRelationships: Bool = false, known: Position) throws
        -> [StreamID: Version]
    {
        let slug = withRelationships && !stream.isRelationship ? stream.name : nil
        let found = try connection.query(
            """
            select id, annals.version_at(id, \(known)) as version from annals.stream
             where id = \(stream.name) or \(slug) = any (string_to_array(id, '/'))
            """
        ) { row throws(PostgresError) in
            (name: try row["id", as: String.self], version: try row["version", as: Version.self])
        }
        var versions = [stream: Version(rawValue: 0)]
        for (name, version) in found where version.rawValue > 0 {
            if let stream = StreamID(name) { versions[stream] = version }
        }
        return versions
    }
}
