import Commands

@main
struct Main {
    static func main() {
        AnnalsCommand.start()
    }
}
