import Annals

extension Problem {
    /// The first byte of a line that is not UTF-8; nil when all of it is.
    init?(notUTF8 line: ArraySlice<UInt8>) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: line.span)
            return nil
        } catch {
            let place = line.startIndex + error.byteOffsets.lowerBound
            let excerpt = Excerpt(of: line[..<(place + 1)], at: place..<(place + 1))
            let byte = String(line[place], radix: 16, uppercase: true)
            let isUTF16 = line.starts(with: [0xFF, 0xFE]) || line.starts(with: [0xFE, 0xFF])
            self.init(
                "text",
                "byte \(error.byteOffsets.lowerBound + 1) of the line, 0x\(byte), is not UTF-8",
                written: excerpt.text,
                range: excerpt.range,
                help: isUTF16 ? "the file seems to be UTF-16; save it as UTF-8" : "save the file as UTF-8"
            )
        }
    }
}
