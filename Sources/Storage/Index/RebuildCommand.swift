/// The command line that makes an index anew.
enum RebuildCommand {
  /// The command for the index at `index`, made of the file `items` in the folder `catalogue`.
  static func text(index: String, catalogue: String, items: String) -> String {
    let folder = Path.real(catalogue) ?? catalogue
    let file = Path.join(folder, items)
    // A folder is indexed as itself where that leads to the same file.
    let isFolder = (try? CatalogueLocation.find(folder))?.items == items
    let beside = isFolder ? Path.join(folder, ".assay/index") : file + ".assay/index"
    let place = beside == index ? "" : " -o " + quoted(index)
    return "assay index " + quoted(isFolder ? folder : file) + place
  }

  /// The path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isPlain
      ? path
      : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
