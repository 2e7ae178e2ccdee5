import Foundation
import PackagePlugin

/// Turns the text files a module needs at run time into Swift string literals at build time, so that an
/// installed `annals` needs no source tree beside it.
@main
struct EmbedTextPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder: TextFolder
        let type: String
        switch target.name {
        case "EventLog":
            folder = try TextFolder(at: target.directoryURL.appending(path: "Schema"), only: ["sql", "txt"])
            type = "EmbeddedSchema"
        case "Commands":
            folder = try TextFolder(at: target.directoryURL.appending(path: "Examples"))
            type = "EmbeddedExamples"
        default:
            throw NothingToEmbed(target: target.name)
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
        return [
            .buildCommand(
                displayName: "Embedding \(folder.url.lastPathComponent)/ as \(type)",
                executable: try context.tool(named: "EmbedTextTool").url,
                arguments: [output.path, type, folder.url.path] + folder.files,
                inputFiles: folder.files.map { folder.url.appending(path: $0) },
                outputFiles: [output]
            )
        ]
    }
}

/// A target uses the plugin, and the plugin was never told what to embed into it.
private struct NothingToEmbed: Error, CustomStringConvertible {
    let target: String

    var description: String {
        "EmbedTextPlugin does not know what to embed into \(target)"
    }
}
