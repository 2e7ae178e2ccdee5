import Postgres
import Support

/// Databases with something in them.
enum Databases {
    /// The record that ships with annals, loaded once for all tests that only read it.
    static let example = Result {
        let database = try TestDatabase()
        let outcome = try User(of: database).annals("init", "--example", "afghanistan")
        guard outcome.status == 0 else { throw NotLoaded(errors: outcome.errors) }
        return database
    }

    /// A new database with four actors, China, Pakistan, the Taliban and the United States, at #1 to #4.
    static func withActors() throws -> TestDatabase {
        let database = try TestDatabase()
        try User(of: database).append(actors)
        return database
    }

    static let actors = """
        {"actor":"china","name":"China","kind":"state","codes":["iso3:CHN"]}
        {"actor":"pakistan","name":"Pakistan","kind":"state","codes":["iso3:PAK"]}
        {"actor":"taliban","name":"Taliban","kind":"armed-group","aliases":["Islamic Emirate"]}
        {"actor":"united-states","name":"United States","kind":"state","aliases":["us"],"codes":["iso3:USA"]}
        """

    struct NotLoaded: Error {
        let errors: String
    }
}

extension User {
    /// Somebody who reads the record that ships with annals.
    static func ofExample() throws -> User {
        User(of: try Databases.example.get())
    }

    /// Somebody with a new database that knows four actors.
    static func withActors() throws -> User {
        User(of: try Databases.withActors())
    }

    /// Appends lines that are all to be accepted.
    func append(_ lines: String) throws {
        let outcome = try annals("append", input: lines)
        guard outcome.status == 0 else { throw Databases.NotLoaded(errors: outcome.errors) }
    }

    /// Appends lines that are all to be accepted, those that name entries of the others after them.
    func append(lines: [String]) throws {
        let naming = lines.filter { $0.hasPrefix(#"{"correct"#) || $0.hasPrefix(#"{"retract"#) }
        for part in [lines.filter { !naming.contains($0) }, naming] where !part.isEmpty {
            try append(part.joined(separator: "\n"))
        }
    }

    /// Records so many events of four relationships of the actors at #1 to #4, and corrects some of them.
    func appendEvents(_ count: Int) throws {
        let pairs = [("china", "taliban"), ("pakistan", "taliban"), ("china", "us"), ("pakistan", "us")]
        let types = ["CONSULT", "ASSAULT", "AID", "ACCUSE"]
        let events = (0..<count).map { number in
            let (one, other) = pairs[number % 4]
            return #"{"on":"20\#(10 + number % 15)","actors":["\#(one)"],"recipients":["\#(other)"],"#
                + #""type":"\#(types[number % 3])","title":"event \#(number)"}"#
        }
        // A correction names an entry by its position.
        let corrections = stride(from: 5, to: count, by: 10).prefix(50).map {
            ##"{"correct":"#\##($0)","because":"mended","on":"2011-0\##($0 % 9 + 1)"}"##
        }
        for lines in [events, corrections] { try append(lines.joined(separator: "\n")) }
    }

    /// Where the log ends.
    func logEnd() throws -> Int? {
        try annals("status", "--json").json["position"].number
    }
}
