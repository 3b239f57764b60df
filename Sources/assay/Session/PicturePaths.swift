internal import Explorer
internal import Foundation
internal import Retrieval

/// The picture files and folders whose paths begin with a text, in the working directory and beside the catalogue.
struct PicturePaths {
  /// Where relative paths are looked for beside the working directory.
  let folders: [String]

  private static let suffixes: Set = ["jpg", "jpeg", "png", "webp", "gif"]

  /// The paths, folders with a slash behind them; what is hidden only when a dot is typed.
  func paths(from start: String, limit: Int) -> [CompletionCandidate] {
    let slash = start.lastIndex(of: "/").map { start.index(after: $0) } ?? start.startIndex
    let folder = String(start[..<slash])
    let name = String(start[slash...])
    var seen: Set<String> = []
    var found: [CompletionCandidate] = []
    for place in places(of: folder) {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      for entry in entries.sorted()
      where entry.hasPrefix(name) && (name.hasPrefix(".") || !entry.hasPrefix(".")) {
        guard found.count < limit else { return found }
        guard let candidate = candidate(folder + entry, at: place + "/" + entry), seen.insert(entry).inserted
        else { continue }
        found.append(candidate)
      }
    }
    return found
  }

  private func places(of folder: String) -> [String] {
    let expanded = NSString(string: folder).expandingTildeInPath
    if expanded.hasPrefix("/") { return [expanded] }
    return (["."] + folders).map { $0 + "/" + expanded }
  }

  private func candidate(_ path: String, at place: String) -> CompletionCandidate? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else { return nil }
    if isFolder.boolValue {
      // A quote is closed once the path is whole.
      return CompletionCandidate(Self.open(path + "/"), label: path + "/", goesOn: true)
    }
    let suffix = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard Self.suffixes.contains(suffix) else { return nil }
    return CompletionCandidate(FilterCondition.text(path).description, label: path)
  }

  /// The beginning of a value, with an opening quote when it needs one.
  private static func open(_ start: String) -> String {
    let whole = FilterCondition.text(start).description
    return whole.hasPrefix("\"") ? String(whole.dropLast()) : whole
  }
}
