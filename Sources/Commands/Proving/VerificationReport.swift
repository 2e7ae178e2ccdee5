import Annals
import EventLog
import Postgres
import Projections

/// What a verification found, to be told.
struct VerificationReport {
    /// The most things told one by one; the rest is counted.
    private static let most = 1000
    /// The most altered entries that are looked into.
    private static let mostAltered = 20

    let kept: CheckpointFile?
    private(set) var findings: [Finding] = []
    private(set) var count = 0
    private(set) var extent: Verification.Extent?
    /// Nil when the log was not replayed.
    private(set) var projections: [Replay.Finding]?
    /// The parts that ran, and those that did not and why.
    private(set) var parts: [PartReport] = []
    private(set) var alterations: [Position: Alteration] = [:]
    /// What the entries that findings name are called.
    private(set) var titles: [Position: String] = [:]

    init(kept: CheckpointFile?) {
        self.kept = kept
    }

    /// Adds something wrong.
    mutating func add(_ finding: Finding) {
        count += 1
        if findings.count < Self.most { findings.append(finding) }
    }

    /// Adds how far a verification went, and what of it ran.
    mutating func add(_ parts: [VerificationPart], _ extent: Verification.Extent) {
        self.extent = extent
        for part in parts {
            let leftOut = extent.leftOut.first { $0.part == part }
            self.parts.append(leftOut.map(PartReport.init) ?? PartReport(part))
        }
    }

    /// Adds parts that nobody asked for.
    mutating func skip(_ parts: [VerificationPart], _ option: String) {
        self.parts += parts.map { PartReport($0, skippedFor: option) }
    }

    /// Adds a part that could not run.
    mutating func leaveOut(_ part: VerificationPart.LeftOut) {
        parts.append(PartReport(part))
    }

    /// Adds what a replay gave.
    mutating func add(_ projections: [Replay.Finding]) {
        self.projections = projections
        parts.append(PartReport(.projections))
    }

    /// Finds out what altered entries said, as far as anything still tells, and what they are called.
    mutating func describeAlterations(in log: Log) throws {
        let positions = Set(findings.compactMap(\.position)).sorted()
        guard !positions.isEmpty else { return }
        do {
            let named = try log.connection.query(
                """
                select l.position, e.title
                  from annals.log l join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
                 where l.position = any (\(positions.map(\.rawValue))) and e.title is not null
                """
            ) { row throws(PostgresError) in (try row[0, as: Position.self], try row[1, as: String.self]) }
            titles = Dictionary(named, uniquingKeysWith: { first, _ in first })
            let altered = Set(
                findings.filter { $0.kind == .content || $0.kind == .seal }.compactMap(\.position)
            )
            for position in altered.sorted().prefix(Self.mostAltered) {
                alterations[position] = try log.alteration(at: position)
            }
        } catch let error as PostgresError where !error.isInterruption {
            // What was found is told all the same, by its position.
            return
        }
    }

    /// How many rows of the projections are not as the log gives.
    var differing: Int64 { (projections ?? []).reduce(0) { $0 + $1.differing } }

    /// Whether nothing is wrong.
    var holds: Bool { count == 0 && differing == 0 }

    /// How the program ends: with 1 when something is wrong, else with the reason why a part could not run, of which
    /// missing rights are the least.
    var exitCode: Failure.Code? {
        guard holds else { return .no }
        let codes = parts.compactMap(\.failure?.code)
        return codes.first { $0 != .permission } ?? codes.first
    }
}

extension VerificationReport {
    /// Notes for annals status that it ran, and what it found.
    func note(in log: Log) {
        guard let extent else { return }
        let isWhole = parts.allSatisfy { $0.failure == nil && $0.option == nil }
        // A database that was tampered with may refuse, and what was found is told anyhow.
        try? log.note(verifiedUpTo: extent.position, isWhole: isWhole, problems: Int64(count) + differing)
    }
}
