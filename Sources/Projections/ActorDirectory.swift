package import Annals
package import EventLog
package import Postgres

/// Finds actors by any of their names, and tells what they were called.
package struct ActorDirectory {
    let connection: Connection

    package init(_ log: Log) {
        connection = log.connection
    }

    /// Whom each of these names finds, as known now.
    ///
    /// A name that finds nobody is not in the result; one that finds several actors has them all.
    package func find(_ names: [String]) throws -> [FoldedName: Set<ActorID>] {
        let folded = Set(names.map { FoldedName($0) })
        let found = try connection.query(
            """
            select folded, slug from annals.actor_name
             where folded = any(\(folded.map(\.text))) and known_to = \(Int64.max)
            """
        ) { row throws(PostgresError) in
            (name: try row["folded", as: String.self], slug: try row["slug", as: String.self])
        }
        var actors: [FoldedName: Set<ActorID>] = [:]
        for (name, slug) in found {
            guard let actor = ActorID(slug) else { continue }
            actors[FoldedName(name), default: []].insert(actor)
        }
        return actors
    }

    /// Every name that finds somebody now, for suggestions.
    package func allNames() throws -> [(written: String, actor: ActorID)] {
        try connection.query(
            "select written, slug from annals.actor_name where known_to = \(Int64.max) order by written"
        ) { row throws(PostgresError) in
            (written: try row["written", as: String.self], slug: try row["slug", as: String.self])
        }.compactMap { written, slug in ActorID(slug).map { (written: written, actor: $0) } }
    }

    /// Names that begin so, in any spelling that finds the same, slugs first; of nothing, slugs alone.
    package func names(beginningWith prefix: String, most: Int) throws -> [String] {
        let folded = FoldedName(prefix).text
        return try connection.query(
            """
            select written from annals.actor_name
             where folded ^@ \(folded) and known_to = \(Int64.max) and (scheme = 'slug' or \(folded) <> '')
             group by written order by bool_or(scheme = 'slug') desc, written collate "C" limit \(Int64(most))
            """
        ) { row throws(PostgresError) in try row["written", as: String.self] }
    }

    /// What actors were called, as known at a position; an actor not known then goes by its slug.
    package func names(of actors: [ActorID], known: Position) throws -> [ActorID: String] {
        let found = try connection.query(
            """
            select distinct on (slug) slug, name from annals.actor
             where slug = any(\(actors.map(\.slug))) and name is not null
               and known_from <= \(known) and known_to > \(known)
             order by slug, known_from desc
            """
        ) { row throws(PostgresError) in
            (slug: try row["slug", as: String.self], name: try row["name", as: String.self])
        }
        let named = found.compactMap { slug, name in ActorID(slug).map { ($0, name) } }
        return Dictionary(uniqueKeysWithValues: named)
    }

    /// When anything was first recorded of each actor known at a position, and when last.
    package func recorded(known: Position) throws -> [ActorID: (first: Timestamp, last: Timestamp)] {
        let found = try connection.query(
            """
            select a.slug, min(l.recorded_at) as first, max(l.recorded_at) as last
              from annals.actor a join annals.log l on l.position = a.known_from
             where a.known_from <= \(known)
             group by a.slug
            """
        ) { row throws(PostgresError) in
            (
                slug: try row["slug", as: String.self], first: try row["first", as: Timestamp.self],
                last: try row["last", as: Timestamp.self]
            )
        }
        return found.reduce(into: [:]) { times, actor in
            if let id = ActorID(actor.slug) { times[id] = (actor.first, actor.last) }
        }
    }

    /// All actors known at a position, with everything that finds them, in slug order.
    package func profiles(of only: [ActorID]? = nil, known: Position) throws -> [ActorProfile] {
        let slugs = only?.map(\.slug)
        let names = try connection.query(
            """
            select slug, scheme, written from annals.actor_name
             where (\(slugs)::text[] is null or slug = any(\(slugs))) and scheme in ('alias', 'code')
               and known_from <= \(known) and known_to > \(known)
             order by slug, known_from, scheme, written collate "C"
            """
        ) { row throws(PostgresError) in
            (
                slug: try row["slug", as: String.self], scheme: try row["scheme", as: String.self],
                written: try row["written", as: String.self]
            )
        }
        let bySlug = Dictionary(grouping: names, by: \.slug)
        return try connection.query(
            """
            select slug,
                   (array_agg(name order by known_from desc) filter (where name is not null))[1] as name,
                   (array_agg(kind order by known_from desc) filter (where kind is not null))[1] as kind
              from annals.actor
             where (\(slugs)::text[] is null or slug = any(\(slugs)))
               and known_from <= \(known) and known_to > \(known)
             group by slug order by slug
            """
        ) { row throws(PostgresError) in
            let slug: String = try row["slug"]
            let others = bySlug[slug] ?? []
            return ActorProfile(
                slug: slug,
                name: try row["name"],
                kind: try row["kind"],
                aliases: others.filter { $0.scheme == "alias" }.map(\.written),
                codes: others.filter { $0.scheme == "code" }.map(\.written)
            )
        }
    }
}

/// An actor with everything said of it.
package struct ActorProfile: Hashable, Sendable {
    /// The slug.
    package let slug: String
    /// The name shown; nil when nobody gave one.
    package let name: String?
    /// What sort of actor; nil when nobody said.
    package let kind: String?
    /// Other names.
    package let aliases: [String]
    /// Codes, each `scheme:value`.
    package let codes: [String]
}
