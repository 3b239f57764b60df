"""Makes the pictures of this folder, and beside each what Pillow makes of it (binary PPM).

Run with Pillow 11.3 in this folder: python3 make.py
Transparent pixels are laid over BACKGROUND as they are stored; of an animation the first picture counts.
"""

import struct
import zlib

from PIL import Image, ImageOps

BACKGROUND = (30, 30, 46)
WIDTH, HEIGHT = 24, 16


def colours(width=WIDTH, height=HEIGHT):
    """Red to the right, green downwards, and a dark corner, so that no two turns look alike."""
    image = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            image.putpixel((x, y), (255 * x // (width - 1), 255 * y // (height - 1), 96))
    for y in range(height // 3):
        for x in range(width // 4):
            image.putpixel((x, y), (16, 16, 16))
    return image


def fading():
    """The same, transparent towards the right."""
    image = colours().convert("RGBA")
    for y in range(HEIGHT):
        for x in range(WIDTH):
            image.putpixel((x, y), image.getpixel((x, y))[:3] + (255 - 255 * x // (WIDTH - 1),))
    return image


def blot(colour):
    """A square on nothing."""
    image = Image.new("RGBA", (WIDTH, HEIGHT), (0, 0, 0, 0))
    image.paste(colour + (255,), (6, 4, 18, 12))
    return image


def expect(name):
    """Writes what Pillow shows of a file."""
    image = Image.open(name)
    image.seek(0)
    image = ImageOps.exif_transpose(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        under = Image.new("RGBA", image.size, BACKGROUND + (255,))
        image = Image.alpha_composite(under, image)
    elif image.mode.startswith("I"):
        image = image.point(lambda value: value / 257).convert("L")
    image.convert("RGB").save(name + ".ppm")


def save(name, image, **options):
    image.save(name, **options)
    expect(name)


def png16(name, samples, kind):
    """A PNG of 16 bits a sample, which Pillow reads but does not write in colour."""
    def chunk(tag, body):
        return struct.pack(">I", len(body)) + tag + body + struct.pack(">I", zlib.crc32(tag + body))

    rows = b"".join(b"\0" + b"".join(struct.pack(">H", value) for value in row) for row in samples)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 16, kind, 0, 0, 0)
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
    expect(name)


for turn in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = turn
    save(f"turned-{turn}.jpg", colours(), exif=exif, quality=95, subsampling=0)

save("inks.jpg", colours().convert("CMYK"), quality=95, subsampling=0)
save("alpha.png", fading())
save("grey-alpha.png", fading().convert("LA"))
save("palette.png", blot((200, 40, 40)).quantize(4))
save("alpha.webp", fading(), lossless=True)
save("alpha-lossy.webp", fading(), quality=95)

exif = Image.Exif()
exif[0x0112] = 6
save("turned.webp", colours(), exif=exif, lossless=True)
save("turned.png", colours(), exif=exif)

png16("deep.png", [[v * 257 for x in range(WIDTH) for v in colours().getpixel((x, y))] for y in range(HEIGHT)], 2)
png16("deep-grey.png", [[65535 * (x + y * WIDTH) // (WIDTH * HEIGHT - 1) for x in range(WIDTH)] for y in range(HEIGHT)], 0)

steps = [blot((200, 40, 40)), blot((40, 200, 40)), blot((40, 40, 200))]
save("moving.webp", steps[0], save_all=True, append_images=steps[1:], duration=100, lossless=True)
save("moving-lossy.webp", fading(), save_all=True, append_images=steps[1:], duration=100, quality=90)
save("moving.gif", steps[0], save_all=True, append_images=steps[1:], duration=100, disposal=2)
save("still.gif", colours().quantize(64))
save("plain.gif", colours().quantize(64), interlace=0)
noise = Image.new("P", (96, 64))
noise.putpalette(bytes(range(256)) * 3)
value = 1
for place in range(96 * 64):
    value = value * 1103515245 + 12345 & 0x7FFFFFFF
    noise.putpixel((place % 96, place // 96), value >> 16 & 255)
save("noise.gif", noise)
