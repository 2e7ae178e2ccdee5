import Formats
import Testing

@Suite struct `The example record` {
    @Test(arguments: ExampleLines.files)
    func `is read as a plain decoder reads it`(_ file: String) throws {
        let lines = try ExampleLines.lines(of: file)
        #expect(!lines.isEmpty)
        for line in lines {
            let read = try JSONLine(line[...])
            #expect(try DecodedLine(line).agrees(with: read), "\(String(decoding: line, as: UTF8.self))")
        }
    }

    @Test(arguments: ExampleLines.files)
    func `is written byte for byte as it stands`(_ file: String) throws {
        for line in try ExampleLines.lines(of: file) {
            var written: [UInt8] = []
            try JSONLine(line[...]).write(to: &written)
            #expect(String(decoding: written, as: UTF8.self) == String(decoding: line, as: UTF8.self))
        }
    }
}
