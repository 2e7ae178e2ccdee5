package import Annals

extension Problem {
    /// The first byte of a line that is not UTF-8; nil when all of it is.
    init?(notUTF8 line: ArraySlice<UInt8>) {
        let isUTF16 = line.starts(with: [0xFF, 0xFE]) || line.starts(with: [0xFE, 0xFF])
        self.init(
            notUTF8: line,
            of: "the line",
            help: isUTF16 ? "the file seems to be UTF-16; save it as UTF-8" : "save the file as UTF-8"
        )
    }

    /// The first byte of something that is not UTF-8; nil when all of it is.
    ///
    /// - Parameter place: what it is a byte of.
    package init?(notUTF8 text: ArraySlice<UInt8>, of place: String, help: String) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: text.span)
            return nil
        } catch {
            let index = text.startIndex + error.byteOffsets.lowerBound
            let excerpt = Excerpt(of: text[..<(index + 1)], at: index..<(index + 1))
            let byte = String(text[index], radix: 16, uppercase: true)
            self.init(
                "text",
                "byte \(error.byteOffsets.lowerBound + 1) of \(place), 0x\(byte), is not UTF-8",
                written: excerpt.text,
                range: excerpt.range,
                help: help
            )
        }
    }
}
