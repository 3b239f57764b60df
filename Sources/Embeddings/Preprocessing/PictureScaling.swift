/// To which extent a picture is brought before it is cut to the model's.
enum PictureScaling: Hashable, Sendable {
  /// As it is.
  case none
  /// Exactly so many pixels, whatever the proportions.
  case exact(width: Int, height: Int)
  /// The shorter side to so many pixels, the longer in proportion, its fraction dropped.
  case shortestEdge(Int)
  /// In proportion so that the picture just covers so many pixels, or just fits in when `fitting`; rounded, halves to
  /// the even number.
  case proportional(width: Int, height: Int, fitting: Bool)

  /// The extent of a picture after scaling; both sides at least 1.
  func extent(of picture: PixelImage) -> (width: Int, height: Int) {
    let (width, height) = (picture.width, picture.height)
    switch self {
    case .none: return (width, height)
    case .exact(let width, let height): return (width, height)
    case .shortestEdge(let edge):
      let longer = max(1, Int(Double(edge * max(width, height)) / Double(min(width, height))))
      return width <= height ? (edge, longer) : (longer, edge)
    case .proportional(let boxWidth, let boxHeight, let fitting):
      let across = Double(width) / Double(boxWidth)
      let down = Double(height) / Double(boxHeight)
      let ratio = fitting ? max(across, down) : min(across, down)
      return (Self.rounded(Double(width) / ratio), Self.rounded(Double(height) / ratio))
    }
  }

  private static func rounded(_ side: Double) -> Int {
    max(1, Int(side.rounded(.toNearestOrEven)))
  }
}

/// Where in a scaled picture the model's rectangle lies.
enum PicturePlacement: Hashable, Sendable {
  /// In the middle; of two middles the upper left (transformers).
  case centredDown
  /// In the middle; half pixels go to the even number (torchvision).
  case centredEven

  /// How far a side of the rectangle is from the picture's; negative where the rectangle is larger.
  func offset(of length: Int, in scaled: Int) -> Int {
    let spare = scaled - length
    switch self {
    case .centredDown: return spare >> 1
    case .centredEven:
      if spare < 0 { return -(-spare / 2) }
      return Int((Double(spare) / 2).rounded(.toNearestOrEven))
    }
  }
}
