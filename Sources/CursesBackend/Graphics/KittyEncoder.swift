package import Embeddings
package import TerminalUI

/// Encodes pictures for kitty's graphics protocol, in all their colours.
package struct KittyEncoder: GraphicsEncoder, Hashable {
  package var rowQuantum: Int { 1 }
  /// The protocol's own limit.
  package var mostPixels: (width: Int, height: Int) { (10_000, 10_000) }
  package var coarser: (any GraphicsEncoder)? { nil }

  package func encode(_ image: PixelImage, cells: Size) throws(GraphicsFailure) -> Graphic? {
    .stored(try PNGFile.bytes(of: image))
  }
}

/// Commands of kitty's graphics protocol (sw.kovidgoyal.net/kitty/graphics-protocol), all of them without an answer.
enum KittyCommand {
  /// The most bytes of payload in one command.
  private static let chunk = 4096

  /// Sends a picture under a number; it does not show yet.
  static func store(_ png: [UInt8], as id: UInt32) -> [UInt8] {
    let payload = Array(Base64.text(of: png).utf8)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: payload.count, by: chunk) {
      let part = payload[start..<min(payload.count, start + chunk)]
      let more = start + chunk < payload.count ? 1 : 0
      bytes += (start == 0 ? "\u{1b}_Ga=t,f=100,i=\(id),q=2,m=\(more);" : "\u{1b}_Gq=2,m=\(more);").utf8
      bytes += part
      bytes += "\u{1b}\\".utf8
    }
    return bytes
  }

  /// Shows a picture that was sent with its corner at the cursor, which stays; the place has a number of its own.
  static func show(_ id: UInt32, at place: UInt32) -> [UInt8] {
    Array("\u{1b}_Ga=p,i=\(id),p=\(place),q=2,C=1\u{1b}\\".utf8)
  }

  /// Takes a picture away from one place.
  static func hide(_ id: UInt32, at place: UInt32) -> [UInt8] {
    Array("\u{1b}_Ga=d,d=i,i=\(id),p=\(place),q=2\u{1b}\\".utf8)
  }

  /// Takes a picture away from everywhere, and its pixels out of the terminal.
  static func forget(_ id: UInt32) -> [UInt8] {
    Array("\u{1b}_Ga=d,d=I,i=\(id),q=2\u{1b}\\".utf8)
  }

  /// The most bytes that sending and showing a file of so many bytes takes.
  static func cost(ofBytes count: Int) -> Int {
    let payload = (count + 2) / 3 * 4
    return payload + (payload + chunk - 1) / chunk * 14 + 96
  }

  /// Asks whether the terminal knows the protocol, by a picture of one pixel that is not kept.
  static let question = "\u{1b}_Gi=\(questionID),s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\"
  /// The number that the answer has.
  static let questionID = 31
}
