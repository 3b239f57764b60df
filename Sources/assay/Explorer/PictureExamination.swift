internal import Explorer
internal import Foundation
internal import Imaging
internal import Storage
internal import TerminalUI

/// What is to be said of a picture's file: how large it is, what it is, or why it can't be shown.
struct PictureExamination {
  /// Where pictures are; `nil` when the catalogue is gone.
  let folder: PictureFolder?
  /// Decoding to so many pixels finds out all the same whether the file is whole.
  private static let glance = 64

  /// Looks at a file.
  func outcome(_ picture: PictureID) -> PictureReply.Outcome {
    guard let folder else {
      return .failed("the catalogue's folder is not where it was: name it with --catalog")
    }
    switch folder.locate(picture.path) {
    case .refused(let reason): return .failed(reason)
    case .remote(let address): return .failed("\(address) is not on this machine; O opens it")
    case .file(let path):
      let decoder = PictureDecoder()
      do {
        let bytes = try PictureFile.read(path, limit: decoder.byteLimit)
        let decoded = try decoder.decode(bytes, fittingWidth: Self.glance, height: Self.glance)
        return .read(
          PictureFacts(
            width: decoded.extent.width, height: decoded.extent.height, format: "\(decoded.format)",
            bytes: bytes.count, remark: remark(on: decoded)))
      } catch let error as PictureError {
        return .failed("\(picture.path): \(error)")
      } catch {
        return .failed("\(picture.path) can't be read: \(error.localizedDescription)")
      }
    }
  }

  private func remark(on picture: DecodedPicture) -> String? {
    if picture.isPartial { return "cut off: the rest is missing" }
    return picture.isAnimated ? "animated: the first picture" : nil
  }
}
