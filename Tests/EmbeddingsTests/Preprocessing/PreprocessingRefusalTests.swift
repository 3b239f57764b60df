import Embeddings
import TestSupport
import Testing

/// What a configuration may not say, and what is said about it.
@Suite struct PreprocessingRefusalTests {
  static let transformers: [(json: String, complaint: String)] = [
    ("", "is not valid JSON"),
    (
      #"{"image_processor_type": "Siglip2ImageProcessor"}"#,
      #"image_processor_type: the image processor "Siglip2ImageProcessor" is not supported; known are BitImage"#
    ),
    (#"{"size": 224}"#, "size: is one number, and no image_processor_type tells"),
    (#"{}"#, "has neither a size nor an image_processor_type"),
    (#"{"size": {"height": 8, "width": 8}}"#, "has neither resample nor an image_processor_type"),
    (#"{"size": {"height": 8, "width": 8}, "resample": 2}"#, "has neither image_mean nor"),
    (
      #"{"size": {"height": 8, "width": 8}, "resample": 2, "image_mean": 0.5}"#,
      "has neither image_std nor"
    ),
    (
      #"{"size": {"height": 8, "width": 8}, "resample": 7}"#,
      "resample: is 7 where one of the filters 0 (nearest)"
    ),
    (
      #"{"image_processor_type": "CLIPImageProcessor", "do_pad": true}"#,
      "asks for do_pad, which is not supported"
    ),
    (
      #"{"image_processor_type": "CLIPImageProcessor", "size": {"longest_edge": 9}}"#,
      "size: is {\"longest_edge\":9} where a number, "
    ),
    (
      #"{"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 9, "longest_edge": 10}}"#,
      "size: is {\"shortest_edge\":9,\"longest_edge\":10} where"
    ),
    (
      #"{"image_processor_type": "CLIPImageProcessor", "do_center_crop": false}"#,
      "keeps the proportions (shortest_edge) without a crop"
    ),
    (#"{"image_processor_type": "ViTImageProcessor", "do_resize": false}"#, "neither resizes nor crops"),
    (
      #"{"image_processor_type": "ViTImageProcessor", "size": 0}"#,
      "size: is 0 where a whole number from 1 to 4096"
    ),
    (#"{"image_processor_type": "ViTImageProcessor", "size": "224"}"#, "size: is \"224\" where"),
    (
      #"{"image_processor_type": "ViTImageProcessor", "image_mean": [0.5, 0.5]}"#,
      "image_mean: is [0.5,0.5] where three numbers"
    ),
    (
      #"{"image_processor_type": "ViTImageProcessor", "image_std": [0.5, 0, 0.5]}"#,
      "image_std: is [0.5,0,0.5] where numbers above zero"
    ),
    (
      #"{"image_processor_type": "ConvNextImageProcessor", "size": 224, "crop_pct": 0}"#,
      "has the crop_pct 0.0, not"
    ),
  ]

  @Test(arguments: transformers) func refusesByNameAndPlace(json: String, complaint: String) {
    let error = #expect(throws: EncoderError.self) {
      try PicturePreprocessing(json: Array(json.utf8), path: "p")
    }
    #expect(error?.description.hasPrefix("p: \(complaint)") == true, "\(error?.description ?? "")")
  }

  static let openCLIP: [(json: String, complaint: String)] = [
    ("{}", "has no preprocess_cfg"),
    (#"{"preprocess_cfg": {}}"#, "has no image size"),
    (
      #"{"preprocess_cfg": {"size": 8, "resize_mode": "stretch"}}"#,
      #"preprocess_cfg: has the resize_mode "stretch""#
    ),
    (
      #"{"preprocess_cfg": {"size": 8, "mode": "L"}}"#,
      #"preprocess_cfg.mode: is "L" where "RGB" is expected"#
    ),
    (
      #"{"preprocess_cfg": {"size": 8, "interpolation": "area"}}"#,
      #"preprocess_cfg.interpolation: is "area" where one of"#
    ),
    (
      #"{"preprocess_cfg": {"size": [8]}}"#,
      "preprocess_cfg.size: is [8] where a number or a height and a width"
    ),
  ]

  @Test(arguments: openCLIP) func refusesByNameAndPlaceInOpenCLIP(json: String, complaint: String) {
    let error = #expect(throws: EncoderError.self) {
      try PicturePreprocessing(openCLIP: Array(json.utf8), path: "o")
    }
    #expect(error?.description.hasPrefix("o: \(complaint)") == true, "\(error?.description ?? "")")
  }

  @Test func damagedConfigurationsAreReadOrRefused() {
    let sample = """
      {"image_processor_type": "CLIPImageProcessor", "do_resize": true, "size": {"shortest_edge": 24}, "resample": 3,
       "do_center_crop": true, "crop_size": {"height": 24, "width": 24}, "do_rescale": true, "rescale_factor": 0.0039,
       "do_normalize": true, "image_mean": [0.48, 0.45, 0.40], "image_std": [0.26, 0.26, 0.27]}
      """
    let damage = Damage(pieces: [
      "{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "0", "-1", "1e400", "4096", "ConvNext",
      "ViT",
      "\"crop_pct\":0.001,", "\"size\":4096,", "\"resize_mode\":\"longest\",", "1e-46",
    ])
    Fuzz.run("preprocessing", cases: 400) { generator in
      let bytes = damage.applied(to: Array(sample.utf8), using: &generator)
      do throws(EncoderError) {
        let preprocessing = try PicturePreprocessing(json: bytes, path: "p")
        guard preprocessing.size.width * preprocessing.size.height <= 1 << 16 else { return }
        let tensor = preprocessing.tensor(of: PicturePattern.picture(width: 7, height: 5))
        #expect(tensor.count == preprocessing.size.width * preprocessing.size.height * 3)
      } catch {
        #expect(error.description.hasPrefix("p: "))
      }
    }
  }
}
