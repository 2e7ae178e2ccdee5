/// A kind of file that events are shared in, written event by event.
///
/// ```swift
/// var file = ICalendar(record)
/// var text = file.head
/// for event in events { text += file.text(of: event) }
/// text += file.foot
/// ```
package protocol EventFormat {
    /// Whether it can say of an event that it was withdrawn; otherwise such events are not handed to it.
    static var showsRetracted: Bool { get }

    /// A file that says this of itself.
    init(_ record: SharedRecord)

    /// What stands before the events.
    var head: String { get }

    /// What stands for an event; empty for one that the format cannot show.
    mutating func text(of event: SharedEvent) -> String

    /// What stands after the events.
    var foot: String { get }

    /// What of the events so far it could not carry.
    var losses: Losses { get }
}
