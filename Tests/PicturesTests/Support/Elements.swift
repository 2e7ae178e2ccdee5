/// Reads markup as a strict parser of XML does, and so says whether it is well-formed: an oracle of our own writer.
struct Elements {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// The text directly within it.
        var text = ""
    }

    struct Malformed: Error {
        let reason: String
    }

    /// All elements, in the order they begin in.
    private(set) var all: [Element] = []
    private let bytes: [UInt8]
    private var at = 0

    init(_ markup: String) throws {
        bytes = Array(markup.utf8)
        if skips("<?xml ") { _ = try until("?>") }
        _ = skips("<!DOCTYPE html>")
        var open: [Int] = []
        while at < bytes.count {
            if skips("</") {
                let name = try until(">")
                guard let last = open.popLast(), all[last].name == name else {
                    throw Malformed(reason: "</\(name)> ends nothing")
                }
            } else if skips("<") {
                guard !open.isEmpty || all.isEmpty else { throw Malformed(reason: "several roots") }
                if try !element() { open.append(all.count - 1) }
            } else {
                let text = try Self.unescaped(upTo("<"))
                if let last = open.last {
                    all[last].text += text
                } else if !text.allSatisfy(\.isWhitespace) {
                    throw Malformed(reason: "text outside of the root: \(text)")
                }
            }
        }
        guard open.isEmpty else { throw Malformed(reason: "\(open.map { all[$0].name }) not ended") }
    }

    /// Everything that is said anywhere: texts, and the values of attributes.
    var said: [String] { all.flatMap { [$0.text] + $0.attributes.values } }

    func named(_ name: String) -> [Element] { all.filter { $0.name == name } }

    /// Reads the beginning of an element, and whether it is its end, too.
    private mutating func element() throws -> Bool {
        let name = upTo(" ", "/", ">")
        guard name.first?.isLetter == true, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else {
            throw Malformed(reason: "<\(name) is no name")
        }
        var attributes: [String: String] = [:]
        while skips(" ") {
            let attribute = try until("=\"")
            let value = try Self.unescaped(until("\""))
            guard attribute.allSatisfy({ $0.isASCII && ($0.isLetter || "-:".contains($0)) }),
                attributes.updateValue(value, forKey: attribute) == nil
            else { throw Malformed(reason: "attribute \(attribute)") }
        }
        all.append(Element(name: name, attributes: attributes))
        if skips("/>") { return true }
        guard skips(">") else { throw Malformed(reason: "<\(name) is not closed") }
        return false
    }

    /// Goes past a mark if it is next.
    private mutating func skips(_ mark: StaticString) -> Bool {
        let isNext = mark.withUTF8Buffer { bytes[at...].starts(with: $0) }
        if isNext { at += mark.utf8CodeUnitCount }
        return isNext
    }

    /// Everything up to a mark, and goes past it.
    private mutating func until(_ mark: StaticString) throws -> String {
        let start = at
        while at < bytes.count {
            let end = at
            if skips(mark) { return String(decoding: bytes[start..<end], as: UTF8.self) }
            at += 1
        }
        throw Malformed(reason: "no \(mark)")
    }

    /// Everything up to the next of some characters, or the end.
    private mutating func upTo(_ marks: Unicode.Scalar...) -> String {
        let start = at
        while at < bytes.count, !marks.contains(Unicode.Scalar(bytes[at])) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static let entities: [Substring: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'",
    ]

    private static func unescaped(_ text: String) throws -> String {
        guard !text.utf8.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }) else {
            throw Malformed(reason: "a control character in \(text)")
        }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var plain = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                plain.append(scalar)
                continue
            }
            let name = rest.prefix { $0 != ";" }
            guard let meant = entities[Substring(name)] else {
                throw Malformed(reason: "a bare & in \(text)")
            }
            plain.append(meant)
            rest = rest[name.endIndex...].dropFirst()
        }
        return String(plain)
    }
}
