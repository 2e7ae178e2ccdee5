import Annals
import Postgres

/// The leaves of a log beside the blocks of a checkpoint: where they are no longer the same.
struct CheckpointComparison {
    private let checkpoint: Checkpoint
    private var block = 0
    private var tree = Frontier()
    /// Whether the leaves of this block are known already to be others.
    private var isBroken = false
    private var last: Int64 = 0
    private var broken: [Int] = []
    /// When the last entry it covers was recorded, by the log.
    private var recordedAt = Timestamp.minusInfinity

    init(_ checkpoint: Checkpoint) {
        self.checkpoint = checkpoint
    }

    /// The leaf that what the log says at a position gives, nil when it gives none, and when it says that was recorded.
    mutating func add(_ leaf: Hash?, at position: Int64, _ recordedAt: Timestamp) {
        guard position <= checkpoint.position.rawValue else { return }
        if position == checkpoint.position.rawValue { self.recordedAt = recordedAt }
        finishBlocks(before: position)
        if position != last + 1 || leaf == nil { isBroken = true }
        last = max(last, position)
        if let leaf { tree.append(leaf) }
    }

    /// What the checkpoint shows, once the log is at its end.
    mutating func findings() -> [Finding] {
        let end = checkpoint.position.rawValue
        var findings: [Finding] = []
        if last < end {
            isBroken = isBroken || tree.size > 0 && last % checkpoint.blockSize != 0
            finishBlocks(before: last + 1)
            findings.append(
                Finding(
                    .checkpoint,
                    position: Position(rawValue: last + 1),
                    problem: "the log ended at #\(end) when the checkpoint was made: its tail is gone"
                )
            )
        } else {
            finishBlocks(before: end + 1)
            // The leaves are what they were, and hold the time.
            if broken.isEmpty, recordedAt != checkpoint.recordedAt {
                findings.append(
                    Finding(
                        .checkpoint,
                        position: checkpoint.position,
                        problem: "it was recorded at \(recordedAt); the checkpoint was edited, and says "
                            + "\(checkpoint.recordedAt)"
                    )
                )
            }
        }
        return brokenRanges.map(finding) + findings
    }

    private mutating func finishBlocks(before position: Int64) {
        while block < checkpoint.blocks.count,
            checkpoint.positions(inBlock: block).upperBound < position
        {
            if isBroken || tree.root != checkpoint.blocks[block] { broken.append(block) }
            block += 1
            tree = Frontier()
            // Positions left out between two rows.
            isBroken =
                last < checkpoint.positions(inBlock: min(block, checkpoint.blocks.count - 1)).lowerBound - 1
        }
    }

    /// Blocks that follow one another count as one place.
    private var brokenRanges: [ClosedRange<Int64>] {
        broken.map { checkpoint.positions(inBlock: $0) }.reduce(into: []) { ranges, next in
            if let before = ranges.last, before.upperBound + 1 == next.lowerBound {
                ranges[ranges.count - 1] = before.lowerBound...next.upperBound
            } else {
                ranges.append(next)
            }
        }
    }

    private func finding(_ range: ClosedRange<Int64>) -> Finding {
        let (first, last) = (range.lowerBound, range.upperBound)
        let place = first == last ? "" : "something in #\(first) to #\(last) "
        return Finding(
            .checkpoint,
            position: Position(rawValue: first),
            problem: (place.isEmpty ? "it is not what it was" : place + "is not what it was")
                + " when the checkpoint was made"
        )
    }
}
