internal import Foundation

/// Finds the folder with the encoder, stop words and themes that belong to this program.
///
/// In order: `$ASSAY_ASSETS`; `../share/assay` from the executable; an `Assets` folder in any folder above the
/// executable's real path, as in a checkout. Never the working directory, which belongs to the user.
struct AssetLocator {
  /// The value of `ASSAY_ASSETS`, if set.
  let override: String?
  /// The executable's path with symbolic links resolved.
  let executable: URL

  init(environment: [String: String], executable: URL = AssetLocator.runningExecutable) {
    override = environment["ASSAY_ASSETS"].flatMap { $0.isEmpty ? nil : $0 }
    self.executable = executable
  }

  /// The folder, or a failure that lists where it was looked for.
  func locate() throws(CommandFailure) -> URL {
    if let override {
      let folder = URL(fileURLWithPath: override, isDirectory: true)
      if Self.holdsAssets(folder) { return folder }
      throw .data(
        "ASSAY_ASSETS is \(override), but that folder has no encoder/; point it at Assay's Assets folder")
    }
    let candidates = [shared] + ancestors
    if let found = candidates.first(where: Self.holdsAssets) { return found }
    throw .data(
      """
      the Assets folder (encoder, stop words) was not found beside \(executable.path): looked for \(shared.path) and \
      for Assets in every folder above; set ASSAY_ASSETS to it
      """)
  }

  private var shared: URL {
    executable.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/assay", isDirectory: true)
  }

  private var ancestors: [URL] {
    var folders: [URL] = []
    var folder = executable.deletingLastPathComponent()
    while folder.path != "/" {
      folders.append(folder.appendingPathComponent("Assets", isDirectory: true))
      folder = folder.deletingLastPathComponent()
    }
    return folders
  }

  private static func holdsAssets(_ folder: URL) -> Bool {
    var isFolder: ObjCBool = false
    let path = folder.appendingPathComponent("encoder").path
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The running program, as the kernel knows it.
  static var runningExecutable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  }
}
