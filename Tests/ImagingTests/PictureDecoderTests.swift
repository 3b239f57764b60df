import CTestPictures
import Embeddings
import Imaging
import TestSupport
import Testing

@Suite struct PictureDecoderTests {
  let decoder = PictureDecoder()

  @Test(arguments: [
    (ASSAY_TEST_PNG, 0), (ASSAY_TEST_PNG_ALPHA, 0), (ASSAY_TEST_WEBP, 0), (ASSAY_TEST_WEBP_ALPHA, 0),
    (ASSAY_TEST_JPEG, 10), (ASSAY_TEST_JPEG_PROGRESSIVE, 10), (ASSAY_TEST_WEBP_LOSSY, 24),
  ])
  func decodesEveryPixel(_ kind: assay_test_picture, _ tolerance: Int) throws {
    let picture = try decoder.decode(PictureFile(kind, width: 37, height: 23).bytes)
    let difference = picture.image.largestDifference(from: PictureFile.gradient(width: 37, height: 23))
    #expect(difference <= tolerance)
    #expect(!picture.isPartial)
  }

  @Test func greyJPEGBecomesRGB() throws {
    let image = try decoder.decode(PictureFile(ASSAY_TEST_JPEG_GREY, width: 16, height: 16).bytes).image
    #expect(image.pixels.chunks(of: 3).allSatisfy { Set($0).count == 1 })
  }

  @Test func fourInksBecomeRGB() throws {
    // Inverted inks: full cyan, half black.
    let pixels = Array(repeatElement([0, 255, 255, 128] as [UInt8], count: 64).joined())
    let image = try decoder.decode(
      PictureFile(ASSAY_TEST_JPEG_INKS, width: 8, height: 8, pixels: pixels).bytes
    ).image
    let expected = PixelImage(
      width: 8, height: 8, pixels: Array(repeatElement([0, 128, 128], count: 64).joined()))
    #expect(image.largestDifference(from: expected) <= 4)
  }

  @Test(arguments: [ASSAY_TEST_PNG_ALPHA, ASSAY_TEST_WEBP_ALPHA])
  func transparencyIsLaidOverTheBackground(_ kind: assay_test_picture) throws {
    let pixels: [UInt8] = [200, 100, 0, 255, 200, 100, 0, 128, 200, 100, 0, 0, 0, 0, 0, 255]
    var decoder = PictureDecoder()
    decoder.background = RGB(red: 0, green: 0, blue: 255)
    let image = try decoder.decode(PictureFile(kind, width: 2, height: 2, pixels: pixels).bytes).image
    #expect(image.pixels == [200, 100, 0, 100, 50, 127, 0, 0, 255, 0, 0, 0])
  }

  @Test(arguments: [
    ASSAY_TEST_JPEG, ASSAY_TEST_JPEG_PROGRESSIVE, ASSAY_TEST_PNG, ASSAY_TEST_WEBP, ASSAY_TEST_WEBP_LOSSY,
    ASSAY_TEST_WEBP_ALPHA,
  ])
  func aScaledDecodeShowsTheSamePicture(_ kind: assay_test_picture) throws {
    let file = PictureFile(kind, width: 401, height: 299).bytes
    for (width, height, expected) in [(50, 50, (50, 37)), (200, 30, (40, 30)), (1, 1, (1, 1))] {
      let scaled = try decoder.decode(file, fittingWidth: width, height: height).image
      #expect(scaled.width == expected.0 && scaled.height == expected.1)
      let slow = try decoder.decode(file).image.scaled(toWidth: scaled.width, height: scaled.height)
      #expect(scaled.largestDifference(from: slow) <= 10, "\(width)×\(height)")
    }
  }

  @Test func aSmallPictureIsNotEnlarged() throws {
    let file = PictureFile(ASSAY_TEST_PNG, width: 20, height: 10).bytes
    let image = try decoder.decode(file, fittingWidth: 100, height: 100).image
    #expect(image == PictureFile.gradient(width: 20, height: 10))
  }

