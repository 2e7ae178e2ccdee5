import Annals
import EventLog
import Formats
import Postgres
import Projections

/// One file on its way into the log.
struct ImportRun {
    let rows: TableRows
    let session: Session
    let createsActors: Bool
    /// What is written besides the good rows, where those alone are written.
    let rejects: RejectsFile?
    private let origin: String
    /// Reads while the other session writes.
    private let reader: Session

    init(
        _ rows: TableRows,
        _ session: Session,
        createsActors: Bool,
        rejects: RejectsFile?,
        global: GlobalOptions
    )
        throws
    {
        self.rows = rows
        self.session = session
        self.createsActors = createsActors
        self.rejects = rejects
        reader = try Session.open(global, for: "import", catchingUp: false)
        let name = rows.file.path == "-" ? "standard input" : Printable.line(rows.file.path)
        origin = "import \(name) sha256:\(try rows.file.digest())"
    }

    /// Reads the whole file and writes nothing.
    func rehearse() throws -> ImportReport {
        let progress = Progress("checking")
        defer { progress.finish() }
        var tally = ImportTally()
        var reading = reading(isWriting: false)
        var chunks = try rows.chunks()
        while let (records, bytes) = try chunks.next() {
            let chunk = try reading.chunk(of: records, bytesRead: bytes)
            tally.add(chunk)
            tally.actors += chunk.newActors.count
            tally.add(try ImportWriter.rehearse(chunk, in: reader.log), of: chunk)
            tally.show(progress, chunk, rows.file)
        }
        return try report(tally, reading, isRehearsal: true)
    }

    /// Writes it, chunk by chunk, the next being read while the server is at one.
    ///
    /// - Parameter total: how many rows there are, where that is known.
    func write(expecting total: Int?) throws -> ImportReport {
        Interrupt.takeTime()
        let progress = Progress("importing")
        defer { progress.finish() }
        var tally = ImportTally()
        tally.total = total
        var reading = reading(isWriting: true)
        do {
            var chunks = try rows.chunks()
            var ready = try prepare(chunks.next(), &reading)
            while let current = ready {
                ready = try write(current, &reading, &tally, progress) { reading in
                    try prepare(chunks.next(), &reading)
                }
            }
            try session.log.sequence()
        } catch {
            // Chunks before this one are in, and this one may be.
            let failure = Failure(error)
            let outcome = failure.code == .interrupted ? nil : failure.outcome
            throw Failure(
                failure.code,
                failure.items,
                outcome: [outcome, Self.goesOn].compactMap { $0 }.joined(separator: "\n")
            )
        }
        return try report(tally, reading, isRehearsal: false)
    }

    private static let goesOn = "What was written until then is in; the same command goes on from there."

    /// A chunk about to be written, and what it was made from.
    private struct Prepared {
        var chunk: ImportChunk
        let records: [TableRows.Record]
        /// As it was before the chunk, where it may have to be made again.
        let before: ImportReading?
    }

    private func prepare(
        _ read: (records: [TableRows.Record], bytesRead: Int)?,
        _ reading: inout ImportReading
    ) throws -> Prepared? {
        guard let read else { return nil }
        let before = createsActors ? reading : nil
        let chunk = try reading.chunk(of: read.records, bytesRead: read.bytesRead)
        return Prepared(chunk: chunk, records: read.records, before: before)
    }

