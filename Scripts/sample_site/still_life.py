"""Photos without a person: pets and things."""

from canvas import COLOURS, Canvas


class StillLife(Canvas):
    """A pet or a thing; each scene is a method of its own."""

    SCENES = ("cat", "dog", "cup", "plant", "pot")

    def subject(self):
        getattr(self, self.scene)()

    def cat(self):
        fur, stripe = self.skin, self.darker(self.skin, 0.22)
        self.oval(50, 104, 31, 30, fur)
        for side in (-1, 1):
            self.shape([(50 + side * 27, 47), (50 + side * 25, 18), (50 + side * 6, 32)], fur)
            self.shape([(50 + side * 23, 40), (50 + side * 22.5, 24), (50 + side * 11, 33)], COLOURS["blush"])
        self.oval(50, 50, 28, 24, fur)
        for x in (43, 50, 57):
            self.block(x - 1.3, 27, x + 1.3, 36 if x == 50 else 34, 1.3, stripe)
        self.muzzle(COLOURS["white"], COLOURS["rose"])
        for side in (-1, 1):
            for dy in (0, 4):
                self.arc(50 + side * 26, 61 + dy, 12, 3, 200, 340, COLOURS["white"], 0.6)

    def dog(self):
        fur, ear = self.skin, self.hair
        self.oval(50, 106, 31, 30, fur)
        self.block(34, 76, 66, 82, 3, self.clothes)
        self.oval(50, 84, 3, 3, COLOURS["mustard"])
        self.oval(50, 48, 25, 26, fur)
        self.oval(59, 43, 9, 10, self.lighter(fur, 0.55))
        for side in (-1, 1):
            self.oval(50 + side * 25, 40, 7.5, 16, ear)
            self.oval(50 + side * 20.5, 29, 8, 6.5, ear)
        self.muzzle(COLOURS["white"], COLOURS["ink"])
        self.block(47, 68, 53, 77, 3, COLOURS["rose"])

    def muzzle(self, colour, nose):
        for x in (39.5, 60.5):
            self.oval(x, 47, 3.4, 4, COLOURS["ink"])
            self.oval(x + 1.1, 45.4, 1.1, 1.2, "#ffffff")
        self.oval(50, 61, 12, 9, colour)
        self.oval(50, 56.5, 3.6, 2.5, nose)
        for x in (46.7, 53.3):
            self.arc(x, 61, 3.4, 3.6, 10, 170, COLOURS["ink"], 1.0)

    def cup(self):
        self.oval(50, 83, 34, 6, self.darker(self.ground, 0.14))
        self.arc(73, 58, 10, 11, 0, 360, self.skin, 3.4)
        self.block(27, 42, 73, 82, 13, self.skin)
        self.block(27, 62, 73, 68, 0, self.hair)
        self.oval(50, 43, 23, 5.6, self.darker(self.skin, 0.12))
        self.oval(50, 43.6, 20.5, 4.4, self.clothes)
        for x in (41, 50, 59):
            self.arc(x - 2.4, 29, 2.6, 4, 270, 90, self.darker(self.ground, 0.1), 1.5)
            self.arc(x - 2.4, 21, 2.6, 4, 90, 270, self.darker(self.ground, 0.1), 1.5)

    def plant(self):
        for x, y, rx, ry in ((50, 34, 7, 20), (35, 44, 6.5, 16), (65, 44, 6.5, 16), (25, 56, 11, 6), (75, 56, 11, 6)):
            self.oval(x, y, rx, ry, self.skin)
            self.oval(x - rx * 0.25, y, rx * 0.55, ry * 0.86, self.lighter(self.skin, 0.16))
        for end in ((50, 24), (36, 36), (64, 36)):
            self.shape([(49.2, 66), (50.8, 66), (end[0] + 0.4, end[1]), (end[0] - 0.4, end[1])], self.hair)
        self.shape([(33, 66), (67, 66), (62, 92), (38, 92)], self.clothes)
        self.block(30, 61, 70, 69, 2.5, self.lighter(self.clothes, 0.14))

    def pot(self):
        self.oval(50, 84, 36, 6, self.darker(self.ground, 0.12))
        for x in (20, 80):
            self.block(x - 8, 52, x + 8, 58, 3, self.hair)
        self.block(22, 44, 78, 84, 15, self.skin)
        self.block(22, 44, 78, 52, 3, self.darker(self.skin, 0.14))
        self.chord(50, 44, 28, 13, 180, 360, self.clothes)
        self.oval(50, 29.5, 4.4, 3.4, self.hair)
        self.arc(37, 68, 8, 9, 120, 200, self.lighter(self.skin, 0.35), 1.8)
        for x in (36, 50, 64):
            self.arc(x, 19, 2.6, 4.5, 90, 270, self.darker(self.ground, 0.14), 1.6)
