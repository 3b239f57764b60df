/// Where a catalogue lies: the file with its items and the folder its pictures are in.
package struct CatalogueLocation: Hashable, Sendable {
  /// The folder that pictures are resolved in, absolute and without symbolic links.
  package let folder: String
  /// The name of the file that holds the items, relative to `folder`.
  package let items: String
  /// How the items are written.
  package let format: CatalogueFormat
  /// Whether a file was named rather than a folder.
  package let isBareFile: Bool
  /// What `catalog.toml` in the folder says; empty without one.
  package let settings: CatalogueSettings

  /// The path of the file that holds the items.
  package var itemsPath: String { Path.join(folder, items) }

  private static let customaryNames = ["products", "items", "docs", "documents", "catalog", "catalogue"]

  /// Finds the catalogue that `path` names: a folder or a file.
  ///
  /// In a folder, the items are in the file that `catalog.toml` names, else in `products.jsonl` or another customary
  /// name and suffix.
  /// - Throws: `StorageError` when nothing is there, the suffix is unknown, or the folder holds no such file.
  package static func find(_ path: String) throws(StorageError) -> CatalogueLocation {
    guard let real = Path.real(path) else {
      throw .missing(
        path: path, remedy: "name a folder with products.jsonl (or .csv, .tsv), or such a file")
    }
    if Path.isFolder(real) {
      let settings = try CatalogueSettings.read(folder: real)
      let items: String
      if let named = settings.items { items = named } else { items = try itemsFile(in: real) }
      return try CatalogueLocation(folder: real, items: items, isBareFile: false, settings: settings)
    }
    let folder = Path.parent(real)
    var settings = try CatalogueSettings.read(folder: folder)
    if let items = settings.items, items != Path.name(real) {
      // The settings are about another file of the same folder.
      settings = CatalogueSettings()
    }
    return try CatalogueLocation(folder: folder, items: Path.name(real), isBareFile: true, settings: settings)
  }

  private init(
    folder: String, items: String, isBareFile: Bool, settings: CatalogueSettings
  ) throws(StorageError) {
    let path = Path.join(folder, items)
    guard let format = CatalogueFormat(path: path) else {
      throw .malformed(
        path: path, reason: "unknown kind of catalogue; its name should end in .jsonl, .ndjson, .csv or .tsv")
    }
    guard Path.isFile(path), !items.hasPrefix("/"), !items.split(separator: "/").contains("..") else {
      throw .missing(
        path: path, remedy: "'items' in \(CatalogueSettings.fileName) must name a file inside the folder")
    }
    self.folder = folder
    self.items = items
    self.format = format
    self.isBareFile = isBareFile
    self.settings = settings
  }

  private static func itemsFile(in folder: String) throws(StorageError) -> String {
    for name in customaryNames {
      for suffix in CatalogueFormat.allCases.flatMap(\.suffixes) {
        let file = name + "." + suffix
        if Path.isFile(Path.join(folder, file)) { return file }
      }
    }
    throw .malformed(
      path: folder,
      reason: "no products.jsonl, .csv or .tsv in this folder; name the file itself, or name it in "
        + "\(CatalogueSettings.fileName): items = \"…\"")
  }
}