    private func write(
        _ prepared: Prepared,
        _ reading: inout ImportReading,
        _ tally: inout ImportTally,
        _ progress: Progress,
        meanwhile body: (inout ImportReading) throws -> Prepared?
    ) throws -> Prepared? {
        var chunk = prepared.chunk
        var tries = 0
        var registered = try register(chunk, isLast: false)
        while registered == nil {
            tries += 1
            // Somebody made one of them at the same moment: once that is known, it is found.
            try session.log.sequence()
            reading = prepared.before ?? reading
            reading.forgetActors()
            chunk = try reading.chunk(of: prepared.records, bytesRead: chunk.bytesRead)
            registered = try register(chunk, isLast: tries == Self.mostTries)
        }
        tally.actors += registered ?? 0
        let writer = ImportWriter(session: session, author: reading.author, origin: origin)
        let (outcome, value) = try writer.write(chunk) { try body(&reading) }
        tally.add(chunk)
        tally.add(outcome, of: chunk)
        try rejects?.add(chunk.problems + outcome.problems)
        tally.show(progress, chunk, rows.file)
        return value
    }

    /// How often a chunk is made again for actors that others made at the same moment.
    private static let mostTries = 20

    /// Registers the actors a chunk makes, and gives how many of them this did; nil when one of them is there, unless
    /// that is the last try.
    private func register(_ chunk: ImportChunk, isLast: Bool) throws -> Int? {
        guard !chunk.registrations.isEmpty else { return 0 }
        let nothing = chunk.newActors.map { (StreamID($0), Version(rawValue: 0)) }
        do {
            let accepted = try session.log.append(
                chunk.registrations,
                expecting: Dictionary(uniqueKeysWithValues: nothing)
            )
            // Another import of the same file may have been sooner, with the same entry.
            let fresh = zip(chunk.registrations, accepted).filter { !$1.isDuplicate }
            return Set(fresh.compactMap { $0.0.entry.content?.actor?.actor }).intersection(chunk.newActors)
                .count
        } catch LogError.conflict where !isLast {
            return nil
        }
    }

    private func reading(isWriting: Bool) -> ImportReading {
        ImportReading(
            rows.reader,
            ActorFinder(reader.log, creates: createsActors),
            author: Environment.author,
            origin: origin,
            rulebook: session.log.rulebook,
            isWriting: isWriting
        )
    }

    private func report(_ tally: ImportTally, _ reading: ImportReading, isRehearsal: Bool) throws
        -> ImportReport
    {
        let unknown = reading.finder.unknown
        let commonest = unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostNamed)
        let names = commonest.isEmpty ? [] : try ActorDirectory(reader.log).allNames()
        return ImportReport(
            file: rows.file.path == "-" ? "standard input" : rows.file.path,
            format: rows.format.format,
            tally: tally,
            isRehearsal: isRehearsal,
            traps: reading.traps,
            unknown: commonest.map { name, count in
                let near = NearName.of(name, among: names.map(\.written))
                let slug = near.flatMap { near in names.first { $0.written == near }?.actor.slug }
                return (name: name, count: count, near: slug)
            },
            unknownCount: unknown.count,
            rejects: try rejects?.finish() == true ? rejects?.path : nil,
            secondsAhead: isRehearsal ? nil : session.logTime.secondsAhead
        )
    }

    /// Names that find nobody are listed, the commonest.
    private static let mostNamed = 20
}

extension ImportTally {
    fileprivate mutating func add(_ chunk: ImportChunk) {
        rows += chunk.rows
        empty += chunk.empty
        reject(chunk.problems)
    }

    fileprivate mutating func add(_ outcome: ImportOutcome, of chunk: ImportChunk) {
        recorded += outcome.recorded
        corrected += outcome.corrected
        retracted += outcome.retracted
        absent += outcome.absent
        reject(outcome.problems)
        let events = chunk.recorded.count + chunk.repeated + chunk.versioned.count
        let others = outcome.corrected + outcome.retracted + outcome.absent + outcome.problems.count
        alreadyThere += events - outcome.recorded - others
    }

    fileprivate func show(_ progress: Progress, _ chunk: ImportChunk, _ file: ImportFile) {
        // Else as many as there are if those to come are as long as those before.
        let share = Double(file.size) / Double(max(1, chunk.bytesRead))
        let total = total ?? max(rows, Int(Double(rows) * share))
        progress.show(Int64(rows), of: Int64(total))
    }
}
