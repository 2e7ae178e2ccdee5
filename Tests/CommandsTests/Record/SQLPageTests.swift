import FoundationEssentials
import Postgres
import Support
import Testing

/// The page about SQL is a test: what its examples print on the record that ships with annals is what it shows.
@Suite struct `The page about SQL, Python and R` {
    private static let page: String = {
        let root = #filePath.split(separator: "Tests/CommandsTests").first ?? ""
        return (try? String(contentsOfFile: root + "docs/sql.md", encoding: .utf8)) ?? ""
    }()

    @Test func `shows what psql prints`() throws {
        let examples = ConsoleExample.all(in: Self.page, of: "psql")
        try #require(examples.count >= 4)
        let reader = try User.ofExampleWithLibpq()
        for example in examples {
            // Whoever runs the tests may have settings of their own.
            let outcome = try reader.shell("{ \(example.command) --no-psqlrc\n} 2>&1")
            #expect(outcome.output.withoutTrailingSpace == example.output, "docs/sql.md \(example)")
        }
    }

    @Test(
        .enabled(
            if: python != nil,
            "no Python here can import psycopg and pandas; on Debian scripts/prerequisites installs them"
        )
    )
    func `shows what Python prints`() throws {
        let blocks = Self.pythonBlocks
        try #require(blocks.count >= 5)
        // One program, as a reader would type it, with a mark after each block.
        let program = blocks.map { $0.code + "\nprint(\"\\x1e\")\n" }.joined()
        let reader = try User.ofExampleWithLibpq()
        let outcome = try reader.shell("\(Self.python ?? "python3") - <<'END'\n\(program)END\n")
        #expect(outcome.errors == "")
        let printed = outcome.output.split(separator: "\u{1E}\n", omittingEmptySubsequences: false)
        try #require(printed.count == blocks.count + 1)
        for (block, output) in zip(blocks, printed) {
            #expect(String(output).withoutTrailingSpace == block.output, "docs/sql.md \(block.code)")
        }
    }

    @Test func `names every view, and every function it says to stay`() throws {
        let connection = try Databases.example.get().connect()
        let columns = try connection.query(
            """
            select relname::text as view, attname::text as name from pg_attribute a join pg_class c on c.oid = attrelid
             where relnamespace = 'annals'::regnamespace and relkind = 'v' and attnum > 0
               and relname <> 'dyad_year'
            """
        ) { row in (view: try row["view", as: String.self], name: try row["name", as: String.self]) }
        for (view, name) in columns {
            #expect(
                Self.page.contains("`annals.\(view)`") && Self.page.contains("`\(name)`"),
                "\(view).\(name)"
            )
        }
    }

    /// A block of Python, and what the page says it prints: the text block right after it, if there is one.
    private static var pythonBlocks: [(code: String, output: String)] {
        page.split(separator: "```python\n").dropFirst().map { rest in
            let parts = rest.split(separator: "```", maxSplits: 2, omittingEmptySubsequences: false)
            let isFollowed = parts.count == 3 && parts[1] == "\n\n" && parts[2].hasPrefix("text\n")
            let output = isFollowed ? parts[2].dropFirst("text\n".count).split(separator: "```").first : nil
            return (String(parts[0]), String(output ?? "").withoutTrailingSpace)
        }
    }

    /// A Python that has what the page uses: the first on the path, or the system's.
    private static let python: String? = ["python3", "/usr/bin/python3"].first { python in
        let outcome = try? User().shell("\(python) -c 'import pandas, psycopg'")
        return outcome?.status == 0
    }
}

extension User {
    /// Somebody who reads the record that ships with annals with programs of their own.
    fileprivate static func ofExampleWithLibpq() throws -> User {
        let names = ["host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "dbname": "PGDATABASE"]
        var variables = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
        for pair in try Databases.example.get().connectionString.split(separator: " ") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, let name = names[String(parts[0])] { variables[name] = String(parts[1]) }
        }
        return User(adding: variables)
    }
}

extension String {
    /// The lines without spaces at their ends, and without empty lines at the end.
    fileprivate var withoutTrailingSpace: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.replacing(/\s+$/, with: "")
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
