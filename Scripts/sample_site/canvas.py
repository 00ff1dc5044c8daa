"""The square that a photo is drawn on: its colours, and the shapes it knows."""

COLOURS = {
    "porcelain": "#f6d7c3", "peach": "#eebd9b", "honey": "#dba677", "tan": "#c68a5c", "brown": "#9a623d",
    "deep": "#6b4029", "ink": "#22202b", "black": "#2b2320", "chestnut": "#5b3524", "copper": "#a9512b",
    "blond": "#d9a858", "grey": "#a9a6a2", "white": "#f2efe9", "sand": "#efe0c6", "blush": "#f3c9c1",
    "rose": "#d9788a", "coral": "#ee7f62", "brick": "#b4503c", "mustard": "#e3ac3f", "lemon": "#f6dd85",
    "sage": "#a9bf9d", "leaf": "#5f8f5c", "forest": "#2f5d50", "mint": "#bfe0d2", "teal": "#2f8587",
    "sky": "#b9d9ec", "denim": "#4b6f9e", "navy": "#27365c", "lilac": "#cdbfe6", "plum": "#6d4470", "cocoa": "#6f5141",
}

SIZE, SCALE = 320, 4


class Canvas:
    """One drawing on a square of 100 by 100 units, the origin at the top left."""

    def __init__(self, scene, skin, hair, clothes, ground, extras):
        from PIL import Image, ImageDraw
        self.scene, self.extras = scene, set(extras.split())
        self.skin, self.hair, self.clothes, self.ground = (COLOURS[key] for key in (skin, hair, clothes, ground))
        self.image = Image.new("RGB", (SIZE * SCALE, SIZE * SCALE), self.ground)
        self.pen = ImageDraw.Draw(self.image)

    def at(self, *numbers):
        return [number * SIZE * SCALE / 100 for number in numbers]

    def oval(self, x, y, rx, ry, colour):
        self.pen.ellipse(self.at(x - rx, y - ry, x + rx, y + ry), fill=colour)

    def block(self, left, top, right, bottom, radius, colour):
        self.pen.rounded_rectangle(self.at(left, top, right, bottom), radius=self.at(radius)[0], fill=colour)

    def chord(self, x, y, rx, ry, start, end, colour):
        self.pen.chord(self.at(x - rx, y - ry, x + rx, y + ry), start, end, fill=colour)

    def arc(self, x, y, rx, ry, start, end, colour, width=1.0):
        self.pen.arc(self.at(x - rx, y - ry, x + rx, y + ry), start, end, fill=colour, width=int(self.at(width)[0]))

    def shape(self, points, colour):
        self.pen.polygon([tuple(self.at(*point)) for point in points], fill=colour)

    @staticmethod
    def mixed(colour, other, share):
        """`colour` with `share` of `other` in it."""
        pairs = [(int(colour[i:i + 2], 16), int(other[i:i + 2], 16)) for i in (1, 3, 5)]
        return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)

    def darker(self, colour, share=0.16):
        return self.mixed(colour, "#1d1420", share)

    def lighter(self, colour, share=0.3):
        return self.mixed(colour, "#ffffff", share)

    def draw(self):
        self.oval(50, 52, 43, 43, self.lighter(self.ground, 0.34))
        self.subject()
        return self.image.resize((SIZE, SIZE), resample=1)
