internal import Foundation

/// How pixels between pixels are made, with Pillow's names and numbers.
package enum ResizeFilter: Int, CaseIterable, Hashable, Sendable {
  case nearest = 0
  case lanczos = 1
  case bilinear = 2
  case bicubic = 3
  case box = 4
  case hamming = 5

  /// How far, in pixels of the smaller of the two pictures, a pixel reaches.
  var support: Double {
    switch self {
    case .nearest: 0
    case .box: 0.5
    case .bilinear, .hamming: 1
    case .bicubic: 2
    case .lanczos: 3
    }
  }

  /// How much a pixel at a signed distance counts.
  func weight(at distance: Double) -> Double {
    let far = abs(distance)
    switch self {
    case .nearest: return 0
    case .box: return distance > -0.5 && distance <= 0.5 ? 1 : 0
    case .bilinear: return far < 1 ? 1 - far : 0
    case .hamming:
      if far == 0 { return 1 }
      return far < 1 ? Self.sinc(far) * (0.54 + 0.46 * cos(far * .pi)) : 0
    case .bicubic:
      let a = -0.5
      if far < 1 { return ((a + 2) * far - (a + 3)) * far * far + 1 }
      return far < 2 ? (((far - 5) * far + 8) * far - 4) * a : 0
    case .lanczos: return distance >= -3 && distance < 3 ? Self.sinc(distance) * Self.sinc(distance / 3) : 0
    }
  }

  private static func sinc(_ x: Double) -> Double {
    x == 0 ? 1 : sin(x * .pi) / (x * .pi)
  }
}

extension ResizeFilter {
  /// A filter by Pillow's number or by its name in lower case.
  init(_ part: ConfigurationPart) throws(EncoderError) {
    let named = ResizeFilter.allCases.first {
      "\"\($0)\"" == part.spelling || "\($0.rawValue)" == part.spelling
    }
    guard let named else {
      let names = ResizeFilter.allCases.map { "\($0.rawValue) (\($0))" }.joined(separator: ", ")
      throw part.unexpected("one of the filters \(names)")
    }
    self = named
  }
}
