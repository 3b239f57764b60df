/// Finds out under which licence a model may be used, as far as its folder says.
enum ModelLicence {
  /// The `license` of the front matter of `README.md`, else the first line of a licence file; `nil` when neither says.
  static func read(in folder: String) throws(StorageError) -> String? {
    if let declared = try frontMatter(of: Path.join(folder, "README.md")) { return declared }
    for name in ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"] {
      let path = Path.join(folder, name)
      guard Path.isFile(path) else { continue }
      let lines = String(decoding: try AtomicFile.read(path), as: UTF8.self).split(separator: "\n")
      return lines.map(plain).first { !$0.isEmpty }
    }
    return nil
  }

  private static func frontMatter(of path: String) throws(StorageError) -> String? {
    guard Path.isFile(path) else { return nil }
    let lines = String(decoding: try AtomicFile.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first?.trimmed == "---" else { return nil }
    for line in lines.dropFirst().prefix(while: { $0.trimmed != "---" }) where line.hasPrefix("license:") {
      let name = plain(line.dropFirst("license:".count)).filter { $0 != "\"" && $0 != "'" }
      if !name.isEmpty { return name }
    }
    return nil
  }

  private static func plain(_ line: Substring) -> String {
    String(Substring(PlainText.sanitised(String(line))).trimmed)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    let count = start.reversed().prefix { $0.isWhitespace }.count
    return start.dropLast(count)
  }
}
