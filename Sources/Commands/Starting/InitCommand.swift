import Annals
import ArgumentParser
import EventLog
import Postgres

/// `annals init`.
struct InitCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set up a database: a private one, or one on a server you name.",
        discussion: """
            Without --db (and without ANNALS_DB, DATABASE_URL or PG* variables) it creates a private PostgreSQL \
            cluster that only you can reach, and any later command starts it when it is down. Run again, it brings \
            the database up to date.
            """
    )

    @Option(
        help: ArgumentHelp("Load a record to learn with: afghanistan.", valueName: "name"),
        completion: .list(Example.names)
    )
    var example: String?

    @OptionGroup var logTime: LogTimeOption
    @OptionGroup var global: GlobalOptions

    func execute() throws {
        Interrupt.takeTime()
        let example = try example.map(Example.init(named:))
        let place = try Place.find(global.db)
        let wait = try Wait.find(global.wait)
        if case .cluster(let cluster) = place { try prepare(cluster) }
        let connection = try place.connect(as: "init", wait.begin(), logger: global.logger)
        if let replica = try Replica.of(connection) { throw Failure(writingTo: replica) }
        let outcome = try Migrations.run(connection, logger: global.logger)
        if case .cluster = place { try PrivateCluster.admitReader(connection) }
        let session = Session(
            try Log(connection, logger: global.logger),
            at: place,
            verb: "init",
            wait,
            global.logger
        )
        report(place, outcome, try session.log.head())
        guard let example else { return session.logTime.tell() }
        try session.checkWritable(logTime)
        try load(example, into: session)
    }

    private func prepare(_ cluster: PrivateCluster) throws {
        do {
            if !cluster.exists {
                Console.standard.note("Creating a private PostgreSQL cluster in \(cluster.directory) …")
                try cluster.create(logger: global.logger)
            }
            try cluster.start(logger: global.logger)
        } catch {
            throw Failure(error)
        }
        try cluster.createDatabase(Place.database)
    }

    private func report(_ place: Place, _ outcome: Migrations.Outcome, _ head: LogHead) {
        let what =
            outcome.applied.isEmpty ? (outcome.replacedCode ? "brought up to date" : "up to date") : "set up"
        Console.standard.note("\(place.description): \(what), log at \(head.position)")
        if case .server(let source, _) = place, source == .option {
            Console.standard.note(
                "Later commands find it with the same --db, or with ANNALS_DB in the environment."
            )
        }
    }

    private func load(_ example: Example, into session: Session) throws {
        for part in example.parts {
            let content = Input.read(text: part.text)
            var batch = Batch(session: session, origin: "example \(part.name)")
            batch.newID = part.id(of:)
            let report = try batch.append(content.lines, problems: content.problems)
            Console.standard.note("\(part.name): \(report.summary)")
        }
        Console.standard.note("Try: annals show taliban us --at 2020-06-01")
    }
}
