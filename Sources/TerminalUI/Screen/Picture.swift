/// A picture wanted on the screen: which one, and the cells it may fill.
///
/// The screen only says *what* and *where*; the backend decides how (sixel, kitty, half blocks) and leaves the cells
/// blank until the picture is decoded.
package struct PicturePlacement: Hashable, Sendable {
  /// The item whose picture is wanted.
  package let picture: PictureID
  /// The cells reserved for it; it is drawn as large as fits, centred, without distortion.
  package let frame: Rect
  /// The part that is wanted, at a scale of its own; `nil` for all of it, as large as fits.
  package let region: PictureRegion?

  /// Makes a placement.
  package init(picture: PictureID, frame: Rect, region: PictureRegion? = nil) {
    self.picture = picture
    self.frame = frame
    self.region = region
  }
}

/// A part of a picture, and how large it is drawn.
package struct PictureRegion: Hashable, Sendable {
  /// The first column of the upright picture's pixels.
  package let x: Int
  /// The first row of the upright picture's pixels.
  package let y: Int
  /// The picture's pixels across, at least 1.
  package let width: Int
  /// The picture's pixels down, at least 1.
  package let height: Int
  /// The screen's pixels across; half a cell is one where pictures are half blocks.
  package let drawnWidth: Int
  /// The screen's pixels down.
  package let drawnHeight: Int

  /// Describes a part.
  package init(x: Int, y: Int, width: Int, height: Int, drawnWidth: Int, drawnHeight: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
    (self.drawnWidth, self.drawnHeight) = (drawnWidth, drawnHeight)
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
