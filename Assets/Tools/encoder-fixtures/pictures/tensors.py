"""What image processors make of pictures: transformers' own, and open_clip's transforms by Pillow and NumPy."""

import numpy
import transformers
from PIL import Image

from pattern import pattern

PICTURES = [(60, 40), (37, 90), (20, 20), (300, 7)]
CLIP_MEAN, CLIP_STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]

# Every spelling that was met, at sizes that keep the record small.
TRANSFORMERS = [
    {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 24}, "crop_size": {"height": 24, "width": 24}},
    {"feature_extractor_type": "CLIPFeatureExtractor", "size": 24, "crop_size": 24, "resample": 3, "do_center_crop": True,
     "do_normalize": True, "do_resize": True, "image_mean": CLIP_MEAN, "image_std": CLIP_STD},
    {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 16}, "crop_size": {"height": 24, "width": 30}},
    {"image_processor_type": "CLIPImageProcessor", "do_resize": False, "crop_size": 32},
    {"image_processor_type": "CLIPImageProcessor", "size": {"height": 24, "width": 20}, "do_center_crop": False,
     "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]},
    {"image_processor_type": "SiglipImageProcessor", "size": {"height": 24, "width": 24}, "resample": 3,
     "rescale_factor": 0.00392156862745098, "do_convert_rgb": None},
    {"image_processor_type": "SiglipImageProcessor", "size": {"height": 18, "width": 24}, "resample": 2,
     "do_rescale": False, "do_normalize": False},
    {"image_processor_type": "ViTImageProcessor", "size": 24, "image_mean": [0.485, 0.456, 0.406],
     "image_std": [0.229, 0.224, 0.225]},
    {"feature_extractor_type": "ViTFeatureExtractor", "size": {"height": 24, "width": 24}, "resample": 2},
    {"image_processor_type": "ConvNextImageProcessor", "size": {"shortest_edge": 28}, "crop_pct": 0.875, "resample": 3},
    {"image_processor_type": "ConvNextImageProcessor", "size": 28},
    {"image_processor_type": "DeiTImageProcessor", "size": {"height": 28, "width": 28},
     "crop_size": {"height": 24, "width": 24}, "resample": 3},
    {"image_processor_type": "BitImageProcessor", "size": {"shortest_edge": 27}, "crop_size": {"height": 24, "width": 24},
     "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225]},
    {"image_processor_type": "BlipImageProcessor", "size": {"height": 24, "width": 24}},
]  # fmt: skip

OPEN_CLIP = [
    {"model_cfg": {"vision_cfg": {"image_size": 24}}, "preprocess_cfg": {"mean": CLIP_MEAN, "std": CLIP_STD}},
    {"model_cfg": {"vision_cfg": {"image_size": 24}},
     "preprocess_cfg": {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic", "resize_mode": "squash"}},
    {"preprocess_cfg": {"size": [20, 28], "mode": "RGB", "interpolation": "bilinear", "resize_mode": "shortest"}},
    {"preprocess_cfg": {"size": [24, 24], "interpolation": "random", "resize_mode": "longest", "fill_color": 114}},
    {"preprocess_cfg": {"size": 25, "resize_mode": "shortest"}},
]  # fmt: skip


def processor(config):
    """The class that the file names, given what the file says."""
    name = config.get("image_processor_type") or config["feature_extractor_type"].replace("FeatureExtractor", "ImageProcessor")
    values = {key: value for key, value in config.items() if not key.endswith("_type")}
    return getattr(transformers, name).from_dict(values)


def half_even(value):
    return int(round(value))


def open_clip(config, image):
    """open_clip's `image_transform` for inference, after its source: torchvision's Resize and CenterCrop among them."""
    part = config["preprocess_cfg"]
    size = config.get("model_cfg", {}).get("vision_cfg", {}).get("image_size") or part["size"]
    height, width = size if isinstance(size, list) else (size, size)
    resample = Image.BILINEAR if part.get("interpolation") == "bilinear" else Image.BICUBIC
    mode, fill = part.get("resize_mode", "shortest"), 0
    if mode == "squash":
        image = image.resize((width, height), resample)
    elif mode == "shortest" and width == height:
        short, long = sorted(image.size)
        longer = int(width * long / short)
        image = image.resize((width, longer) if image.width <= image.height else (longer, width), resample)
    else:
        ratios = image.height / height, image.width / width
        ratio = max(ratios) if mode == "longest" else min(ratios)
        image = image.resize((half_even(image.width / ratio), half_even(image.height / ratio)), resample)
        fill = part.get("fill_color", 0) if mode == "longest" else 0
    left, top = max(0, (width - image.width) // 2), max(0, (height - image.height) // 2)
    padded = Image.new("RGB", (max(width, image.width), max(height, image.height)), (fill,) * 3)
    padded.paste(image, (left, top))
    left, top = half_even((padded.width - width) / 2.0), half_even((padded.height - height) / 2.0)
    pixels = numpy.asarray(padded.crop((left, top, left + width, top + height))).astype(numpy.float32) / numpy.float32(255)
    mean, std = (numpy.array(part.get(key, standard), numpy.float32) for key, standard in [("mean", CLIP_MEAN), ("std", CLIP_STD)])
    return ((pixels - mean) / std).transpose(2, 0, 1)


def record(config, make):
    pictures = []
    for width, height in PICTURES:
        tensor = make(Image.fromarray(pattern(width, height))).astype(numpy.float32)
        flat = tensor.ravel()
        places = [(index * 7919) % flat.size for index in range(48)]
        pictures.append({
            "picture": [width, height], "size": [tensor.shape[2], tensor.shape[1]], "places": places,
            "values": [float(flat[place]) for place in places], "sum": float(flat.astype(numpy.float64).sum()),
        })  # fmt: skip
    return {"config": config, "pictures": pictures}


def tensors():
    """For every configuration and picture the size, some values, and the sum of all."""
    result = {"transformers": [], "open_clip": []}
    for config in TRANSFORMERS:
        one = processor(config)
        result["transformers"].append(record(config, lambda image: one(image, return_tensors="np")["pixel_values"][0]))
    for config in OPEN_CLIP:
        result["open_clip"].append(record(config, lambda image: open_clip(config, image)))
    return result
