import Glibc
import Postgres
import Support
import Testing

/// Files that are no proper tables, or come in other ways.
struct OddFilesTests {
    private static let sheet = "on,a,b,title\n2020,China,us,one\n2021,China,Taliban,two\n"

    /// A database that stays as it is.
    private static let untouched = Result { try Databases.withActors() }

    @Test(arguments: [
        "annals import - < a.csv", "cat a.csv | annals import -", "annals import /dev/stdin < a.csv",
        "mkfifo p; cat a.csv > p & annals import p", "gzip a.csv; annals import a.csv.gz",
        "gzip < a.csv | annals import -", "mkfifo p; gzip < a.csv > p & annals import p",
        "(head -n 1 a.csv | gzip; tail -n +2 a.csv | gzip) > two.gz; annals import two.gz",
        "mv a.csv ./-a.csv; annals import -- -a.csv",
        "mv a.csv 'a b\u{1B}.csv'; annals import 'a b\u{1B}.csv'",
    ])
    func `a table is read however it comes`(command: String) throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", Self.sheet)
        let outcome = try folder.user.shell(command)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.lines[1] == "2 events recorded")
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(try folder.titles() == ["one", "two"])
    }

    @Test(arguments: [
        ("annals import nowhere.csv", 66, "cannot read nowhere.csv: No such file or directory"),
        ("annals import .", 66, "cannot read .: it is a directory"),
        ("annals import /dev/null", 66, "cannot read /dev/null: it is no file"),
        ("annals import - < /dev/null", 66, "cannot read standard input: it is empty"),
        ("annals import - <&-", 66, "cannot read standard input"),
        ("touch e.csv; annals import e.csv", 66, "cannot read e.csv: it is empty"),
        ("printf '\\n\\n' > e.csv; annals import e.csv", 65, "there is nothing in the file"),
        ("annals import a.csv --map nowhere", 66, "nowhere"),
        ("annals import a.csv --from xls", 64, "xls"),
        ("printf '\\037\\213garbage' > g.csv; annals import g.csv", 65, "g.csv is a damaged gzip file"),
        ("gzip < a.csv | head -c 40 > g.gz; annals import g.gz", 65, "g.gz is a damaged gzip file"),
        ("printf 'PK\\003\\004\\000\\000' > a.xlsx; annals import a.xlsx", 65, "NUL bytes"),
        ("iconv -f UTF-8 -t UTF-16 a.csv > u.csv; annals import u.csv", 65, "the file is UTF-16, not UTF-8"),
        (
            "iconv -f UTF-8 -t UTF-16LE a.csv > u.csv; annals import u.csv", 65,
            "UTF-16 without a byte-order mark"
        ),
        ("tr '\\n' '\\r' < a.csv > r.csv; annals import r.csv", 65, "carriage returns alone"),
        ("printf '{\"on\":\"2020\"}\\n' > j; annals import j", 65, "its first line is no CloudEvent"),
        ("printf 'on,a,b,title\\n' > h.csv; truncate -s 2G h.csv; annals import h.csv", 65, "NUL bytes"),
    ])
    func `what is no table is refused with words`(command: String, status: Int32, words: String) throws {
        let folder = try ImportFolder(of: Self.untouched.get())
        try folder.write("a.csv", Self.sheet)
        let outcome = try folder.user.shell(command)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.contains(words))
        #expect(outcome.errors.contains("\nhelp: ") || status == 64)
        #expect(try folder.titles() == [])
    }

    @Test func `a large file that breaks off unpacked leaves nothing of it`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let rows = (0..<6000).map { "2020,China,us,\($0 &* 2_654_435_761 % 4_294_967_296)\n" }
        try folder.write("a.csv", "on,a,b,title\n" + rows.joined())
        let outcome = try folder.user.shell("gzip a.csv; head -c -100 a.csv.gz > b.gz; annals import b.gz")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("b.gz is a damaged gzip file"))
        #expect(try folder.titles() == [])
    }

    @Test func `a row that cannot be read costs itself alone`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        var bytes = Array("on,a,b,title\n2020,China,us,one\n".utf8)
        for number in 0..<2000 {
            bytes += Array("2020,China,us,filling \(number) of the first 64 KiB\n".utf8)
        }
        bytes += Array("2020,China,us,M".utf8) + [0xFC] + Array("ller\n".utf8)
        bytes += Array("2020,China,us,N".utf8) + [0] + Array("UL\n".utf8)
        bytes += Array("2020,Chi".utf8) + [0] + Array("na,us,NUL\n".utf8)
        bytes += Array("2020,China,us\n2020,China,us,x,y\n2020,China,us,\"a\"b\n2020,China,us,last\n".utf8)
        bytes += Array("2020,China,us,\"never closed\n2020,China,us,after it\n".utf8)
        try folder.write("a.csv", bytes: bytes)
        let outcome = try folder.annalsImport("a.csv", "--keep-good")
        #expect(outcome.status == 65)
        #expect(outcome.lines[1] == "2003 events recorded, 7 rows rejected")
        #expect(try folder.titles().suffix(2) == ["last", "after it"])
        let rows = Rows.csv(try folder.text("a.csv.rejects.csv")).dropFirst()
        let lines = Set(rows.map { $0[0] })
        #expect(lines == ["2003", "2004", "2005", "2006", "2007", "2008", "2010"])
        let problems = rows.map { $0[2] }.joined(separator: "\n")
        for words in ["UTF-8", "NUL", "3 fields", "5 fields", "closing quote", "not closed"] {
            #expect(problems.contains(words), "\(words)")
        }
    }

    @Test func `a Ctrl-C ends the wait for a pipe that nobody writes to`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { ends.forEach { close($0) } }
        let run = try folder.user.start(["import", "-"], input: ends[0])
        usleep(300_000)
        run.signal(SIGINT)
        #expect(try run.wait().status == 130)
    }
}
