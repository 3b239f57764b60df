import Relevance

extension SettingsReader {
  /// The scale that a name means, or that a table defines: `id`, and unless that is a known one `names` from the lowest
  /// grade upward, `keys`, `lowest` and `[scale.gains]`.
  func scale(_ entry: TOMLTable.Entry) throws(StorageError) -> Scale {
    if entry.value.string != nil { return try knownScale(entry) }
    let table = try subtable(entry)
    var parts: [String: TOMLTable.Entry] = [:]
    for part in table.entries {
      guard ["id", "names", "keys", "lowest", "gains"].contains(part.key) else {
        throw unknown(part, known: "id, names, keys, lowest and [scale.gains]")
      }
      parts[part.key] = part
    }
    guard let id = parts["id"], try !string(id).isEmpty else {
      throw malformed(
        parts["id"] ?? entry, "a scale needs an 'id' that judgments refer to it by, a text in quotes")
    }
    guard let names = try parts["names"].map(names) else { return try knownScale(id) }
    let name = try string(id)
    guard Scale.named(name) == nil else {
      throw malformed(id, "'\(name)' is a scale that everybody knows; give this one another id, or no names")
    }
    return Scale(
      id: name, lowest: try parts["lowest"].map(lowest) ?? 0, names: names,
      letters: try parts["keys"].map { entry throws(StorageError) in
        try letters(entry, count: names.count)
      } ?? [],
      gains: try parts["gains"].map { entry throws(StorageError) in
        try gains(entry, count: names.count)
      } ?? [:])
  }

  /// The text of the file that `guidelines_file` names, inside the catalogue's folder.
  func guidelines(inFile entry: TOMLTable.Entry) throws(StorageError) -> String {
    let name = try string(entry)
    guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw wrong(entry, expected: "a file inside the catalogue's folder")
    }
    let file = Path.join(Path.parent(path), name)
    guard Path.isFile(file) else { throw malformed(entry, "there is no file '\(name)' in this folder") }
    guard let text = String(validating: try AtomicFile.read(file), as: UTF8.self) else {
      throw .malformed(path: file, reason: "not valid UTF-8")
    }
    return text
  }

  private func knownScale(_ entry: TOMLTable.Entry) throws(StorageError) -> Scale {
    let id = try string(entry)
    if let scale = Scale.named(id) { return scale }
    let known = Scale.presets.map(\.id).joined(separator: ", ")
    throw malformed(
      entry, "unknown scale '\(id)'; known are \(known); another one needs [scale] with id and names")
  }

  private func names(_ entry: TOMLTable.Entry) throws(StorageError) -> [String] {
    let names = try texts(entry)
    guard names.count >= 2, !names.contains("") else {
      throw wrong(entry, expected: "two names or more, from the lowest grade upward")
    }
    return names
  }

  private func lowest(_ entry: TOMLTable.Entry) throws(StorageError) -> Int {
    guard case .integer(let lowest) = entry.value, (-1000...1000).contains(lowest) else {
      throw wrong(entry, expected: "the lowest grade, a whole number from -1000 to 1000")
    }
    return lowest
  }

  private func letters(_ entry: TOMLTable.Entry, count: Int) throws(StorageError) -> [Character] {
    let keys = try texts(entry).map { $0.lowercased() }
    let letters = keys.compactMap { $0.count == 1 && $0.first?.isLetter == true ? $0.first : nil }
    guard letters.count == count, keys.count == count, Set(letters).count == count else {
      throw wrong(entry, expected: "one letter for each of the \(count) names, all different")
    }
    return letters
  }

  private func gains(_ entry: TOMLTable.Entry, count: Int) throws(StorageError) -> [String: [Double]] {
    var gains: [String: [Double]] = [:]
    for map in try subtable(entry).entries {
      let values = map.value.array?.compactMap(\.number) ?? []
      guard values.count == count, map.value.array?.count == count,
        values.allSatisfy({ $0.isFinite && $0 >= 0 })
      else { throw wrong(map, expected: "\(count) gains of 0 or more, one for each name") }
      gains[map.key] = values
    }
    return gains
  }

  private func texts(_ entry: TOMLTable.Entry) throws(StorageError) -> [String] {
    let texts = entry.value.array?.compactMap(\.string)
    guard let texts, texts.count == entry.value.array?.count else {
      throw wrong(entry, expected: "a list of texts in quotes")
    }
    return texts
  }
}
