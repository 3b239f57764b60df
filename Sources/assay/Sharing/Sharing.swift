internal import Explorer
internal import Foundation
internal import Logging
internal import Relevance
internal import Storage

/// Hands what is on the screen on to other programs.
struct Sharing: Sendable {
  /// Where texts are kept, and what opened programs get.
  let settings: Settings
  /// The command that opens addresses and pictures.
  let command: [String]
  /// Where exports go.
  let exportFolder: String
  let logger: Logger

  /// Keeps a copied text; what to tell the user.
  func copy(_ request: CopyRequest) -> Action {
    CopiedText(settings: settings, logger: logger).keep(request)
  }

  /// Writes a comparison into files; what to tell the user.
  func export(_ request: ExportRequest, of workspace: Workspace) -> Action {
    do {
      let isNew = makesFolder
      let export = ComparisonExport(request.comparison, workspace: workspace)
      let names = try export.write(as: request.format, into: exportFolder)
      // Files side by side are told apart by their endings: there is one line for them and their folder.
      let others = names.dropFirst().map { " and ." + ($0.split(separator: ".").last.map(String.init) ?? "") }
      let folder = URL(fileURLWithPath: exportFolder, isDirectory: true).standardizedFileURL.path
      let note = isNew ? ", a folder made for it" : ""
      return .notice("exported " + (names.first ?? "") + others.joined() + " to \(folder)" + note)
    } catch {
      logger.error("export failed", metadata: ["error": "\(error)"])
      return .warning("not exported: \(error)")
    }
  }

  /// Writes a list into a file; what to tell the user.
  func export(_ request: ExportListRequest, of workspace: Workspace) -> Action {
    do {
      let isNew = makesFolder
      let path = try ListExport(request: request, workspace: workspace).write(into: exportFolder)
      return .notice("exported \(request.counts) to \(path)" + (isNew ? "; its folder was made" : ""))
    } catch {
      logger.error("export failed", metadata: ["error": "\(error)"])
      return .warning("not exported: \(error)")
    }
  }

  /// Whether an export has to make its folder, and says so: a slip in the folder's name shows.
  private var makesFolder: Bool { !FileManager.default.fileExists(atPath: exportFolder) }

  /// Opens an item and says what to tell the user now; `failed` is told when the program gives up later.
  func open(
    _ request: OpenRequest, of workspace: Workspace, failed: @escaping @Sendable (String) -> Void
  ) -> Action {
    do {
      let fields = try workspace.fields(of: request.item)
      guard let item = OpenedItem(request, fields: fields, pictures: workspace.pictures) else {
        return .notice(OpenedItem.absence(of: request, pictures: workspace.pictures))
      }
      let launch = ProgramLaunch(command: command, environment: settings.environment)
      if let reason = launch.start(
        opening: item.target,
        failed: { reason in
          logger.warning("opened program failed", metadata: ["reason": "\(reason)"])
          failed(reason)
        })
      {
        logger.warning("program not started", metadata: ["reason": "\(reason)"])
        return .warning(reason)
      }
      return .notice("opening \(item.target)")
    } catch {
      logger.warning("item not opened", metadata: ["item": "\(request.item)", "error": "\(error)"])
      return .warning("\(request.item.text) can't be opened: \(error)")
    }
  }
}
