/// A command whose text is shown a screen at a time on a terminal.
protocol Paged: AnnalsSubcommand {}

extension ShowCommand: Paged {}
extension HistoryCommand: Paged {}
extension DiffCommand: Paged {}
extension WhyCommand: Paged {}
extension NetworkCommand: Paged {}
extension LogCommand: Paged {}
extension AuditCommand: Paged {}
extension ActorCommand.List: Paged {}
extension ActorCommand.Show: Paged {}
