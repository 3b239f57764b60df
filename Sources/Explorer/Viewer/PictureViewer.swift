package import TerminalUI

/// One picture over the whole screen: how large it is drawn, and which part of it shows.
package struct PictureViewer: Hashable, Sendable {
  /// How large a picture is drawn.
  package enum Scale: Hashable, Sendable {
    /// As large as fits, whole.
    case whole
    /// So many pixels of the screen for each of the picture.
    case factor(Double)
  }

  /// How large it is drawn; stays when another item follows, so that details can be compared.
  package internal(set) var scale = Scale.whole
  /// The picture's point in the middle of the screen, as parts of its width and height.
  package internal(set) var centre = PicturePoint.middle
  /// The latest question about the picture's file; an answer to any other is stale.
  package private(set) var request: PictureRequest?
  /// What is known of the file; `nil` while nothing is.
  package private(set) var outcome: PictureReply.Outcome?

  /// The picture's pixels, where they could be read.
  package var facts: PictureFacts? {
    if case .read(let facts) = outcome { facts } else { nil }
  }

  /// Notes that another picture is looked at.
  mutating func ask(_ request: PictureRequest?) {
    self.request = request
    outcome = nil
    centre = .middle
  }

  /// Takes an answer, unless it is stale.
  mutating func take(_ reply: PictureReply) {
    if reply.generation == request?.generation { outcome = reply.outcome }
  }
}

/// A point of a picture, as parts of its width and height.
package struct PicturePoint: Hashable, Sendable {
  /// From the left, 0…1.
  package var x: Double
  /// From the top, 0…1.
  package var y: Double

  static let middle = PicturePoint(x: 0.5, y: 0.5)
}

/// A question about a picture's file.
package struct PictureRequest: Hashable, Sendable {
  /// Answers of an older generation are dropped.
  package let generation: Int
  /// The picture.
  package let picture: PictureID

  /// Makes a request.
  package init(generation: Int, picture: PictureID) {
    self.generation = generation
    self.picture = picture
  }
}

/// The answer to a `PictureRequest`.
package struct PictureReply: Hashable, Sendable {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    /// The file can be shown.
    case read(PictureFacts)
    /// It can't, for a reason: what is wrong, and what to do.
    case failed(String)
  }

  /// The generation of the request.
  package let generation: Int
  /// What came of it.
  package let outcome: Outcome

  /// Makes a reply.
  package init(generation: Int, outcome: Outcome) {
    self.generation = generation
    self.outcome = outcome
  }
}

/// What a picture's file says of it.
package struct PictureFacts: Hashable, Sendable {
  /// Pixels across, upright.
  package let width: Int
  /// Pixels down, upright.
  package let height: Int
  /// The format's name.
  package let format: String
  /// The file's size in bytes.
  package let bytes: Int
  /// What is to be known of what shows, such as that it is the first of several; `nil` for an ordinary picture.
  package let remark: String?

  /// Describes a file.
  /// - Precondition: both sides are positive.
  package init(width: Int, height: Int, format: String, bytes: Int, remark: String? = nil) {
    precondition(width > 0 && height > 0, "a picture of \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.format = format
    self.bytes = bytes
    self.remark = remark
  }
}
