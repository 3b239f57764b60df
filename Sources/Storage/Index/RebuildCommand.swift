/// The command line that makes an index anew.
enum RebuildCommand {
  /// The command for the index at `index`, made of the file `items` in the folder `catalogue`.
  ///
  /// `encoder` is its id, which names a model of the store when it holds an `@`.
  static func text(index: String, catalogue: String, items: String, encoder: String) -> String {
    let folder = Path.real(catalogue) ?? catalogue
    let file = Path.join(folder, items)
    // A folder is indexed as itself where that leads to the same file.
    let isFolder = (try? CatalogueLocation.find(folder))?.items == items
    let model = encoder.contains("@") ? encoder.prefix { $0 != "@" } : ""
    let beside = isFolder ? Path.join(folder, ".assay") : file + ".assay"
    let usual = Path.join(beside, model.isEmpty ? "index" : String(model))
    let place = usual == index ? "" : " -o " + ShellWord.quoted(index)
    let choice = model.isEmpty ? "" : " --encoder " + ShellWord.quoted(String(model))
    return "assay index " + ShellWord.quoted(isFolder ? folder : file) + choice + place
  }
}
