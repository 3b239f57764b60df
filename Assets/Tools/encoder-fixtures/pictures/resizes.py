"""Pictures resized by Pillow."""

import base64

from PIL import Image

from pattern import pattern

FILTERS = {"nearest": 0, "lanczos": 1, "bilinear": 2, "bicubic": 3, "box": 4, "hamming": 5}
SIZES = [
    ((40, 30), (13, 11)), ((40, 30), (40, 7)), ((9, 31), (17, 31)), ((5, 4), (16, 21)), ((1, 1), (3, 2)), ((64, 2), (3, 9)),
]  # fmt: skip
LARGE = [((640, 481), (224, 224)), ((333, 500), (224, 336)), ((200, 150), (384, 288)), ((1601, 97), (512, 31))]


def digest(data):
    """FNV-1a of 64 bits in hexadecimal."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def resizes():
    """Whole results of small resizes, digests of large ones."""
    result = []
    for name, number in FILTERS.items():
        for source, target in SIZES + LARGE:
            image = Image.fromarray(pattern(*source)).resize(target, Image.Resampling(number))
            case = {"filter": name, "source": source, "target": target, "digest": digest(image.tobytes())}
            if (source, target) in SIZES:
                case["pixels"] = base64.b64encode(image.tobytes()).decode()
            result.append(case)
    return result
