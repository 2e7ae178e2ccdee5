import Annals
import FoundationEssentials
import Support
import Testing

@Suite struct `PLOVER` {
    @Test func `has sixteen types, sixty-seven modes and thirty-seven contexts`() {
        #expect(EventType.allCases.count == 16)
        #expect(EventType.allCases.map(\.modes.count).reduce(0, +) == 67)
        #expect(Context.allCases.count == 37)
    }

    @Test func `scores a mode it knows and takes the type's score for any other`() {
        #expect(EventType.consult.scoreInTenths(mode: "phone") == 15)
        #expect(EventType.consult.scoreInTenths(mode: "telepathy") == 25)
        #expect(EventType.consult.scoreInTenths(mode: nil) == 25)
    }
}

/// Against the manual, but for two slips of its table of scores: ACCUSE has 3, though all its modes have less
/// than nothing, and vandalism, a mode of PROTEST, has none.
@Suite(.enabled(if: Manual.isPresent, "plover/PLOVER_MANUAL.tex is not among the test data"))
struct `PLOVER's manual` {
    @Test func `has the types, modes and scores we have`() throws {
        let theirs = try Manual().scores
        for type in EventType.allCases {
            let isMistaken = type == .accuse
            #expect(theirs[type.rawValue] == (isMistaken ? 30 : type.scoreInTenths), "\(type)")
            for (mode, score) in type.modes where mode != "vandalize" {
                #expect(theirs["\(type.rawValue): \(mode)"] == score, "\(type) \(mode)")
            }
        }
        #expect(theirs.count == 16 + 67 - 1)
        #expect(EventType.protest.scoreInTenths(mode: "vandalize") == EventType.protest.scoreInTenths)
    }

    @Test func `has the quad classes we have, each in its type's own section`() throws {
        let names = [
            "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT",
        ]
        let ours = EventType.allCases.reduce(into: [:]) { $0[$1.rawValue] = names[$1.quadClass.rawValue - 1] }
        #expect(try Manual().quadClasses == ours)
    }

    @Test func `has the contexts we have, in our order`() throws {
        #expect(try Manual().contexts == Context.allCases.map(\.rawValue))
    }
}

/// What of the manual's LaTeX can be read by its shape alone.
private struct Manual {
    static let file = "plover/PLOVER_MANUAL.tex"
    static var isPresent: Bool { TestData.has(file) }

    private let lines: [Substring]

    init() throws {
        lines = String(decoding: try TestData.contents(of: Self.file), as: UTF8.self).split(separator: "\n")
    }

    /// In tenths, by `TYPE` and `TYPE: mode`: the rows of the table of scores, three pairs to a row.
    var scores: [String: Int] {
        let rows = lines.drop { !$0.contains("\\textbf{Score} \\\\") }.prefix {
            !$0.contains("\\end{tabular}")
        }
        let cells = rows.flatMap { row in
            row.replacing("\\cellcolor{gray!25}", with: "").replacing("\\\\", with: "")
                .split(separator: "&", omittingEmptySubsequences: false)
                .map { String($0.filter { !$0.isWhitespace }) }
        }
        return zip(cells, cells.dropFirst()).reduce(into: [:]) { scores, pair in
            let name = pair.0.split(separator: ":").map(String.init)
            guard let type = name.first, EventType(rawValue: type) != nil, let score = Double(pair.1) else {
                return
            }
            let mode = name.dropFirst().first.map { ": \($0.lowercased())" } ?? ""
            scores[type + mode] = Int(score * 10)
        }
    }

    /// By type: the last line of every type's section.
    var quadClasses: [String: String] {
        var type: String?
        return lines.reduce(into: [:]) { classes, line in
            if line.hasPrefix("\\section{") {
                let name = line.dropFirst("\\section{".count).prefix { $0 != "}" }
                type = EventType(rawValue: String(name))?.rawValue
            }
            guard let type, let heading = line.firstRange(of: "Quad category: ") else { return }
            classes[type] = String(line[heading.upperBound...].prefix { $0 != "}" })
        }
    }

    /// The first column of the table of contexts.
    var contexts: [String] {
        let rows = lines.drop { !$0.contains("START CONTEXTS TABLE") }.prefix {
            !$0.contains("END CONTEXTS TABLE")
        }
        return rows.drop { !$0.contains("\\endlastfoot") }.filter { $0.contains(" & ") }.map { row in
            let cell = row.prefix { $0 != "&" }.filter { !$0.isWhitespace }
            let name = cell.hasPrefix("\\hyperref") ? cell.drop { $0 != "{" }.dropFirst() : cell[...]
            return name.filter { $0 != "\\" && $0 != "}" }
        }
    }
}
