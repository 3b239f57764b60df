import TerminalUI
import TestSupport
import Testing

/// What one sequence of bytes means.
struct KeyCase: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let outputs: [KeyDecoder.Output]

  init(_ text: String, _ keys: Key...) {
    bytes = Array(text.utf8)
    outputs = keys.map { .event(.key($0)) }
  }

  init(_ bytes: [UInt8], _ keys: Key...) {
    self.bytes = bytes
    outputs = keys.map { .event(.key($0)) }
  }

  init(_ text: String, reply: TerminalReply) {
    bytes = Array(text.utf8)
    outputs = [.reply(reply)]
  }

  init(_ text: String, mouse: [MouseEvent]) {
    bytes = Array(text.utf8)
    outputs = mouse.map { .event(.mouse($0)) }
  }

  init(_ text: String, paste: String) {
    bytes = Array(text.utf8)
    outputs = [.event(.paste(paste))]
  }

  var testDescription: String {
    bytes.map { (0x21..<0x7f).contains($0) ? String(Unicode.Scalar($0)) : "‹\(String($0, radix: 16))›" }
      .joined()
  }
}

let replyCases: [KeyCase] = [
  KeyCase(
    "\u{1b}[?63;1;2;4;6;9;15;16;22;28c", reply: .primaryAttributes([63, 1, 2, 4, 6, 9, 15, 16, 22, 28])),
  KeyCase("\u{1b}[?1;2c", reply: .primaryAttributes([1, 2])),
  KeyCase("\u{1b}[?80;2$y", reply: .privateMode(80, setting: 2)),
  KeyCase("\u{1b}[?1;0;256S", reply: .graphics(item: 1, status: 0, values: [256])),
  KeyCase("\u{1b}[?2;0;900;570S", reply: .graphics(item: 2, status: 0, values: [900, 570])),
  KeyCase("\u{1b}[?1;3S", reply: .graphics(item: 1, status: 3, values: [])),
  KeyCase("\u{1b}[6;19;9t", reply: .window(kind: 6, values: [19, 9])),
  KeyCase("\u{1b}[4;570;900t", reply: .window(kind: 4, values: [570, 900])),
  KeyCase("\u{1b}[>41;379;0c", reply: .other),
  KeyCase("\u{1b}[12;40R", reply: .other),
  KeyCase("\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\", reply: .background(Colour(0x1e1e2e))),
  KeyCase("\u{1b}]11;rgb:ffff/ffff/ffff\u{07}", reply: .background(.white)),
  KeyCase("\u{1b}]11;who knows\u{07}", reply: .other), KeyCase("\u{1b}]10;rgb:0/0/0\u{07}", reply: .other),
  KeyCase("\u{1b}P11;rgb:0/0/0\u{1b}\\", reply: .other),
  KeyCase("\u{1b}P>|XTerm(379)\u{1b}\\", reply: .version("XTerm(379)")),
  KeyCase("\u{1b}_Gi=31;OK\u{1b}\\", reply: .kittyGraphics(id: 31, message: "OK")),
  KeyCase("\u{1b}_Ga=q,i=31;EINVAL:no;pe\u{1b}\\", reply: .kittyGraphics(id: 31, message: "EINVAL:no;pe")),
  KeyCase("\u{1b}_Gp=31;OK\u{1b}\\", reply: .other), KeyCase("\u{1b}_i=31;OK\u{1b}\\", reply: .other),
  KeyCase("\u{1b}]1337;ReportCellSize=17.5;8.0;2.0\u{1b}\\", reply: .inlineCell(width: 16, height: 35)),
  KeyCase("\u{1b}]1337;ReportCellSize=18;9\u{07}", reply: .inlineCell(width: 9, height: 18)),
  KeyCase("\u{1b}]1337;ReportCellSize=nan;9\u{07}", reply: .other),
]

let mouseCases: [KeyCase] = [
  KeyCase(
    "\u{1b}[<0;10;3M\u{1b}[<32;11;3M\u{1b}[<0;11;3m",
    mouse: [
      MouseEvent(.press, column: 9, row: 2), MouseEvent(.drag, column: 10, row: 2),
      MouseEvent(.release, column: 10, row: 2),
    ]),
  KeyCase(
    "\u{1b}[<64;1;1M\u{1b}[<65;300;200M",
    mouse: [MouseEvent(.wheelUp, column: 0, row: 0), MouseEvent(.wheelDown, column: 299, row: 199)]),
  // With a modifier key held, and what no button of ours is.
  KeyCase("\u{1b}[<16;5;5M", mouse: [MouseEvent(.press, column: 4, row: 4)]),
  KeyCase("\u{1b}[<2;5;5M\u{1b}[<35;5;5M\u{1b}[<1;5;5m\u{1b}[<66;5;5M", mouse: []),
  KeyCase("\u{1b}[<0;0;5M\u{1b}[<0;5M\u{1b}[<0;5;5;5M\u{1b}[<M\u{1b}[<-1;5;5M", mouse: []),
]

let keyCases: [KeyCase] = [
  KeyCase("a", .character("a")), KeyCase("é", .character("é")), KeyCase("漢", .character("漢")),
  KeyCase("👍", .character("👍")), KeyCase("ab", .character("a"), .character("b")),
  KeyCase("\r", .enter), KeyCase("\n", .enter), KeyCase("\t", .tab), KeyCase("\u{7f}", .backspace),
  KeyCase("\u{8}", .backspace), KeyCase("\u{1}", .control("a")), KeyCase("\u{1a}", .control("z")),
  KeyCase("\u{0}", .control(" ")), KeyCase("\u{1c}", .control("\\")), KeyCase("\u{1f}", .control("_")),
  KeyCase("\u{1b}f", .alt("f")), KeyCase("\u{1b}é", .alt("é")), KeyCase("\u{1b}\u{7f}", .altBackspace),
  KeyCase("\u{1b}\r", .escape, .enter), KeyCase("\u{1b}\u{1b}[A", .escape, .up),
  // xterm, normal and application cursor keys, with modifiers
  KeyCase("\u{1b}[A", .up), KeyCase("\u{1b}OB", .down), KeyCase("\u{1b}[1;5C", .controlRight),
  KeyCase("\u{1b}[1;3D", .controlLeft),
  KeyCase("\u{1b}Od", .controlLeft), KeyCase("\u{1b}[d", .left), KeyCase("\u{1b}[1;2C", .right),
  KeyCase("\u{1b}[127;3u", .altBackspace),
  KeyCase("\u{1b}[1;4D", .controlLeft), KeyCase("\u{1b}[H", .home), KeyCase("\u{1b}OF", .end),
  KeyCase("\u{1b}[Z", .backTab), KeyCase("\u{1b}[3~", .delete), KeyCase("\u{1b}[3;5~", .delete),
  KeyCase("\u{1b}[2~", .insert), KeyCase("\u{1b}[5~", .pageUp), KeyCase("\u{1b}[6;2~", .pageDown),
  KeyCase("\u{1b}OP", .function(1)), KeyCase("\u{1b}O5P", .function(1)), KeyCase("\u{1b}[1;2Q", .function(2)),
  KeyCase("\u{1b}[1;2R", .function(3)), KeyCase("\u{1b}[15~", .function(5)),
  KeyCase("\u{1b}[24~", .function(12)),
  KeyCase("\u{1b}[27;5;97~", .control("a")), KeyCase("\u{1b}[97;3u", .alt("a")),
  KeyCase("\u{1b}[13;5u", .enter), KeyCase("\u{1b}OM", .enter), KeyCase("\u{1b}Op", .character("0")),
  // tmux and screen, rxvt, the Linux console
  KeyCase("\u{1b}[1~", .home), KeyCase("\u{1b}[4~", .end), KeyCase("\u{1b}[7~", .home),
  KeyCase("\u{1b}[8^", .end),
  KeyCase("\u{1b}[a", .up), KeyCase("\u{1b}Oa", .up), KeyCase("\u{1b}[11~", .function(1)),
  KeyCase("\u{1b}[23$", .function(11)), KeyCase("\u{1b}[[A", .function(1)),
  KeyCase("\u{1b}[[E", .function(5)),
  // pastes
  KeyCase("\u{1b}[200~red mug\u{1b}[201~", paste: "red mug"),
  KeyCase("\u{1b}[200~a\r\n\u{1b}[Ab\u{3}é\u{1b}[201~", paste: "a\r\n\u{1b}[Ab\u{3}é"),
  KeyCase("\u{1b}[200~\u{1b}[201~", paste: ""),
  // things that mean nothing here, followed by something that does
  KeyCase("\u{1b}[M !!x", .character("x")),
  KeyCase("\u{1b}[Ix", .character("x")), KeyCase("\u{1b}[999~x", .character("x")),
  KeyCase("\u{1b}[?1;2;3lx", .character("x")), KeyCase("\u{1b}[57399ux", .character("x")),
  KeyCase([0xff, 0x78], .character("x")), KeyCase([0xc0, 0x80, 0x78], .character("x")),
  KeyCase([0xe2, 0x82, 0x78], .character("x")), KeyCase([0xed, 0xa0, 0x80, 0x78], .character("x")),
  KeyCase([0xc2, 0x9b, 0x78], .character("x")), KeyCase([0xf4, 0x90, 0x80, 0x80, 0x78], .character("x")),
  KeyCase("\u{1b}[12\u{3}", .control("c")), KeyCase("\u{1b}]stuck\r", .enter),
]

@Suite struct KeyDecoderTests {
  @Test(arguments: keyCases + replyCases + mouseCases)
  func meansTheSameHoweverItIsCut(_ testCase: KeyCase) {
    for cut in 0...testCase.bytes.count {
      var decoder = KeyDecoder()
      let outputs = decoder.decode(testCase.bytes[..<cut]) + decoder.decode(testCase.bytes[cut...])
      #expect(outputs == testCase.outputs, "cut at \(cut)")
      #expect(!decoder.isWaiting, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(testCase.bytes.flatMap { decoder.decode([$0]) } == testCase.outputs)
  }

  @Test(arguments: replyCases)
  func aReplyThatStallsAnywhereIsNoKey(_ testCase: KeyCase) {
    for cut in 2..<testCase.bytes.count {
      var decoder = KeyDecoder()
      decoder.awaitsReplies = true
      let outputs =
        decoder.decode(testCase.bytes[..<cut]) + decoder.flush() + decoder.decode(testCase.bytes[cut...])
      #expect(outputs == testCase.outputs, "stalled after \(cut) bytes")
    }
  }

  @Test func theRestOfAReplyIsNoKeyEvenWhenItsEscapeWasTaken() {
    var decoder = KeyDecoder()
    decoder.awaitsReplies = true
    #expect(decoder.decode([0x1b]).isEmpty)
    #expect(decoder.flush() == [.event(.key(.escape))])
    #expect(decoder.decode("[?63;1;4c".utf8) == [.reply(.primaryAttributes([63, 1, 4]))])
    _ = decoder.decode([0x1b]) + decoder.flush()
    #expect(decoder.decode("]11;rgb:0/0/0\u{7}".utf8) == [.reply(.background(.black))])
    _ = decoder.decode([0x1b]) + decoder.flush()
    #expect(decoder.decode("P>|XTerm(379)\u{1b}\\".utf8) == [.reply(.version("XTerm(379)"))])
    _ = decoder.decode([0x1b]) + decoder.flush()
    #expect(decoder.decode("_Gi=31;OK\u{1b}\\".utf8) == [.reply(.kittyGraphics(id: 31, message: "OK"))])
    _ = decoder.decode([0x1b]) + decoder.flush()
    let typed = decoder.decode("Pq".utf8)
    #expect(typed == [.event(.key(.character("P"))), .event(.key(.character("q")))])
  }

  @Test func aBracketTypedAfterAnEscapeIsAKeyWhileRepliesAreAwaited() {
    var decoder = KeyDecoder()
    decoder.awaitsReplies = true
    _ = decoder.decode([0x1b]) + decoder.flush()
    #expect(decoder.decode("]".utf8).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.event(.key(.character("]")))])
    _ = decoder.decode([0x1b]) + decoder.flush()
    let typed = decoder.decode("]x".utf8)
    #expect(typed == [.event(.key(.character("]"))), .event(.key(.character("x")))])
  }

  @Test func keysAfterAnEscapeAreKeysWhileRepliesAreAwaited() {
    var decoder = KeyDecoder()
    decoder.awaitsReplies = true
    _ = decoder.decode([0x1b])
    _ = decoder.flush()
    #expect(decoder.decode("[".utf8).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.event(.key(.character("[")))])
    _ = decoder.decode([0x1b])
    _ = decoder.flush()
    let typed = decoder.decode("[1x".utf8)
    #expect(
      typed == [.event(.key(.character("["))), .event(.key(.character("1"))), .event(.key(.character("x")))])
  }

  @Test func aPauseMakesEscapeAKey() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1b]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.event(.key(.escape))])
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode("[A".utf8) == [.event(.key(.character("["))), .event(.key(.character("A")))])
  }

  @Test(arguments: [("[", "["), ("O", "O"), ("]", "]"), ("P", "P")] as [(String, Character)])
  func aPauseMakesAnIntroducerAnAltKey(_ sent: String, _ character: Character) {
    var decoder = KeyDecoder()
    _ = decoder.decode([0x1b] + Array(sent.utf8))
    #expect(decoder.flush() == [.event(.key(.alt(character)))])
  }

  @Test func aPauseInsideACharacterLosesNothing() {
    var decoder = KeyDecoder()
    _ = decoder.decode([0xe6, 0xbc])
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode([0xa2]) == [.event(.key(.character("漢")))])
  }

  @Test func aLongPasteIsCutAndEnds() {
    var decoder = KeyDecoder()
    var outputs = decoder.decode("\u{1b}[200~".utf8)
    outputs += decoder.decode(repeatElement(UInt8(ascii: "a"), count: (1 << 20) + 500))
    outputs += decoder.decode("\u{1b}[201~x".utf8)
    guard case .event(.paste(let text)) = outputs.first else {
      Issue.record("no paste: \(outputs.count) outputs")
      return
    }
    #expect(text.utf8.count == 1 << 20)
    #expect(outputs.dropFirst() == [.event(.key(.character("x")))])
  }

  @Test func anEndlessStringGivesTheKeyboardBack() {
    var decoder = KeyDecoder()
    _ = decoder.decode(Array("\u{1b}]".utf8) + Array(repeating: UInt8(ascii: "z"), count: 4097))
    #expect(decoder.decode("q".utf8) == [.event(.key(.character("q")))])
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func noiseNeverTrapsNorYieldsControlCharacters(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [
      0x1b, 0x5b, 0x4f, 0x3b, 0x3f, 0x31, 0x50, 0x5d, 0x7e, 0xe2, 0x82, 0x9b, 0x00, 0x4d,
    ]
    var decoder = KeyDecoder()
    for _ in 0..<2000 {
      let byte =
        Bool.random(using: &generator) ? alphabet.randomElement(using: &generator) ?? 0 : generator.byte()
      var outputs = decoder.decode([byte])
      if byte & 7 == 0 { outputs += decoder.flush() }
      for case .event(.key(.character(let character))) in outputs {
        let isControl = character.unicodeScalars.contains {
          $0.value < 0x20 || (0x7f...0x9f).contains($0.value)
        }
        #expect(!isControl, "seed \(seed)")
      }
    }
  }
}

extension SeededGenerator {
  fileprivate mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
}
