internal import Explorer
internal import Relevance
internal import Storage

/// Writes the list of the Find-all view into a file of its own.
struct ListExport {
  let request: ExportListRequest
  let workspace: Workspace

  /// Writes the file, whole or not at all, and never over another one.
  /// - Returns: its path.
  func write(into folder: String, time: String = Timestamp.now()) throws -> String {
    let name = ExportName(catalogue: request.catalogue, query: request.query.text, time: time)
    let path = name.path(in: folder, kind: "found", ending: request.format.ending)
    let text = try FoundList(request).text(as: request.format, request.places) { ordinals in
      try workspace.ids(of: ordinals)
    }
    try UserFile.writeNew(text, to: path)
    return path
  }
}

extension ListFormat {
  /// What files of the format end with.
  fileprivate var ending: String {
    switch self {
    case .csv: "csv"
    case .json: "jsonl"
    case .trec: "run"
    }
  }
}
