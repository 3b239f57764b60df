import Imaging
import Testing

@Suite struct PictureFormatTests {
  @Test func sniffsByMagic() {
    #expect(PictureFormat(sniffing: [0xff, 0xd8, 0xff, 0xe0]) == .jpeg)
    #expect(PictureFormat(sniffing: Array("RIFF....WEBP".utf8)) == .webp)
    #expect(PictureFormat(sniffing: Array("<svg>".utf8)) == nil)
    #expect(PictureFormat(sniffing: []) == nil)
  }
}
