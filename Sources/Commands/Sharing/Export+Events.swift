import Annals
import Formats
import Projections

extension Export {
    /// Writes the events, in the order of the world, as they are read.
    ///
    /// - Returns: whether there were none.
    func write<Format: EventFormat>(_: Format.Type, to output: OutputFile) throws -> Bool {
        var file = Format(record)
        var isEmpty = true
        try output.write(file.head)
        try forEachEvent(withRetracted: Format.showsRetracted) { event in
            isEmpty = false
            try output.write(file.text(of: event))
        }
        try output.write(file.foot)
        tell(file.losses, of: "events")
        return isEmpty
    }

    /// Hands out the events asked for, in the order of the world.
    func forEachEvent(withRetracted: Bool = false, _ body: (SharedEvent) throws -> Void) throws {
        try History(log).forEachEvent(
            of: stream,
            known: clocks.known,
            begun: window.days,
            withRetracted: withRetracted
        ) { latest in if let event = SharedEvent(latest) { try body(event) } }
    }
}
