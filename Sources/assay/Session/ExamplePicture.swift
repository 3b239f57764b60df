internal import Embeddings
internal import Foundation
internal import Imaging

/// A picture file that a query names.
struct ExamplePicture: Hashable, Sendable {
  /// The file.
  let path: String
  /// Size and time of change, so that a picture that was replaced is another one.
  private let size: UInt64
  private let changed: Date

  /// Finds the file that a query calls `name`: as it stands, or in the first folder that has it.
  ///
  /// - Parameters:
  ///   - name: A path; relative ones are looked for in the working directory first; `~/` is the home folder.
  ///   - folders: Where else relative paths are looked for.
  /// - Throws: `ExamplePictureError` when no file is there.
  init(_ name: String, folders: [String]) throws(ExamplePictureError) {
    let expanded = NSString(string: name).expandingTildeInPath
    let places =
      expanded.hasPrefix("/")
      ? [expanded]
      : [expanded] + folders.map { URL(fileURLWithPath: $0).appendingPathComponent(expanded).path }
    for place in places {
      guard let found = try? FileManager.default.attributesOfItem(atPath: place.resolvingLinks) else {
        continue
      }
      guard found[.type] as? FileAttributeType == .typeRegular else {
        throw ExamplePictureError(reason: "'\(name)' is not a file: name a JPEG, PNG or WebP picture")
      }
      path = place
      size = (found[.size] as? NSNumber)?.uint64Value ?? 0
      changed = found[.modificationDate] as? Date ?? .distantPast
      return
    }
    let looked = ["the working directory"] + folders
    throw ExamplePictureError(
      reason: expanded.hasPrefix("/")
        ? "there is no file '\(name)'"
        : "there is no file '\(name)' in \(looked.joined(separator: " or in "))")
  }

  /// The picture's pixels.
  /// - Throws: `ExamplePictureError` when they can't be read.
  func decoded() throws(ExamplePictureError) -> PixelImage {
    let decoder = PictureDecoder()
    do {
      return try decoder.decode(try PictureFile.read(path, limit: decoder.byteLimit)).image
    } catch let error as PictureError {
      throw ExamplePictureError(reason: "'\(path)': \(error)")
    } catch {
      throw ExamplePictureError(reason: "'\(path)' can't be read: \(error.localizedDescription)")
    }
  }
}

/// Why a picture that a query names can't be used: what is wrong, where, and what to do.
struct ExamplePictureError: Error, Hashable {
  let reason: String
}

extension String {
  fileprivate var resolvingLinks: String { URL(fileURLWithPath: self).resolvingSymlinksInPath().path }
}