  @Test func aTruncatedJPEGShowsWhatItHas() throws {
    let file = PictureFile(ASSAY_TEST_JPEG, width: 120, height: 120).bytes
    let picture = try decoder.decode(Array(file.prefix(file.count * 6 / 10)))
    #expect(picture.isPartial)
    let whole = PictureFile.gradient(width: 120, height: 120)
    let top = zip(picture.image.pixels, whole.pixels).prefix(120 * 3 * 16)
    #expect(top.allSatisfy { abs(Int($0) - Int($1)) <= 4 })
  }

  @Test(arguments: [ASSAY_TEST_PNG, ASSAY_TEST_WEBP, ASSAY_TEST_WEBP_LOSSY])
  func otherTruncatedFilesAreRefused(_ kind: assay_test_picture) {
    let file = PictureFile(kind, width: 120, height: 120).bytes
    #expect(throws: PictureError.damaged(PictureFormat(sniffing: file) ?? .jpeg)) {
      try decoder.decode(Array(file.prefix(file.count / 2)))
    }
  }

  @Test func aBombIsRefusedByItsHeader() {
    var png = PictureFile(ASSAY_TEST_PNG, width: 4, height: 4).bytes
    // IHDR: width and height at 16 and 20, its CRC-32 at 29.
    png.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
    png.replaceSubrange(29..<33, with: crc32(of: png[12..<29]))
    #expect(throws: PictureError.tooManyPixels(width: 30000, height: 30000, limit: 50_000_000)) {
      try decoder.decode(png, fittingWidth: 10, height: 10)
    }
    var jpeg = PictureFile(ASSAY_TEST_JPEG, width: 4, height: 4).bytes
    if let frame = jpeg.indices.dropLast().first(where: { jpeg[$0] == 0xff && jpeg[$0 + 1] == 0xc0 }) {
      jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0xff, 0xdc, 0xff, 0xdc])
    }
    #expect(throws: PictureError.tooManyPixels(width: 65500, height: 65500, limit: 50_000_000)) {
      try decoder.decode(jpeg, fittingWidth: 10, height: 10)
    }
  }

  @Test func tooManyBytesAreRefused() {
    var decoder = PictureDecoder()
    decoder.byteLimit = 10
    #expect(throws: PictureError.tooManyBytes(11, limit: 10)) {
      try decoder.decode([UInt8](repeating: 0xff, count: 11))
    }
  }

  @Test func otherFilesAreNamed() {
    for bytes in [[], Array("<svg/>".utf8), Array("BM".utf8)] as [[UInt8]] {
      #expect(throws: PictureError.unknownFormat) { try decoder.decode(bytes) }
    }
  }

  @Test(arguments: [
    ASSAY_TEST_JPEG, ASSAY_TEST_JPEG_PROGRESSIVE, ASSAY_TEST_JPEG_INKS, ASSAY_TEST_PNG, ASSAY_TEST_PNG_ALPHA,
    ASSAY_TEST_WEBP, ASSAY_TEST_WEBP_LOSSY, ASSAY_TEST_WEBP_ALPHA,
  ])
  func mutantsAreDecodedOrRefused(_ kind: assay_test_picture) {
    let original = PictureFile(kind, width: 33, height: 27).bytes
    let seed = UInt64(kind.rawValue) + 1
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[at] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      // Small limits keep a mutant that claims a huge picture from costing memory.
      var decoder = PictureDecoder()
      decoder.pixelLimit = 1_000_000
      if let picture = try? decoder.decode(bytes, fittingWidth: 12, height: 12) {
        #expect(picture.image.width <= 12 && picture.image.height <= 12, "seed \(seed)")
      }
      if let picture = try? decoder.decode(bytes) {
        #expect(picture.image.width * picture.image.height <= 1_000_000, "seed \(seed)")
      }
    }
  }
}

/// The checksum of a PNG chunk, most significant byte first (PNG specification, annex D).
private func crc32(of bytes: some Sequence<UInt8>) -> [UInt8] {
  var crc: UInt32 = 0xffff_ffff
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
  }
  return [24, 16, 8, 0].map { UInt8(~crc >> $0 & 0xff) }
}
