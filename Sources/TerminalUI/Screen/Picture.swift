/// A picture wanted on the screen: which one, and the cells it may fill.
///
/// The screen only says *what* and *where*; the backend decides how (sixel, half blocks) and leaves the cells
/// blank until the picture is decoded.
package struct PicturePlacement: Hashable, Sendable {
  /// The item whose picture is wanted.
  package let picture: PictureID
  /// The cells reserved for it; it is drawn as large as fits, centred, without distortion.
  package let frame: Rect

  /// Makes a placement.
  package init(picture: PictureID, frame: Rect) {
    self.picture = picture
    self.frame = frame
  }
}

/// The name of one picture, opaque to the interface: the path as the catalogue spells it.
package struct PictureID: Hashable, Sendable {
  /// The path relative to the catalogue's folder.
  package let path: String

  /// Wraps a path.
  package init(_ path: String) {
    self.path = path
  }
}
