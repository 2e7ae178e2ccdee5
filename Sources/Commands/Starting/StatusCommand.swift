import Annals
import ArgumentParser
import EventLog
import Postgres
import Projections

/// `annals status`.
struct StatusCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Where the database is, how long the log, how far the projections."
    )

    @OptionGroup var global: GlobalOptions

    func execute() throws {
        let session = try Session.open(global, for: "status", catchingUp: false)
        let head = session.head
        let replica = try session.log.replica()
        let counts = try session.log.connection.first(
            """
            select (select count(distinct slug) from annals.actor where known_to = \(Int64.max)) as actors,
                   (select count(*) from annals.stream where id like '%/%') as relationships,
                   (select count(*) from annals.effect where known_to = \(Int64.max)) as effects,
                   current_setting('server_version') as server, current_database() as database,
                   current_user::text as role, pg_size_pretty(pg_database_size(current_database())) as size
            """
        ) { row throws(PostgresError) in
            (
                actors: try row["actors", as: Int64.self],
                relationships: try row["relationships", as: Int64.self],
                effects: try row["effects", as: Int64.self],
                server: try row["server", as: String.self], database: try row["database", as: String.self],
                role: try row["role", as: String.self], size: try row["size", as: String.self]
            )
        }
        guard let counts else { return }
        let versions = try ProjectionVersion.all(in: session.log)
        let live = versions.first { $0.status == .live }
        let verified = try session.log.lastVerifications()
        let backlog = BacklogText(backlog: try session.log.backlog(), waiting: head.waiting)
        if global.json {
            let json: JSONValue = [
                "place": .string(session.place.description),
                "database": .string(counts.database),
                "role": .string(counts.role),
                "server": .string(counts.server),
                "position": .number(Int(head.position.rawValue)),
                "recorded_at": .optional(head.recordedAt?.description),
                "log_ahead_seconds": .optional(session.logTime.logAhead?.wholeSeconds),
                "server_ahead_seconds": .optional(session.logTime.serverAhead?.wholeSeconds),
                "replica": replica?.json ?? .null,
                "waiting": .number(head.waiting),
                "waiting_since": .optional(backlog.backlog.waitingSince?.description),
                "sequencer": .optional(backlog.backlog.sequencer),
                "set_aside": .number(backlog.backlog.setAside),
                "first_set_aside": .optional(backlog.backlog.firstSetAside.map { Int($0.rawValue) }),
                "projected": .optional(live.map { Int($0.position.rawValue) }),
                "projections": .array(versions.map(\.json)),
                "actors": .number(Int(counts.actors)),
                "relationships": .number(Int(counts.relationships)),
                "effects": .number(Int(counts.effects)),
                "rulebook": .number(session.log.rulebook.version),
                "verified": verified.first?.json ?? .null,
                "found_before": .array(verified.dropFirst().map(\.json)),
            ]
            return try Console.standard.print(json.line)
        }
        var table = Table()
        table.add([
            "database",
            "\(Printable.line(counts.database)) as \(Printable.line(counts.role)), PostgreSQL \(counts.server), \(counts.size)",
        ])
        table.add(["where", session.place.description])
        if case .cluster(let cluster) = session.place {
            table.add(["to stop it", cluster.stopCommand])
            let reader = cluster.connectionString(database: Place.database, as: PrivateCluster.reader)
            table.add(["to query it", ShellCommand.of(["psql", reader])])
            table.add(["", "reads and changes nothing; as a superuser, who may: user=\(PrivateCluster.role)"])
        }
        table.add([
            "log", "\(head.position)" + (head.recordedAt.map { ", last recorded \($0)" } ?? ", empty"),
        ])
        if let words = session.logTime.words { table.add(["clock", words]) }
        if let replica { table.add(["replica", replica.line]) }
        table.add(["waiting", backlog.waitingLine])
        if let line = backlog.asideLine { table.add(["set aside", line]) }
        // The one that answers first, then the others, the latest first.
        let others = versions.filter { $0.status != .live }.reversed()
        for (index, version) in ([live].compactMap { $0 } + others).enumerated() {
            table.add([index == 0 ? "projections" : "", version.line(head: head.position)])
        }
        table.add([
            "holds",
            "\(counts.actors) actors, \(counts.relationships) relationships, \(counts.effects) effects",
        ])
        table.add(["rulebook", "\(session.log.rulebook.version)"])
        table.add(["verified", verified.first?.line ?? "never: annals verify"])
        for earlier in verified.dropFirst() { table.add(["", earlier.line]) }
        try Console.standard.print(table.lines.joined(separator: "\n"))
    }
}
