import Embeddings
import Testing

/// Agreement with the outputs that the training tool recorded, end to end and layer by layer.
@Suite struct DefaultEncoderParityTests {
  @Test func queriesAgree() throws {
    let encoder = try DefaultEncoderFixtures.encoder()
    for query in try DefaultEncoderFixtures.texts().queries {
      let difference = largestDifference(encoder.encode(query: query.text), query.vector)
      #expect(difference <= 1e-5, "query \(query.text.debugDescription)")
    }
  }

  @Test func itemsAgree() throws {
    let encoder = try DefaultEncoderFixtures.encoder()
    for item in try DefaultEncoderFixtures.texts().items {
      #expect(largestDifference(encoder.encode(item: item.text), item.vector) <= 1e-5, "\(item.fields)")
    }
  }

  @Test func fieldsOfOneRoleAreJoined() throws {
    let encoder = try DefaultEncoderFixtures.encoder()
    let apart = encoder.encode(item: ItemText(title: "Mug", text: ["for coffee", "wipe clean"]))
    #expect(apart == encoder.encode(item: ItemText(title: "Mug", text: ["for coffee\nwipe clean"])))
  }

  @Test func picturesAgree() throws {
    let encoder = try DefaultEncoderFixtures.encoder()
    for picture in try DefaultEncoderFixtures.pictures() {
      let vector = encoder.encode(picture: try DefaultEncoderFixtures.pixels(of: picture))
      #expect(largestDifference(vector, picture.vector) <= 1e-4, "\(picture.name)")
    }
  }

  @Test func preparedPicturesAgree() throws {
    let letterbox = try DefaultEncoderFixtures.encoder().imageTower.letterbox
    for picture in try DefaultEncoderFixtures.pictures() {
      let values = letterbox(try DefaultEncoderFixtures.pixels(of: picture)).channelsFirst
      let samples = picture.inputSamples.at.map { values[$0] }
      #expect(largestDifference(samples, picture.inputSamples.values) <= 1e-5, "\(picture.name)")
      for (channel, sum) in picture.inputSums.enumerated() {
        let plane = values[channel * 9216..<(channel + 1) * 9216]
        let found = plane.reduce(0) { $0 + Double($1) }
        #expect(abs(found - sum) <= 1e-2, "\(picture.name), channel \(channel)")
      }
    }
  }

  @Test func everyLayerAgrees() throws {
    let tower = try DefaultEncoderFixtures.encoder().imageTower
    let picture = try #require(try DefaultEncoderFixtures.pictures().first { $0.name == "wide-150x70" })
    let maps = tower.maps(of: try DefaultEncoderFixtures.pixels(of: picture))
    let first = try DefaultEncoderFixtures.trace("conv1-first-8-channels")
    #expect(largestDifference(Array(maps[0].channelsFirst.prefix(first.count)), first) <= 1e-5)
    for (index, map) in maps.enumerated().dropFirst() {
      let expected = try DefaultEncoderFixtures.trace("conv\(index + 1)")
      #expect(largestDifference(map.channelsFirst, expected) <= 1e-4, "conv\(index + 1)")
    }
    let pooled = ImageTower.pooled(maps)
    #expect(largestDifference(pooled, try DefaultEncoderFixtures.trace("pooled")) <= 1e-4)
    let embedding = tower.embedding(ofPooled: pooled)
    #expect(largestDifference(embedding, try DefaultEncoderFixtures.trace("embedding")) <= 1e-4)
  }
}
